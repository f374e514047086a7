namespace HotReload.Core.Reload;

/// <summary>What a static file is to a page.</summary>
public enum AssetKind
{
    /// <summary>A style sheet: the page takes the new one in place of the old.</summary>
    Style,

    /// <summary>A picture: it is exchanged where it is shown.</summary>
    Image,

    /// <summary>A font: texts are drawn with the new one.</summary>
    Font,

    /// <summary>A script: the page is loaded again, unless it takes the change by itself.</summary>
    Script,

    /// <summary>A page without a program: it is morphed.</summary>
    Markup,

    /// <summary>Anything else that scripts may have read: as a script.</summary>
    Data,
}
