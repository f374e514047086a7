namespace HotReload.RuntimeTests.Kit;

/// <summary>How long a test waits for what must come. Only a hang reaches it.</summary>
static class Hang
{
    public static readonly TimeSpan Guard = TimeSpan.FromSeconds(30);
}
