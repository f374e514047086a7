using System.Text;
using HotReload.Core.Ports;

namespace HotReload.RuntimeTests.Kit;

/// <summary>What a program has written, and a way to wait for more of it.</summary>
sealed class OutputLog
{
    readonly StringBuilder _stdout = new();
    readonly StringBuilder _stderr = new();
    readonly object _gate = new();
    TaskCompletionSource _changed = New();

    public string Stdout => Read(_stdout);

    public string Stderr => Read(_stderr);

    public void Add(ProgramOutput output)
    {
        TaskCompletionSource changed;
        lock (_gate)
        {
            (output.Kind == OutputKind.Stdout ? _stdout : _stderr).Append(output.Text);
            changed = _changed;
            _changed = New();
        }

        changed.SetResult();
    }

    /// <summary>Waits until standard output holds a text. Ends with the test's own hang guard.</summary>
    public async Task WaitForAsync(string text)
    {
        while (true)
        {
            Task changed;
            lock (_gate)
            {
                if (_stdout.ToString().Contains(text, StringComparison.Ordinal))
                {
                    return;
                }

                changed = _changed.Task;
            }

            try
            {
                await changed.WaitAsync(Hang.Guard);
            }
            catch (TimeoutException)
            {
                throw new TimeoutException($"'{text}' was never written. Written:\n{Stdout}\n{Stderr}");
            }
        }
    }

    static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    string Read(StringBuilder text)
    {
        lock (_gate)
        {
            return text.ToString();
        }
    }
}
