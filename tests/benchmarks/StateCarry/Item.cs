namespace StateCarry;

/// <summary>What a program may hold a million of: two numbers, a text, a link.</summary>
sealed class Item
{
    public int Number { get; init; }

    public double Price { get; init; }

    public string Name { get; init; } = "";

    public Item? Previous { get; init; }
}
