namespace HotReload.Agent.State.Formats;

/// <summary>What is said of a collection before its elements. The numbers are in files: never change one.</summary>
static class BinaryMarks
{
    public const int Packed = 1;
    public const int Array = 2;
    public const int Lost = 4;
}
