using HotReload.Lsp.Workspace;

namespace HotReload.UnitTests.Lsp.Workspace;

public sealed class FileDirectivesTests
{
    [TestCase("#:package A@1\r\n#:property X=1\r\nConsole.WriteLine();", "#:package A@1\n#:property X=1")]
    [TestCase("#!/usr/bin/env dotnet\n#:sdk Microsoft.NET.Sdk.Web\n", "#:sdk Microsoft.NET.Sdk.Web")]
    [TestCase("Console.WriteLine();", "")]
    [TestCase(null, null)]
    public void Only_directives_say_how_a_program_is_built(string? text, string? directives) =>
        Assert.That(FileDirectives.Of(text), Is.EqualTo(directives));

    [TestCase("#!/usr/bin/env dotnet\nConsole.WriteLine();", true)]
    [TestCase("// Tool\n#:property PublishAot=false\n", true)]
    [TestCase("class A;", false)]
    public void A_program_without_a_project_says_so(string text, bool isProgram) =>
        Assert.That(FileDirectives.Has(text), Is.EqualTo(isProgram));
}
