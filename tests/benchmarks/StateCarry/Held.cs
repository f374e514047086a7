using HotReload.Annotations;

namespace StateCarry;

/// <summary>The state of the program that is measured.</summary>
[PreserveState]
static class Held
{
    const int Names = 1000;

    /// <summary>All of it.</summary>
    public static List<Item> Items { get; } = [];

    /// <summary>Makes a number of objects.</summary>
    public static void Fill(int count)
    {
        for (var i = 0; i < count; i++)
        {
            Items.Add(new() { Number = i, Price = i / 8d, Name = $"item {i % Names}", Previous = i == 0 ? null : Items[i - 1] });
        }
    }
}
