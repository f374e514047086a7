namespace HotReload.Agent.AspNetCore.Views;

/// <summary>What a view or component is called, whichever of its versions a type is.</summary>
static class ViewName
{
    /// <summary>Its full name. A generated view gets a new type with each change, by the old name and a number.</summary>
    public static string Of(Type type)
    {
        var name = type.FullName!;
        var number = name.IndexOf('#', StringComparison.Ordinal);
        return number < 0 ? name : name[..number].TrimEnd('\\');
    }
}
