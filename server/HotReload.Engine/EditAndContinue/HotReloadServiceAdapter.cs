using System.Collections.Immutable;
using System.Reflection;
using HotReload.Core.Reload;
using HotReload.Engine.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Host;

namespace HotReload.Engine.EditAndContinue;

/// <summary>
/// The adapter for <c>Microsoft.CodeAnalysis.ExternalAccess.HotReload.Api.HotReloadService</c>, the shape of SDK 10.
/// Every member is bound once, when the adapter is created: a missing one fails there and not in the middle of an edit.
/// </summary>
internal sealed class HotReloadServiceAdapter : IEncService
{
    public const string AssemblyName = "Microsoft.CodeAnalysis.ExternalAccess.HotReload";
    const string ServiceName = "Microsoft.CodeAnalysis.ExternalAccess.HotReload.Api.HotReloadService";

    readonly HotReloadServiceShape _shape;
    readonly object _service;
    readonly BaselineChain _chain;
    readonly StateNumbers _states;
    readonly AddedStates _added;

    HotReloadServiceAdapter(HotReloadServiceShape shape, object service)
    {
        (_shape, _service, _chain) = (shape, service, new(service));
        (_states, _added) = (new(_chain), new(_chain));
    }

    public static HotReloadServiceAdapter Create(SolutionServices services, Func<ImmutableArray<string>> capabilities)
    {
        var type = Assembly.Load(AssemblyName).GetType(ServiceName, throwOnError: true)!;
        Func<ValueTask<ImmutableArray<string>>> provider = () => ValueTask.FromResult(capabilities());
        var service = Activator.CreateInstance(type, services, provider)
            ?? throw new InvalidOperationException($"{ServiceName} can't be created");
        return new(new HotReloadServiceShape(type), service);
    }

    public Task StartSessionAsync(Solution solution, CancellationToken cancellationToken) =>
        _shape.StartSession(_service, solution, cancellationToken);

    public async Task<EncUpdates> GetUpdatesAsync(
        Solution solution, ImmutableArray<ProjectId> running, CancellationToken cancellationToken)
    {
        object raw;
        try
        {
            raw = await AskAsync();
        }
        catch (Exception exception) when (exception is not OperationCanceledException && _states.Extend())
        {
            return Translate(await AskAsync(), solution);
        }

        // A baseline comes with its first question.
        if (_states.Extend() && _shape.ProjectUpdates(raw).Any(update => StateNumbers.Concern(update.PdbDelta)))
        {
            Discard();
            raw = await AskAsync();
        }

        return Translate(raw, solution);

        async Task<object> AskAsync()
        {
            var task = _shape.GetUpdates(_service, solution, _shape.CreateRunningProjects(running), cancellationToken);
            await task;
            return _shape.Result(task);
        }
    }

    EncUpdates Translate(object raw, Solution solution) => new(
        _shape.Status(raw) switch { 0 => EncStatus.NoChange, 1 => EncStatus.Ready, _ => EncStatus.Blocked },
        [.. DeltaOrder.Arrange(_shape.ProjectUpdates(raw), solution).Select(update => ToDelta(solution, update))],
        _shape.PersistentDiagnostics(raw),
        [.. from project in _shape.TransientDiagnostics(raw) from diagnostic in project.Item2 select (project.Item1, diagnostic)],
        [.. _shape.ProjectsToRestart(raw).Keys],
        _shape.ProjectsToRebuild(raw));

    public bool Restate(Solution solution) => CommittedText.Replace(_chain.Sessions(), solution);

    public void Commit()
    {
        _shape.Commit(_service);
        _chain.Cut();
        _added.Note();
    }

    public void Discard() => _shape.Discard(_service);

    public void CapabilitiesChanged() => _shape.CapabilitiesChanged(_service);

    public void EndSession() => _shape.EndSession(_service);

    static ModuleDelta ToDelta(Solution solution, RawUpdate update) => new(
        update.ModuleId,
        solution.GetProject(update.ProjectId)?.AssemblyName ?? update.ModuleId.ToString(),
        AttributeTable.Sort(update.MetadataDelta),
        update.ILDelta,
        update.PdbDelta,
        update.UpdatedTypes,
        update.RequiredCapabilities)
    {
        Methods = ChangedMethods.Read(update.PdbDelta),
    };
}
