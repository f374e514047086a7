using System.Collections.Immutable;
using System.Globalization;
using HotReload.Testing.Editing;
using HotReload.Testing.Fixtures;

namespace HotReload.Conformance.Kills;

/// <summary>A program of several files, each with something to say, and a typist who changes it at random. Knows what it should say.</summary>
sealed class TypedProgram(Random random)
{
    /// <summary>How many files can be edited.</summary>
    const int Parts = 5;

    static readonly TimeSpan s_pace = TimeSpan.FromMilliseconds(4);

    readonly int[] _values = new int[Parts];
    int _last;

    /// <summary>How many edits were typed.</summary>
    public int Edits { get; private set; }

    /// <summary>What a build of the text says.</summary>
    public string Says => string.Join('-', _values.Select(value => value.ToString(CultureInfo.InvariantCulture)));

    /// <summary>The program as it is before the first edit.</summary>
    public static FixtureSource Source { get; } = FixtureSource.Inline("kills", string.Join('\n', Files().Select(file => $"//- /{file.Name}\n{file.Text}")));

    /// <summary>Opens all files.</summary>
    public static async Task OpenAsync(EditorClient editor)
    {
        for (var part = 0; part < Parts; part++)
        {
            await editor.OpenAsync(Name(part));
        }
    }

    /// <summary>Edits a file in one of the ways in which people do, and mostly saves it.</summary>
    public async Task EditAsync(EditorClient editor)
    {
        var part = random.Next(Parts);
        Edits++;
        switch (random.Next(6))
        {
            case 0:
                await editor.TypeAsync(Name(part), "// Notes:", Number(" #"), s_pace);
                break;
            case 1:
                await editor.TypeAsync(Name(part), "// More:", Number("\n    static int More#() => #;"), s_pace);
                break;
            case 2:
                // Half typed, saved all the same, and mended.
                var half = Number("int half# = ;");
                await editor.TypeAsync(Name(part), "// Notes:", $"\n    {half}", s_pace);
                await editor.SaveAsync(Name(part));
                await editor.ReplaceAsync(Name(part), $"\n    {half}", "");
                break;
            default:
                var (before, after) = (_values[part], ++_last);
                _values[part] = after;
                await editor.TypeOverAsync(Name(part), $"\"{before}\"", $"\"{after}\"", s_pace);
                break;
        }

        if (random.Next(5) > 0)
        {
            await editor.SaveAsync(Name(part));
        }
    }

    /// <summary>Saves all files.</summary>
    public static async Task SaveAsync(EditorClient editor)
    {
        for (var part = 0; part < Parts; part++)
        {
            await editor.SaveAsync(Name(part));
        }
    }

    /// <summary>The files as the editor has them.</summary>
    public static ImmutableArray<(string Name, string Text)> Texts(EditorClient editor) =>
        [.. Enumerable.Range(0, Parts).Select(part => (Name(part), editor.Buffer(Name(part)).Text))];

    static IEnumerable<(string Name, string Text)> Files()
    {
        yield return ("Kills.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
            </Project>
            """);
        var calls = string.Join(" + \"-\" + ", Enumerable.Range(0, Parts).Select(part => $"Part{part}.Say()"));
        yield return ("Program.cs", $$"""
            var asked = 0;
            while (Console.ReadLine() is { } question)
            {
                Console.WriteLine($"{question} {++asked} {Environment.ProcessId} {Answer.Say()}");
            }

            static class Answer
            {
                public static string Say() => {{calls}};
            }
            """);
        for (var part = 0; part < Parts; part++)
        {
            yield return (Name(part), $$"""
                static class Part{{part}}
                {
                    // Notes:
                    public static string Say() => "0";

                    // More:
                }
                """);
        }
    }

    static string Name(int part) => string.Create(CultureInfo.InvariantCulture, $"Part{part}.cs");

    string Number(string text) => text.Replace("#", (++_last).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
