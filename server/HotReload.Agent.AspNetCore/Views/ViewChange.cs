using HotReload.Agent.AspNetCore.Pages;

namespace HotReload.Agent.AspNetCore.Views;

/// <summary>What a change of code means for pages.</summary>
sealed class ViewChange
{
    const string View = "Microsoft.AspNetCore.Mvc.Razor.RazorPageBase";
    const string Component = "Microsoft.AspNetCore.Components.IComponent";
    const string Route = "Microsoft.AspNetCore.Components.RouteAttribute";

    readonly HashSet<string> _views = [];
    readonly HashSet<string> _pages = [];
    bool _concernsComponents;
    bool _concernsAll;

    /// <summary>Looks at the types that have changed.</summary>
    public ViewChange(IEnumerable<Type> types)
    {
        foreach (var type in types.Select(Outermost).Distinct())
        {
            Add(type);
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

    void Add(Type type)
    {
        if (Bases(type).Any(item => item.FullName == View))
        {
            AddView(ViewName.PathOf(type));
        }
        else if (type.GetInterfaces().Any(item => item.FullName == Component))
        {
            // A component with a route of its own is on no other page, unless somebody uses it as a part, too.
            if (type.CustomAttributes.Any(attribute => attribute.AttributeType.FullName == Route))
            {
                _pages.Add(ViewName.Of(type));
            }
            else
            {
                _concernsComponents = true;
            }
        }
        else if (!type.Name.StartsWith('<'))
        {
            _concernsAll = true;
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

    static IEnumerable<Type> Bases(Type type)
    {
        for (var item = type.BaseType; item is not null; item = item.BaseType)
        {
            yield return item;
        }
    }

    static Type Outermost(Type type)
    {
        while (type.DeclaringType is { } outer)
        {
            type = outer;
        }

        return type;
    }
}
