namespace HotReload.Engine.EditAndContinue;

/// <summary>The service's verdict on a solution.</summary>
internal enum EncStatus
{
    NoChange,
    Ready,
    Blocked,
}
