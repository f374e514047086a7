using System.Runtime.CompilerServices;

namespace HotReload.Agent.State.Services;

/// <summary>
/// Knows the hosts that the program builds. A program without .NET's hosting pays nothing for it: only when that assembly is loaded
/// does it begin to listen.
/// </summary>
sealed class HostWatch
{
    const string Hosting = "Microsoft.Extensions.Hosting,";

    readonly List<IServiceProvider> _hosts = [];
    readonly object _gate = new();

    /// <summary>A host was built, and nothing of it runs yet. Raised on the program's own thread.</summary>
    public event Action<IServiceProvider>? Built;

    /// <summary>The services of the hosts that were built.</summary>
    public IServiceProvider[] Hosts
    {
        get
        {
            lock (_gate)
            {
                return _hosts.ToArray();
            }
        }
    }

    /// <summary>Begins to look at assemblies as they are loaded.</summary>
    public void Begin() => AppDomain.CurrentDomain.AssemblyLoad += OnAssemblyLoad;

    /// <summary>A host was built.</summary>
    public void Add(IServiceProvider services)
    {
        lock (_gate)
        {
            _hosts.Add(services);
        }

        Built?.Invoke(services);
    }

    void OnAssemblyLoad(object? sender, AssemblyLoadEventArgs args)
    {
        if (args.LoadedAssembly.FullName?.StartsWith(Hosting, StringComparison.Ordinal) != true)
        {
            return;
        }

        AppDomain.CurrentDomain.AssemblyLoad -= OnAssemblyLoad;
        try
        {
            Listen();
        }
        catch (Exception exception)
        {
            // This is inside the program's own load of an assembly, which must not fail for it.
            Console.Error.WriteLine("Hot reload agent: " + exception.Message);
        }
    }

    // Apart: who comes here needs the assembly of the diagnostics, others do not.
    [MethodImpl(MethodImplOptions.NoInlining)]
    void Listen() => HostListener.Begin(Add);
}
