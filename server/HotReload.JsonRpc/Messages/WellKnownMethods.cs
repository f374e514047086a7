namespace HotReload.JsonRpc.Messages;

/// <summary>The methods that the transport itself understands.</summary>
static class WellKnownMethods
{
    public const string Cancel = "$/cancelRequest";
}
