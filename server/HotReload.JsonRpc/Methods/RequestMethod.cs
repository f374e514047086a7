using System.Text.Json.Serialization.Metadata;
using HotReload.JsonRpc.Messages;

namespace HotReload.JsonRpc.Methods;

/// <summary>A registered request, its types hidden.</summary>
abstract class RequestMethod(Concurrency concurrency)
{
    public Concurrency Concurrency { get; } = concurrency;

    /// <summary>Runs the handler and writes its answer.</summary>
    public abstract ValueTask<MessageBuffer> AnswerAsync(JsonRpcId id, ReadOnlyMemory<byte> parameters, CancellationToken cancellationToken);

    public static RequestMethod Create<TParams, TResult>(
        Concurrency concurrency,
        JsonTypeInfo<TParams> parametersInfo,
        JsonTypeInfo<TResult> resultInfo,
        Func<TParams, CancellationToken, ValueTask<TResult>> handler) =>
        new Typed<TParams, TResult>(concurrency, parametersInfo, resultInfo, handler);

    sealed class Typed<TParams, TResult>(
        Concurrency concurrency,
        JsonTypeInfo<TParams> parametersInfo,
        JsonTypeInfo<TResult> resultInfo,
        Func<TParams, CancellationToken, ValueTask<TResult>> handler)
        : RequestMethod(concurrency)
    {
        public override async ValueTask<MessageBuffer> AnswerAsync(
            JsonRpcId id,
            ReadOnlyMemory<byte> parameters,
            CancellationToken cancellationToken)
        {
            TResult result = await handler(PayloadReader.Parameters(parameters, parametersInfo), cancellationToken);
            return EnvelopeWriter.Result(id, result, resultInfo);
        }
    }
}
