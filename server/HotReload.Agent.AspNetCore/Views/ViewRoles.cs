namespace HotReload.Agent.AspNetCore.Views;

/// <summary>Finds what types of the program are to its pages. By names: a program without views never loads their assemblies.</summary>
static class ViewRoles
{
    const string View = "Microsoft.AspNetCore.Mvc.Razor.RazorPageBase";
    const string RazorPage = "Microsoft.AspNetCore.Mvc.RazorPages.PageBase";
    const string Component = "Microsoft.AspNetCore.Components.IComponent";

    /// <summary>The types that have changed, each by the outermost that it is declared in, and what they are.</summary>
    public static IEnumerable<(Type Type, ViewRole Role)> Of(IEnumerable<Type> types) =>
        types.Select(Outermost).Distinct().Select(type => (type, Of(type)));

    static ViewRole Of(Type type)
    {
        var role = ViewRole.Other;
        for (var item = type.BaseType; item is not null && role != ViewRole.RazorPage; item = item.BaseType)
        {
            role = item.FullName switch
            {
                RazorPage => ViewRole.RazorPage,
                View => ViewRole.View,
                _ => role,
            };
        }

        return role != ViewRole.Other ? role
            : type.GetInterfaces().Any(item => item.FullName == Component) ? ViewRole.Component
            : type.Name.StartsWith('<') ? ViewRole.Helper
            : ViewRole.Other;
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
