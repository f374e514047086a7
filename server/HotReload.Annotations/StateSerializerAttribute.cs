using System;

namespace HotReload.Annotations;

/// <summary>
/// Marks a class that carries values of a type which can't be carried as they are. It has two static methods:
/// <c>X Save(T value)</c> and <c>T Load(X saved)</c>, where <c>X</c> is anything that can be carried.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class StateSerializerAttribute : Attribute
{
    /// <param name="type">The type that it is for; values of exactly that type are given to it.</param>
    public StateSerializerAttribute(Type type) => Type = type;

    /// <summary>The type that it is for.</summary>
    public Type Type { get; }
}
