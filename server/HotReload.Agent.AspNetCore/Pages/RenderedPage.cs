namespace HotReload.Agent.AspNetCore.Pages;

/// <summary>A page that the program has rendered for a browser.</summary>
/// <param name="id">Names it; the page knows it.</param>
/// <param name="path">What was asked for.</param>
/// <param name="method">How.</param>
sealed class RenderedPage(string id, string path, string method)
{
    readonly HashSet<string> _views = [];

    public string Id { get; } = id;

    public string Path { get; } = path;

    public string Method { get; } = method;

    /// <summary>The component that is the page; null where the page is none.</summary>
    public Type? Component { get; set; }

    /// <summary>The page as the program wrote it; null where it is not kept.</summary>
    public byte[]? Source { get; set; }

    /// <summary>Whether views are known from which it was rendered.</summary>
    public bool HasViews
    {
        get
        {
            lock (_views)
            {
                return _views.Count > 0;
            }
        }
    }

    /// <summary>It is rendered from a view.</summary>
    /// <param name="view">The path that the view has for the program.</param>
    public void Add(string view)
    {
        lock (_views)
        {
            _views.Add(view);
        }
    }

    /// <summary>Whether it was rendered from one of some views.</summary>
    public bool Shows(HashSet<string> views)
    {
        lock (_views)
        {
            return _views.Overlaps(views);
        }
    }
}
