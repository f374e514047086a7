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
    readonly List<IReadOnlyList<AgentDelta>> _updates = [];

    /// <summary>Whether browsers run anything of the program, and take deltas of it.</summary>
    public bool AreTaken => assemblies.TakeDeltas;

    /// <summary>Whether browsers run an assembly, by its simple name.</summary>
    public bool Concern(string assembly) => assemblies.Has(assembly);

    /// <summary>Takes a change.</summary>
    /// <returns>What of it is of code that browsers run.</returns>
    public IReadOnlyList<AgentDelta> Take(AgentGeneration generation)
    {
        List<AgentDelta> deltas = [.. generation.Deltas.Where(delta => Concern(delta.AssemblyName))];
        if (deltas.Count > 0 && AreTaken)
        {
            lock (_updates)
            {
                _updates.Add(deltas);
            }
        }

        return deltas;
    }

    /// <summary>All changes since the program was started, as JSON.</summary>
    public byte[] WriteAll()
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            lock (_updates)
            {
                writer.WriteStartArray();
                for (var id = 0; id < _updates.Count; id++)
                {
                    writer.WriteStartObject();
                    writer.WriteNumber("id", id);
                    Write(writer, _updates[id]);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
            }
        }

        return stream.ToArray();
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
