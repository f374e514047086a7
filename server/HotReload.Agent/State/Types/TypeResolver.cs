using System.Reflection;

namespace HotReload.Agent.State.Types;

/// <summary>
/// Finds the types that a state file names, among the session's assemblies and in the closed list of the base class library. Nothing
/// else is loaded, whatever the file says.
/// </summary>
sealed class TypeResolver(SessionAssemblies assemblies, TypePlans plans)
{
    /// <summary>How deep arguments may be nested; a file that goes further is no file of ours.</summary>
    public const int MaxNesting = 32;

    readonly Dictionary<string, Type?> _known = new(StringComparer.Ordinal);
    Dictionary<string, Type>? _renamed;

    /// <summary>The type of a name; null where it is not there, or not allowed.</summary>
    public Type? Find(string name)
    {
        if (!_known.TryGetValue(name, out var type))
        {
            var position = 0;
            type = Parse(name, ref position, 0);
            _known[name] = type = position == name.Length && type is { ContainsGenericParameters: false } ? type : null;
        }

        return type;
    }

    /// <summary>Looks anew for what was not found: an assembly may have been loaded since.</summary>
    public void Forget()
    {
        _known.Clear();
        _renamed = null;
    }

    /// <summary>The simple name of the assembly that a type's name begins with; null for the base class library.</summary>
    public static string? AssemblyOf(string name)
    {
        var end = name.IndexOfAny(['[', TypeNames.Separator]);
        return end > 0 && name[end] == TypeNames.Separator ? name[..end] : null;
    }

    Type? Parse(string text, ref int position, int depth)
    {
        if (depth > MaxNesting)
        {
            return null;
        }

        var start = position;
        while (position < text.Length && text[position] is not ('[' or ']' or ','))
        {
            position++;
        }

        var type = Definition(text[start..position]);
        if (position + 1 < text.Length && text[position] == '[' && text[position + 1] == '[')
        {
            type = Arguments(type, text, ref position, depth);
        }

        while (type is not null && position < text.Length && text[position] == '[')
        {
            type = Rank(type, text, ref position);
        }

        return type;
    }

    Type? Arguments(Type? definition, string text, ref int position, int depth)
    {
        var arguments = new List<Type>();
        do
        {
            position += 2;
            if (Parse(text, ref position, depth + 1) is not { } argument || position >= text.Length || text[position] != ']')
            {
                return null;
            }

            arguments.Add(argument);
            position++;
        }
        while (position + 1 < text.Length && text[position] == ',' && text[position + 1] == '[');
        if (position >= text.Length || text[position] != ']')
        {
            return null;
        }

        position++;
        return definition is { IsGenericTypeDefinition: true } && definition.GetGenericArguments().Length == arguments.Count
            ? Close(definition, arguments.ToArray())
            : null;
    }

    static Type? Close(Type definition, Type[] arguments)
    {
        try
        {
            return definition.MakeGenericType(arguments);
        }
        catch (ArgumentException)
        {
            // The constraints of the definition have changed.
            return null;
        }
    }

    static Type? Rank(Type element, string text, ref int position)
    {
        var rank = 1;
        for (position++; position < text.Length && text[position] == ','; position++)
        {
            rank++;
        }

        if (position >= text.Length || text[position] != ']' || rank > MaxNesting)
        {
            return null;
        }

        position++;
        return rank == 1 ? element.MakeArrayType() : element.MakeArrayType(rank);
    }

    Type? Definition(string name)
    {
        var separator = name.IndexOf(TypeNames.Separator);
        if (separator == name.Length - 1)
        {
            // A name that is empty, or ends with its assembly's: damaged.
            return null;
        }

        if (separator < 0)
        {
            // A type that the user has written a serializer for is loaded by that, not by the file's word.
            return FrameworkTypes.Find(name) ?? plans.FindSerialized(name);
        }

        var full = name[(separator + 1)..];
        return assemblies.Own(name[..separator])
            ? assemblies.Find(name[..separator])?.GetType(full, throwOnError: false) ?? Renamed(full)
            : null;
    }

    /// <summary>The type that says that it had this name before, by its full or its simple name.</summary>
    Type? Renamed(string full)
    {
        _renamed ??= FindRenamed();
        var simple = full[(full.LastIndexOfAny(['.', '+']) + 1)..];
        return _renamed.GetValueOrDefault(full.Replace('+', '.')) ?? _renamed.GetValueOrDefault(simple);
    }

    Dictionary<string, Type> FindRenamed()
    {
        var renamed = new Dictionary<string, Type>(StringComparer.Ordinal);
        foreach (var assembly in assemblies.Loaded())
        {
            foreach (var type in LoadableTypes.Of(assembly))
            {
                foreach (var former in Marks.PreviousNames(type))
                {
                    renamed.TryAdd(former.Replace('+', '.'), type);
                }
            }
        }

        return renamed;
    }
}
