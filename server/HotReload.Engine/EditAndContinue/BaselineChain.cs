using System.Collections;
using static HotReload.Engine.EditAndContinue.RoslynFields;

namespace HotReload.Engine.EditAndContinue;

/// <summary>
/// What the service keeps of earlier generations. Each baseline holds on to the one before it, by what its delta was made from, and with
/// that to a whole compilation; nobody asks for more than the last two. Without this, the server grows by 0.2 MB a reload for ever.
/// </summary>
/// <remarks>Where a field of Roslyn's is missing, nothing is cut and nothing fails.</remarks>
internal sealed class BaselineChain
{
    readonly object _service;

    public BaselineChain(object service) => _service = service;

    /// <summary>Lets go of the generations before the last two. The service must be idle.</summary>
    /// <returns>How many baselines were cut off from theirs.</returns>
    public int Cut()
    {
        var cut = 0;
        foreach (var baseline in Newest())
        {
            if (MadeFrom(baseline) is { } before && MapOf(before) is { } map && Find(map, "Baseline") is { } link
                && Read(before, "<InitialBaseline>k__BackingField") is { } first && !ReferenceEquals(link.GetValue(map), first))
            {
                link.SetValue(map, first);
                cut++;
            }
        }

        return cut;
    }

    /// <summary>The newest baselines of all modules.</summary>
    public IEnumerable<object> Newest() =>
        from session in Sessions()
        from project in Items((Read(session, "_projectBaselines") as IDictionary)?.Values)
        from baseline in Items(project)
        let emit = Read(baseline, "<EmitBaseline>k__BackingField")
        where emit is not null
        select emit;

    /// <summary>The sessions of the service.</summary>
    public List<object> Sessions() => Items(Read(Read(_service, "_encService"), "_debuggingSessions"));

    static object? MadeFrom(object baseline) => MapOf(baseline) is { } map ? Read(map, "Baseline") : null;

    static object? MapOf(object baseline) => Read(Read(Read(baseline, "PEModuleBuilder"), "_changes"), "_definitionMap");
}
