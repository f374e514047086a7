using HotReload.Core.Speculation;

namespace HotReload.Lsp.Sessions;

/// <summary>A run of a session, as compiling ahead needs it.</summary>
internal interface ISpeculativeRun
{
    /// <summary>What compiles ahead.</summary>
    SpeculativeEdits Ahead { get; }

    /// <summary>Completes when the engine is warm.</summary>
    Task WarmUp { get; }

    /// <summary>Whether its programs can take another delta.</summary>
    bool IsTrusted { get; }

    /// <summary>Whether a file is part of the program, would be, or was a moment ago.</summary>
    bool Concerns(string path);
}
