namespace HotReload.Agent.AspNetCore.Views;

/// <summary>What a type of the program is to its pages.</summary>
enum ViewRole
{
    /// <summary>Nobody knows which pages it has a part in.</summary>
    Other,

    /// <summary>Made by the compiler; what uses it has changed as well.</summary>
    Helper,

    /// <summary>A view, layout or partial view of MVC.</summary>
    View,

    /// <summary>A Razor Page: a view with a route of its own.</summary>
    RazorPage,

    /// <summary>A Razor component.</summary>
    Component,
}
