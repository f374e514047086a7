namespace HotReload.Agent.State.Restore;

/// <summary>Stands for a value that is not there: whoever gets it leaves his place as it is.</summary>
sealed class Lost
{
    public static readonly Lost Value = new();

    Lost()
    {
    }
}
