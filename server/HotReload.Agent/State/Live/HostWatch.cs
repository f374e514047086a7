using System.Diagnostics;
using System.Reflection;

namespace HotReload.Agent.State.Live;

/// <summary>Learns of the hosts that the program builds: their services hold most of what a program has.</summary>
/// <remarks>Nothing is loaded for it before the program has loaded the hosting library.</remarks>
sealed class HostWatch
{
    const string Library = "Microsoft.Extensions.Hosting, ";

    readonly List<WeakReference<object>> _hosts = [];

    /// <summary>The hosts that are alive.</summary>
    public object[] Current()
    {
        var hosts = new List<object>();
        lock (_hosts)
        {
            foreach (var reference in _hosts)
            {
                if (reference.TryGetTarget(out var host))
                {
                    hosts.Add(host);
                }
            }
        }

        return hosts.ToArray();
    }

    /// <summary>Begins to look for the hosting library.</summary>
    public void Watch() => AppDomain.CurrentDomain.AssemblyLoad += OnAssemblyLoad;

    void OnAssemblyLoad(object? sender, AssemblyLoadEventArgs args)
    {
        if (args.LoadedAssembly.FullName?.StartsWith(Library, StringComparison.Ordinal) == true)
        {
            AppDomain.CurrentDomain.AssemblyLoad -= OnAssemblyLoad;
            Listen();
        }
    }

    // Not inlined: it would load the diagnostics library with the first assembly of every program.
    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    void Listen() => DiagnosticListener.AllListeners.Subscribe(new Listeners(this));

    void Add(object host)
    {
        lock (_hosts)
        {
            _hosts.Add(new(host));
        }
    }

    sealed class Listeners(HostWatch owner) : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
    {
        const string Listener = "Microsoft.Extensions.Hosting";
        const string HostBuilt = "HostBuilt";

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == Listener)
            {
                value.Subscribe(this, static name => name == HostBuilt);
            }
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value is { Key: HostBuilt, Value: { } host })
            {
                owner.Add(host);
            }
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }
}
