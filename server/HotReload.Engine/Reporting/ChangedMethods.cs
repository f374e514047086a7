using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using HotReload.Core.Buffers;
using HotReload.Core.Reload;
using HotReload.Engine.EditAndContinue;

namespace HotReload.Engine.Reporting;

/// <summary>
/// Reads from a delta's debug information which methods it brings new code for, and where that stands in the source. Lambdas, local
/// functions and state machines are methods of their own there, and stand inside of the member that they were written in.
/// </summary>
internal static class ChangedMethods
{
    /// <summary>The methods, once for each file that they have statements in.</summary>
    public static ImmutableArray<ChangedMethod> Read(ImmutableArray<byte> pdb)
    {
        if (pdb.IsDefaultOrEmpty)
        {
            return [];
        }

        using var provider = MetadataReaderProvider.FromPortablePdbImage(pdb);
        var reader = provider.GetMetadataReader();
        var tokens = DeltaTables.Rows(reader, HandleKind.MethodDebugInformation)
            .Select(row => MetadataTokens.GetToken(MetadataTokens.MethodDefinitionHandle(MetadataTokens.GetRowNumber(row.Whole))));
        return [.. tokens.Zip(reader.MethodDebugInformation).SelectMany(row => Places(reader, row.First, row.Second))];
    }

    static IEnumerable<ChangedMethod> Places(MetadataReader reader, int token, MethodDebugInformationHandle method) =>
        reader.GetMethodDebugInformation(method).GetSequencePoints()
            .Where(point => !point.IsHidden && !point.Document.IsNil)
            .DistinctBy(point => point.Document)
            .Select(point => new ChangedMethod(
                token,
                reader.GetString(reader.GetDocument(point.Document).Name),
                new TextPosition(Math.Max(0, point.StartLine - 1), Math.Max(0, point.StartColumn - 1))));
}
