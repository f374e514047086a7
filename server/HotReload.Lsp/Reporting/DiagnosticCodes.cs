using HotReload.Lsp.Protocol.Lsp;

namespace HotReload.Lsp.Reporting;

/// <summary>Whose a diagnostic's code is, and where it is explained.</summary>
internal static class DiagnosticCodes
{
    /// <summary>Explains every edit that can be no delta.</summary>
    const string Edits = "https://github.com/dotnet/roslyn/blob/main/docs/wiki/EnC-Supported-Edits.md";

    const string EditAndContinue = "ENC";
    const string Own = "HR";

    /// <summary>Whether another C# server would find it, too.</summary>
    public static bool IsCompilers(string code) =>
        !code.StartsWith(EditAndContinue, StringComparison.Ordinal) && !code.StartsWith(Own, StringComparison.Ordinal);

    /// <summary>Where the code is explained; null where that is known elsewhere.</summary>
    public static CodeDescription? Describe(string code) =>
        code.StartsWith(EditAndContinue, StringComparison.Ordinal) ? new(Edits) : null;
}
