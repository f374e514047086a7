namespace Shop;

class Cart(string owner) : IPriced
{
    readonly List<Line> _lines = [];

    public event Action<Line>? Added;

    public string Owner { get; } = owner.ToUpperInvariant();

    public int Count => _lines.Sum(line => line.Count);

    public void Add(Product product, int count = 1)
    {
        var line = new Line(product, count);
        _lines.Add(line);
        Added?.Invoke(line);
    }

    public decimal Price() => Discount(_lines.Sum(line => line.Total));

    public static Cart operator +(Cart cart, Product product)
    {
        cart.Add(product);
        return cart;
    }

    public string Describe()
    {
        var text = "";
        for (var i = 0; i < _lines.Count; i++)
        {
            var (product, count) = _lines[i];
            text += $"{(i == 0 ? "" : "; ")}{count} {product.Name}";
        }

        return text;
    }

    decimal Discount(decimal sum)
    {
        var rate = Rate(sum);
        return sum - sum * rate / 100;

        static int Rate(decimal sum) => sum switch
        {
            > 50 => 10,
            > 20 => 5,
            _ => 0,
        };
    }
}

abstract class Delivery
{
    public abstract int Days(Cart cart);

    public virtual string Name => GetType().Name;
}

class Bike : Delivery
{
    public override int Days(Cart cart) => cart.Count > 3 ? 2 : 1;
}

class Van(int load) : Delivery
{
    public override int Days(Cart cart) => Math.Max(1, cart.Count / load);

    public override string Name => "van";
}
