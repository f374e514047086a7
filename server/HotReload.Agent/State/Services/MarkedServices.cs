using HotReload.Agent.Contract;
using HotReload.Agent.State.Capture;
using HotReload.Agent.State.Types;

namespace HotReload.Agent.State.Services;

/// <summary>The singletons of a host whose types are marked, each once, under whatever types they are registered.</summary>
static class MarkedServices
{
    /// <summary>Finds them.</summary>
    /// <param name="catalog">The host's services.</param>
    /// <param name="assemblies">Only their types count.</param>
    /// <param name="notes">Is told of those that can't be made.</param>
    public static List<MarkedService> Find(ServiceCatalog catalog, SessionAssemblies assemblies, StateNotes notes)
    {
        var found = new List<MarkedService>();
        foreach (var entry in catalog.Singletons)
        {
            if (!entry.Implementation.IsGenericTypeDefinition && assemblies.Own(entry.Implementation.Assembly) && IsMarked(entry.Implementation))
            {
                try
                {
                    if (catalog.Resolve(entry) is { } service && !found.Exists(other => ReferenceEquals(other.Value, service)))
                    {
                        found.Add(new(service, entry.KeyText));
                    }
                }
                catch (Exception exception)
                {
                    // Its constructor is the user's code; the program meets the same when it asks for it.
                    notes.Add(entry.Implementation.FullName!, "", AgentStateFate.Lost, $"the host could not make it: {exception.Message}");
                }
            }
        }

        return found;
    }

    /// <summary>Whether a type's objects are carried.</summary>
    public static bool IsMarked(Type type) => Marks.Has(type, Marks.Preserve) || Marks.OwnStateOf(type) is not null;
}
