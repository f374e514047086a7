using System.Collections;
using System.Reflection;

namespace HotReload.Engine.EditAndContinue;

/// <summary>
/// What the service keeps of earlier generations. Each baseline holds on to the one before it, by what its delta was made from, and with
/// that to a whole compilation; nobody asks for more than the last two. Without this, the server grows by 0.2 MB a reload for ever.
/// </summary>
/// <remarks>
/// The fields are Roslyn's own. Where one of them is missing, as it may be in another SDK, nothing is cut and nothing fails.
/// </remarks>
internal sealed class BaselineChain
{
    const BindingFlags AnyInstance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    readonly object _service;

    public BaselineChain(object service) => _service = service;

    /// <summary>Lets go of the generations before the last two. The service must be idle.</summary>
    /// <returns>How many baselines were cut off from theirs.</returns>
    public int Cut()
    {
        var cut = 0;
        foreach (var baseline in Baselines())
        {
            if (MadeFrom(baseline) is { } before && MapOf(before) is { } map && FieldOf(map, "Baseline") is { } link
                && Read(before, "<InitialBaseline>k__BackingField") is { } first && !ReferenceEquals(link.GetValue(map), first))
            {
                link.SetValue(map, first);
                cut++;
            }
        }

        return cut;
    }

    /// <summary>The newest baselines of all modules.</summary>
    IEnumerable<object> Baselines() =>
        from session in Items(Read(Read(_service, "_encService"), "_debuggingSessions"))
        from project in Items((Read(session, "_projectBaselines") as IDictionary)?.Values)
        from baseline in Items(project)
        let emit = Read(baseline, "<EmitBaseline>k__BackingField")
        where emit is not null
        select emit;

    static object? MadeFrom(object baseline) => MapOf(baseline) is { } map ? Read(map, "Baseline") : null;

    static object? MapOf(object baseline) => Read(Read(Read(baseline, "PEModuleBuilder"), "_changes"), "_definitionMap");

    static List<object> Items(object? sequence) => sequence is IEnumerable items ? [.. items.Cast<object>()] : [];

    static object? Read(object? target, string field) => target is null ? null : FieldOf(target, field)?.GetValue(target);

    static FieldInfo? FieldOf(object target, string name)
    {
        for (var type = target.GetType(); type is not null; type = type.BaseType)
        {
            if (type.GetField(name, AnyInstance | BindingFlags.DeclaredOnly) is { } field)
            {
                return field;
            }
        }

        return null;
    }
}
