using System.Reflection;
using HotReload.Agent.Contract;
using HotReload.Agent.State.Capture;
using HotReload.Agent.State.Live;
using HotReload.Agent.State.Roots;
using HotReload.Agent.State.Services;
using HotReload.Agent.State.Types;

namespace HotReload.Agent.State.Checks;

/// <summary>
/// Knows the places that a capture would begin from. They are looked for once in each assembly, and after that in the types that a
/// change has touched: a reload waits for what is done here.
/// </summary>
/// <param name="request">What counts as state.</param>
/// <param name="marks">Which assemblies can have any.</param>
/// <param name="hosts">The program's hosts.</param>
sealed class CheckedPlaces(AgentCapture request, MarkScan marks, HostWatch hosts)
{
    readonly SessionAssemblies _assemblies = new(request.Assemblies);
    readonly ClassInitialization _initialization = new();
    readonly HashSet<Assembly> _scanned = [];
    readonly HashSet<FieldInfo> _fields = [];
    readonly List<ServiceCatalog> _catalogs = [];
    readonly List<object> _services = [];
    bool _hasMarks = request.Mode == AgentStateMode.Auto;
    int _loaded;

    /// <summary>Whether there may be any place at all.</summary>
    public bool HasMarks => _hasMarks;

    /// <summary>Whether an assembly is one of the session's.</summary>
    public bool Owns(Assembly assembly) => _assemblies.Own(assembly);

    /// <summary>Whether a container makes objects of a type, so that a field of it is the container's business.</summary>
    public bool Provides(Type type) => _catalogs.Exists(catalog => catalog.Provides(type));

    /// <summary>The places there are now. No static constructor is run for it.</summary>
    public List<CheckedPlace> Find()
    {
        Scan();
        var places = new List<CheckedPlace>(_fields.Count + _services.Count);
        foreach (var field in _fields)
        {
            if (_initialization.HasRun(field.DeclaringType!))
            {
                places.Add(new(field.DeclaringType!, field, null));
            }
        }

        foreach (var service in _services)
        {
            places.Add(new(service.GetType(), null, service));
        }

        return places;
    }

    /// <summary>A change has touched some types: they may have got marks.</summary>
    public void Learn(Type[] changed)
    {
        var own = Array.FindAll(changed, type => Counts(type.Assembly));
        AddFields(own);
        if (Array.Exists(own, MarkedServices.IsMarked))
        {
            _hasMarks = true;
            _catalogs.Clear();
        }
    }

    void Scan()
    {
        var loaded = AppDomain.CurrentDomain.GetAssemblies().Length;
        if (loaded != _loaded)
        {
            _loaded = loaded;
            foreach (var assembly in _assemblies.Loaded())
            {
                if (Counts(assembly) && _scanned.Add(assembly) && (request.Mode == AgentStateMode.Auto || marks.MayHave(assembly)))
                {
                    _hasMarks = true;
                    AddFields(LoadableTypes.Of(assembly));
                }
            }
        }

        ScanHosts();
    }

    /// <summary>What is known of an assembly keeps it from being unloaded, so nothing is known of one that may be.</summary>
    bool Counts(Assembly assembly) => !assembly.IsCollectible && Owns(assembly);

    void ScanHosts()
    {
        var known = hosts.Hosts;
        if (known.Length == _catalogs.Count || !_hasMarks)
        {
            return;
        }

        _catalogs.Clear();
        _services.Clear();
        foreach (var host in known)
        {
            var catalog = new ServiceCatalog(host);
            _catalogs.Add(catalog);
            _services.AddRange(MarkedServices.Find(catalog, _assemblies, new StateNotes()).ConvertAll(service => service.Value));
        }
    }

    void AddFields(IEnumerable<Type> types)
    {
        foreach (var root in StaticRoots.Find(types, request.Mode))
        {
            if (root.Refusal is null)
            {
                _fields.Add(root.Field);
            }
        }
    }
}
