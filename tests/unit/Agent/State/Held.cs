using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace HotReload.UnitTests.Agent.State;

/// <summary>Stands for the mark that users have; known by its name.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Field | AttributeTargets.Property)]
sealed class PreserveStateAttribute : Attribute;

/// <summary>A part of a graph.</summary>
class Part
{
    public string? Name { get; set; }

    public Part? Next { get; set; }
}

/// <summary>A part with more to it.</summary>
sealed class Big : Part
{
    public decimal Price;
}

enum Colour
{
    Red,
    Green,
}

record struct Place(int X, int Y);

sealed record Tag(string Text);

/// <summary>Static fields of all kinds.</summary>
[PreserveState]
static class Held
{
    public static int Number = 1;
    public static readonly int Fixed = 1;
    public static string? Text;
    public static Part? Ring;
    public static Part? Shared;
    public static List<Part> Parts = [];
    public static readonly Dictionary<string, Place> Places = new(StringComparer.OrdinalIgnoreCase);
    public static HashSet<Tag> Tags = [];
    public static ConcurrentDictionary<Guid, Colour?> Colours = new();
    public static ImmutableList<DateTime> Times = [];
    public static double[,] Grid = new double[0, 0];
    public static byte[] Bytes = [];
    public static object? Any;
    public static Action? Handler;
}
