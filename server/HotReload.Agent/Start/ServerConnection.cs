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

    /// <summary>How many messages are kept for the next server; what comes after them is lost.</summary>
    const int MaxKept = 1000;

    readonly object _gate = new();
    Stream _stream;
    FrameReader _reader;
    FrameWriter _writer;
    List<byte[]>? _kept;

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
        FrameWriter writer;
        lock (_gate)
        {
            if (_kept is not null)
            {
                if (_kept.Count < MaxKept)
                {
                    _kept.Add(message);
                }

                return;
            }

            writer = _writer;
        }

        try
        {
            writer.Write(message);
        }
        catch (IOException)
        {
        }
        catch (ObjectDisposedException)
        {
        }
    }

    /// <summary>The server is gone: what is to be told is kept for the next one.</summary>
    public void Lose()
    {
        lock (_gate)
        {
            _kept = [];
        }

        _stream.Dispose();
    }

    /// <summary>Goes on with the next server: tells it first what was kept.</summary>
    /// <param name="next">A connection to it, which is this one's from now on.</param>
    public void Follow(ServerConnection next)
    {
        lock (_gate)
        {
            (_stream, _reader, _writer) = (next._stream, next._reader, next._writer);
            foreach (var message in _kept ?? [])
            {
                next.Write(message);
            }

            _kept = null;
        }
    }

    public void Dispose() => _stream.Dispose();
}
