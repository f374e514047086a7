using HotReload.Core.Buffers;

namespace HotReload.Lsp.Protocol;

/// <summary>Parameters of <c>hotReload/exception</c>.</summary>
/// <param name="Session">The session's id.</param>
/// <param name="Reload">The id of the reload that changed the member.</param>
/// <param name="Member">The member that threw, as a report names it.</param>
/// <param name="Exception">The exception's type.</param>
/// <param name="Message">What happened, as a sentence.</param>
/// <param name="File">Full path of the file with the member; null where that is not known.</param>
/// <param name="Range">Where the member stands in it.</param>
public sealed record ExceptionParams(
    string Session, int Reload, string Member, string Exception, string Message, string? File, TextRange Range);
