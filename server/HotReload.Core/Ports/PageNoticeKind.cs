namespace HotReload.Core.Ports;

/// <summary>What a program tells of its pages.</summary>
public enum PageNoticeKind
{
    /// <summary>It can show pages and waits to be told what they are to be like.</summary>
    Ready,

    /// <summary>A page has connected.</summary>
    Connected,

    /// <summary>A page has gone.</summary>
    Left,

    /// <summary>A page has done what it was told.</summary>
    Report,

    /// <summary>A page asks for a place to be opened in the editor.</summary>
    Open,

    /// <summary>Something keeps hot reload out of a page.</summary>
    Warning,
}
