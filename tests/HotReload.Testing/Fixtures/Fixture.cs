namespace HotReload.Testing.Fixtures;

/// <summary>A user's program on disk, for one test: its files can be edited and built, and are pristine again for the next.</summary>
public sealed class Fixture : IDisposable
{
    readonly FixtureSlot _slot;

    Fixture(FixtureSource source, FixtureSlot slot)
    {
        Source = source;
        _slot = slot;
    }

    /// <summary>What it was made from.</summary>
    public FixtureSource Source { get; }

    /// <summary>The folder it lies in. Full path.</summary>
    public string Root => _slot.Folder;

    /// <summary>Takes a program of <c>tests/fixtures</c>, built unless said otherwise.</summary>
    public static Task<Fixture> OpenAsync(
        string name, FixtureState state = FixtureState.Built, CancellationToken cancellationToken = default) =>
        OpenAsync(FixtureSource.Named(name), state, cancellationToken);

    /// <summary>Takes a program written inline: files under lines <c>//- /path</c>.</summary>
    public static Task<Fixture> InlineAsync(
        string text, FixtureState state = FixtureState.Built, CancellationToken cancellationToken = default) =>
        OpenAsync(FixtureSource.Inline("inline", text), state, cancellationToken);

    /// <summary>Takes any source.</summary>
    public static async Task<Fixture> OpenAsync(
        FixtureSource source, FixtureState state = FixtureState.Built, CancellationToken cancellationToken = default)
    {
        var slot = FixtureSlot.Take(source);
        try
        {
            await slot.ResetAsync(source, state, cancellationToken);
            return new Fixture(source, slot);
        }
        catch
        {
            slot.Dispose();
            throw;
        }
    }

    /// <summary>The full path of a file of the program.</summary>
    public string PathTo(string relative) => Path.GetFullPath(Path.Combine(Root, relative));

    /// <summary>A file's text, as it is on disk now.</summary>
    public string Read(string relative) => File.ReadAllText(PathTo(relative));

    /// <summary>Writes a file, as another program would.</summary>
    public void Write(string relative, string text) => File.WriteAllText(PathTo(relative), text);

    /// <summary>Replaces a text that a file holds exactly once, as another program would.</summary>
    /// <exception cref="ArgumentException">The text is not there, or more than once.</exception>
    public void Replace(string relative, string old, string replacement)
    {
        var text = Read(relative);
        var at = text.IndexOf(old, StringComparison.Ordinal);
        if (at < 0 || text.IndexOf(old, at + 1, StringComparison.Ordinal) >= 0)
        {
            throw new ArgumentException($"'{old}' does not stand exactly once in {relative}.", nameof(old));
        }

        Write(relative, text[..at] + replacement + text[(at + old.Length)..]);
    }

    /// <summary>Gives the place back.</summary>
    public void Dispose() => _slot.Dispose();
}
