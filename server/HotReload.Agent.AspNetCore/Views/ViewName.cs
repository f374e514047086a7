using System.Reflection;

namespace HotReload.Agent.AspNetCore.Views;

/// <summary>What a view or component is called, whichever of its versions a type is.</summary>
static class ViewName
{
    const string Metadata = "Microsoft.AspNetCore.Razor.Hosting.RazorCompiledItemMetadataAttribute";

    /// <summary>The path that a view has for the program: <c>/Views/Books/Index.cshtml</c>. Null where its type does not say.</summary>
    public static string? PathOf(Type view) => view.CustomAttributes
        .Where(attribute => attribute.AttributeType.FullName == Metadata)
        .Select(attribute => attribute.ConstructorArguments)
        .Where(arguments => arguments is [{ Value: "Identifier" }, _])
        .Select(arguments => arguments[1].Value as string)
        .FirstOrDefault();

    /// <summary>A type's full name. Some generated types are made anew with each change, by the old name and a number.</summary>
    public static string Of(Type type)
    {
        var name = type.FullName!;
        var number = name.IndexOf('#', StringComparison.Ordinal);
        return number < 0 ? name : name[..number].TrimEnd('\\');
    }
}
