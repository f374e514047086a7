namespace HotReload.Lsp.Recovery;

/// <summary>What a record of a journal holds.</summary>
internal enum JournalKind : byte
{
    /// <summary>A text, UTF-16; others name it by its hash.</summary>
    Text = 1,

    /// <summary>A <see cref="RunRecord"/>; the first that is no text.</summary>
    Run = 2,

    /// <summary>A <see cref="HotReload.Runtime.Launch.ProgramTicket"/>: of several the last one counts.</summary>
    Program = 3,

    /// <summary>A <see cref="GenerationRecord"/>.</summary>
    Generation = 4,
}
