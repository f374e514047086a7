using HotReload.Core.Buffers;
using HotReload.Core.Pipeline;

namespace HotReload.Lsp.Workspace;

/// <summary>
/// Gathers what changes on disk until it has calmed down: a checkout, a refactoring or an assistant writes many files one after the
/// other, and half of them is a program that nobody wrote.
/// </summary>
internal sealed class ChangeBurst : IDisposable
{
    /// <summary>How long a single file waits for another one.</summary>
    public static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(50);

    /// <summary>How long several files wait for another one: whoever writes two writes three.</summary>
    public static readonly TimeSpan QuietOfSeveral = TimeSpan.FromMilliseconds(120);

    /// <summary>How long a missing or empty file is doubted: an atomic save deletes or truncates before it writes.</summary>
    public static readonly TimeSpan Doubt = TimeSpan.FromMilliseconds(150);

    /// <summary>The longest a burst may grow: who writes without end must not be waited for without end.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    /// <summary>The longest that git is waited for while it writes a working tree.</summary>
    public static readonly TimeSpan LongestCheckout = TimeSpan.FromSeconds(20);

    readonly Lock _gate = new();
    readonly HashSet<string> _paths = new(PathIdentity.Comparer);
    readonly Action<IReadOnlyDictionary<string, string?>> _take;
    readonly GitCheckout _git;
    readonly TimeProvider _time;
    readonly Debounce _calm;
    long _began;
    bool _doubted;

    /// <param name="take">Gets the files of a burst that is over, each with its text; null where it is gone.</param>
    /// <param name="git">Knows whether git is writing a working tree.</param>
    /// <param name="time">The clock of all waits.</param>
    public ChangeBurst(Action<IReadOnlyDictionary<string, string?>> take, GitCheckout git, TimeProvider time)
    {
        (_take, _git, _time) = (take, git, time);
        _calm = new(Calm, time);
    }

    /// <summary>Something happened to a file.</summary>
    /// <param name="path">Its full path.</param>
    /// <param name="quiet">How long it waits for another one where it is alone.</param>
    public void Add(string path, TimeSpan quiet)
    {
        lock (_gate)
        {
            if (_paths.Count == 0)
            {
                _began = _time.GetTimestamp();
            }

            _paths.Add(path);
            _doubted = false;
            Wait(_paths.Count > 1 ? QuietOfSeveral : quiet);
        }
    }

    public void Dispose() => _calm.Dispose();

    void Wait(TimeSpan quiet)
    {
        var left = Longest - _time.GetElapsedTime(_began);
        _calm.Call(left < quiet ? TimeSpan.FromTicks(Math.Max(left.Ticks, 0)) : quiet);
    }

    void Calm()
    {
        Dictionary<string, string?> files;
        lock (_gate)
        {
            if (_time.GetElapsedTime(_began) < LongestCheckout && _git.IsWriting(_paths))
            {
                _calm.Call(QuietOfSeveral);
                return;
            }

            files = Read();
            if (!_doubted && files.Values.Any(string.IsNullOrEmpty))
            {
                // The others wait too: what was renamed must not be there twice for a moment, nor be missing.
                _doubted = true;
                _calm.Call(Doubt);
                return;
            }

            _paths.Clear();
        }

        _take(files);
    }

    Dictionary<string, string?> Read()
    {
        var files = new Dictionary<string, string?>(PathIdentity.Comparer);
        foreach (var path in _paths)
        {
            files[path] = SourceFiles.Read(path);
        }

        return files;
    }
}
