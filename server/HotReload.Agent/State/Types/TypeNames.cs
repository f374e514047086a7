using System.Text;

namespace HotReload.Agent.State.Types;

/// <summary>
/// The names of types in state: <c>System.Int32</c> for the base class library, <c>Shop|Shop.Cart</c> for a type of an assembly of the
/// program, <c>Name[[argument],[argument]]</c> for a generic one, <c>Name[,]</c> for an array.
/// </summary>
static class TypeNames
{
    /// <summary>Stands between assembly and type.</summary>
    public const char Separator = '|';

    /// <summary>The name of a type.</summary>
    /// <param name="type">Any closed type.</param>
    /// <param name="isOwn">Whether an assembly is one of the program's projects.</param>
    public static string Of(Type type, Predicate<System.Reflection.Assembly> isOwn)
    {
        var text = new StringBuilder();
        Append(text, type, isOwn);
        return text.ToString();
    }

    /// <summary>What people call a type: no assembly, no namespace in arguments.</summary>
    public static string Plain(string name)
    {
        var text = new StringBuilder();
        var part = new StringBuilder();
        foreach (var character in name)
        {
            if (character == Separator)
            {
                part.Clear();
            }
            else if (character is '[' or ']' or ',')
            {
                text.Append(part).Append(character);
                part.Clear();
            }
            else
            {
                part.Append(character == '+' ? '.' : character);
            }
        }

        return text.Append(part).ToString();
    }

    static void Append(StringBuilder text, Type type, Predicate<System.Reflection.Assembly> isOwn)
    {
        if (type.IsArray)
        {
            Append(text, type.GetElementType()!, isOwn);
            text.Append('[').Append(',', type.GetArrayRank() - 1).Append(']');
            return;
        }

        if (isOwn(type.Assembly))
        {
            text.Append(type.Assembly.GetName().Name).Append(Separator);
        }

        var definition = type.IsConstructedGenericType ? type.GetGenericTypeDefinition() : type;
        text.Append(definition.FullName ?? definition.Name);
        if (!type.IsConstructedGenericType)
        {
            return;
        }

        var separator = "[[";
        foreach (var argument in type.GetGenericArguments())
        {
            text.Append(separator);
            Append(text, argument, isOwn);
            separator = "],[";
        }

        text.Append("]]");
    }
}
