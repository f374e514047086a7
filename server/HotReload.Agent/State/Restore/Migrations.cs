using System.Reflection;
using HotReload.Agent.State.Types;

namespace HotReload.Agent.State.Restore;

/// <summary>The <c>[MigrateState]</c> methods of the session's assemblies, by the type that they make or fill.</summary>
sealed class Migrations(SessionAssemblies assemblies)
{
    const BindingFlags Static = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    static readonly Type s_names = typeof(IReadOnlyDictionary<string, object?>);

    Dictionary<Type, Migration>? _byType;
    Dictionary<Type, MethodInfo>? _ofStatics;

    /// <summary>The method that makes or fills objects of a type; null where there is none.</summary>
    public Migration? For(Type type)
    {
        Load();
        return _byType!.GetValueOrDefault(type);
    }

    /// <summary>The method of a type that takes the names and values of its old static fields; null where it has none.</summary>
    public MethodInfo? ForStaticsOf(Type type)
    {
        Load();
        return _ofStatics!.GetValueOrDefault(type);
    }

    void Load()
    {
        if (_byType is not null)
        {
            return;
        }

        (_byType, _ofStatics) = ([], []);
        foreach (var assembly in assemblies.Loaded())
        {
            foreach (var type in LoadableTypes.Of(assembly))
            {
                foreach (var method in type.GetMethods(Static))
                {
                    if (!method.ContainsGenericParameters && Marks.Has(method, Marks.Migrate))
                    {
                        Add(method);
                    }
                }
            }
        }
    }

    void Add(MethodInfo method)
    {
        var parameters = method.GetParameters();
        if (parameters is [var only] && method.ReturnType == typeof(void) && only.ParameterType == s_names)
        {
            _ofStatics!.TryAdd(method.DeclaringType!, method);
        }
        else if (parameters.Length == 1 && method.ReturnType != typeof(void))
        {
            _byType!.TryAdd(method.ReturnType, new(method, -1, 0));
        }
        else if (parameters is [var target, _] && method.ReturnType == typeof(void) && !target.ParameterType.IsValueType)
        {
            // The object to fill comes first, as in an extension method.
            _byType!.TryAdd(target.ParameterType, new(method, 0, 1));
        }
    }
}
