using System.Collections.Immutable;
using HotReload.Core.Buffers;
using HotReload.Core.Reload;
using HotReload.Engine.Sdk;
using HotReload.Engine.Session;
using HotReload.JsonRpc.Messages;
using HotReload.Lsp.Protocol;
using HotReload.Lsp.Reporting;
using HotReload.Runtime.Builds;

namespace HotReload.Lsp.Sessions;

/// <summary>Brings what was built to what the sources say: from memory where that is enough, else by a build.</summary>
internal sealed class ProgramBuilds(SessionServices services, string session, SessionPlans plans, SessionStatus status, DiagnosticsPublisher diagnostics)
{
    /// <summary>Makes the program's assemblies fit what is on disk.</summary>
    /// <param name="engine">The program.</param>
    /// <param name="sdk">Builds it.</param>
    /// <param name="held">A build that waits for the program's end, which was now; null: none was begun.</param>
    /// <param name="progress">Is told of a build.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <exception cref="JsonRpc.Messages.JsonRpcException">The sources have errors.</exception>
    public async Task MakeCurrentAsync(
        EngineProgram engine, SdkInstallation sdk, HeldBuild? held, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var unfinished = held is null ? null : await FinishAsync(engine, held, cancellationToken);
        var baseline = await engine.CheckBaselineAsync(cancellationToken);
        if (unfinished is null && baseline.IsCurrent)
        {
            return;
        }

        if ((unfinished ?? baseline.BuildReasons.FirstOrDefault() ?? await EmitAsync(engine, baseline.Reasons[0], cancellationToken)) is { } reason)
        {
            await BuildAsync(sdk, reason, progress, cancellationToken);
            await engine.RefreshAsync(cancellationToken);
            await WarnOfStaleBaselineAsync(engine, cancellationToken);
        }
    }

    /// <summary>Finds out whether the sources on disk can be built, while the program runs on.</summary>
    public async Task<BuildTrial> TryAsync(
        SdkInstallation sdk, string reason, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var (project, framework) = (plans.Current.ProjectPath, plans.Current.TargetFramework);
        if (plans.Current.IsFileProgram)
        {
            return Judge(await RunAsync(sdk, BuildRequest.Trial(project), reason, progress, cancellationToken));
        }

        Begin(reason);
        var build = HeldBuild.Begin(new(sdk.DotnetExecutable), project, framework, progress);
        try
        {
            var ended = await build.CompileAsync(cancellationToken);
            End(ended is null or { Succeeded: true });
            if (ended is null)
            {
                return BuildTrial.Compiled(build);
            }

            await build.DisposeAsync();
            return Judge(ended);
        }
        catch
        {
            await build.DisposeAsync();
            throw;
        }
    }

    /// <summary>Builds something besides the program. That it can't be done is nobody's error yet.</summary>
    public static async Task<bool> PrepareAsync(SdkInstallation sdk, BuildRequest request, IProgress<string> progress, CancellationToken cancellationToken) =>
        (await new DotnetBuild(sdk.DotnetExecutable).RunAsync(request, progress, cancellationToken)).Succeeded;

    /// <summary>Runs <c>dotnet build</c>.</summary>
    /// <exception cref="JsonRpc.Messages.JsonRpcException">It failed; its errors are shown.</exception>
    public async Task BuildAsync(SdkInstallation sdk, string reason, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var result = await RunAsync(sdk, BuildRequest.Whole(plans.Current.ProjectPath), reason, progress, cancellationToken);
        if (!result.Succeeded)
        {
            throw Failure(Errors(result), result.OutputTail);
        }
    }

    /// <summary>Builds a file-based program; only a build knows the project that the SDK makes of it.</summary>
    /// <exception cref="JsonRpc.Messages.JsonRpcException">It failed; its errors are shown.</exception>
    public async Task<FileProgram> BuildFileAsync(
        SdkInstallation sdk, string folder, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var path = plans.Current.ProjectPath;
        Begin($"{Path.GetFileName(path)} is built.");
        Directory.CreateDirectory(folder);
        var (result, output) = await new FileProgramBuild(sdk.DotnetExecutable, folder).RunAsync(path, progress, cancellationToken);
        End(result.Succeeded);
        return output is null
            ? throw Failure(Errors(result), result.OutputTail)
            : new(path, output.CompilerArguments, output.Assembly, output.IntermediateAssembly, output.ProjectReferences);
    }

    async Task<BuildResult> RunAsync(
        SdkInstallation sdk, BuildRequest request, string reason, IProgress<string> progress, CancellationToken cancellationToken)
    {
        Begin(reason);
        var result = await new DotnetBuild(sdk.DotnetExecutable).RunAsync(request, progress, cancellationToken);
        End(result.Succeeded);
        return result;
    }

    /// <returns>Why a whole build is needed after all; null where it is not.</returns>
    async Task<string?> FinishAsync(EngineProgram engine, HeldBuild held, CancellationToken cancellationToken)
    {
        status.Enter(SessionState.Building, "Writing the program.");
        var result = await held.FinishAsync(cancellationToken);
        await engine.RefreshAsync(cancellationToken);
        return result.Succeeded ? null : "The build could not write the program.";
    }

    BuildTrial Judge(BuildResult result)
    {
        if (result.Succeeded)
        {
            return BuildTrial.None();
        }

        var errors = Errors(result);
        return errors.Any(error => error.Code == HeldBuild.SeveralFrameworks) ? BuildTrial.None()
            : !errors.IsEmpty ? BuildTrial.Failed(errors)
            : BuildTrial.Failed(new ReloadDiagnostic(
                ErrorCodes.BuildFailed, DiagnosticSeverity.Error, $"The build failed. It wrote:\n{result.OutputTail}", plans.Current.ProjectPath, default, null));
    }

    void Begin(string reason)
    {
        status.Enter(SessionState.Building, reason);
        services.Events.Publish(session, EventKinds.BuildStarted, "", reason);
    }

    void End(bool succeeded) =>
        services.Events.Publish(session, EventKinds.BuildFinished, "", succeeded ? "The build succeeded." : "The build failed.");

    static ImmutableArray<ReloadDiagnostic> Errors(BuildResult result) =>
        [.. result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];

    /// <returns>Why a build is needed after all; null where it is not.</returns>
    async Task<string?> EmitAsync(EngineProgram engine, string reason, CancellationToken cancellationToken)
    {
        status.Enter(SessionState.Building, reason);
        var report = await engine.EmitAsync(Snapshot.Empty, cancellationToken);
        return report.Errors.IsEmpty ? report.BuildReason : throw Failure(report.Errors, "");
    }

    JsonRpcException Failure(ImmutableArray<ReloadDiagnostic> errors, string output)
    {
        diagnostics.ShowBuild(errors);
        return RequestFailure.Of(ErrorCodes.BuildFailed, errors is [var first, ..]
            ? $"The build failed with {errors.Length} error{(errors.Length == 1 ? "" : "s")}; the first: {first.Code} {first.Message}"
                + (first.File is null ? "" : $" ({first.File}:{first.Range.Start.Line + 1})")
            : $"The build failed. It wrote:\n{output}");
    }

    async Task WarnOfStaleBaselineAsync(EngineProgram engine, CancellationToken cancellationToken)
    {
        foreach (var reason in (await engine.CheckBaselineAsync(cancellationToken)).Reasons)
        {
            services.Events.Publish(
                session, EventKinds.Warning, "", $"{reason} A build did not change that; edits of this project may need a restart.");
        }
    }
}
