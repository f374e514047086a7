using System.Xml;
using System.Xml.Linq;

namespace HotReload.Engine.Loading;

/// <summary>What a project's files say of its items, read and not evaluated.</summary>
internal static class ProjectText
{
    /// <summary>The elements of a project and of the files above it that the SDK imports by their names.</summary>
    public static IEnumerable<XElement> ElementsOf(string projectPath) => BuildInputs.FindProjectInputs(projectPath).SelectMany(Read);

    /// <summary>The patterns in an attribute of an item, with slashes. Those with properties or items in them are not known without an evaluation.</summary>
    public static IEnumerable<string> PatternsOf(XElement item, string attribute) =>
        (item.Attribute(attribute)?.Value.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [])
        .Where(pattern => !IsEvaluated(pattern))
        .Select(pattern => pattern.Replace('\\', '/'));

    /// <summary>What an item says by an attribute or an element of this name; null where it says nothing.</summary>
    public static string? MetadataOf(XElement item, string name) =>
        item.Attribute(name)?.Value ?? item.Elements().FirstOrDefault(element => element.Name.LocalName == name)?.Value.Trim();

    /// <summary>Whether only an evaluation knows what a text means.</summary>
    public static bool IsEvaluated(string text) => text.Contains("$(", StringComparison.Ordinal) || text.Contains("@(", StringComparison.Ordinal)
        || text.Contains("%(", StringComparison.Ordinal);

    static IEnumerable<XElement> Read(string path)
    {
        try
        {
            return XDocument.Load(path).Descendants();
        }
        catch (Exception exception) when (exception is XmlException or IOException or UnauthorizedAccessException)
        {
            // It is being written, or broken: then it is the project that the user hears of.
            return [];
        }
    }
}
