using System.Text.Json.Serialization.Metadata;
using HotReload.JsonRpc.Messages;

namespace HotReload.JsonRpc.Methods;

/// <summary>A registered notification, its type hidden.</summary>
abstract class NotificationMethod(Concurrency concurrency)
{
    public Concurrency Concurrency { get; } = concurrency;

    /// <summary>Runs the handler.</summary>
    public abstract ValueTask HandleAsync(ReadOnlyMemory<byte> parameters, CancellationToken cancellationToken);

    public static NotificationMethod Create<TParams>(
        Concurrency concurrency,
        JsonTypeInfo<TParams> parametersInfo,
        Func<TParams, CancellationToken, ValueTask> handler) =>
        new Typed<TParams>(concurrency, parametersInfo, handler);

    sealed class Typed<TParams>(
        Concurrency concurrency,
        JsonTypeInfo<TParams> parametersInfo,
        Func<TParams, CancellationToken, ValueTask> handler)
        : NotificationMethod(concurrency)
    {
        public override ValueTask HandleAsync(ReadOnlyMemory<byte> parameters, CancellationToken cancellationToken) =>
            handler(PayloadReader.Parameters(parameters, parametersInfo), cancellationToken);
    }
}
