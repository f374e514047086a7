using HotReload.Lsp.Hosting;
using HotReload.Lsp.Protocol;

namespace HotReload.UnitTests.Lsp.Hosting;

public sealed class ServerOptionsTests
{
    readonly ServerOptions _options = new();

    [Test]
    public void What_is_left_out_is_as_documented()
    {
        _options.Take(new());

        Assert.That(
            (_options.Mode, _options.DebounceOnType.TotalMilliseconds, _options.DebounceOnSave.TotalMilliseconds, _options.ExternalEdits),
            Is.EqualTo((ReloadMode.Save, 50d, 10d, true)));
    }

    [Test]
    public void What_is_said_counts()
    {
        _options.Take(new(ReloadMode.Type, DebounceOnType: 200, DebounceOnSave: 0, ExternalEdits: false));

        Assert.That(
            (_options.Mode, _options.DebounceOnType.TotalMilliseconds, _options.DebounceOnSave.TotalMilliseconds, _options.ExternalEdits),
            Is.EqualTo((ReloadMode.Type, 200d, 0d, false)));
    }

    [Test]
    public void What_is_left_out_later_is_the_default_again()
    {
        _options.Take(new(ReloadMode.Manual, 200, 100, ExternalEdits: false, Restart: RestartPolicy.Auto, CompilerDiagnostics: false));
        _options.Take(new());

        Assert.That(
            (_options.Mode, _options.DebounceOnType.TotalMilliseconds, _options.DebounceOnSave.TotalMilliseconds, _options.ExternalEdits),
            Is.EqualTo((ReloadMode.Save, 50d, 10d, true)));
        Assert.That((_options.Restart, _options.CompilerDiagnostics), Is.EqualTo((RestartPolicy.Ask, true)));
    }

    [TestCase(RestartPolicy.Auto, false)]
    [TestCase(RestartPolicy.Never, true)]
    public void Restarts_and_the_compilers_diagnostics_are_as_said(RestartPolicy restart, bool diagnostics)
    {
        _options.Take(new(Restart: restart, CompilerDiagnostics: diagnostics));

        Assert.That((_options.Restart, _options.CompilerDiagnostics), Is.EqualTo((restart, diagnostics)));
    }

    [TestCase(-1, 0)]
    [TestCase(int.MinValue, 0)]
    [TestCase(10_001, 10_000)]
    [TestCase(int.MaxValue, 10_000)]
    public void Times_are_kept_within_limits(int said, int taken)
    {
        _options.Take(new(DebounceOnType: said, DebounceOnSave: said));

        Assert.That((_options.DebounceOnType.TotalMilliseconds, _options.DebounceOnSave.TotalMilliseconds), Is.EqualTo((taken, taken)));
    }
}
