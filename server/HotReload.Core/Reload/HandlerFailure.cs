namespace HotReload.Core.Reload;

/// <summary>A metadata update handler of the program that threw. The delta stays applied.</summary>
/// <param name="Handler">The handler's type and method, as C# writes it.</param>
/// <param name="Error">The exception's type and message.</param>
public sealed record HandlerFailure(string Handler, string Error);
