using HotReload.Core.Speculation;
using HotReload.Lsp.Sessions;
using HotReload.UnitTests.Core.Speculation;

namespace HotReload.UnitTests.Lsp.Support;

/// <summary>A run whose compiler is the test, and whose files are all that is C#.</summary>
sealed class FakeRun : ISpeculativeRun
{
    public FakeRun() => Ahead = new(Edits, TaskScheduler.Default, TimeProvider.System);

    public FakeEdits Edits { get; } = new();

    public SpeculativeEdits Ahead { get; }

    public Task WarmUp { get; set; } = Task.CompletedTask;

    public bool IsTrusted { get; set; } = true;

    public bool Concerns(string path) => path.EndsWith(".cs", StringComparison.Ordinal);
}
