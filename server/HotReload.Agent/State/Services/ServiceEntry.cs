using System.Globalization;

namespace HotReload.Agent.State.Services;

/// <summary>A service that a container was told of.</summary>
/// <param name="Service">The type under which it is known.</param>
/// <param name="Key">The key under which it is known; null for none.</param>
/// <param name="Implementation">The type of its objects, as far as the registration tells.</param>
/// <param name="IsSingleton">Whether there is one for the host's life.</param>
sealed record ServiceEntry(Type Service, object? Key, Type Implementation, bool IsSingleton)
{
    /// <summary>The key as text, by which it is found again in another process; empty for none.</summary>
    public string KeyText => Convert.ToString(Key, CultureInfo.InvariantCulture) ?? "";

    /// <summary>What a service descriptor says; null for one whose key means nothing to another process: an object, or any key at all.</summary>
    public static ServiceEntry? Of(object descriptor)
    {
        var isKeyed = Read(descriptor, "IsKeyedService") is true;
        var key = isKeyed ? Read(descriptor, "ServiceKey") : null;
        if ((isKeyed && key is not (string or Enum or ValueType)) || Read(descriptor, "ServiceType") is not Type service)
        {
            return null;
        }

        var prefix = isKeyed ? "Keyed" : "";
        var implementation = Read(descriptor, prefix + "ImplementationInstance")?.GetType()
            ?? Read(descriptor, prefix + "ImplementationType") as Type
            ?? Made(Read(descriptor, prefix + "ImplementationFactory"))
            ?? service;
        return new(service, key, implementation, Read(descriptor, "Lifetime")?.ToString() == "Singleton");
    }

    /// <summary>The type that a factory is declared to return, where that says more than "some object".</summary>
    static Type? Made(object? factory) =>
        factory?.GetType() is { IsConstructedGenericType: true } type && type.GetGenericArguments() is [.., var made] && made != typeof(object)
            ? made
            : null;

    static object? Read(object descriptor, string property) => descriptor.GetType().GetProperty(property)?.GetValue(descriptor);
}
