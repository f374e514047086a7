namespace HotReload.Agent.State.Services;

/// <summary>A service that a container was told of.</summary>
/// <param name="Service">The type under which it is known.</param>
/// <param name="Implementation">The type of its objects, as far as the registration tells.</param>
/// <param name="IsSingleton">Whether there is one for the host's life.</param>
sealed record ServiceEntry(Type Service, Type Implementation, bool IsSingleton)
{
    /// <summary>What a service descriptor says; null for one with a key, or one that is open for arguments.</summary>
    public static ServiceEntry? Of(object descriptor)
    {
        if (Read(descriptor, "IsKeyedService") is true || Read(descriptor, "ServiceType") is not Type service)
        {
            return null;
        }

        var implementation = Read(descriptor, "ImplementationInstance")?.GetType()
            ?? Read(descriptor, "ImplementationType") as Type
            ?? Made(Read(descriptor, "ImplementationFactory"))
            ?? service;
        return new(service, implementation, Read(descriptor, "Lifetime")?.ToString() == "Singleton");
    }

    /// <summary>The type that a factory is declared to return, where that says more than "some object".</summary>
    static Type? Made(object? factory) =>
        factory?.GetType() is { IsConstructedGenericType: true } type && type.GetGenericArguments() is [_, var made] && made != typeof(object)
            ? made
            : null;

    static object? Read(object descriptor, string property) => descriptor.GetType().GetProperty(property)?.GetValue(descriptor);
}
