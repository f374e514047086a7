using HotReload.Core.Buffers;

namespace HotReload.Core.Reload;

/// <summary>A method that a delta brings new code for.</summary>
/// <param name="Token">Its metadata token.</param>
/// <param name="File">Full path of the file that its first statement stands in.</param>
/// <param name="Start">Where the statement begins.</param>
public sealed record ChangedMethod(int Token, string File, TextPosition Start);
