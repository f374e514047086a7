using System.Diagnostics;
using HotReload.Core.Buffers;
using HotReload.Engine.Emit;
using HotReload.Engine.Session;
using HotReload.UnitTests.Engine.Session;
using HotReload.UnitTests.Support;

namespace HotReload.UnitTests.Engine.Emit;

/// <summary>A program of two projects, built once by the SDK: what it prints tells what it was made from.</summary>
sealed class EmittedProgram : IDisposable
{
    const string LibraryText = """
        namespace Parts;

        public class Part
        {
            public const int Weight = 1;

            public virtual string Name() => "part";
        }

        """;

    const string ProgramText = """
        using System.Reflection;

        var assembly = Assembly.GetExecutingAssembly();
        using var resource = new StreamReader(assembly.GetManifestResourceStream("Note")!);
        Console.WriteLine($"{new Parts.Part().Name()} of {Parts.Part.Weight} in {new DirectoryInfo(AppContext.BaseDirectory).Name}");
        Console.WriteLine($"resource {resource.ReadToEnd()}, content {File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "data.txt"))}");
        Console.WriteLine($"version {assembly.GetName().Version}, file {FileVersionInfo.GetVersionInfo(assembly.Location).FileVersion}");
        Console.WriteLine($"above {File.Exists(Path.Combine(AppContext.BaseDirectory, "../../../App.csproj"))}");

        """;

    readonly TemporaryFolder _folder;
    EngineProgram? _engine;
    Snapshot _snapshot = Snapshot.Empty;

    EmittedProgram(TemporaryFolder folder) => _folder = folder;

    public EngineProgram Engine => _engine!;

    public string Library => _folder.At("parts/Part.cs");

    public string Project => _folder.At("app/App.csproj");

    public string Output => _folder.At("app/bin/Debug/net10.0");

    public string Intermediate => _folder.At("app/obj/Debug");

    public static async Task<EmittedProgram> CreateAsync()
    {
        var program = new EmittedProgram(new());
        program.Write();
        await RunAsync(RoslynSetUp.Sdk.DotnetExecutable, "build", program.Project, "-v:q", "-nologo", "-nodeReuse:false");
        return program;
    }

    /// <summary>Loads what is on disk, which may no longer be what was built.</summary>
    public async Task LoadAsync()
    {
        _engine?.Dispose();
        _snapshot = Snapshot.Empty;
        _engine = await EngineProgram.LoadAsync(
            RoslynSetUp.Sdk, new(Project, null, _folder.At(".session")), new BuildHostSockets().Watch, CancellationToken.None);
    }

    /// <summary>Puts the sources back as they were built.</summary>
    public void Restore() => File.WriteAllText(Library, LibraryText);

    public async Task<EmitReport> EmitAsync() => await Engine.EmitAsync(_snapshot, CancellationToken.None);

    /// <summary>Replaces text of the library, in the editor only.</summary>
    public Snapshot Edit(string old, string text)
    {
        var now = _snapshot.Texts.GetValueOrDefault(Library) ?? LibraryText;
        Assert.That(now, Does.Contain(old));
        return _snapshot = new(_snapshot.Id.Next(), _snapshot.Texts.SetItem(Library, now.Replace(old, text, StringComparison.Ordinal)));
    }

    /// <summary>Runs the program as it is now, by its own host, and returns what it prints.</summary>
    public Task<string> RunAsync() => RunAsync(Path.ChangeExtension(Engine.OutputAssembly!, OperatingSystem.IsWindows() ? ".exe" : null));

    public void Dispose()
    {
        _engine?.Dispose();
        _folder.Dispose();
    }

    void Write()
    {
        _folder.Write("app/App.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Version>3.4.5</Version>
              </PropertyGroup>
              <ItemGroup>
                <Using Include="System.Diagnostics" />
                <EmbeddedResource Include="note.txt" LogicalName="Note" />
                <Content Include="data.txt" CopyToOutputDirectory="PreserveNewest" />
                <ProjectReference Include="../parts/Parts.csproj" />
              </ItemGroup>
            </Project>
            """);
        _folder.Write("parts/Parts.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
              </PropertyGroup>
            </Project>
            """);
        _folder.Write("app/note.txt", "noted");
        _folder.Write("app/data.txt", "copied");
        _folder.Write("app/Program.cs", ProgramText);
        _folder.Write("parts/Part.cs", LibraryText);
    }

    static async Task<string> RunAsync(string executable, params string[] arguments)
    {
        var start = new ProcessStartInfo(executable, arguments) { RedirectStandardOutput = true };

        // The test host sets these for itself; a build would follow them to the wrong SDK.
        foreach (var name in new[] { "MSBuildExtensionsPath", "MSBuildSDKsPath", "MSBUILD_EXE_PATH" })
        {
            start.Environment.Remove(name);
        }

        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.That(process.ExitCode, Is.Zero, output);
        return output;
    }
}
