using System.Globalization;

namespace HotReload.Benchmarks.Scenarios;

/// <summary>An edit that can be made again and again, each time with another number in it.</summary>
/// <param name="Name">What is edited, for the table.</param>
/// <param name="File">Relative to the scenario's folder.</param>
/// <param name="Find">A text that the file holds exactly once.</param>
/// <param name="Replace">What comes in its place; <c>{n}</c> becomes the number.</param>
/// <param name="Expect">What the program then says; <c>{n}</c> becomes the number.</param>
public sealed record EditKind(string Name, string File, string Find, string Replace, string Expect)
{
    /// <summary>What comes after the file's first line; <c>{n}</c> becomes the number.</summary>
    public string AfterFirstLine { get; init; } = "";

    /// <summary>A type in a file of its own, of which this is the text, that the edit's text refers to; empty: none.</summary>
    public string NewFile { get; init; } = "";

    /// <summary>The name of that file, each time another; relative to the folder of <see cref="File"/>.</summary>
    public string NewFileName(int number) => Path.Combine(Path.GetDirectoryName(File) ?? "", Numbered("Added{n}.cs", number));

    /// <summary>
    /// The edit with a type of its own, in which methods come and go. It stays from one edit to the next: for a type that goes, <c>dotnet watch</c> restarts.
    /// </summary>
    public EditKind WithRoom() => this with { AfterFirstLine = Room("") };

    /// <summary>The edit together with a new method in that type.</summary>
    public EditKind AddingMethod() => this with
    {
        Name = $"{Name}, and a method added", AfterFirstLine = Room("    public static int Add{n}(int value) => value + {n};\n"),
    };

    /// <summary>The edit together with a new file.</summary>
    public EditKind AddingFile() => this with
    {
        Name = $"{Name}, and a file added",
        NewFile = "public static class Added{n}\n{\n    public static int Of(int value) => value + {n};\n}\n",
    };

    /// <summary>
    /// The edit in a form that takes effect only with a restart, from the second time on: the bases of a type can't be changed
    /// by a delta, and this type has another one each time.
    /// </summary>
    public EditKind Restarting() => this with
    {
        Name = $"{Name} that needs a restart",
        AfterFirstLine = "\npublic interface IMark{n};\n\npublic sealed class Mark : IMark{n};\n",
    };

    /// <summary>The edit as one of a constant, from the second time on. The text that it replaces stands in an interpolated string.</summary>
    public EditKind OfConstant() => this with
    {
        Name = $"{Name}, of a constant's value",
        Replace = Replace.Replace("{n}", "{Tuned.Value}", StringComparison.Ordinal),
        AfterFirstLine = "\npublic static class Tuned\n{\n    public const int Value = {n};\n}\n",
    };

    /// <summary>The edit as one that renames a type, from the second time on; its text stands in an interpolated string.</summary>
    public EditKind OfType() => this with
    {
        Name = $"{Name}, and a type renamed",
        Replace = Replace.Replace("{n}", "{Named{n}.Value}", StringComparison.Ordinal),
        AfterFirstLine = "\npublic static class Named{n}\n{\n    public static int Value => {n};\n}\n",
    };

    /// <summary>The edit as one that renames an interface's method, from the second time on; its text stands in an interpolated string.</summary>
    public EditKind OfInterface() => this with
    {
        Name = $"{Name}, and an interface's method renamed",
        Replace = Replace.Replace("{n}", "{((ISized)new Sized()).Value{n}()}", StringComparison.Ordinal),
        AfterFirstLine = "\npublic interface ISized\n{\n    int Value{n}();\n}\n\npublic sealed class Sized : ISized\n{\n    public int Value{n}() => {n};\n}\n",
    };

    static string Room(string method) => $"\npublic static class Grown\n{{\n{method}}}\n";

    /// <summary>The file's text after the edit.</summary>
    /// <exception cref="ArgumentException">What is to be replaced does not stand exactly once in the file.</exception>
    public string ApplyTo(string text, int number)
    {
        var parts = text.Split(Find);
        if (parts.Length != 2)
        {
            throw new ArgumentException($"'{Find}' does not stand exactly once in {File}.", nameof(text));
        }

        var edited = string.Join(Numbered(Replace, number), parts);
        var end = edited.IndexOf('\n', StringComparison.Ordinal) + 1;
        return edited.Insert(end, Numbered(AfterFirstLine, number));
    }

    /// <summary>The number in place of <c>{n}</c>.</summary>
    public static string Numbered(string template, int number) =>
        template.Replace("{n}", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
