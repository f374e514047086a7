using System.Collections.Immutable;
using HotReload.Core.Buffers;
using HotReload.Core.Reload;
using HotReload.Engine.Baselines;
using HotReload.Engine.EditAndContinue;
using HotReload.Engine.Emit;
using HotReload.Engine.Evaluations;
using HotReload.Engine.Loading;
using HotReload.Engine.Overlay;
using HotReload.Engine.Sdk;
using HotReload.Engine.Verification;
using Microsoft.CodeAnalysis;

namespace HotReload.Engine.Session;

/// <summary>
/// A program's projects, loaded. From here a session starts; it names no Roslyn type in its public surface, so that
/// callers can be compiled before Roslyn's home is known.
/// </summary>
public sealed partial class EngineProgram : IDisposable
{
    readonly SdkInstallation _sdk;
    readonly LoadOptions _options;
    readonly LoadedSolution _loaded;
    readonly Workspace? _owned;
    readonly WarmUpRun? _warmUp;
    readonly DiskTexts _disk;
    readonly ProjectReadings _readings = new();
    readonly ProgramOutput _output;
    readonly BoundedCompilation _compilation;

    /// <summary>The text that the outputs were made from, save for the projects in <see cref="_stale"/>.</summary>
    Solution _solution;

    // Not an array by value: the runtime would want Roslyn for the layout of this class, before its home is known.
    IReadOnlyList<ProjectId> _stale = [];

    /// <summary>The text that was read from disk last, which no output may have been made from yet.</summary>
    Solution _latest;
    bool _isWarm;

    EngineProgram(SdkInstallation sdk, LoadOptions options, ProgramLoad load, Workspace? owned, WarmUpRun? warmUp)
    {
        (_sdk, _options, _disk, _owned, _warmUp) = (sdk, options, load.Disk, owned, warmUp);
        _loaded = load.Projects with { Solution = OtherFrameworks.Without(load.Projects.Solution, load.Projects.Startup) };
        _solution = _latest = OtherFrameworks.Without(load.Text, _loaded.Startup);
        _output = new(_loaded.Startup, _readings);
        _compilation = new(options.CompileTime, TimeProvider.System);
    }

    /// <summary>Whether it was loaded before anybody asked for it (<see cref="EngineShare.PrepareAsync"/>).</summary>
    public bool WasPrepared { get; private init; }

    /// <summary>What went wrong while loading; the program may still work.</summary>
    public ImmutableArray<ReloadDiagnostic> Diagnostics => _loaded.Diagnostics;

    /// <summary>The assembly that is run: where the build puts it, or where <see cref="EmitAsync"/> did.</summary>
    public string? OutputAssembly => _output.AssemblyOf(_solution);

    /// <summary>Whether only browsers run the program.</summary>
    public bool IsForBrowsers => BrowserProjects.IsClient(Startup);

    /// <summary>Full path of the assembly that serves such a program; null where there is none.</summary>
    public string? BrowserHost => Loading.BrowserHost.Find(Startup);

    /// <summary>The version of the SDK.</summary>
    public string SdkVersion => _sdk.Version;

    /// <summary>Full path of the SDK's folder.</summary>
    public string SdkFolder => _sdk.Directory;

    /// <summary>The simple name of the assembly that is run.</summary>
    public string AssemblyName => Startup.AssemblyName;

    /// <summary>The simple names of the assemblies that the loaded projects make.</summary>
    public ImmutableArray<string> AssemblyNames => [.. _solution.Projects.Select(project => project.AssemblyName).Distinct(StringComparer.Ordinal)];

    Project Startup => _solution.GetProject(_loaded.Startup)!;

    /// <summary>Why a project must be built before it can be loaded, or null.</summary>
    public static string? FindRestoreReason(string projectPath) => BuildInputs.FindRestoreReason(projectPath);

    /// <summary>Loads a project and all it references. The SDK must be bound (<see cref="RoslynResolver"/>).</summary>
    public static async Task<EngineProgram> LoadAsync(
        SdkInstallation sdk, LoadOptions options, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        // What takes longest is begun first.
        var host = options.Share.HostAsync();
        var evaluations = CachedEvaluations.In(options.CacheFolder, sdk);
        var found = options.File is null ? evaluations?.Find(options.ProjectPath) : null;
        if (await options.Share.TakePreparedAsync(options, found, cancellationToken) is var (prepared, compilation))
        {
            return new(sdk, options, prepared, prepared.Projects.Workspace, compilation) { WasPrepared = true };
        }

        // While another process evaluates or nothing is known of the program's text; else the session's own warm-up comes as soon.
        var warmUp = found is { IsCurrent: true } || options.Share.IsWarm
            ? null
            : new WarmUpRun(end => EngineWarmUp.RunAsync(sdk, host, Path.Combine(options.SessionFolder, "warm"), end), TaskScheduler.Default);
        try
        {
            var load = await ProgramLoad.RunAsync(sdk, options, found, evaluations, progress, cancellationToken);
            return new(sdk, options, load, load.Projects.Workspace, warmUp);
        }
        catch
        {
            // Nothing of a load that failed, or was given up, goes on behind its back.
            warmUp?.Dispose();
            await (warmUp?.Ended ?? Task.CompletedTask);
            throw;
        }
    }

