using System.Globalization;

namespace HotReload.Agent.Contract;

/// <summary>On what terms a program may outlive its server: as long as the editor lives, and for a time only.</summary>
/// <param name="ServerId">The server's process id.</param>
/// <param name="ServerStarted">When that process started, in the system's own unit.</param>
/// <param name="OwnerId">The editor's process id.</param>
/// <param name="OwnerStarted">When that process started.</param>
/// <param name="Streams">Whose the program's standard streams are: <see cref="Pipes"/> or <see cref="Terminal"/>.</param>
/// <param name="Folder">The session's folder, where the next server says that it is there.</param>
internal sealed record RecoveryTerms(int ServerId, long ServerStarted, int OwnerId, long OwnerStarted, string Streams, string Folder)
{
    /// <summary>The program's standard streams lead to the server, and break with it.</summary>
    public const string Pipes = "pipes";

    /// <summary>The program's standard streams are those of the client's terminal.</summary>
    public const string Terminal = "terminal";

    const char Separator = ':';
    const int Fields = 6;

    /// <summary>As the value of a variable.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{ServerId}:{ServerStarted}:{OwnerId}:{OwnerStarted}:{Streams}:{Folder}");

    /// <summary>Reads what <see cref="ToString"/> has written; null where it is none of it.</summary>
    public static RecoveryTerms? Parse(string? value)
    {
        var fields = value?.Split(Separator, Fields) ?? [];
        return fields.Length == Fields
            && int.TryParse(fields[0], CultureInfo.InvariantCulture, out var server)
            && long.TryParse(fields[1], CultureInfo.InvariantCulture, out var serverStarted)
            && int.TryParse(fields[2], CultureInfo.InvariantCulture, out var owner)
            && long.TryParse(fields[3], CultureInfo.InvariantCulture, out var ownerStarted)
                ? new(server, serverStarted, owner, ownerStarted, fields[4], fields[5])
                : null;
    }
}
