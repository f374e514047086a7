using System.Collections.Concurrent;
using System.Collections.Immutable;
using HotReload.Core.Buffers;

namespace HotReload.Engine.Loading;

/// <summary>What projects name, read again only when one of their files has been written since. Thread-safe.</summary>
internal sealed class ProjectReadings
{
    readonly ConcurrentDictionary<string, Reading> _readings = new(PathIdentity.Comparer);

    sealed record Reading(ImmutableArray<DateTime> WrittenAt, NamedFiles Files);

    /// <summary>What a project names.</summary>
    /// <param name="projectPath">Full path of the project.</param>
    public NamedFiles Of(string projectPath)
    {
        // Taken before the files are read: what is written meanwhile is read the next time.
        ImmutableArray<DateTime> writtenAt = [.. BuildInputs.FindPossibleInputs(projectPath).Select(File.GetLastWriteTimeUtc)];
        if (!_readings.TryGetValue(projectPath, out var reading) || !reading.WrittenAt.SequenceEqual(writtenAt))
        {
            _readings[projectPath] = reading = new(writtenAt, NamedFiles.Read(projectPath));
        }

        return reading.Files;
    }
}
