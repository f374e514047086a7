using System.Text;

namespace HotReload.Runtime.Processes;

/// <summary>Reads what a program writes, as it comes: prompts without a line end included.</summary>
static class OutputPump
{
    const int ChunkBytes = 8 * 1024;

    /// <summary>Runs until the stream ends. A character that is cut by a chunk's end is put together again.</summary>
    public static async Task RunAsync(Stream stream, Action<string> text)
    {
        var decoder = Encoding.UTF8.GetDecoder();
        var bytes = new byte[ChunkBytes];
        var chars = new char[Encoding.UTF8.GetMaxCharCount(ChunkBytes)];
        try
        {
            int read;
            do
            {
                read = await stream.ReadAsync(bytes);
                var count = decoder.GetChars(bytes.AsSpan(0, read), chars, flush: read == 0);
                if (count > 0)
                {
                    text(new string(chars, 0, count));
                }
            }
            while (read > 0);
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            // The process is gone, and its streams with it.
        }
    }
}
