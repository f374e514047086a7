using System.Collections.Immutable;
using System.Linq.Expressions;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace HotReload.Engine.EditAndContinue;

/// <summary>
/// The members of the SDK's internal hot reload service as compiled delegates. Binding by name happens once; calls
/// cost no reflection.
/// </summary>
internal sealed class HotReloadServiceShape
{
    const BindingFlags Members = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance;

    readonly Func<IEnumerable<ProjectId>, object> _createRunning;

    public HotReloadServiceShape(Type service)
    {
        var updates = Nested(service, "Updates");
        var running = Nested(service, "RunningProjectInfo");
        var runningMap = typeof(ImmutableDictionary<,>).MakeGenericType(typeof(ProjectId), running);

        StartSession = Compile<Func<object, Solution, CancellationToken, Task>>(service, "StartSessionAsync");
        GetUpdates = CompileGetUpdates(service, runningMap);
        Commit = Compile<Action<object>>(service, "CommitUpdate");
        Discard = Compile<Action<object>>(service, "DiscardUpdate");
        CapabilitiesChanged = Compile<Action<object>>(service, "CapabilitiesChanged");
        EndSession = Compile<Action<object>>(service, "EndSession");
        Result = CompileResult(updates);
        Status = Read<int>(updates, "Status");
        PersistentDiagnostics = Read<ImmutableArray<Diagnostic>>(updates, "PersistentDiagnostics");
        TransientDiagnostics = Read<ImmutableArray<(ProjectId, ImmutableArray<Diagnostic>)>>(updates, "TransientDiagnostics");
        ProjectsToRestart = Read<ImmutableDictionary<ProjectId, ImmutableArray<ProjectId>>>(updates, "ProjectsToRestart");
        ProjectsToRebuild = Read<ImmutableArray<ProjectId>>(updates, "ProjectsToRebuild");
        ProjectUpdates = CompileProjectUpdates(updates, Nested(service, "Update"));
        _createRunning = CompileRunningProjects(running);
    }

    public Func<object, Solution, CancellationToken, Task> StartSession { get; }

    public Func<object, Solution, object, CancellationToken, Task> GetUpdates { get; }

    public Action<object> Commit { get; }

    public Action<object> Discard { get; }

    public Action<object> CapabilitiesChanged { get; }

    public Action<object> EndSession { get; }

    public Func<Task, object> Result { get; }

    public Func<object, int> Status { get; }

    public Func<object, ImmutableArray<Diagnostic>> PersistentDiagnostics { get; }

    public Func<object, ImmutableArray<(ProjectId, ImmutableArray<Diagnostic>)>> TransientDiagnostics { get; }

    public Func<object, ImmutableDictionary<ProjectId, ImmutableArray<ProjectId>>> ProjectsToRestart { get; }

    public Func<object, ImmutableArray<ProjectId>> ProjectsToRebuild { get; }

    public Func<object, ImmutableArray<RawUpdate>> ProjectUpdates { get; }

    public object CreateRunningProjects(ImmutableArray<ProjectId> projects) => _createRunning(projects);

    static Type Nested(Type service, string name) =>
        service.GetNestedType(name, BindingFlags.Public | BindingFlags.NonPublic)
            ?? throw new MissingMemberException(service.FullName, name);

    static MethodInfo Method(Type type, string name) =>
        type.GetMethod(name, Members) ?? throw new MissingMemberException(type.FullName, name);

    static TDelegate Compile<TDelegate>(Type service, string name)
        where TDelegate : Delegate
    {
        var method = Method(service, name);
        var target = Expression.Parameter(typeof(object));
        var arguments = method.GetParameters().Select(parameter => Expression.Parameter(parameter.ParameterType)).ToArray();
        var call = Expression.Call(Expression.Convert(target, service), method, arguments);
        return Expression.Lambda<TDelegate>(call, [target, .. arguments]).Compile();
    }

    static Func<object, Solution, object, CancellationToken, Task> CompileGetUpdates(Type service, Type runningMap)
    {
        var target = Expression.Parameter(typeof(object));
        var solution = Expression.Parameter(typeof(Solution));
        var running = Expression.Parameter(typeof(object));
        var token = Expression.Parameter(typeof(CancellationToken));
        var call = Expression.Call(
            Expression.Convert(target, service), Method(service, "GetUpdatesAsync"),
            solution, Expression.Convert(running, runningMap), token);
        return Expression.Lambda<Func<object, Solution, object, CancellationToken, Task>>(
            Expression.Convert(call, typeof(Task)), target, solution, running, token).Compile();
    }

    static Func<Task, object> CompileResult(Type updates)
    {
        var task = Expression.Parameter(typeof(Task));
        var typed = typeof(Task<>).MakeGenericType(updates);
        var result = Expression.Property(Expression.Convert(task, typed), nameof(Task<object>.Result));
        return Expression.Lambda<Func<Task, object>>(Expression.Convert(result, typeof(object)), task).Compile();
    }

    static Func<object, T> Read<T>(Type owner, string name)
    {
        var target = Expression.Parameter(typeof(object));
        var member = Expression.PropertyOrField(Expression.Convert(target, owner), name);
        return Expression.Lambda<Func<object, T>>(Expression.Convert(member, typeof(T)), target).Compile();
    }

    static Func<object, ImmutableArray<RawUpdate>> CompileProjectUpdates(Type updates, Type update)
    {
        var item = Expression.Parameter(update);
        var constructor = typeof(RawUpdate).GetConstructors().Single();
        var convert = Expression.Lambda(
            Expression.New(constructor, constructor.GetParameters().Select(p => Expression.PropertyOrField(item, p.Name!))), item);
        var select = typeof(HotReloadServiceShape).GetMethod(nameof(ConvertAll), BindingFlags.Static | BindingFlags.NonPublic)!
            .MakeGenericMethod(update);
        var target = Expression.Parameter(typeof(object));
        var all = Expression.PropertyOrField(Expression.Convert(target, updates), "ProjectUpdates");
        return Expression.Lambda<Func<object, ImmutableArray<RawUpdate>>>(Expression.Call(select, all, convert), target).Compile();
    }

    static ImmutableArray<RawUpdate> ConvertAll<T>(ImmutableArray<T> items, Func<T, RawUpdate> convert) =>
        [.. items.Select(convert)];

    static Func<IEnumerable<ProjectId>, object> CompileRunningProjects(Type running)
    {
        var info = Activator.CreateInstance(running, nonPublic: true)
            ?? throw new InvalidOperationException($"{running} can't be created");
        // The product restarts only when the user's setting says so, hence the service must not ask for it by itself.
        running.GetProperty("RestartWhenChangesHaveNoEffect", Members)?.SetValue(info, false);
        var build = typeof(HotReloadServiceShape).GetMethod(nameof(BuildMap), BindingFlags.Static | BindingFlags.NonPublic)!
            .MakeGenericMethod(running);
        return projects => build.Invoke(null, [projects, info])!;
    }

    static ImmutableDictionary<ProjectId, T> BuildMap<T>(IEnumerable<ProjectId> projects, T info) =>
        projects.ToImmutableDictionary(project => project, _ => info);
}
