using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using HotReload.Testing.Probing;
using HotReload.UnitTests.Support;

namespace HotReload.UnitTests.Fuzzing;

/// <summary>
/// Gives a reader input that nobody means to send: first all that has ever broken it (<c>corpus</c>), then changed good input: always the
/// same, or for the time that <see cref="FuzzTime"/> says always other. What breaks it is written into the corpus, to stay a test.
/// </summary>
static class FuzzRun
{
    const int Rounds = 150;

    /// <summary>How long one input may take; a reader that does not end is broken, too.</summary>
    static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    /// <summary>Tries a reader.</summary>
    /// <param name="name">The reader's, and its folder's in the corpus.</param>
    /// <param name="good">Input that it takes.</param>
    /// <param name="read">Reads, and throws only what is a fault of the reader.</param>
    public static void Try(string name, IReadOnlyList<byte[]> good, Action<byte[]> read)
    {
        var folder = Repository.At($"tests/unit/Fuzzing/corpus/{name}");
        Assert.Multiple(() => good.ToList().ForEach(input => Read(input, read, folder)));
        var known = Directory.Exists(folder) ? Directory.EnumerateFiles(folder).Select(File.ReadAllBytes).ToList() : [];
        known.ForEach(input => Read(input, read, folder));

        var (seed, time) = FuzzTime.Wanted is { } wanted ? (Environment.TickCount, wanted) : (1, TimeSpan.Zero);
        var (mutator, inputs, clock) = (new Mutator(new(seed)), good.Concat(known).ToList(), Stopwatch.StartNew());
        var round = 0;
        for (; round < Rounds || clock.Elapsed < time; round++)
        {
            Read(mutator.Mutate(inputs), read, folder);
        }

        TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {known.Count} known, {round} new inputs in {clock.Elapsed.TotalSeconds:0.0} s, seed {seed}"));
    }

    static void Read(byte[] input, Action<byte[]> read, string folder)
    {
        var reading = Task.Run(() => read(input));
        try
        {
            if (!reading.Wait(s_patience))
            {
                throw new TimeoutException($"It was not read within {s_patience.TotalSeconds} seconds.");
            }
        }
        catch (Exception exception) when (exception is AggregateException or TimeoutException)
        {
            Directory.CreateDirectory(folder);
            var file = Path.Combine(folder, Convert.ToHexStringLower(SHA256.HashData(input))[..12] + ".bin");
            File.WriteAllBytes(file, input);
            Assert.Fail($"{Path.GetRelativePath(Repository.Root, file)} breaks the reader: {(exception.InnerException ?? exception)}");
        }
    }
}
