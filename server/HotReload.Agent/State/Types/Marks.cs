using System.Reflection;

namespace HotReload.Agent.State.Types;

/// <summary>
/// What the user's program says of its state. Attributes and interfaces are known by their simple names: they may come from
/// <c>HotReload.Annotations</c>, or stand in the program's own source.
/// </summary>
static class Marks
{
    public const string Preserve = "PreserveStateAttribute";
    public const string Migrate = "MigrateStateAttribute";
    public const string PreviousName = "PreviousNameAttribute";
    public const string Serializer = "StateSerializerAttribute";
    public const string OwnState = "IPreserveState";

    /// <summary>Whether a member or type carries a mark.</summary>
    public static bool Has(MemberInfo member, string attribute)
    {
        foreach (var data in member.CustomAttributes)
        {
            if (data.AttributeType.Name == attribute)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The names that a member or type had before.</summary>
    public static IEnumerable<string> PreviousNames(MemberInfo member)
    {
        foreach (var data in member.CustomAttributes)
        {
            if (data.AttributeType.Name == PreviousName && data.ConstructorArguments is [{ Value: string name }, ..])
            {
                yield return name;
            }
        }
    }

    /// <summary>The type that a serializer says it is for; null where the type is no serializer.</summary>
    public static Type? SerializedType(Type type)
    {
        foreach (var data in type.CustomAttributes)
        {
            if (data.AttributeType.Name == Serializer && data.ConstructorArguments is [{ Value: Type serialized }, ..])
            {
                return serialized;
            }
        }

        return null;
    }

    /// <summary>The interface by which a type saves and restores its state itself; null where it does not.</summary>
    public static Type? OwnStateOf(Type type) => Array.Find(type.GetInterfaces(), item => item.Name == OwnState);
}
