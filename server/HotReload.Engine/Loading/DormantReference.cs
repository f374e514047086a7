using System.Buffers;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HotReload.Engine.Loading;

/// <summary>Stands for an assembly whose generators are left out: the same file to whoever compares references.</summary>
/// <param name="awake">The assembly with its generators.</param>
/// <param name="words">One of these has to stand in a text before they have anything to do.</param>
internal sealed class DormantReference(AnalyzerReference awake, SearchValues<string> words) : AnalyzerReference
{
    /// <summary>The assembly with its generators.</summary>
    public AnalyzerReference Awake => awake;

    /// <summary>One of these has to stand in a text before they have anything to do.</summary>
    public SearchValues<string> Words => words;

    public override string? FullPath => awake.FullPath;

    public override string Display => awake.Display;

    public override object Id => awake.Id;

    public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzers(string language) => awake.GetAnalyzers(language);

    public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzersForAllLanguages() => awake.GetAnalyzersForAllLanguages();

    public override ImmutableArray<ISourceGenerator> GetGenerators(string language) => [];

    public override ImmutableArray<ISourceGenerator> GetGeneratorsForAllLanguages() => [];
}
