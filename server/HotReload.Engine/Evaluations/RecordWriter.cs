using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HotReload.Engine.Evaluations;

/// <summary>Writes what an evaluation gave; <see cref="RecordReader"/> reads the same fields in the same order.</summary>
internal sealed class RecordWriter : IDisposable
{
    readonly MemoryStream _bytes = new();
    readonly BinaryWriter _writer;

    public RecordWriter() => _writer = new(_bytes, Encoding.UTF8);

    public byte[] ToArray()
    {
        _writer.Flush();
        return _bytes.ToArray();
    }

    public void Write(IReadOnlyCollection<ProjectInfo> projects) => WriteAll(projects, Write);

    public void Dispose() => _writer.Dispose();

    void Write(ProjectInfo project)
    {
        Write(project.Id);
        foreach (var text in new[]
        {
            project.Name, project.AssemblyName, project.FilePath, project.OutputFilePath, project.OutputRefFilePath,
            project.CompilationOutputInfo.AssemblyPath, project.CompilationOutputInfo.GeneratedFilesOutputDirectory,
        })
        {
            Write(text);
        }

        Write((CSharpCompilationOptions)project.CompilationOptions!);
        Write((CSharpParseOptions)project.ParseOptions!);
        foreach (var documents in new[] { project.Documents, project.AdditionalDocuments, project.AnalyzerConfigDocuments })
        {
            WriteAll(documents, Write);
        }

        WriteAll(project.ProjectReferences, reference =>
        {
            Write(reference.ProjectId);
            WriteAll(reference.Aliases, Write);
            _writer.Write(reference.EmbedInteropTypes);
        });
        WriteAll(project.MetadataReferences, reference =>
        {
            Write(((PortableExecutableReference)reference).FilePath);
            WriteAll(reference.Properties.Aliases, Write);
            _writer.Write(reference.Properties.EmbedInteropTypes);
        });
        WriteAll(project.AnalyzerReferences.Select(reference => reference.FullPath).ToList(), Write);
    }

    void Write(DocumentInfo document)
    {
        Write(document.Name);
        Write(document.FilePath);
        WriteAll(document.Folders, Write);
        _writer.Write((int)document.SourceCodeKind);
        _writer.Write(document.IsGenerated);
    }

    void Write(CSharpCompilationOptions options)
    {
        foreach (var number in new[]
        {
            (int)options.OutputKind, (int)options.OptimizationLevel, (int)options.Platform, (int)options.GeneralDiagnosticOption,
            options.WarningLevel, (int)options.NullableContextOptions, (int)options.MetadataImportOptions,
        })
        {
            _writer.Write(number);
        }

        foreach (var text in new[] { options.ModuleName, options.MainTypeName, options.ScriptClassName, options.CryptoKeyContainer, options.CryptoKeyFile })
        {
            Write(text);
        }

        foreach (var flag in new[] { options.CheckOverflow, options.AllowUnsafe, options.ReportSuppressedDiagnostics, options.Deterministic, options.PublicSign })
        {
            _writer.Write(flag);
        }

        _writer.Write(options.DelaySign is { } delay ? (delay ? 1 : 0) : -1);
        WriteAll(options.Usings, Write);
        WriteAll(options.CryptoPublicKey.IsDefault ? ImmutableArray<byte>.Empty : options.CryptoPublicKey, part => _writer.Write(part));
        WriteAll(options.SpecificDiagnosticOptions, option =>
        {
            Write(option.Key);
            _writer.Write((int)option.Value);
        });
    }

    void Write(CSharpParseOptions options)
    {
        _writer.Write((int)options.SpecifiedLanguageVersion);
        _writer.Write((int)options.DocumentationMode);
        _writer.Write((int)options.Kind);
        WriteAll(options.PreprocessorSymbolNames.ToList(), Write);
        WriteAll(options.Features.ToList(), feature =>
        {
            Write(feature.Key);
            Write(feature.Value);
        });
    }

    void Write(ProjectId id) => _writer.Write(id.Id.ToByteArray());

    void Write(string? text)
    {
        _writer.Write(text is not null);
        if (text is not null)
        {
            _writer.Write(text);
        }
    }

    void WriteAll<T>(IReadOnlyCollection<T> items, Action<T> write)
    {
        _writer.Write(items.Count);
        foreach (var item in items)
        {
            write(item);
        }
    }
}
