using System.Diagnostics;
using System.Runtime.ExceptionServices;
using HotReload.Agent.Contract;

namespace HotReload.Agent.Updates;

/// <summary>Notices when a member that the last change has touched throws, whoever catches the exception.</summary>
/// <remarks>
/// To look at the stack is dear beside a throw, so a program that throws all the time is looked at a few times a second only: what throws
/// all the time is met all the same. Once one is met there is nothing to do before the next change.
/// </remarks>
sealed class ThrowWatch
{
    /// <summary>How many stacks are looked at in a second at most.</summary>
    public const int LooksPerSecond = 20;

    /// <summary>How many of the program's own methods are looked at, from where the exception was thrown: who passes a bad argument is near.</summary>
    const int Depth = 3;

    const long Second = 1_000;

    [ThreadStatic]
    static bool s_isBusy;

    volatile WatchedMethods? _watched;
    bool _isListening;
    long _second;
    int _looks;

    /// <summary>A changed member threw; raised once a change, on the throwing thread.</summary>
    public event Action<AgentThrown>? Threw;

    /// <summary>From now on these methods are watched, and no others.</summary>
    public void Watch(WatchedMethods methods)
    {
        _watched = methods.IsEmpty ? null : methods;
        if (!methods.IsEmpty && !_isListening)
        {
            _isListening = true;
            AppDomain.CurrentDomain.FirstChanceException += OnThrown;
        }
    }

    void OnThrown(object? sender, FirstChanceExceptionEventArgs args)
    {
        if (_watched is not { } watched || s_isBusy || args.Exception is OperationCanceledException || !MayLook())
        {
            return;
        }

        s_isBusy = true;
        try
        {
            Look(watched, args.Exception);
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

    bool MayLook()
    {
        var second = Environment.TickCount64 / Second;
        if (Interlocked.Exchange(ref _second, second) != second)
        {
            _looks = 0;
        }

        return _looks < LooksPerSecond && Interlocked.Increment(ref _looks) <= LooksPerSecond;
    }

    void Look(WatchedMethods watched, Exception exception)
    {
        var near = 0;
        var stack = new StackTrace(2, fNeedFileInfo: false);
        for (var i = 0; i < stack.FrameCount && near < Depth; i++)
        {
            if (stack.GetFrame(i)?.GetMethod() is not { } method || !watched.IsNear(method))
            {
                continue;
            }

            near++;
            if (watched.Has(method) && Interlocked.CompareExchange(ref _watched, null, watched) == watched)
            {
                Threw?.Invoke(new(
                    watched.Generation, MemberNames.TypeOf(method), MemberNames.MemberOf(method), exception.GetType().FullName!, exception.Message));
                return;
            }
        }
    }
}
