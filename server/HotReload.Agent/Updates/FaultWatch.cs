using System.Diagnostics;
using System.Runtime.ExceptionServices;

namespace HotReload.Agent.Updates;

/// <summary>
/// Notices when the program's code fails because of a change: code that the runtime can't bring over (it throws
/// <c>HotReloadException</c> in the place of the old), and types that can't be loaded any more.
/// </summary>
/// <remarks>
/// Nothing is watched before the first change, and what is thrown costs a comparison of types. Whoever catches the exception hides it
/// from its user, not from the developer.
/// </remarks>
sealed class FaultWatch(Func<string, bool> isChanged)
{
    const string HotReloadException = "System.Runtime.CompilerServices.HotReloadException";

    [ThreadStatic]
    static bool s_isBusy;

    int _begun;
    volatile string? _fault;
    int _told;

    /// <summary>The program failed because of a change; raised once, on the failing thread.</summary>
    public event Action<string>? Faulted;

    /// <summary>What was told; null where nothing was.</summary>
    public string? Fault => _fault;

    /// <summary>There are changes from now on.</summary>
    public void Begin()
    {
        if (Interlocked.Exchange(ref _begun, 1) == 0)
        {
            AppDomain.CurrentDomain.FirstChanceException += OnThrown;
        }
    }

    /// <summary>Judges an exception that was thrown somewhere in the program.</summary>
    public void Judge(Exception exception)
    {
        if (Reason(exception) is { } reason && Interlocked.Exchange(ref _told, 1) == 0)
        {
            _fault = reason;
            Faulted?.Invoke(reason);
        }
    }

    void OnThrown(object? sender, FirstChanceExceptionEventArgs args)
    {
        // What is thrown while one is judged is our own.
        if (s_isBusy || _told != 0)
        {
            return;
        }

        s_isBusy = true;
        try
        {
            Judge(args.Exception);
        }
        catch (Exception exception)
        {
            // This is inside the program's own throw, which must go on as it would without us.
            Console.Error.WriteLine("Hot reload agent: " + exception.Message);
        }
        finally
        {
            s_isBusy = false;
        }
    }

    string? Reason(Exception exception)
    {
        var type = exception.GetType();
        if (type.FullName == HotReloadException)
        {
            return $"code that a change has no way into was called: {exception.Message}";
        }

        // By their exact types: a missing native library is a TypeLoadException, too, and a missing constructor one of these.
        var isLoad = type == typeof(TypeLoadException) || type == typeof(InvalidProgramException)
            || (type == typeof(MissingMethodException) && exception.Message.StartsWith("Method not found", StringComparison.Ordinal))
            || (type == typeof(MissingFieldException) && exception.Message.StartsWith("Field not found", StringComparison.Ordinal));
        return isLoad && Concerns(exception) ? $"{type.Name} after a change: {exception.Message}" : null;
    }

    /// <summary>Whether a changed assembly is named, or its code runs.</summary>
    bool Concerns(Exception exception)
    {
        if (exception.Message.Split("assembly '", 2) is [_, var named])
        {
            return isChanged(named.Split(',')[0]);
        }

        foreach (var frame in new StackTrace(fNeedFileInfo: false).GetFrames())
        {
            if (frame.GetMethod()?.Module.Assembly.GetName().Name is { } name && isChanged(name))
            {
                return true;
            }
        }

        return false;
    }
}
