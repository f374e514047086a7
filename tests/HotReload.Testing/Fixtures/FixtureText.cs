using System.Collections.Immutable;
using System.Text;

namespace HotReload.Testing.Fixtures;

/// <summary>Reads fixture text: files one after the other, each under a line <c>//- /its/path</c>.</summary>
public static class FixtureText
{
    const string Marker = "//- /";

    /// <summary>The files of a text. What stands before the first marker must be blank.</summary>
    /// <exception cref="FormatException">The text has no marker, or text before the first.</exception>
    public static ImmutableArray<FixtureFile> Parse(string text)
    {
        var files = ImmutableArray.CreateBuilder<FixtureFile>();
        string? path = null;
        var content = new StringBuilder();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (line.TrimStart().StartsWith(Marker, StringComparison.Ordinal))
            {
                Close();
                path = line.Trim()[Marker.Length..].Trim();
                content.Clear();
            }
            else if (path is not null)
            {
                content.Append(line).Append('\n');
            }
            else if (!string.IsNullOrWhiteSpace(line))
            {
                throw new FormatException($"A fixture text begins with a line '{Marker}path', not with '{line}'.");
            }
        }

        Close();
        return files.Count > 0 ? files.ToImmutable() : throw new FormatException($"The text has no line '{Marker}path'.");

        void Close()
        {
            if (path is not null)
            {
                files.Add(new FixtureFile(path, [.. Encoding.UTF8.GetBytes(content.ToString().TrimEnd('\n') + "\n")]));
            }
        }
    }
}
