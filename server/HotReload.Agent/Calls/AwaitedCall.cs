using HotReload.Agent.Contract;

namespace HotReload.Agent.Calls;

/// <summary>A changed method that was not called since.</summary>
/// <param name="Told">What is told when it is.</param>
/// <param name="Type">Its type's full name.</param>
/// <param name="Name">Its name.</param>
/// <param name="Since">When it was changed, in universal time.</param>
sealed record AwaitedCall(AgentCall Told, string Type, string Name, DateTime Since)
{
    const char TypeArguments = '[';

    /// <summary>Whether it is what the runtime speaks of. The runtime names constructed types with their arguments.</summary>
    public bool Is(int token, string type, string name) =>
        token == Told.Method && name == Name && type.StartsWith(Type, StringComparison.Ordinal)
        && (type.Length == Type.Length || type[Type.Length] == TypeArguments);
}
