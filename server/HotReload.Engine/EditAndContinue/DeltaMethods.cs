using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace HotReload.Engine.EditAndContinue;

/// <summary>Reads from a delta which methods it changes or adds.</summary>
internal static class DeltaMethods
{
    /// <summary>Their tokens, those of lambdas and state machines among them.</summary>
    public static ImmutableArray<int> Read(ImmutableArray<byte> metadata)
    {
        if (metadata.IsEmpty)
        {
            return [];
        }

        using var provider = MetadataReaderProvider.FromMetadataImage(metadata);
        return
        [
            .. provider.GetMetadataReader().GetEditAndContinueLogEntries()
                .Where(entry => entry.Operation == EditAndContinueOperation.Default && entry.Handle.Kind == HandleKind.MethodDefinition)
                .Select(entry => MetadataTokens.GetToken(entry.Handle)),
        ];
    }
}
