namespace HotReload.Lsp.Protocol;

/// <summary>Parameters of the notification <c>hotReload/page</c>: what an open page made of what it was told.</summary>
/// <param name="Session">The session's id.</param>
/// <param name="LastReload">The id of the session's last result when the page said so.</param>
/// <param name="Page">Names the page, for as long as it is open.</param>
/// <param name="Path">Its address within the program.</param>
/// <param name="Action">What it did.</param>
/// <param name="Nodes">How many of its nodes have changed; of files, how many places that show them.</param>
/// <param name="Milliseconds">From being told to the next frame.</param>
/// <param name="Message">What there is to say; often empty.</param>
public sealed record PageParams(
    string Session, int LastReload, string Page, string Path, PageAction Action, int Nodes, double Milliseconds, string Message);
