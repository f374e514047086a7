using HotReload.UnitTests.Engine.Session;
using HotReload.UnitTests.Support;

namespace HotReload.UnitTests.Engine.Evaluations;

/// <summary>With MSBuild itself: a program and a library, of which one changes.</summary>
public sealed class ProjectChangeTests
{
    TemporaryFolder _folder = null!;
    string _app = null!;
    string _lib = null!;

    [SetUp]
    public async Task Create()
    {
        _folder = new();
        _lib = _folder.Write("Lib/Lib.csproj", Project("<Lang>1</Lang>"));
        _app = _folder.Write("App/App.csproj", Project("<OutputType>Exe</OutputType>", """<ProjectReference Include="../Lib/Lib.csproj" />"""));
        _folder.Write("Lib/Library.cs", "public class Library;\n");
        _folder.Write("App/Program.cs", "_ = new Library();\n");
        await SmallProgram.RunSdkAsync("restore", _app, "-v:q", "-nologo");
    }

    [TearDown]
    public void Delete() => _folder.Dispose();

    [Test]
    public void Only_the_project_that_changed_is_evaluated_again()
    {
        Assert.That(Load(), Is.EqualTo("evaluated App Lib; App refers to Lib; errors 0"));
        Assert.That(Load(), Is.EqualTo("evaluated nothing; App refers to Lib; errors 0"));

        File.WriteAllText(_app, File.ReadAllText(_app).Replace("Exe<", "WinExe<", StringComparison.Ordinal));
        Assert.That(Load(), Is.EqualTo("evaluated App; App refers to Lib; errors 0"));

        File.WriteAllText(_lib, File.ReadAllText(_lib).Replace("<Lang>1</Lang>", "<DefineConstants>MORE</DefineConstants>", StringComparison.Ordinal));
        Assert.That(Load(), Is.EqualTo("evaluated Lib; App refers to Lib; errors 0"));
    }

    string Load() => CountedLoad.Run(_app, _folder.At("evaluations"));

    static string Project(string property, string item = "") => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            {property}
          </PropertyGroup>
          <ItemGroup>{item}</ItemGroup>
        </Project>
        """;
}
