using System.Text.Json;
using HotReload.Agent.Contract;

namespace HotReload.Agent.AspNetCore.Browsers;

/// <summary>
/// What browsers get of the program's changes, in the form that the SDK's own agent in the browser takes: it applies deltas to what it runs, and asks for
/// all that came before when it starts.
/// </summary>
/// <param name="assemblies">Those that browsers run.</param>
sealed class BrowserDeltas(BrowserAssemblies assemblies)
{
    readonly List<BrowserChange> _changes = [];

    /// <summary>Whether browsers run anything of the program, and take deltas of it.</summary>
    public bool AreTaken => assemblies.TakeDeltas;

    /// <summary>Whether browsers run an assembly, by its simple name.</summary>
    public bool Concern(string assembly) => assemblies.Has(assembly);

    /// <summary>What of a change of the program is of code that browsers run.</summary>
    public IReadOnlyList<AgentDelta> Of(AgentGeneration generation) => [.. generation.Deltas.Where(delta => Concern(delta.AssemblyName))];

    /// <summary>Keeps a change for code that starts later.</summary>
    public BrowserChange Add(IReadOnlyList<AgentDelta> deltas)
    {
        lock (_changes)
        {
            var change = new BrowserChange(_changes.Count + 1, deltas);
            _changes.Add(change);
            return change;
        }
    }

    /// <summary>All changes since the program was started, as JSON, and the newest's number; 0 where there is none.</summary>
    public (byte[] Json, int Last) WriteAll()
    {
        using var stream = new MemoryStream();
        using var writer = new Utf8JsonWriter(stream);
        lock (_changes)
        {
            writer.WriteStartArray();
            foreach (var change in _changes)
            {
                writer.WriteStartObject();
                writer.WriteNumber("id", change.Number);
                Write(writer, change.Deltas);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.Flush();
            return (stream.ToArray(), _changes.Count);
        }
    }

    /// <summary>Writes the deltas of a change as the member <c>deltas</c>.</summary>
    public static void Write(Utf8JsonWriter writer, IEnumerable<AgentDelta> deltas)
    {
        writer.WriteStartArray("deltas");
        foreach (var delta in deltas)
        {
            writer.WriteStartObject();
            writer.WriteString("moduleId", delta.ModuleId);
            writer.WriteBase64String("metadataDelta", delta.Metadata.Fill().Span);
            writer.WriteBase64String("ilDelta", delta.IL.Span);
            writer.WriteBase64String("pdbDelta", delta.Pdb.Span);
            writer.WriteStartArray("updatedTypes");
            foreach (var type in delta.UpdatedTypes.Span)
            {
                writer.WriteNumberValue(type);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
