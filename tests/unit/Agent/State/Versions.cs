namespace HotReload.UnitTests.Agent.State;

[AttributeUsage(AttributeTargets.All, AllowMultiple = true)]
sealed class PreviousNameAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}

[AttributeUsage(AttributeTargets.Method)]
sealed class MigrateStateAttribute : Attribute;

[AttributeUsage(AttributeTargets.Class)]
sealed class StateSerializerAttribute(Type type) : Attribute
{
    public Type Type { get; } = type;
}

interface IPreserveState
{
    void Save(IDictionary<string, object?> state);

    void Restore(IReadOnlyDictionary<string, object?> state);
}

/// <summary>Types as they were, and as they are.</summary>
static class Versions
{
    internal sealed class OldCustomer
    {
        public string FullName = "";
        public int Points;
        public string Level = "";
        public int Gone;
    }

    internal sealed class Customer
    {
        [PreviousName("FullName")]
        public string Name { get; set; } = "";

        public long Points = -1;
        public int Level;
        public int? Bonus = 5;
    }

    internal sealed class OldOrder
    {
        public int Cents;
        public OldOrder? Before { get; set; }
    }

    internal sealed class Order
    {
        public decimal Price;
        public Order? Before { get; set; }

        [MigrateState]
        static void Migrate(Order order, IReadOnlyDictionary<string, object?> old) => order.Price = (int)old["Cents"]! / 100m;
    }

    internal sealed record OldPoint(int X, int Y);

    internal sealed record Point(string Text)
    {
        [MigrateState]
        static Point From(OldPoint old) => new($"{old.X};{old.Y}");
    }

    internal sealed class Throws
    {
        public int Now = 1;

        [MigrateState]
        static void Migrate(Throws target, IReadOnlyDictionary<string, object?> old) => throw new InvalidOperationException("no");
    }

    internal sealed class OldThrows
    {
        public int Then = 1;
    }

    internal sealed class Secret : IPreserveState
    {
        readonly List<string> _all = ["made by the constructor"];
        Action? _handler = () => { };

        public string Text => $"{string.Join(", ", _all)}{(_handler is null ? "" : "!")}";

        public void Add(string text) => _all.Add(text);

        public void Save(IDictionary<string, object?> state) => state["last"] = _all[^1];

        public void Restore(IReadOnlyDictionary<string, object?> state) => _all.Add((string)state["last"]!);
    }

    [StateSerializer(typeof(FileInfo))]
    internal static class FileSerializer
    {
        static string Save(FileInfo file) => file.Name;

        static FileInfo Load(string name) => new(name);
    }
}
