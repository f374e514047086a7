using HotReload.Engine.Sdk;
using HotReload.Engine.Session;
using HotReload.JsonRpc.Messages;
using HotReload.Lsp.Protocol;
using HotReload.Lsp.Recovery;
using HotReload.Lsp.Reporting;
using HotReload.Runtime.Processes;

namespace HotReload.Lsp.Sessions;

/// <summary>Loads a session's projects, by the SDK that builds them.</summary>
internal sealed class ProgramLoading(SessionServices services, string session, SessionPlans plans, SessionJournal journal)
{
    /// <summary>Full path of the session's own folder.</summary>
    public string Folder => journal.Folder ?? Path.Combine(services.SessionsFolder, session);

    /// <summary>The SDK that builds the project.</summary>
    /// <exception cref="JsonRpcException">There is none that fits.</exception>
    public SdkInstallation FindSdk()
    {
        var lookup = SdkLocator.Locate(plans.Current.ProjectFolder);
        var error = lookup.Error ?? services.Roslyn.Bind(lookup.Found!);
        return error is null ? lookup.Found! : throw RequestFailure.Of(ErrorCodes.NoSdk, error);
    }

    /// <summary>Loads the projects.</summary>
    /// <param name="sdk">Evaluates them.</param>
    /// <param name="file">What was built of a file-based program; null for a project.</param>
    /// <param name="progress">Told of each project that is evaluated.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <exception cref="JsonRpcException">They can't be.</exception>
    public async Task<EngineProgram> LoadAsync(SdkInstallation sdk, FileProgram? file, IProgress<string> progress, CancellationToken cancellationToken)
    {
        try
        {
            var engine = await EngineProgram.LoadAsync(
                sdk,
                new(plans.Current.ProjectPath, plans.Current.TargetFramework, Folder, file)
                {
                    CacheFolder = services.CacheFolder, Comparisons = services.Comparisons, Share = services.Engine,
                },
                new BuildHostWatch(progress, services.Time), cancellationToken);
            services.Log.Information($"{plans.Current.ProjectPath} is loaded{(engine.WasPrepared ? ", and was before it was started" : "")}.");
            foreach (var problem in engine.Diagnostics)
            {
                services.Events.Publish(session, EventKinds.Warning, "", problem.Message);
            }

            return engine;
        }
        catch (Exception exception) when (exception is InvalidOperationException or IOException or ArgumentException)
        {
            throw RequestFailure.Of(ErrorCodes.NotLoaded, $"{plans.Current.ProjectPath} can't be loaded: {exception.Message}");
        }
    }
}
