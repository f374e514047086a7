namespace HotReload.JsonRpc.Connection;

/// <summary>A method's name as it may stand in logs and answers: the peer chose it, and may have chosen 60 MB.</summary>
static class MethodName
{
    const int MaxLength = 128;

    public static string Shorten(string method) => method.Length <= MaxLength ? method : method[..MaxLength] + "…";
}
