using System.Xml;
using System.Xml.Linq;

namespace HotReload.Lsp.Workspace;

/// <summary>Compares two texts of a project file by what they say, not by what an evaluation makes of it.</summary>
internal static class ProjectFileComparison
{
    static readonly HashSet<string> s_references = new(StringComparer.Ordinal) { "PackageReference", "ProjectReference", "PackageVersion" };

    /// <summary>How far what was written reaches; null: the file is not there.</summary>
    public static ProjectFileDifference Compare(string? before, string? after)
    {
        if (before is null || after is null || Parse(before) is not { } old || Parse(after) is not { } now)
        {
            return ProjectFileDifference.Anything;
        }

        var known = ReferencesOf(old).GroupBy(Say).ToDictionary(group => group.Key, group => group.Count());
        var added = ReferencesOf(now).Where(reference => !TakeFrom(known, Say(reference))).ToList();
        added.ForEach(reference => reference.Remove());
        RemoveEmptyGroups(old);
        RemoveEmptyGroups(now);
        return !XNode.DeepEquals(old, now) ? ProjectFileDifference.Anything
            : added.Count > 0 ? ProjectFileDifference.AddedReferences
            : ProjectFileDifference.Nothing;
    }

    static XElement? Parse(string text)
    {
        try
        {
            var root = XDocument.Parse(text).Root!;
            root.DescendantNodes().Where(node => node is XComment or XProcessingInstruction).ToList().ForEach(node => node.Remove());
            return root;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    static List<XElement> ReferencesOf(XElement root) => [.. root.Descendants().Where(element => s_references.Contains(element.Name.LocalName))];

    /// <summary>A reference with what it stands in: conditions there count for it.</summary>
    static string Say(XElement reference) => string.Join('\n', reference.Ancestors()
        .Select(above => above.Name + string.Concat(above.Attributes())).Prepend(reference.ToString(SaveOptions.DisableFormatting)));

    static bool TakeFrom(Dictionary<string, int> known, string said)
    {
        if (known.GetValueOrDefault(said) == 0)
        {
            return false;
        }

        known[said]--;
        return true;
    }

    static void RemoveEmptyGroups(XElement root) =>
        root.Descendants().Where(element => element.Name.LocalName == "ItemGroup" && !element.HasElements).ToList().ForEach(group => group.Remove());
}
