using HotReload.Engine.Evaluations;

namespace HotReload.UnitTests.Engine.Evaluations;

public sealed class BuildTextTests
{
    [TestCase("<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><OutputType>Exe</OutputType></PropertyGroup></Project>")]
    [TestCase("<Project Sdk=\"Microsoft.NET.Sdk.Web\"><ItemGroup><Compile Remove=\"Old/**/*.cs\" /></ItemGroup></Project>")]
    [TestCase("<Project><ItemGroup><PackageReference Include=\"A\" Version=\"$(AVersion)\" /></ItemGroup></Project>")]
    [TestCase("<Project><ItemGroup><ProjectReference Include=\"../Core/Core.csproj\" /></ItemGroup></Project>")]
    [TestCase("<Project><ItemGroup><Compile Include=\"../Shared/One.cs\" /></ItemGroup></Project>")]
    [TestCase("<Project><!-- <Target Name=\"Old\" /> --></Project>")]
    [TestCase("<Project><Import Project=\"$([MSBuild]::GetPathOfFileAbove('Directory.Build.props', '$(MSBuildThisFileDirectory)../'))\" /></Project>")]
    public void What_it_depends_on_is_certain(string text) => Assert.That(BuildText.IsPlain(text), Is.True);

    [TestCase("<Project Sdk=\"Some.Other.Sdk/1.0\" />")]
    [TestCase("<Project><Sdk Name=\"Some.Other.Sdk\" /></Project>")]
    [TestCase("<Project><Target Name=\"Make\" BeforeTargets=\"CoreCompile\" /></Project>")]
    [TestCase("<Project><PropertyGroup Condition=\"Exists('local.txt')\" /></Project>")]
    [TestCase("<Project><PropertyGroup><Now>$([System.DateTime]::Now)</Now></PropertyGroup></Project>")]
    [TestCase("<Project><PropertyGroup><A>$([MSBuild]::GetDirectoryNameOfFileAbove('/', 'a'))</A></PropertyGroup></Project>")]
    [TestCase("<Project><ItemGroup><Compile Include=\"../Shared/**/*.cs\" /></ItemGroup></Project>")]
    [TestCase("<Project><ItemGroup><Compile Include='$(Shared)*.cs' /></ItemGroup></Project>")]
    [TestCase("<Project><ItemGroup><Compile Include=\"One.cs;/opt/shared/*.cs\" /></ItemGroup></Project>")]
    [TestCase("<Project><Import Project=\"Sdk.props\" Sdk=\"Some.Sdk\" /></Project>")]
    [TestCase("<Project><PropertyGroup><ChecksumAlgorithm>SHA1</ChecksumAlgorithm></PropertyGroup></Project>")]
    public void What_it_depends_on_is_not_certain(string text) => Assert.That(BuildText.IsPlain(text), Is.False);

    [Test]
    public void Imports_are_those_that_are_no_comment() => Assert.That(
        BuildText.Imports("<Project><Import Project=\"a.props\" /><!-- <Import Project='b.props'/> --><Import Condition=\"true\" Project='c.props' /></Project>"),
        Is.EqualTo(new[] { "a.props", "c.props" }));
}
