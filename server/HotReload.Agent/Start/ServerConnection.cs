using System.IO.Pipes;
using System.Runtime.InteropServices;
using HotReload.Agent.Contract;
using HotReload.Agent.Contract.Json;
using HotReload.JsonRpc.Framing;

namespace HotReload.Agent.Start;

/// <summary>The agent's end of the pipe.</summary>
sealed class ServerConnection : IDisposable
{
    const int ConnectTimeoutMilliseconds = 2_000;
    const int MaxHeaderBytes = 1024;

    readonly Stream _stream;
    readonly FrameReader _reader;
    readonly FrameWriter _writer;

    /// <summary>Takes over a connected stream.</summary>
    public ServerConnection(Stream stream)
    {
        _stream = stream;
        _reader = new(stream, new(MaxHeaderBytes, AgentProtocol.MaxBodyBytes));
        _writer = new(stream);
    }

    /// <summary>Connects; null where nobody listens.</summary>
    public static ServerConnection? Open(string pipe)
    {
        if (Path.IsPathRooted(pipe) && !File.Exists(pipe))
        {
            return null;
        }

        // On Windows a write would otherwise wait for the read that is always under way. Elsewhere it would not, and the
        // flag would only start threads in the user's program.
        var options = OperatingSystem.IsWindows()
            ? PipeOptions.CurrentUserOnly | PipeOptions.Asynchronous
            : PipeOptions.CurrentUserOnly;
        var client = new NamedPipeClientStream(".", pipe, PipeDirection.InOut, options);
        client.Connect(ConnectTimeoutMilliseconds);
        return new(client);
    }

    /// <summary>Introduces this process and waits for the answer; null where the server closed instead.</summary>
    public byte[]? Hello(string secret)
    {
        _writer.Write(HelloJson.Request(new(
            AgentProtocol.Version,
            secret,
            Environment.ProcessId,
            Environment.Version.ToString(),
            RuntimeCapabilities.Read())));
        return Read();
    }

    /// <summary>Waits for the next message; null when the server is gone or breaks the protocol.</summary>
    public byte[]? Read()
    {
        try
        {
            var result = _reader.Read();
            if (result.Status != FrameReadStatus.Frame)
            {
                return null;
            }

            return MemoryMarshal.TryGetArray(result.Body, out var segment) && segment.Count == segment.Array!.Length
                ? segment.Array
                : result.Body.ToArray();
        }
        catch (IOException)
        {
            return null;
        }
        catch (ObjectDisposedException)
        {
            return null;
        }
    }

    /// <summary>Sends a message. A lost connection is noticed by the reader, which is always at work.</summary>
    public void Write(byte[] message)
    {
        try
        {
            _writer.Write(message);
        }
        catch (IOException)
        {
        }
        catch (ObjectDisposedException)
        {
        }
    }

    public void Dispose() => _stream.Dispose();
}
