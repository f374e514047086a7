using System.Reflection;

namespace HotReload.Agent.State.Checks;

/// <summary>A place that holds marked state.</summary>
/// <param name="Type">The type that it is told of with: the field's own, or the service's.</param>
/// <param name="Field">A static field; null for a service.</param>
/// <param name="Service">A singleton of a host; null for a field.</param>
sealed record CheckedPlace(Type Type, FieldInfo? Field, object? Service)
{
    /// <summary>What it holds now.</summary>
    public object? Value => Field is null ? Service : Field.GetValue(null);
}
