namespace HotReload.Lsp.Protocol;

/// <summary>What a page did about an update.</summary>
public enum PageAction
{
    /// <summary>It fetched itself again and became what it is now.</summary>
    Morph,

    /// <summary>It took a style sheet.</summary>
    Style,

    /// <summary>It took a picture.</summary>
    Image,

    /// <summary>It took a font.</summary>
    Font,

    /// <summary>It is loaded again, what the user entered kept.</summary>
    Reload,

    /// <summary>It is left as it is, and its user was told why.</summary>
    Told,

    /// <summary>It is left to the framework, which renders its components by itself.</summary>
    Interactive,

    /// <summary>It could not be made anew.</summary>
    Failed,
}
