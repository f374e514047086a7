using System.Collections.Immutable;
using System.IO.Compression;
using System.Runtime.InteropServices;
using HotReload.Core.Reload;

namespace HotReload.Core.Pipeline;

/// <summary>
/// Every generation that the running program has acknowledged, in order. A program that is started again, or an
/// assembly that is loaded later, gets them all.
/// </summary>
public sealed class GenerationLog
{
    ImmutableArray<Kept> _kept = [];

    /// <summary>The acknowledged generations, first one first. They are made anew at each call.</summary>
    public ImmutableArray<Generation> All => [.. _kept.Select(kept => kept.Unpack())];

    /// <summary>The number of the last one; 0 before the first.</summary>
    public int Current => _kept.Length;

    /// <summary>What a generation changed, without the bytes that changed it.</summary>
    public Generation Outline(int number) => _kept[number - 1].Outline;

    /// <summary>The generation that these deltas would be.</summary>
    public Generation Next(ImmutableArray<ModuleDelta> deltas) => new(Current + 1, deltas);

    /// <summary>Adds the generation after the current one.</summary>
    public void Add(Generation generation)
    {
        if (generation.Number != Current + 1)
        {
            throw new ArgumentException($"Generation {generation.Number} can't follow {Current}.", nameof(generation));
        }

        _kept = _kept.Add(Kept.Pack(generation));
    }

    /// <summary>
    /// A generation, its metadata compressed: the compiler puts 64 zeros there for each generation before, so that those of a long day would
    /// be hundreds of megabytes.
    /// </summary>
    sealed record Kept(Generation Outline, ImmutableArray<(byte[] Bytes, int Length)> Metadata)
    {
        const int Quality = 1;
        const int WindowBits = 18;

        public static Kept Pack(Generation generation) => new(
            generation with { Deltas = [.. generation.Deltas.Select(delta => delta with { Metadata = [] })] },
            [.. generation.Deltas.Select(delta => (Compress(delta.Metadata.AsSpan()), delta.Metadata.Length))]);

        public Generation Unpack() => Outline with
        {
            Deltas = [.. Outline.Deltas.Zip(Metadata, (delta, packed) => delta with { Metadata = Expand(packed.Bytes, packed.Length) })],
        };

        static byte[] Compress(ReadOnlySpan<byte> bytes)
        {
            var room = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length)];
            return BrotliEncoder.TryCompress(bytes, room, out var length, Quality, WindowBits)
                ? room[..length]
                : throw new InvalidOperationException("A delta could not be compressed into the room that it needs at most.");
        }

        static ImmutableArray<byte> Expand(byte[] packed, int length)
        {
            var bytes = new byte[length];
            return BrotliDecoder.TryDecompress(packed, bytes, out var written) && written == length
                ? ImmutableCollectionsMarshal.AsImmutableArray(bytes)
                : throw new InvalidOperationException("A delta that was compressed could not be read again.");
        }
    }
}
