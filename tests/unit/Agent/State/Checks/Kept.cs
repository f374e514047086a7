namespace HotReload.UnitTests.Agent.State.Checks;

/// <summary>What is looked at.</summary>
[PreserveState]
static class Kept
{
    public static int Number;
    public static long Long;
    public static string? Text;
    public static Dictionary<string, Place> Places = [];
    public static List<Part> Parts = [];
    public static byte[] Bytes = [];
    public static object? Any;
    public static List<DateTime> Times = [];
    public static Part? Ring;
}
