using System.Collections;
using System.Reflection;

namespace HotReload.Agent.State.Services;

/// <summary>
/// What a host's container was told of its services. .NET's own container keeps that; it is read by reflection, as the program's version
/// of it is not ours. Another container shows nothing.
/// </summary>
sealed class ServiceCatalog
{
    const BindingFlags Any = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    const string KeyedProvider = "Microsoft.Extensions.DependencyInjection.IKeyedServiceProvider";

    readonly IServiceProvider _services;
    readonly List<ServiceEntry> _entries = [];
    readonly HashSet<Type> _types = [typeof(IServiceProvider)];

    /// <param name="services">The host's services.</param>
    public ServiceCatalog(IServiceProvider services)
    {
        _services = services;
        foreach (var descriptor in Descriptors(services))
        {
            if (ServiceEntry.Of(descriptor) is { } entry)
            {
                _entries.Add(entry);
                if (entry.Key is null || entry.Service.IsInterface)
                {
                    // Under a key there may be what is no service anywhere else, such as a text.
                    _types.Add(entry.Service);
                }
            }
        }
    }

    /// <summary>Whether the container tells what it has.</summary>
    public bool IsReadable => _entries.Count > 0;

    /// <summary>The singletons.</summary>
    public IEnumerable<ServiceEntry> Singletons => _entries.FindAll(entry => entry.IsSingleton);

    /// <summary>Whether the container makes objects of a type, so that a field of it is the container's business.</summary>
    public bool Provides(Type type) =>
        _types.Contains(type) || (type.IsConstructedGenericType && _types.Contains(type.GetGenericTypeDefinition()));

    /// <summary>The singleton of an entry; null where the container has it not.</summary>
    /// <remarks>It is made if it was not yet. Its constructor is the user's, and may throw anything.</remarks>
    public object? Resolve(ServiceEntry entry)
    {
        if (_entries.FindAll(other => other.Service == entry.Service && Equals(other.Key, entry.Key)).Count == 1)
        {
            return Get(entry.Service, entry.Key);
        }

        // Of several under one type, as hosted services are, the container only gives all.
        foreach (var service in Get(typeof(IEnumerable<>).MakeGenericType(entry.Service), entry.Key) as IEnumerable ?? Array.Empty<object>())
        {
            if (service?.GetType() == entry.Implementation)
            {
                return service;
            }
        }

        return null;
    }

    /// <summary>What the container has under a type, and a key if there is one.</summary>
    object? Get(Type type, object? key) => key is null
        ? _services.GetService(type)
        : Array.Find(_services.GetType().GetInterfaces(), item => item.FullName == KeyedProvider)?.GetMethod("GetKeyedService")
            ?.Invoke(_services, BindingFlags.DoNotWrapExceptions, null, [type, key], null);

    static IEnumerable Descriptors(IServiceProvider services)
    {
        var factory = services.GetType().GetProperty("CallSiteFactory", Any)?.GetValue(services);
        return factory?.GetType().GetProperty("Descriptors", Any)?.GetValue(factory) as IEnumerable ?? Array.Empty<object>();
    }
}
