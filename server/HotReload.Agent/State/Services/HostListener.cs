using System.Diagnostics;

namespace HotReload.Agent.State.Services;

/// <summary>Hears of hosts as .NET's hosting tells of them: a diagnostic event with the host, after it was built and before it starts.</summary>
sealed class HostListener(Action<IServiceProvider> built) : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    const string Source = "Microsoft.Extensions.Hosting";
    const string Event = "HostBuilt";

    /// <summary>Begins to listen, for the program's whole life.</summary>
    public static void Begin(Action<IServiceProvider> built) => DiagnosticListener.AllListeners.Subscribe(new HostListener(built));

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == Source)
        {
            value.Subscribe(this, name => name == Event);
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        try
        {
            if (value is { Key: Event, Value: { } host } && ServicesOf(host) is { } services)
            {
                built(services);
            }
        }
        catch (Exception exception)
        {
            // This is inside the program's own building of its host, which must not fail for it.
            Console.Error.WriteLine("Hot reload agent: " + exception.Message);
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    static IServiceProvider? ServicesOf(object host) =>
        Array.Find(host.GetType().GetInterfaces(), type => type.FullName == "Microsoft.Extensions.Hosting.IHost")
            ?.GetProperty("Services")?.GetValue(host) as IServiceProvider;
}
