using HotReload.Engine.Evaluations;
using HotReload.Engine.Loading;
using HotReload.Engine.Sdk;
using Microsoft.CodeAnalysis;

namespace HotReload.Engine.Session;

/// <summary>A program's projects with the text of all their files, before a session is started from them.</summary>
/// <param name="Projects">As they are evaluated.</param>
/// <param name="Text">With what was on disk.</param>
/// <param name="Disk">Finds what is written to it from then on.</param>
internal sealed record ProgramLoad(LoadedSolution Projects, Solution Text, DiskTexts Disk)
{
    /// <summary>Loads them.</summary>
    /// <param name="sdk">Evaluates them.</param>
    /// <param name="options">What to load.</param>
    /// <param name="found">What was kept of an earlier evaluation; null where nothing was.</param>
    /// <param name="evaluations">Where to keep what is evaluated; null for nowhere.</param>
    /// <param name="progress">Told of each project that is evaluated.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <exception cref="InvalidOperationException">The project can't be opened at all.</exception>
    public static async Task<ProgramLoad> RunAsync(
        SdkInstallation sdk, LoadOptions options, KeptEvaluations? found, IEvaluations? evaluations, IProgress<string>? progress,
        CancellationToken cancellationToken)
    {
        var host = options.Share.HostAsync();
        var loaded = options.File is { } file
            ? await FileProgramLoader.LoadAsync(file, host, progress, cancellationToken)
            : await SolutionLoader.LoadAsync(options.ProjectPath, options.TargetFramework, found, evaluations, host, progress, cancellationToken);
        try
        {
            var solution = options.Share.Generators.Share(OwnGenerators.Renew(GeneratedFiles.Pin(loaded.Solution)), sdk);
            var disk = new DiskTexts();
            return new(loaded with { Solution = solution }, await disk.PinAsync(solution, cancellationToken), disk);
        }
        catch
        {
            loaded.Workspace.Dispose();
            throw;
        }
    }

    /// <summary>The same projects for a start that may name another framework, with what has been written since.</summary>
    /// <exception cref="InvalidOperationException">They are not made for that framework.</exception>
    public async Task<ProgramLoad> RefreshAsync(LoadOptions options, CancellationToken cancellationToken) => this with
    {
        Projects = Projects with { Startup = SolutionLoader.FindStartup(Projects.Solution, options.ProjectPath, options.TargetFramework) },
        Text = await Disk.RefreshAsync(Text, cancellationToken),
    };
}
