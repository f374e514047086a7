using System.Text;
using HotReload.Runtime.Builds;

namespace HotReload.UnitTests.Runtime.Builds;

public sealed class FileProgramBuildTests
{
    [Test]
    public void What_the_build_says_is_read()
    {
        var output = Read(
            """
            { "Properties": { "TargetPath": "/a/bin/app.dll" },
              "Items": {
                "CscCommandLineArgs": [ { "Identity": "/noconfig" }, { "Identity": "/p/app.cs" } ],
                "ProjectReference": [ { "Identity": "../Lib", "FullPath": "/Lib/Lib.csproj" } ],
                "IntermediateAssembly": [ { "FullPath": "/a/obj/app.dll" } ] } }
            """)!;

        Assert.That((output.Assembly, output.IntermediateAssembly), Is.EqualTo(("/a/bin/app.dll", "/a/obj/app.dll")));
        Assert.That(output.CompilerArguments, Is.EqualTo(new[] { "/noconfig", "/p/app.cs" }));
        Assert.That(output.ProjectReferences, Is.EqualTo(new[] { "/Lib/Lib.csproj" }));
    }

    [TestCase("")]
    [TestCase("{}")]
    [TestCase("""{ "Properties": {}, "Items": { "CscCommandLineArgs": [] } }""")]
    [TestCase("""{ "Properties": {}, "Items": { "CscCommandLineArgs": [ { "Identity": "/noconfig" } ] } }""")]
    public void An_answer_that_lacks_something_is_none(string json) => Assert.That(Read(json), Is.Null);

    static FileProgramOutput? Read(string json) => FileProgramBuild.Read(Encoding.UTF8.GetBytes(json));
}
