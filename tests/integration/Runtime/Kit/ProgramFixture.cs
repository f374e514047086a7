using System.Collections.Immutable;
using System.Threading.Channels;
using HotReload.Core.Ports;
using HotReload.Core.Reload;
using HotReload.Runtime.Launch;
using Microsoft.CodeAnalysis;

namespace HotReload.RuntimeTests.Kit;

/// <summary>A folder with small programs, and what was started of them. Disposal ends everything.</summary>
sealed class ProgramFixture : IAsyncDisposable
{
    const string RuntimeConfig = """
        { "runtimeOptions": { "tfm": "net10.0", "framework": { "name": "Microsoft.NETCore.App", "version": "10.0.0" } } }
        """;

    readonly List<IRunningProgram> _started = [];

    public string Directory { get; } = System.IO.Directory.CreateTempSubdirectory("hr-test-").FullName;

    public OutputLog Output { get; } = new();

    public TaskCompletionSource<ModuleReload> Loaded { get; } = new();

    /// <summary>The calls that programs told of, in their order.</summary>
    public Channel<MethodCall> Calls { get; } = Channel.CreateUnbounded<MethodCall>();

    /// <summary>The handlers that failed after they had returned.</summary>
    public Channel<HandlerFailure> LateFailures { get; } = Channel.CreateUnbounded<HandlerFailure>();

    public Dictionary<string, string?> Environment { get; } = [];

    /// <summary>The same, as the launcher takes it.</summary>
    public ImmutableDictionary<string, string?> Variables => Environment.ToImmutableDictionary();

    public static Func<CancellationToken, Task<ImmutableArray<Generation>>> NoReplay { get; } = _ => Task.FromResult<ImmutableArray<Generation>>([]);

    public List<Generation> Replay { get; } = [];

    /// <summary>Compiles a program that can be started.</summary>
    public TestProgram Program(string text, params TestProgram[] references)
    {
        var program = new TestProgram(Directory, "App", text, Microsoft.CodeAnalysis.OutputKind.ConsoleApplication, references);
        File.WriteAllText(Path.Combine(Directory, "App.runtimeconfig.json"), RuntimeConfig);
        return program;
    }

    /// <summary>Compiles a library.</summary>
    public TestProgram Library(string name, string text) =>
        new(Directory, name, text, Microsoft.CodeAnalysis.OutputKind.DynamicallyLinkedLibrary);

    /// <summary>Starts a program, whatever comes of it.</summary>
    public async Task<LaunchResult> TryLaunchAsync(
        string target, LauncherOptions? options = null, IClientTerminal? terminal = null, params string[] arguments)
    {
        var launcher = new ProgramLauncher(options ?? LauncherOptions.Default, TimeProvider.System, terminal);
        var command = new LaunchCommand(
            target,
            [.. arguments],
            Directory,
            Variables,
            _ => Task.FromResult<ImmutableArray<Generation>>([.. Replay]),
            terminal is null ? TerminalMode.Server : TerminalMode.Client);
        var signals = new ProgramSignals
        {
            ModuleLoaded = module => Loaded.TrySetResult(module),
            Called = call => Calls.Writer.TryWrite(call),
            HandlerFailed = failure => LateFailures.Writer.TryWrite(failure),
        };
        var result = await launcher.LaunchAsync(command with { Signals = signals }, Output.Add, CancellationToken.None).WaitAsync(Hang.Guard);
        if (result.Program is { } program)
        {
            _started.Add(program);
        }

        return result;
    }

    /// <summary>Starts a program that must run.</summary>
    public async Task<IRunningProgram> LaunchAsync(TestProgram program, params string[] arguments)
    {
        var result = await TryLaunchAsync(program.Path, null, null, arguments);
        return result.Program ?? throw new InvalidOperationException(
            result.Failure!.Reason + "\n" + result.Failure.OutputTail);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var program in _started)
        {
            await program.DisposeAsync();
        }

        System.IO.Directory.Delete(Directory, recursive: true);
    }
}
