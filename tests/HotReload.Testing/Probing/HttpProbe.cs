using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using HotReload.Testing.Waiting;

namespace HotReload.Testing.Probing;

/// <summary>Looks at a running web program from outside.</summary>
public sealed class HttpProbe : IDisposable
{
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(2);

    readonly HttpClient _http;
    readonly TimeSpan _guard;
    volatile bool _isRefused;

    /// <param name="url">Where the program listens.</param>
    /// <param name="guard">The longest wait; <see cref="HangGuard.Default"/> if left out.</param>
    public HttpProbe(string url, TimeSpan? guard = null)
    {
        _guard = guard ?? HangGuard.Default;
        _http = new HttpClient { BaseAddress = new Uri(url), Timeout = _guard };
    }

    /// <summary>Where the program listens.</summary>
    public string Address => _http.BaseAddress!.AbsoluteUri;

    /// <summary>The body of a page, as a browser that shows it asks for it.</summary>
    public async Task<string> GetPageAsync(string path, CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Relative(path));
        request.Headers.Add("Sec-Fetch-Dest", "document");
        using var response = await _http.SendAsync(request, cancellationToken);
        return await response.Content.ReadAsStringAsync(cancellationToken);
    }

    /// <summary>The body of a page, whatever its status.</summary>
    public async Task<string> GetAsync(string path, CancellationToken cancellationToken = default)
    {
        using var response = await _http.GetAsync(Relative(path), cancellationToken);
        return await response.Content.ReadAsStringAsync(cancellationToken);
    }

    /// <summary>The body of a page, as JSON.</summary>
    public async Task<JsonElement> GetJsonAsync(string path, CancellationToken cancellationToken = default) =>
        JsonElement.Parse(await GetAsync(path, cancellationToken));

    /// <summary>Posts nothing and returns the answer's body.</summary>
    public async Task<string> PostAsync(string path, CancellationToken cancellationToken = default)
    {
        using var response = await _http.PostAsync(Relative(path), content: null, cancellationToken);
        return await response.Content.ReadAsStringAsync(cancellationToken);
    }

    /// <summary>Asks until the program answers at all.</summary>
    public Task<string> UpAsync(string path = "/", CancellationToken cancellationToken = default) =>
        UntilAsync(path, _ => true, cancellationToken);

    /// <summary>Asks until the answer contains a text.</summary>
    public Task<string> UntilContainsAsync(string path, string text, CancellationToken cancellationToken = default) =>
        UntilAsync(path, body => body.Contains(text, StringComparison.Ordinal), cancellationToken);

    /// <summary>Asks, as fast as the program answers, until the answer fits.</summary>
    /// <exception cref="HopelessWaitException">No fitting answer before the hang guard.</exception>
    public async Task<string> UntilAsync(string path, Func<string, bool> fits, CancellationToken cancellationToken = default)
    {
        var started = Stopwatch.GetTimestamp();
        var last = "(none)";
        while (true)
        {
            if (await TryGetAsync(path, cancellationToken) is { } body)
            {
                if (fits(body))
                {
                    return body;
                }

                last = body;
            }

            if (IsLate())
            {
                throw new HopelessWaitException($"{_http.BaseAddress}{path} did not answer as awaited; its last answer:\n{last}");
            }

            do
            {
                await Task.Delay(Pause, cancellationToken);
            }
            while (_isRefused && !IsLate() && !await ListensAsync());
        }

        bool IsLate() => _guard != Timeout.InfiniteTimeSpan && Stopwatch.GetElapsedTime(started) > _guard;
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    // Nobody listens before the program has started, and while it is started again.
    async Task<string?> TryGetAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            var body = await GetAsync(path, cancellationToken);
            _isRefused = false;
            return body;
        }
        catch (HttpRequestException)
        {
            _isRefused = true;
            return null;
        }
    }

    // Without an exception for each refusal, which would take the processor away from the program that is to come up.
    async Task<bool> ListensAsync()
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var attempt = new SocketAsyncEventArgs { RemoteEndPoint = new DnsEndPoint(_http.BaseAddress!.Host, _http.BaseAddress.Port) };
        attempt.Completed += (_, _) => done.TrySetResult();
        if (Socket.ConnectAsync(SocketType.Stream, ProtocolType.Tcp, attempt))
        {
            await done.Task;
        }

        attempt.ConnectSocket?.Dispose();
        return attempt.SocketError == SocketError.Success;
    }

    static Uri Relative(string path) => new(path, UriKind.Relative);
}
