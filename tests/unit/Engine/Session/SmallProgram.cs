using System.Diagnostics;
using System.Text;
using HotReload.Engine.Session;
using HotReload.UnitTests.Support;

namespace HotReload.UnitTests.Engine.Session;

/// <summary>A real project, built once by the SDK and loaded once by the engine.</summary>
sealed class SmallProgram : IDisposable
{
    public const string CalcText = """
        namespace Small;

        public class Calc
        {
            public int Add(int a, int b)
            {
                return a + b;
            }

            public int Twice(int a) => 2 * a;
        }

        """;

    public const string WindowsText = "namespace Small;\r\n\r\npublic class Windows\r\n{\r\n    public int One()\r\n    {\r\n        return 1;\r\n    }\r\n\r\n    public int Two() => 2;\r\n}\r\n";

    public const string MarkedText = "namespace Small;\n\npublic class Marked\n{\n    public string Größe() => \"é\";\n}\n";

    const string ProjectText = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <UseAppHost>false</UseAppHost>
          </PropertyGroup>
        </Project>
        """;

    readonly TemporaryFolder _folder;

    SmallProgram(TemporaryFolder folder, EngineProgram engine, BuildHostSockets hosts) => (_folder, Engine, Hosts) = (folder, engine, hosts);

    public EngineProgram Engine { get; }

    /// <summary>What evaluated it.</summary>
    public BuildHostSockets Hosts { get; }

    public string Calc => _folder.At("Calc.cs");

    public string Windows => _folder.At("Windows.cs");

    public string Marked => _folder.At("Marked.cs");

    /// <summary>A file that is not there.</summary>
    public string New => _folder.At("New.cs");

    public static async Task<SmallProgram> CreateAsync(TimeSpan? patience = null, TaskScheduler? comparisons = null)
    {
        var folder = new TemporaryFolder();
        var project = folder.Write("Small.csproj", ProjectText);
        folder.Write("Program.cs", "Console.WriteLine(new Small.Calc().Add(1, 2));\n");
        folder.Write("Calc.cs", CalcText);
        folder.Write("Windows.cs", WindowsText);
        folder.Write("Marked.cs", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(MarkedText)]);
        await RunSdkAsync("build", project, "-v:q", "-nologo", "-nodeReuse:false");
        var hosts = new BuildHostSockets();
        var engine = await EngineProgram.LoadAsync(
            RoslynSetUp.Sdk,
            new(project, null, folder.At(".session")) { Patience = patience ?? Timeout.InfiniteTimeSpan, Comparisons = comparisons ?? TaskScheduler.Default },
            hosts.Watch, CancellationToken.None);
        return new(folder, engine, hosts);
    }

    public void Dispose()
    {
        Engine.Dispose();
        _folder.Dispose();
    }

    /// <summary>Has the SDK do something for a project.</summary>
    public static async Task RunSdkAsync(string command, string project, params string[] arguments)
    {
        var start = new ProcessStartInfo(RoslynSetUp.Sdk.DotnetExecutable, [command, project, .. arguments])
        {
            WorkingDirectory = Path.GetDirectoryName(project)!,
            RedirectStandardOutput = true,
        };

        // The test host sets these for itself; a build would follow them to the wrong SDK.
        foreach (var name in new[] { "MSBuildExtensionsPath", "MSBuildSDKsPath", "MSBUILD_EXE_PATH" })
        {
            start.Environment.Remove(name);
        }

        using var build = Process.Start(start)!;
        var output = await build.StandardOutput.ReadToEndAsync();
        await build.WaitForExitAsync();
        Assert.That(build.ExitCode, Is.Zero, output);
    }
}
