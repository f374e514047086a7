namespace HotReload.Demo.Scripted;

/// <summary>What the shop says of itself.</summary>
/// <param name="Process">The id of its process.</param>
/// <param name="Pieces">How many pieces are in the cart.</param>
/// <param name="Ticks">How often the background service has moved the prices.</param>
sealed record ShopState(int Process, int Pieces, int Ticks)
{
    /// <summary>Whether nothing was lost since an earlier state.</summary>
    public bool Continues(ShopState earlier) =>
        Process == earlier.Process && Pieces == earlier.Pieces && Ticks >= earlier.Ticks;

    public override string ToString() => $"{Pieces} in the cart\ntick {Ticks}\nprocess {Process}";
}
