using System.Text;

namespace HotReload.Testing.Probing;

/// <summary>The text that a program has written so far, and a way to wait for a line of it.</summary>
public sealed class OutputText
{
    readonly Lock _gate = new();
    readonly StringBuilder _text = new();
    TaskCompletionSource _grown = NewSignal();

    /// <summary>Raised with each piece as it comes. The handler must not block.</summary>
    public event Action<string>? Appended;

    /// <summary>How much there is: a mark to wait from.</summary>
    public int Length
    {
        get
        {
            lock (_gate)
            {
                return _text.Length;
            }
        }
    }

    /// <summary>Adds what the program wrote.</summary>
    public void Append(string text)
    {
        TaskCompletionSource grown;
        lock (_gate)
        {
            _text.Append(text);
            grown = _grown;
            _grown = NewSignal();
        }

        grown.SetResult();
        Appended?.Invoke(text);
    }

    /// <summary>The first complete line that begins at or after <paramref name="from"/> and fits; waits until there is one.</summary>
    public async Task<string> LineAsync(int from, Func<string, bool> fits, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task grown;
            lock (_gate)
            {
                while (TryReadLine(ref from, out var line))
                {
                    if (fits(line))
                    {
                        return line;
                    }
                }

                grown = _grown.Task;
            }

            await grown.WaitAsync(cancellationToken);
        }
    }

    /// <summary>All of it.</summary>
    public override string ToString()
    {
        lock (_gate)
        {
            return _text.ToString();
        }
    }

    bool TryReadLine(ref int from, out string line)
    {
        for (var at = from; at < _text.Length; at++)
        {
            if (_text[at] == '\n')
            {
                line = _text.ToString(from, at - from).TrimEnd('\r');
                from = at + 1;
                return true;
            }
        }

        line = "";
        return false;
    }

    static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
