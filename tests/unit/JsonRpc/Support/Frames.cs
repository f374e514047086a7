using System.Text;
using HotReload.JsonRpc.Framing;

namespace HotReload.UnitTests.JsonRpc.Support;

/// <summary>Frames as bytes, and all the frames of a stream.</summary>
static class Frames
{
    public static byte[] Of(params IEnumerable<byte[]> bodies) =>
        [.. bodies.SelectMany(body => (byte[])[.. Encoding.ASCII.GetBytes($"Content-Length: {body.Length}\r\n\r\n"), .. body])];

    public static byte[] Of(string body) => Of([Encoding.UTF8.GetBytes(body)]);

    /// <summary>Reads to the end; the last result is the end or a fault.</summary>
    public static (List<byte[]> Bodies, FrameReadResult Last) ReadAll(Stream stream, FrameLimits? limits = null)
    {
        FrameReader reader = new(stream, limits);
        List<byte[]> bodies = [];
        while (true)
        {
            FrameReadResult result = reader.Read();
            if (result.Status != FrameReadStatus.Frame)
            {
                return (bodies, result);
            }

            bodies.Add(result.Body.ToArray());
        }
    }

    /// <summary>As <see cref="ReadAll"/>, on the asynchronous path.</summary>
    public static async Task<(List<byte[]> Bodies, FrameReadResult Last)> ReadAllAsync(Stream stream, FrameLimits? limits = null)
    {
        FrameReader reader = new(stream, limits);
        List<byte[]> bodies = [];
        while (true)
        {
            FrameReadResult result = await reader.ReadAsync();
            if (result.Status != FrameReadStatus.Frame)
            {
                return (bodies, result);
            }

            bodies.Add(result.Body.ToArray());
        }
    }
}
