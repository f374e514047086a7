namespace Shop;

enum Unit { Piece, Kilogram, Litre }

record Product(string Name, decimal Price, Unit Unit = Unit.Piece)
{
    public bool IsCheap => Price < 5;

    public string Label() => $"{Name} at {Price}/{Unit}";
}

record struct Line(Product Product, int Count)
{
    public readonly decimal Total => Product.Price * Count;
}

interface IPriced
{
    decimal Price();

    decimal Tax() => Price() / 10;
}

class Shelf<T> where T : notnull
{
    readonly Dictionary<string, T> _items = [];

    public T this[string name]
    {
        get => _items[name];
        set => _items[name] = value;
    }

    public int Count => _items.Count;

    public IEnumerable<T> Where(Func<T, bool> wanted)
    {
        foreach (var (name, item) in _items.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            if (name.Length > 0 && wanted(item))
            {
                yield return item;
            }
        }
    }
}

static class Catalog
{
    public static Shelf<Product> Open()
    {
        var shelf = new Shelf<Product>();
        foreach (var product in All())
        {
            shelf[product.Name] = product;
        }

        return shelf;
    }

    static IEnumerable<Product> All()
    {
        yield return new("apple", 2);
        yield return new("bread", 4.5m);
        yield return new("milk", 1.25m, Unit.Litre);
        yield return new Product("cheese", 18) { Unit = Unit.Kilogram };
    }
}
