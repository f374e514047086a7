using System.Collections.Immutable;
using System.Text;
using HotReload.Testing.Fixtures;

namespace HotReload.Conformance.LongRuns;

/// <summary>
/// A real code base under a small host: this repository's own core, and the shop of <c>tests/fixtures/soak</c>, which is asked what it does.
/// </summary>
static class RealCodeBase
{
    /// <summary>The project that is run.</summary>
    public const string Host = "Host/Host.csproj";

    /// <summary>Where it begins.</summary>
    public const string Program = "Host/Program.cs";

    const string Library = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
            <AllowUnsafeBlocks>true</AllowUnsafeBlocks>
            <NoWarn>$(NoWarn);CS1591</NoWarn>
          </PropertyGroup>
        </Project>

        """;

    /// <summary>What is compiled in the place of <see cref="Main"/> where there is no more than the framework's core.</summary>
    public const string CoreMain = "Probe.Run();";

    const string Main = """
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.Extensions.Logging;

        // A page, for what becomes of its connection.
        var builder = WebApplication.CreateBuilder(args);
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.MapGet("/", () => Results.Content("<!doctype html><html><body><p>The shop</p></body></html>", "text/html"));
        await app.StartAsync();

        // Answers each line of its input with what the probe notes now.
        while (Console.ReadLine() is { } line)
        {
            Console.WriteLine($"{line}: {Convert.ToBase64String(Encoding.UTF8.GetBytes(Probe.Run()))}");
        }

        """;

    const string CoreProbe = """
        using HotReload.Core.Buffers;
        using HotReload.Core.Pipeline;

        static class CoreProbe
        {
            public static void Run()
            {
                var text = new BufferText("one\r\ntwo\nthree");
                Log.Note(text.LineCount);
                Log.Note(text.Apply(new(new(new(0, 1), new(1, 1)), "x"))?.Text);
                Log.Note(text.Apply(new(new(new(2, 9), new(2, 1)), "x")) is null);
                var store = new BufferStore();
                store.Open("/shop/Cart.cs", 1, "class Cart;");
                store.Change("/shop/Cart.cs", 2, [new(new(new(0, 6), new(0, 10)), "Basket")]);
                store.Save("/shop/Cart.cs");
                Log.Note(store.Snapshot.Texts["/shop/Cart.cs"]);
                Log.Note(store.OutOfStep.Length);
                Log.Note(ReloadWording.Count(3, "member"));
                Log.Note(ReloadWording.Sentence("It is so"));
                var log = new GenerationLog();
                log.Add(log.Next([]));
                Log.Note(log.Current);
            }
        }

        """;

    /// <summary>Whether a file may be edited: what asks and what takes the notes is no part of the game.</summary>
    public static bool IsOpenToEdits(string path) =>
        path.EndsWith(".cs", StringComparison.Ordinal) && path is not ("Core/Log.cs" or Program or "Host/Usings.cs" or "Host/Probe.cs" or "Host/CoreProbe.cs");

    /// <summary>All of it, as it is before anything happens to it.</summary>
    public static FixtureSource Source()
    {
        var core = Path.Combine(RepositoryRoot.Path, "server", "HotReload.Core");
        var shop = Path.Combine(RepositoryRoot.Path, "tests", "fixtures", "soak");
        var files = Directory.EnumerateFiles(core, "*.cs", SearchOption.AllDirectories)
            .ToDictionary(path => $"Core/{Path.GetRelativePath(core, path).Replace('\\', '/')}", File.ReadAllText);
        foreach (var path in Directory.EnumerateFiles(shop, "*.cs"))
        {
            files[$"Host/{Path.GetFileName(path)}"] = File.ReadAllText(path);
        }

        files.Remove("Host/Log.cs", out var log);
        files["Core/Log.cs"] = "global using Shop;\n" + log!.Replace("static class Log", "public static class Log", StringComparison.Ordinal);
        files["Host/Probe.cs"] = files["Host/Probe.cs"].Replace("var shelf = Catalog.Open();", "CoreProbe.Run();\n        var shelf = Catalog.Open();", StringComparison.Ordinal);
        files["Host/CoreProbe.cs"] = CoreProbe;
        files[Program] = Main;
        files["Host/Usings.cs"] = "global using System.Text;\nglobal using Shop;\n";
        files["Core/Core.csproj"] = Library;
        files[Host] = Library
            .Replace("<TargetFramework>", "<OutputType>Exe</OutputType>\n    <TargetFramework>", StringComparison.Ordinal)
            .Replace("</Project>", "  <ItemGroup><FrameworkReference Include=\"Microsoft.AspNetCore.App\" /><ProjectReference Include=\"../Core/Core.csproj\" /></ItemGroup>\n</Project>", StringComparison.Ordinal);
        files["All.slnx"] = "<Solution>\n  <Project Path=\"Host/Host.csproj\" />\n  <Project Path=\"Core/Core.csproj\" />\n</Solution>\n";
        files[".gitignore"] = "bin/\nobj/\n";
        return new("real", [.. files.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => new FixtureFile(file.Key, Bytes(file.Value)))]);
    }

    static ImmutableArray<byte> Bytes(string text) => [.. Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n").TrimStart('\ufeff'))];
}
