using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using HotReload.Benchmarks.Measuring;
using HotReload.Testing.Fixtures;

namespace HotReload.Benchmarks.Scenarios;

/// <summary>Programs that are large in one way or another, made by this class so that nobody has to keep them.</summary>
static class GeneratedProgram
{
    const string Library = "<Project Sdk=\"Microsoft.NET.Sdk\">\n  <PropertyGroup>\n    <TargetFramework>net10.0</TargetFramework>\n    <Nullable>enable</Nullable>\n    <ImplicitUsings>enable</ImplicitUsings>\n  </PropertyGroup>\n</Project>\n";

    const string Main = """
        var shown = "";
        for (var tick = 0; ; tick++)
        {
            var text = Host.Board.Text();
            if (text != shown || tick % 500 == 0)
            {
                shown = text;
                Console.WriteLine(text);
            }

            Thread.Sleep(2);
        }

        """;

    const string Board = "namespace PLACE;\n\npublic static class Board\n{\n    public static string Text() => $\"Hello, {Branch.Name} and {Other.Name}\";\n}\n";

    const string Words = "namespace PLACE;\n\npublic static class TYPE\n{\n    public static string Name => \"main\";\n}\n";

    static readonly EditKind s_body = new("C#", "Host/Board.cs", "Hello,", "Hello {n},", "Hello {n},");

    /// <summary>A host and libraries, all of which it refers to but the last: that reference is added while it runs.</summary>
    public static Scenario Solution(int projects)
    {
        var names = Enumerable.Range(1, projects - 1).Select(number => string.Create(CultureInfo.InvariantCulture, $"Lib{number:00}")).ToList();
        var files = new Dictionary<string, string> { ["All.slnx"] = SolutionOf([.. names, "Host"]) };
        foreach (var name in names)
        {
            files[$"{name}/{name}.csproj"] = Library;
            files[$"{name}/Part.cs"] = $"namespace {name};\n\npublic static class Part\n{{\n    public static string Name => \"{name}\";\n}}\n";
            for (var file = 0; file < 4; file++)
            {
                files[$"{name}/Stores{file}.cs"] = GeneratedCode.File(name, $"Stores{file}", 220);
            }
        }

        AddHost(files, names.SkipLast(1));
        var last = names[^1];
        var reference = new ReferenceEdit("Host/Host.csproj", last, s_body with
        {
            Name = "project reference added", Find = "Hello, ", Replace = $"Hello {{n}}, {{{last}.Part.Name}} ", Expect = $"Hello {{n}}, {last}",
        });
        return new($"{projects} projects", Source($"{projects}-projects", files), "Host/Host.csproj", null, Kinds, Targets.ConsoleRestart) { Reference = reference };
    }

    /// <summary>One project of about so many lines, in files of 500 and one of at most 5,000, and a branch that differs in 100 files.</summary>
    public static Scenario Project(int lines)
    {
        var longest = Math.Min(5_000, lines / 2);
        var files = new Dictionary<string, string> { ["All.slnx"] = SolutionOf(["Host"]), ["Host/Long.cs"] = GeneratedCode.File("Host", "Long", longest) };
        for (var file = 0; file < (lines - longest) / 500; file++)
        {
            files[$"Host/Stores/Stores{file}.cs"] = GeneratedCode.File("Host", $"Stores{file}", 500);
        }

        AddHost(files, []);
        var changed = files.Keys.Where(path => path.StartsWith("Host/Stores/", StringComparison.Ordinal)).Take(99).ToImmutableArray();
        return new(
            string.Create(CultureInfo.InvariantCulture, $"{lines / 1000}k lines"), Source($"{lines}-lines", files), "Host/Host.csproj", null, Kinds, Targets.ConsoleRestart)
        {
            Typing = "Host/Long.cs",
            Branch = new("Host/Branch.cs", "\"main\"", "known.Quantity + quantity", changed),
        };
    }

    /// <summary>A Blazor program of so many components.</summary>
    public static Scenario Razor(int components) => new(
        "razor at scale",
        Source($"{components}-components", GeneratedComponents.Files(components)),
        "Big.csproj",
        "/",
        [
            new("view", "Home.razor", "Welcome to the parts", "Parts {n}", "Parts {n}"),
            new("C#", "Words.cs", "Some words", "Words {n}", "Words {n}"),
        ]);

    static ImmutableArray<EditKind> Kinds => [s_body];

    static string SolutionOf(IEnumerable<string> projects) =>
        $"<Solution>\n{string.Concat(projects.Select(name => $"  <Project Path=\"{name}/{name}.csproj\" />\n"))}</Solution>\n";

    static void AddHost(Dictionary<string, string> files, IEnumerable<string> references)
    {
        var items = string.Concat(references.Select(name => $"    <ProjectReference Include=\"../{name}/{name}.csproj\" />\n"));
        files["Host/Host.csproj"] = Library
            .Replace("<TargetFramework>", "<OutputType>Exe</OutputType>\n    <TargetFramework>", StringComparison.Ordinal)
            .Replace("</Project>", $"  <ItemGroup>\n{items}  </ItemGroup>\n</Project>", StringComparison.Ordinal);
        files["Host/Program.cs"] = Main;
        files["Host/Board.cs"] = Board.Replace("PLACE", "Host", StringComparison.Ordinal);
        foreach (var type in (string[])["Branch", "Other"])
        {
            files[$"Host/{type}.cs"] = Words.Replace("PLACE", "Host", StringComparison.Ordinal).Replace("TYPE", type, StringComparison.Ordinal);
        }
    }

    static FixtureSource Source(string name, Dictionary<string, string> files) => new(
        name,
        [.. files.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => new FixtureFile(file.Key, [.. Encoding.UTF8.GetBytes(file.Value.ReplaceLineEndings("\n"))]))]);
}
