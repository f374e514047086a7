using System.Text.Json.Serialization;

namespace HotReload.Lsp.Protocol.Lsp;

/// <summary>LSP: a step of a progress.</summary>
/// <param name="Kind"><c>begin</c>, <c>report</c> or <c>end</c>.</param>
/// <param name="Title">For a beginning.</param>
/// <param name="Message">What is being done.</param>
public sealed record WorkDoneProgress(
    string Kind,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Title = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Message = null);
