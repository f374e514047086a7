namespace HotReload.Agent.Contract;

/// <summary>Something that happened in a page.</summary>
/// <param name="Kind"><c>connected</c>, <c>left</c>, <c>report</c>, <c>open</c> or <c>warning</c>.</param>
/// <param name="Page">The page's id.</param>
/// <param name="Path">Its address within the program.</param>
/// <param name="Action">Of a report: what the page did: <c>morph</c>, <c>style</c>, <c>image</c>, <c>font</c>, <c>reload</c>, <c>told</c>, <c>interactive</c> or <c>failed</c>.</param>
/// <param name="Nodes">Of a report: how many nodes of the page have changed.</param>
/// <param name="Milliseconds">Of a report: from the page being told to its being done.</param>
/// <param name="Message">What there is to say; of <c>open</c> the file.</param>
/// <param name="Line">Of <c>open</c>: the line, from 0.</param>
/// <param name="Character">Of <c>open</c>: the character, from 0.</param>
internal sealed record AgentPageEvent(
    string Kind, string Page, string Path, string Action, int Nodes, double Milliseconds, string Message, int Line, int Character)
{
    public const string Connected = "connected";
    public const string Left = "left";
    public const string Report = "report";
    public const string Open = "open";
    public const string Warning = "warning";

    /// <summary>An event of which its kind and page say all.</summary>
    public static AgentPageEvent Of(string kind, string page, string path, string message = "") => new(kind, page, path, "", 0, 0, message, 0, 0);
}
