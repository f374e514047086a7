using HotReload.Web.Assets;
using HotReload.Web.ScopedStyles;
using HotReload.Core.Buffers;
using HotReload.Core.Reload;

namespace HotReload.UnitTests.Web;

public sealed class ScopedBundleTests
{
    string _folder = "";
    string _bundle = "";

    [SetUp]
    public void Create()
    {
        _folder = Directory.CreateTempSubdirectory("hr-scoped").FullName;
        File.WriteAllText(Path.Combine(_folder, "App.csproj"), "<Project/>");
        var obj = Path.Combine(_folder, "obj/Debug/net10.0");
        _bundle = Path.Combine(obj, "scopedcss/bundle/App.styles.css");
        Directory.CreateDirectory(Path.GetDirectoryName(_bundle)!);
        File.WriteAllText(_bundle, "@import 'x.css';\n\n/* /Views/A.cshtml.rz.scp.css */\nh1[b-aaa] { color: red }\n/* /Parts/B.razor.rz.scp.css */\np[b-bbb] { color: red }\n");
        File.WriteAllText(
            Path.Combine(obj, "App.GeneratedMSBuildEditorConfig.editorconfig"),
            $"is_global = true\n[{_folder}/Views/A.cshtml]\nbuild_metadata.AdditionalFiles.CssScope = b-aaa\n[{_folder}/Parts/B.razor]\nbuild_metadata.AdditionalFiles.CssScope = b-bbb\n");
    }

    [TearDown]
    public void Delete() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void A_part_is_replaced_and_the_others_stay()
    {
        var made = new ScopedBundle(_bundle).Make([new(At("Views/A.cshtml.css"), "h2{}")], new Marking());
        Assert.That(made.Error, Is.Null);
        Assert.That(made.Text, Does.Contain("@import 'x.css';").And.Contain("b-aaa:h2{}").And.Not.Contain("h1[").And.Contain("p[b-bbb]"));
        Assert.That(made.Text!.IndexOf("b-aaa:", StringComparison.Ordinal), Is.LessThan(made.Text.IndexOf("p[b-bbb]", StringComparison.Ordinal)));
    }

    [Test]
    public void Several_parts_are_replaced()
    {
        var made = new ScopedBundle(_bundle).Make([new(At("Views/A.cshtml.css"), "one"), new(At("Parts/B.razor.css"), "two")], new Marking());
        Assert.That(made.Text, Does.Contain("b-aaa:one").And.Contain("b-bbb:two").And.Not.Contain("color"));
    }

    [Test]
    public void A_part_without_a_scope_is_told()
    {
        var made = new ScopedBundle(_bundle).Make([new(At("Views/New.cshtml.css"), "h2{}")], new Marking());
        Assert.That((made.Text, made.Error), Is.EqualTo(((string?)null, (string?)null)));
    }

    [TestCase("Views/A.cshtml.css", true)]
    [TestCase("Parts/B.razor.css", true)]
    [TestCase("wwwroot/site.css", false)]
    public void Scoped_styles_are_told_by_their_names(string file, bool isScoped) =>
        Assert.That(ScopedBundle.IsScoped(At(file)), Is.EqualTo(isScoped));

    [Test]
    public void A_program_serves_what_its_build_says()
    {
        File.WriteAllText(Path.Combine(_folder, "App.staticwebassets.runtime.json"), $$$"""
            {"ContentRoots":["{{{_folder}}}/wwwroot/","{{{Path.GetDirectoryName(_bundle)}}}/"],
             "Root":{"Children":{"App.styles.css":{"Children":null,"Asset":{"ContentRootIndex":1,"SubPath":"App.styles.css"},"Patterns":null},
               "a":{"Children":{"b.css":{"Children":null,"Asset":{"ContentRootIndex":0,"SubPath":"a/b.css"},"Patterns":null}},"Asset":null,"Patterns":null}},
              "Asset":null,"Patterns":[{"ContentRootIndex":0,"Pattern":"**","Depth":0}]}}
            """);
        File.WriteAllText(Path.Combine(_folder, "App.staticwebassets.endpoints.json"), """
            {"Endpoints":[{"Route":"a/b.123.css","AssetFile":"a/b.css","Selectors":[]},
              {"Route":"a/b.css","AssetFile":"a/b.css.gz","Selectors":[{"Name":"Content-Encoding"}]}]}
            """);
        var manifest = AssetManifest.Load(At("App.dll"), _folder);
        Assert.That(manifest.RoutesOf(At("wwwroot/a/b.css")), Is.EqualTo(new[] { "a/b.css", "a/b.123.css" }));
        Assert.That(manifest.RoutesOf(At("wwwroot/new/c.css")), Is.EqualTo(new[] { "new/c.css" }));
        Assert.That(manifest.RoutesOf(At("Program.cs")), Is.Empty);

        var assets = new ProgramAssets(manifest, [_folder], new Marking(), DateTimeOffset.UnixEpoch);
        var snapshot = Snapshot.Empty with { Texts = Snapshot.Empty.Texts.Add(At("Views/A.cshtml.css"), "h2{}").Add(At("wwwroot/a/b.css"), "p{}") };
        var taken = assets.Take(snapshot);
        Assert.That(taken.Select(item => (item.Kind, item.Routes[0])), Is.EqualTo(new[] { (AssetKind.Style, "a/b.css"), (AssetKind.Style, "App.styles.css") }));
        Assert.That(assets.Take(snapshot), Is.Empty);
        Assert.That(assets.All(snapshot), Has.Length.EqualTo(2));
    }

    string At(string relative) => Path.GetFullPath(Path.Combine(_folder, relative));

    sealed class Marking : ICssScoper
    {
        public ScopedText Scope(string file, string text, string scope) => new($"{scope}:{text}", null);
    }
}
