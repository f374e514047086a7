using System.Text;
using HotReload.Core.Ports;

namespace HotReload.Runtime.Launch;

/// <summary>The last of what a program wrote, for the message of a launch that failed. Thread-safe.</summary>
sealed class OutputTail
{
    /// <summary>How much is kept, in characters.</summary>
    public const int MaxLength = 4 * 1024;

    readonly StringBuilder _text = new();
    bool _released;

    public string Text
    {
        get
        {
            lock (_text)
            {
                return _text.ToString();
            }
        }
    }

    public void Add(ProgramOutput output)
    {
        lock (_text)
        {
            if (_released)
            {
                return;
            }

            _text.Append(output.Text);
            if (_text.Length > MaxLength)
            {
                _text.Remove(0, _text.Length - MaxLength);
            }
        }
    }

    /// <summary>The launch has succeeded: nothing more is kept.</summary>
    public void Release()
    {
        lock (_text)
        {
            _released = true;
            _text.Clear();
        }
    }
}
