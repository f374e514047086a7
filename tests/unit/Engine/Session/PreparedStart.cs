using HotReload.Annotations;
using HotReload.Engine.Evaluations;
using HotReload.Engine.Session;
using HotReload.UnitTests.Support;

namespace HotReload.UnitTests.Engine.Session;

/// <summary>
/// A program that refers to an assembly which lies beside it, and what a start finds prepared of it. Not asynchronous where Roslyn's types are
/// at hand: a state machine would have them in its layout, before their home is known.
/// </summary>
sealed class PreparedStart : IDisposable
{
    const string ProjectText = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <UseAppHost>false</UseAppHost>
          </PropertyGroup>
          <ItemGroup>
            <Reference Include="Beside"><HintPath>Beside.dll</HintPath></Reference>
          </ItemGroup>
        </Project>
        """;

    readonly TemporaryFolder _folder = new();
    readonly TemporaryFolder _cache = new();
    EngineShare _share = new();

    public string Project => _folder.At("App.csproj");

    public string Source => _folder.At("Program.cs");

    public string Reference => _folder.At("Beside.dll");

    LoadOptions Options => new(Project, null, _cache.At("session")) { CacheFolder = _cache.At("kept"), Share = _share };

    /// <summary>Builds the program, and loads it once for what is kept of it.</summary>
    public static async Task<PreparedStart> CreateAsync()
    {
        var start = new PreparedStart();
        start._folder.Write("App.csproj", ProjectText);
        start._folder.Write("Program.cs", "System.Console.WriteLine(\"as built\");\n");
        File.Copy(typeof(PreserveStateAttribute).Assembly.Location, start.Reference);
        await SmallProgram.RunSdkAsync("build", start.Project, "-v:q", "-nologo", "-nodeReuse:false");
        (await EngineProgram.LoadAsync(RoslynSetUp.Sdk, start.Options, null, CancellationToken.None)).Dispose();
        return start;
    }

    /// <summary>Prepares the program, for nobody yet.</summary>
    public async Task<bool> PrepareAsync()
    {
        _share.Dispose();
        _share = new();
        return await _share.PrepareAsync(RoslynSetUp.Sdk, Options, TaskScheduler.Default);
    }

    /// <summary>What a start takes of it: the text of the source; null where it has to load everything itself.</summary>
    public string? Take(string? project = null)
    {
        var found = CachedEvaluations.In(Options.CacheFolder, RoslynSetUp.Sdk)!.Find(Project);
        var options = project is null ? Options : Options with { ProjectPath = project };
        if (_share.TakePreparedAsync(options, found, CancellationToken.None).GetAwaiter().GetResult() is not var (load, compilation))
        {
            return null;
        }

        compilation.Dispose();
        using (load.Projects.Workspace)
        {
            return load.Text.GetProject(load.Projects.Startup)!.Documents.Single(document => document.FilePath == Source).GetTextAsync().Result.ToString();
        }
    }

    /// <summary>See <see cref="EngineShare.FindLastLoaded"/>.</summary>
    public string? FindLastLoaded(params string[] projects) => EngineShare.FindLastLoaded(Options.CacheFolder!, projects);

    public void Dispose()
    {
        _share.Dispose();
        _folder.Dispose();
        _cache.Dispose();
    }
}
