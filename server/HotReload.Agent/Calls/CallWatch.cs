using System.Diagnostics.Tracing;
using HotReload.Agent.Contract;

namespace HotReload.Agent.Calls;

/// <summary>
/// Notices the first call of each changed method. The runtime compiles the new code of a method when it is first called and not before,
/// and says so on its event stream; nothing in the program's own code is added or slowed. The stream is on only while a call is awaited.
/// </summary>
sealed class CallWatch : EventListener
{
    const string RuntimeEvents = "Microsoft-Windows-DotNETRuntime";
    const EventKeywords JustInTime = (EventKeywords)0x10;
    const int MethodLoadVerbose = 143;
    const int TokenIndex = 4;
    const int TypeIndex = 6;
    const int NameIndex = 7;

    readonly object _switch = new();
    AwaitedCalls? _awaited;
    EventSource? _runtime;
    bool _isOn;

    /// <summary>A changed method was called. Raised on a thread of the runtime's.</summary>
    public event Action<AgentCall>? Called;

    /// <summary>Whether the program's runtime tells; a program may be built without its event streams.</summary>
    public bool CanWatch => _runtime is not null;

    /// <summary>Makes a change of the program, the calls of whose methods are awaited from then on.</summary>
    /// <param name="generation">What is changed.</param>
    /// <param name="apply">Makes the change; returns what became of it.</param>
    public AgentModuleReload[] Around(AgentGeneration generation, Func<AgentGeneration, AgentModuleReload[]> apply)
    {
        lock (_switch)
        {
            // Before the change, as the program may call the new code at once.
            _awaited ??= new(TimeProvider.System);
            TurnOn();
            var outcomes = _awaited.Replace(generation, apply);
            TurnOffWhereIdle();
            return outcomes;
        }
    }

    /// <summary>Sets the stream up once, so that no change has to wait for that.</summary>
    public void WarmUp()
    {
        lock (_switch)
        {
            _awaited ??= new(TimeProvider.System);
            TurnOn();
            TurnOffWhereIdle();
        }
    }

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        // The base's constructor calls this for what is there already.
        if (eventSource.Name == RuntimeEvents)
        {
            _runtime = eventSource;
        }
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (eventData.EventId != MethodLoadVerbose
            || eventData.Payload is not { Count: > NameIndex } payload
            || payload[TokenIndex] is not uint token || payload[TypeIndex] is not string type || payload[NameIndex] is not string name)
        {
            return;
        }

        var calls = _awaited!.Take((int)token, type, name, eventData.TimeStamp);
        foreach (var call in calls)
        {
            Called?.Invoke(call);
        }

        if (calls.Length > 0 && _awaited.IsEmpty)
        {
            // Not from here: turning the stream off waits for this very thread.
            ThreadPool.UnsafeQueueUserWorkItem(static watch => watch.TurnOffWhereIdle(), this, preferLocal: false);
        }
    }

    void TurnOn()
    {
        if (!_isOn && _runtime is { } runtime)
        {
            EnableEvents(runtime, EventLevel.Verbose, JustInTime);
            _isOn = true;
        }
    }

    void TurnOffWhereIdle()
    {
        lock (_switch)
        {
            if (_isOn && _awaited!.IsEmpty)
            {
                DisableEvents(_runtime!);
                _isOn = false;
            }
        }
    }
}
