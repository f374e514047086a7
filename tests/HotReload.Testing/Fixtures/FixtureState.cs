namespace HotReload.Testing.Fixtures;

/// <summary>How a fixture is handed out.</summary>
public enum FixtureState
{
    /// <summary>Restored and built (Debug), as after the user's last run.</summary>
    Built,

    /// <summary>Sources only, as after a fresh clone.</summary>
    Unbuilt,
}
