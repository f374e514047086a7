namespace HotReload.JsonRpc.Framing;

/// <summary>What is wrong with a stream of frames. After any of these the place of the next frame is unknown.</summary>
public enum FrameFaultKind
{
    /// <summary>The header ended without a Content-Length.</summary>
    MissingContentLength,

    /// <summary>The Content-Length is negative, absurd, stated twice, or no number.</summary>
    BadContentLength,

    /// <summary>The Content-Length is a number, but over <see cref="FrameLimits.MaxBodyBytes"/>.</summary>
    BodyTooLarge,

    /// <summary>The header reached <see cref="FrameLimits.MaxHeaderBytes"/> without an end.</summary>
    HeaderTooLong,

    /// <summary>A header line is not "Name: value" ended by CR LF.</summary>
    MalformedHeader,

    /// <summary>The stream ended within a header.</summary>
    CutInHeader,

    /// <summary>The stream ended within a body.</summary>
    CutInBody,
}
