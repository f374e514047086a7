using System.Xml.Linq;
using HotReload.UnitTests.Support;

namespace HotReload.UnitTests.Architecture;

/// <summary>A project file of the server.</summary>
sealed class ServerProject
{
    readonly XElement _root;

    ServerProject(string path) => (Name, _root) = (Path.GetFileNameWithoutExtension(path), XDocument.Load(path).Root!);

    public static IReadOnlyList<ServerProject> All { get; } =
        [.. Directory.EnumerateFiles(Repository.At("server"), "*.csproj", SearchOption.AllDirectories).Order().Select(path => new ServerProject(path))];

    public string Name { get; }

    /// <summary>Projects it compiles against; one that is only built with it and copied does not count.</summary>
    public IEnumerable<string> Projects => Items("ProjectReference")
        .Where(item => (string?)item.Attribute("ReferenceOutputAssembly") != "false")
        .Select(Include);

    /// <summary>Packages it uses.</summary>
    public IEnumerable<string> Packages => Items("PackageReference").Select(item => item.Attribute("Include")!.Value);

    /// <summary>Source it shares with others.</summary>
    public IEnumerable<string> SharedSource => Items("Import").Select(item => item.Attribute("Project")!.Value)
        .Concat(Items("Compile").Select(item => item.Attribute("Include")!.Value));

    public static ServerProject Of(string name) => All.Single(project => project.Name == name);

    IEnumerable<XElement> Items(string name) => _root.Descendants(name);

    static string Include(XElement item) => Path.GetFileNameWithoutExtension(item.Attribute("Include")!.Value.Replace('\\', '/'));
}
