namespace HotReload.Agent.State.Graph;

/// <summary>A kind of <see cref="StateRoot"/>. The numbers are in files: never change one.</summary>
enum RootForm : byte
{
    /// <summary>A static field.</summary>
    Static = 0,

    /// <summary>A singleton of the program's host.</summary>
    Service = 1,
}
