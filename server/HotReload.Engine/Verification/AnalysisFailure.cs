using HotReload.Engine.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HotReload.Engine.Verification;

/// <summary>Words what the SDK's analysis throws over an edit, at the edited member that it is most likely about: the exception names none.</summary>
internal static class AnalysisFailure
{
    /// <summary>The code of what is refused for a fault of the SDK's.</summary>
    public const string Code = "HR1005";

    /// <param name="exception">What was thrown.</param>
    /// <param name="edits">What was edited.</param>
    public static Diagnostic Describe(Exception exception, WrittenEdits edits)
    {
        var came = edits.Projects.Values.SelectMany(project => project.Came.Select(member => (Member: member, Former: project.FormerOf(member)))).ToList();
        return IsLostRow(exception)
            ? Create(
                UnseenEdits.Code,
                "A result has an attribute of the compiler's no more, which said where '?' may be in its type: the SDK fails to make a delta of that.",
                came.OrderByDescending(edit => edit.Former is { } former && Signature(edit.Member) != Signature(former)).FirstOrDefault().Member)
            : Create(Code, $"The SDK's analysis of the edit failed: {exception.Message}", came.FirstOrDefault().Member);
    }

    /// <summary>
    /// Whether the compiler has fewer parameters to write than the method had rows. A method has a row for its result only where that has an
    /// attribute; where it had one and has none any more, the compiler looks for one parameter too many.
    /// </summary>
    static bool IsLostRow(Exception exception) =>
        exception is IndexOutOfRangeException && exception.StackTrace?.Contains("EmitParametersFromOriginalMetadata", StringComparison.Ordinal) == true;

    /// <summary>Where '?' is written or taken away.</summary>
    static string? Signature(DeclaredMember member) => member.Node is MethodDeclarationSyntax method ? $"{method.ReturnType} {method.ParameterList}" : null;

    static Diagnostic Create(string code, string message, DeclaredMember? member) => Diagnostic.Create(
        code, "HotReload", message, DiagnosticSeverity.Warning, DiagnosticSeverity.Warning, isEnabledByDefault: true, warningLevel: 1,
        location: member?.Node.GetLocation());
}
