using System.Security.Cryptography;
using System.Text;

namespace HotReload.Agent.Contract;

/// <summary>
/// Shows that a side knows the secret without telling it: whoever listens in the server's place, or calls in the program's, learns
/// nothing that lets him be the other.
/// </summary>
internal static class RejoinProof
{
    /// <summary>The length of a challenge, in bytes.</summary>
    public const int ChallengeBytes = 32;

    /// <summary>The new server's side.</summary>
    public const string Server = "server";

    /// <summary>The program's side.</summary>
    public const string Program = "program";

    /// <summary>Something that nobody has seen before.</summary>
    public static byte[] Challenge() => RandomNumberGenerator.GetBytes(ChallengeBytes);

    /// <summary>The proof of a side.</summary>
    public static byte[] Make(string secret, string side, byte[] challenge)
    {
        byte[] message = [.. Encoding.UTF8.GetBytes(side), .. challenge];
        return HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), message);
    }

    /// <summary>Compares in a time that does not tell how much of a guess was right.</summary>
    public static bool Holds(byte[] proof, string secret, string side, byte[] challenge) =>
        CryptographicOperations.FixedTimeEquals(proof, Make(secret, side, challenge));
}
