namespace HotReload.Agent.AspNetCore.Views;

/// <summary>
/// The framework's two update handlers that make all endpoints anew, whatever has changed: MVC's and that of Razor components. It is most of
/// what a change of a view takes, as each endpoint is then found and bound again as well. What MVC makes endpoints of are
/// controllers and Razor Pages; a component has a part in one only by its attributes.
/// </summary>
sealed class IdleHandlers
{
    const string Mvc = "Microsoft.AspNetCore.Mvc.HotReload.HotReloadService";
    const string Components = "Microsoft.AspNetCore.Components.Endpoints.HotReloadService";

    readonly Dictionary<string, string> _attributes = [];

    /// <summary>Those of the two, by full name, that would make of these changed types the same endpoints as there are.</summary>
    public HashSet<string> Find(IReadOnlyList<Type> types)
    {
        var idle = types.Count == 0 ? new HashSet<string>() : [Mvc, Components];
        foreach (var (type, role) in ViewRoles.Of(types))
        {
            if (role is ViewRole.Other or ViewRole.RazorPage)
            {
                idle.Remove(Mvc);
            }

            // Not only where it is still to be found out: what it has now is remembered for the next change.
            if (role == ViewRole.Other || (role == ViewRole.Component && HasNewAttributes(type)))
            {
                idle.Remove(Components);
            }
        }

        return idle;
    }

    /// <summary>Whether a component may have other attributes than before; of its first change nobody knows.</summary>
    bool HasNewAttributes(Type type)
    {
        var (name, now) = (ViewName.Of(type), string.Join('\n', type.CustomAttributes.Select(attribute => attribute.ToString()).Order(StringComparer.Ordinal)));
        var isSame = _attributes.TryGetValue(name, out var before) && before == now;
        _attributes[name] = now;
        return !isSame;
    }
}
