using HotReload.Agent.AspNetCore.Pages;

namespace HotReload.Agent.AspNetCore.Views;

/// <summary>What a change of code means for pages.</summary>
sealed class ViewChange
{
    const string Route = "Microsoft.AspNetCore.Components.RouteAttribute";

    readonly HashSet<string> _views = [];
    readonly HashSet<string> _pages = [];
    bool _concernsComponents;
    bool _concernsAll;

    /// <summary>Looks at the types that have changed.</summary>
    public ViewChange(IEnumerable<Type> types)
    {
        foreach (var (type, role) in ViewRoles.Of(types))
        {
            Add(type, role);
        }
    }

    /// <summary>Whether a page may look different now. Where it can't be known, it may.</summary>
    /// <param name="page">The page; null where nothing is known of it.</param>
    public bool Concerns(RenderedPage? page)
    {
        if (page is null || _concernsAll)
        {
            return true;
        }

        return page.Shows(_views) || (page.Component is { } shown
            ? _concernsComponents || _pages.Contains(ViewName.Of(shown))
            : (_concernsComponents || _pages.Count > 0) && page.HasViews);
    }

    void Add(Type type, ViewRole role)
    {
        switch (role)
        {
            case ViewRole.View or ViewRole.RazorPage:
                AddView(ViewName.PathOf(type));
                break;

            // A component with a route of its own is on no other page, unless somebody uses it as a part, too.
            case ViewRole.Component when type.CustomAttributes.Any(attribute => attribute.AttributeType.FullName == Route):
                _pages.Add(ViewName.Of(type));
                break;

            case ViewRole.Component:
                _concernsComponents = true;
                break;

            case ViewRole.Other:
                _concernsAll = true;
                break;
        }
    }

    void AddView(string? path)
    {
        if (path is null)
        {
            _concernsAll = true;
        }
        else
        {
            _views.Add(path);
        }
    }
}
