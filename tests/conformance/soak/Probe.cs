using Shop;

static class Probe
{
    public static string Run()
    {
        Log.Start();
        try
        {
            RunAll();
        }
        catch (Exception exception)
        {
            Log.Note(exception.GetType().Name);
        }

        return Log.End();
    }

    static void RunAll()
    {
        var shelf = Catalog.Open();
        var cart = new Cart("ann");
        cart.Added += line => Log.Note($"added {line.Product.Name}");
        cart.Add(shelf["apple"], 3);
        cart += shelf["bread"];
        Log.Note(cart.Owner);
        Log.Note(cart.Describe());
        Log.Note(cart.Price());
        Log.Note(((IPriced)cart).Tax());
        Log.Note(shelf.Where(product => !product.IsCheap).Count());
        Log.Note(string.Join(',', shelf.Where(product => product.Unit != Unit.Piece).Select(product => product.Label())));
        Log.Note(Reports.Table(cart, [new Bike(), new Van(2)]));
        Log.Note(Reports.CountAsync(shelf.Where(_ => true)).GetAwaiter().GetResult());
        var counter = Reports.Counter(3);
        Log.Note(counter(1) + counter(2));
        Log.Note(Reports.Primes(50));
        Log.Note(Reports.Safely(() => 10 / cart.Count));
        Log.Note("shop".Twice());
        Log.Note("aeon".Vowels());
    }
}
