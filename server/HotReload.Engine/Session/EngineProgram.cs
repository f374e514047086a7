using System.Collections.Immutable;
using HotReload.Core.Ports;
using HotReload.Core.Reload;
using HotReload.Engine.EditAndContinue;
using HotReload.Engine.Loading;
using HotReload.Engine.Sdk;
using Microsoft.CodeAnalysis;

namespace HotReload.Engine.Session;

/// <summary>
/// A program's projects, loaded. From here a session starts; it names no Roslyn type in its public surface, so that
/// callers can be compiled before Roslyn's home is known.
/// </summary>
public sealed class EngineProgram : IDisposable
{
    readonly SdkInstallation _sdk;
    readonly LoadOptions _options;
    readonly LoadedSolution _loaded;
    Solution _solution;

    EngineProgram(SdkInstallation sdk, LoadOptions options, LoadedSolution loaded, Solution solution) =>
        (_sdk, _options, _loaded, _solution) = (sdk, options, loaded, solution);

    /// <summary>What went wrong while loading; the program may still work.</summary>
    public ImmutableArray<ReloadDiagnostic> Diagnostics => _loaded.Diagnostics;

    /// <summary>The assembly that is run, where the build puts it.</summary>
    public string? OutputAssembly => Startup.OutputFilePath;

    /// <summary>The simple name of the assembly that is run.</summary>
    public string AssemblyName => Startup.AssemblyName;

    /// <summary>Full paths of the loaded projects' files.</summary>
    public ImmutableArray<string> ProjectFiles =>
        [.. _solution.Projects.Select(project => project.FilePath).OfType<string>().Distinct()];

    Project Startup => _solution.GetProject(_loaded.Startup)!;

    /// <summary>Why a project must be built before it can be loaded, or null.</summary>
    public static string? FindRestoreReason(string projectPath) => BuildInputs.FindRestoreReason(projectPath);

    /// <summary>Loads a project and all it references. The SDK must be bound (<see cref="RoslynResolver"/>).</summary>
    public static async Task<EngineProgram> LoadAsync(
        SdkInstallation sdk, LoadOptions options, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        var host = Task.Run(WorkspaceHosts.CreateForEditing, cancellationToken);
        var warmUp = Task.Run(() => EngineWarmUp.RunAsync(sdk, host, Path.Combine(options.SessionFolder, "warm"), cancellationToken), cancellationToken);
        var loaded = await SolutionLoader.LoadAsync(options.ProjectPath, options.TargetFramework, host, progress, cancellationToken);
        var pinned = await TextPinning.PinAsync(loaded.Solution, cancellationToken);
        await warmUp;
        return new(sdk, options, loaded, pinned);
    }

    /// <summary>Whether the last build fits the sources; if not, build and <see cref="RefreshAsync"/>.</summary>
    public Task<BaselineReport> CheckBaselineAsync(CancellationToken cancellationToken) =>
        BaselineCheck.CheckAsync(_solution, cancellationToken);

    /// <summary>Reads every text from disk again, after a build.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken) =>
        _solution = await TextPinning.PinAsync(_loaded.Solution, cancellationToken);

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

        var baseline = BaselineShadow.Create(_solution, Path.Combine(_options.SessionFolder, "baseline"));
        await service.StartSessionAsync(baseline, cancellationToken);
        return new EditSession(service, baseline, _loaded.Startup, capabilities);
    }

    public void Dispose() => _loaded.Workspace.Dispose();
}
