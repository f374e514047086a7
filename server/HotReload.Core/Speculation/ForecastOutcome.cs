namespace HotReload.Core.Speculation;

/// <summary>What a reload of some text would come to.</summary>
public enum ForecastOutcome
{
    /// <summary>The program would get the change.</summary>
    WillApply,

    /// <summary>The change would mean nothing to the program, or nothing before a restart.</summary>
    NoEffect,

    /// <summary>It would take effect only with a restart.</summary>
    NeedsRestart,

    /// <summary>Errors would hold it back.</summary>
    Errors,
}
