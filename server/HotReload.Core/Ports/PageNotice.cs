using HotReload.Core.Buffers;

namespace HotReload.Core.Ports;

/// <summary>Something that happened in a page. What a page says is to be trusted no more than a page.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Page">The page's id.</param>
/// <param name="Path">Its address within the program.</param>
/// <param name="Action">Of a report: what the page did.</param>
/// <param name="Nodes">Of a report: how many of its nodes have changed.</param>
/// <param name="Milliseconds">Of a report: from being told to being done.</param>
/// <param name="Message">What there is to say; of a place to open, the file.</param>
/// <param name="Place">Of a place to open: where in the file.</param>
public sealed record PageNotice(
    PageNoticeKind Kind, string Page, string Path, string Action, int Nodes, double Milliseconds, string Message, TextPosition Place);
