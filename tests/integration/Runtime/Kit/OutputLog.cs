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
    public Task WaitForAsync(string text) =>
        WaitAsync(written => written.Contains(text, StringComparison.Ordinal), $"'{text}'");

    /// <summary>Waits until standard output holds that many whole lines.</summary>
    public Task WaitForLinesAsync(int lines) =>
        WaitAsync(written => written.Count(c => c == '\n') >= lines, $"{lines} lines");

    async Task WaitAsync(Func<string, bool> holds, string what)
    {
        while (true)
        {
            Task changed;
            lock (_gate)
            {
                if (holds(_stdout.ToString()))
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
                throw new TimeoutException($"{what} never came. Written:\n{Stdout}\n{Stderr}");
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