    /// <summary>
    /// The same projects once more, with outputs and sessions of their own: nothing is evaluated again. It must be disposed of before
    /// the program that it was made from.
    /// </summary>
    /// <param name="sessionFolder">See <see cref="LoadOptions.SessionFolder"/>.</param>
    public EngineProgram Fork(string sessionFolder) =>
        new(_sdk, _options with { SessionFolder = sessionFolder }, new(_loaded with { Solution = _latest }, _latest, new()), owned: null, warmUp: null);

    /// <summary>
    /// Whether the last build fits the sources. If not: <see cref="EmitAsync"/>, or where a build is needed, that and
    /// <see cref="RefreshAsync"/>.
    /// </summary>
    public async Task<BaselineReport> CheckBaselineAsync(CancellationToken cancellationToken)
    {
        var faults = (await BaselineCheck.CheckAsync(_solution.Projects, _readings, cancellationToken)).AddRange(BaselineCheck.CheckCopies(_solution, _loaded.Startup));
        _stale = [.. faults.Select(fault => fault.Project)];
        return new(
            [.. faults.Select(fault => fault.Reason)],
            [.. faults.Where(fault => fault.NeedsBuild).Select(fault => fault.Reason)]);
    }

    /// <summary>
    /// Makes the program's assemblies from memory: the sources as they are on disk with a snapshot on top, which becomes the text
    /// that the next session starts from. What runs already is not touched; where it fails, nothing has changed.
    /// </summary>
    public async Task<EmitReport> EmitAsync(Snapshot snapshot, CancellationToken cancellationToken)
    {
        _latest = await _disk.RefreshAsync(_latest, cancellationToken);
        var overlay = new SolutionOverlay(_latest, new(_loaded.Solution));
        var wanted = overlay.Lay(snapshot);
        if (overlay.Unplaced.FirstOrDefault() is { } view)
        {
            return EmitReport.NeedsBuild($"{view} is new.");
        }

        var changed = SolutionChange.Find(_solution, wanted).Projects.Union(_stale).ToImmutableArray();
        if (await _compilation.RunAsync(wanted, changed, cancellationToken) is { } hang)
        {
            return new(null, [hang]);
        }

        var (report, solution) = await _output.EmitAsync(_loaded.Solution, wanted, changed, cancellationToken);
        if (report.Succeeded)
        {
            (_solution, _latest, _stale) = (solution, solution, []);
        }

        return report;
    }

    /// <summary>Does what a build does for a changed file that it copies beside the program.</summary>
    /// <returns>Full path of the copy; null where the file is none of those.</returns>
    /// <exception cref="IOException">It can't be copied.</exception>
    /// <exception cref="UnauthorizedAccessException">It can't be copied.</exception>
    public string? CopyContent(string path) =>
        Path.GetDirectoryName(OutputAssembly) is { } output ? CopiedContent.Copy(path, Named, output) : null;

    /// <summary>Removes what a program that has ended ran from.</summary>
    public void DropPreviousOutput() => _output.DropPrevious();

    /// <summary>Reads every text from disk again, after a build.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        _solution = _latest = await _disk.PinAsync(_loaded.Solution, cancellationToken);
        _stale = [];
    }

    /// <summary>
    /// Starts the edit session: the sources as they are loaded become the baseline.
    /// </summary>
    /// <exception cref="UnsupportedSdkException">The SDK's service has an unknown shape.</exception>
    public async Task<EditSession> StartSessionAsync(CancellationToken cancellationToken)
    {
        var capabilities = new RuntimeCapabilities();
        var (service, error) = EncServiceFactory.Create(_sdk, _solution.Services, () => capabilities.Current);
        if (service is null)
        {
            throw new UnsupportedSdkException(error!);
        }

        NotePackages();
        var baseline = BaselineShadow.Create(_solution, Path.Combine(_options.SessionFolder, "baseline"));
        await service.StartSessionAsync(baseline, cancellationToken);
        var folder = _output.Folder;
        Baseline = () => BaselineRecord.Describe(baseline, folder);
        var passes = _isWarm ? WarmUp.PassesAgain : WarmUp.Passes;
        _isWarm = _options.Share.IsWarm = true;
        return new EditSession(
            service, baseline, _loaded.Startup, capabilities, new FirstCompilation(baseline, _loaded.Startup, _warmUp?.Ended ?? Task.CompletedTask), passes,
            new ComparisonQueue(_options.Patience, _options.Comparisons), _compilation);
    }

    public void Dispose()
    {
        _warmUp?.Dispose();
        _output.Dispose();
        _owned?.Dispose();
    }
}
