namespace Shop;

static class Reports
{
    public static string Table(Cart cart, IEnumerable<Delivery> ways)
    {
        var rows = ways.Select((way, index) => $"{index}:{way.Name}:{way.Days(cart)}");
        return string.Join(' ', rows);
    }

    public static async Task<int> CountAsync(IEnumerable<Product> products)
    {
        var count = 0;
        await foreach (var product in Slowly(products))
        {
            count += product.IsCheap ? 1 : 10;
        }

        return count;
    }

    static async IAsyncEnumerable<Product> Slowly(IEnumerable<Product> products)
    {
        foreach (var product in products)
        {
            await Task.CompletedTask;
            yield return product;
        }
    }

    public static Func<int, int> Counter(int step)
    {
        var total = 0;
        return times =>
        {
            total += step * times;
            return total;
        };
    }

    public static int Primes(int limit)
    {
        var found = 0;
        for (var n = 2; n < limit; n++)
        {
            var prime = true;
            for (var d = 2; d * d <= n; d++)
            {
                if (n % d == 0)
                {
                    prime = false;
                    break;
                }
            }

            found += prime ? 1 : 0;
        }

        return found;
    }

    public static string Safely(Func<int> act)
    {
        try
        {
            return act().ToString();
        }
        catch (DivideByZeroException)
        {
            return "zero";
        }
        finally
        {
            Log.Note("safely");
        }
    }
}

static class Words
{
    public static string Twice(this string text) => text + text;

    public static int Vowels(this string text) => text.Count(c => "aeiou".Contains(c));
}
