using System.Collections.Immutable;
using System.Globalization;
using HotReload.Core.Ports;
using HotReload.Core.State;

namespace HotReload.Lsp.Sessions;

/// <summary>What the program had marked just before each of its last changes, for those that are rolled back with their state.</summary>
internal sealed class RollbackPoints(SessionServices services, string session) : IDisposable
{
    /// <summary>For how many changes it is kept.</summary>
    public const int Most = 20;

    /// <summary>The change waits for it in the program, so it may not take long; where there is more, there is none of it.</summary>
    static readonly StateLimits s_limits = new(8L * 1024 * 1024, 100_000, TimeSpan.FromMilliseconds(5));

    readonly Lock _gate = new();
    ImmutableSortedDictionary<int, Task<StateFile?>> _points = ImmutableSortedDictionary<int, Task<StateFile?>>.Empty;
    Task<StateFile?>? _begun;
    int _files;

    string Folder => Path.Combine(services.SessionsFolder, session, "rollback");

    /// <summary>The program is about to be sent a change: what it has marked is asked for first. Nobody waits for the answer.</summary>
    public void Begin(IRunningProgram program, ImmutableArray<string> assemblies)
    {
        lock (_gate)
        {
            _begun = CaptureAsync(program, assemblies, ++_files);
        }
    }

    /// <summary>A reload has ended.</summary>
    /// <param name="change">The number of the last change that the program has taken.</param>
    public void Ended(int change)
    {
        lock (_gate)
        {
            if (_begun is { } point && change > 0 && !_points.ContainsKey(change))
            {
                _points = _points.Add(change, point);
                while (_points.Count > Most)
                {
                    _ = DropAsync(_points.First().Value);
                    _points = _points.Remove(_points.First().Key);
                }
            }
            else if (_begun is { } unused)
            {
                _ = DropAsync(unused);
            }

            _begun = null;
        }
    }

    /// <summary>The state from just before a change; null where there is none.</summary>
    public Task<StateFile?> FindAsync(int change)
    {
        lock (_gate)
        {
            return _points.GetValueOrDefault(change) ?? Task.FromResult<StateFile?>(null);
        }
    }

    /// <summary>Nobody rolls back any more.</summary>
    public void Dispose()
    {
        try
        {
            Directory.Delete(Folder, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // There never was any; or the server's own end takes the folder along.
        }
    }

    async Task<StateFile?> CaptureAsync(IRunningProgram program, ImmutableArray<string> assemblies, int number)
    {
        try
        {
            Directory.CreateDirectory(Folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            services.Log.Warning($"The folder {Folder} can't be written, so no state can be rolled back to: {exception.Message}");
            return null;
        }

        var file = new StateFile(Path.Combine(Folder, string.Create(CultureInfo.InvariantCulture, $"{number}.state")), assemblies);
        var report = await program.CaptureAsync(file, StateMode.Marked, s_limits, CancellationToken.None);
        return report is { Error: null, Bytes: > 0 } ? file : null;
    }

    async Task DropAsync(Task<StateFile?> point)
    {
        if (await point is { } file)
        {
            try
            {
                File.Delete(file.Path);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                services.Log.Warning($"{file.Path} can't be deleted: {exception.Message}");
            }
        }
    }
}
