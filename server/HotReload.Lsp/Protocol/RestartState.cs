namespace HotReload.Lsp.Protocol;

/// <summary>What a restart does with the program's state.</summary>
public enum RestartState
{
    /// <summary>Carries over what the settings say.</summary>
    Keep,

    /// <summary>Starts as if for the first time.</summary>
    Fresh,
}
