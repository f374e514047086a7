using System.Security.Cryptography;
using System.Text;

namespace HotReload.Runtime.Agents;

/// <summary>What proves that a peer on the pipe is the program that was started.</summary>
sealed class AgentSecret(string value)
{
    const int Bytes = 32;

    /// <summary>One that nobody knows yet.</summary>
    public AgentSecret()
        : this(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes)))
    {
    }

    /// <summary>The text for the program's environment. Never logged.</summary>
    public string Value { get; } = value;

    /// <summary>Compares in a time that does not tell how much of a guess was right.</summary>
    public bool Matches(string candidate) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(candidate), Encoding.UTF8.GetBytes(Value));

    /// <summary>The secret is not for logs.</summary>
    public override string ToString() => "(secret)";
}
