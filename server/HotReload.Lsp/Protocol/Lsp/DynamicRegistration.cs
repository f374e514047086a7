namespace HotReload.Lsp.Protocol.Lsp;

/// <summary>LSP: whether a capability can be registered at run time.</summary>
public sealed record DynamicRegistration(
    [property: System.Text.Json.Serialization.JsonPropertyName("dynamicRegistration")] bool Supported = false);
