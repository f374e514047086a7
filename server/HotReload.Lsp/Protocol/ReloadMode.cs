namespace HotReload.Lsp.Protocol;

/// <summary>When a session reloads by itself.</summary>
public enum ReloadMode
{
    /// <summary>When a buffer is saved, and when a file that is not open changes on disk.</summary>
    Save,

    /// <summary>As <see cref="Save"/>, and whenever typing pauses.</summary>
    Type,

    /// <summary>Only on <c>hotReload/apply</c>.</summary>
    Manual,
}
