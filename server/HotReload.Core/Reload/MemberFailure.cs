namespace HotReload.Core.Reload;

/// <summary>What the program threw in a member that a reload has changed.</summary>
/// <param name="Generation">The generation that changed it.</param>
/// <param name="Type">The type that declares the member, as C# writes it, without its namespace.</param>
/// <param name="Member">The member, or the method that holds the lambda or local function.</param>
/// <param name="Exception">The exception's type.</param>
/// <param name="Message">The exception's message.</param>
public sealed record MemberFailure(int Generation, string Type, string Member, string Exception, string Message);
