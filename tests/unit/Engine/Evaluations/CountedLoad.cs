using System.Collections.Concurrent;
using HotReload.Engine.Evaluations;
using HotReload.Engine.Loading;
using Microsoft.CodeAnalysis;

namespace HotReload.UnitTests.Engine.Evaluations;

/// <summary>A load of projects that tells which of them MSBuild has evaluated. See <see cref="Evaluated"/> for why it is apart, and not asynchronous.</summary>
static class CountedLoad
{
    public static string Run(string project, string cacheFolder)
    {
        var evaluated = new Names();
        var evaluations = new CachedEvaluations(new(cacheFolder, TimeProvider.System), RoslynSetUp.Sdk, TimeProvider.System);
        var loaded = SolutionLoader
            .LoadAsync(project, null, evaluations.Find(project), evaluations, Task.Run(WorkspaceHosts.CreateForLoading), evaluated, CancellationToken.None)
            .GetAwaiter().GetResult();
        using (loaded.Workspace)
        {
            var startup = loaded.Solution.GetProject(loaded.Startup)!;
            var references = startup.ProjectReferences.Select(reference => loaded.Solution.GetProject(reference.ProjectId)!.Name);
            var errors = startup.GetCompilationAsync().GetAwaiter().GetResult()!.GetDiagnostics().Count(each => each.Severity == DiagnosticSeverity.Error);
            return $"evaluated {evaluated}; {startup.Name} refers to {string.Join(", ", references)}; errors {errors}";
        }
    }

    sealed class Names : IProgress<string>
    {
        readonly ConcurrentQueue<string> _names = [];

        public void Report(string value) => _names.Enqueue(value);

        public override string ToString() => _names.IsEmpty ? "nothing" : string.Join(' ', _names.Order(StringComparer.Ordinal));
    }
}
