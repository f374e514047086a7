using System.Collections.Immutable;
using HotReload.Core.Buffers;
using HotReload.Core.Ports;
using HotReload.Core.Reload;
using HotReload.Web.ScopedStyles;

namespace HotReload.Web.Assets;

/// <summary>The static files of a web program and of the projects that it is made from.</summary>
public sealed class ProgramAssets : IAssetSource
{
    readonly Lock _gate = new();
    readonly AssetManifest _manifest;
    readonly ImmutableArray<ScopedBundle> _bundles;
    readonly ImmutableArray<string> _folders;
    readonly ICssScoper _scoper;
    readonly DateTimeOffset _started;
    ImmutableDictionary<string, string?> _taken = Snapshot.Empty.Texts;

    /// <param name="manifest">What the program serves.</param>
    /// <param name="projectFolders">Full paths of the folders of the program's projects.</param>
    /// <param name="scoper">Scopes style sheets.</param>
    /// <param name="started">When the program was started: what was written before is what it serves.</param>
    public ProgramAssets(AssetManifest manifest, IEnumerable<string> projectFolders, ICssScoper scoper, DateTimeOffset started)
    {
        (_manifest, _scoper, _started) = (manifest, scoper, started);
        _folders = [.. projectFolders.Select(folder => folder + Path.DirectorySeparatorChar)];
        _bundles = [.. manifest.Files.Where(ScopedBundle.IsBundle).Select(path => new ScopedBundle(path))];
    }

    /// <summary>Whether a file is one that pages may show.</summary>
    public bool Concerns(string path) => AssetKinds.Of(path) is not null
        && (_folders.Any(folder => path.StartsWith(folder, PathIdentity.Comparison)) || !_manifest.RoutesOf(path).IsEmpty);

    /// <summary>The text of a file that the program serves; null where it serves none, or no text.</summary>
    public string? FindText(string path, Func<string, string?> readDisk)
    {
        if (!Concerns(path) || !AssetKinds.IsText(path))
        {
            return null;
        }

        lock (_gate)
        {
            return _taken.TryGetValue(path, out var text) ? text : readDisk(path);
        }
    }

    /// <inheritdoc/>
    public ImmutableArray<AssetUpdate> Take(Snapshot snapshot)
    {
        lock (_gate)
        {
            var before = _taken;
            _taken = snapshot.Texts;
            return Find(snapshot, path => !before.TryGetValue(path, out var old) ? !IsFromBefore(path, snapshot.Texts[path]) : old != snapshot.Texts[path]);
        }
    }

    /// <summary>All files of a snapshot: what a program that has been started does not know yet.</summary>
    public ImmutableArray<AssetUpdate> All(Snapshot snapshot) => Find(snapshot, _ => true);

    ImmutableArray<AssetUpdate> Find(Snapshot snapshot, Func<string, bool> isNews)
    {
        var changed = snapshot.Texts.Where(file => file.Value is not null && Concerns(file.Key) && isNews(file.Key)).ToList();
        return
        [
            .. changed.Where(file => !ScopedBundle.IsScoped(file.Key)).Select(file => Plain(file.Key, file.Value!)),
            .. changed.Where(file => ScopedBundle.IsScoped(file.Key)).Select(file => Scoped(file.Key, snapshot)),
        ];
    }

    AssetUpdate Plain(string path, string text)
    {
        var routes = _manifest.RoutesOf(path);
        return new(path, AssetKinds.Of(path)!.Value, routes, routes.IsEmpty || !AssetKinds.IsText(path) ? null : text, null);
    }

    /// <summary>A part of a bundle: what is served is the bundle, with all parts that the snapshot has.</summary>
    AssetUpdate Scoped(string path, Snapshot snapshot)
    {
        var bundle = _bundles.Where(item => item.Takes(path)).MaxBy(item => item.ProjectFolder.Length);
        if (bundle is null)
        {
            return Unscoped(path);
        }

        var parts = snapshot.Texts
            .Where(file => file.Value is not null && ScopedBundle.IsScoped(file.Key) && bundle.Takes(file.Key))
            .Select(file => KeyValuePair.Create(file.Key, file.Value!));
        var made = bundle.Make(parts, _scoper);
        return made is { Text: null, Error: null } ? Unscoped(path) : new(path, AssetKind.Style, _manifest.RoutesOf(bundle.Path), made.Text, made.Error);
    }

    /// <summary>A build is made from the disk.</summary>
    static AssetUpdate Unscoped(string path) => File.Exists(path)
        ? new(path, AssetKind.Style, [], null, "it is new, and gets its scope from a build: the program is rebuilt with it at a restart.") { NeedsBuild = true }
        : new(path, AssetKind.Style, [], null, "it is new, and gets its scope from a build: save it.");

    /// <summary>An editor that saves what has not changed publishes it, too.</summary>
    bool IsFromBefore(string path, string? text)
    {
        try
        {
            return AssetKinds.IsText(path) && File.GetLastWriteTimeUtc(path) < _started && File.ReadAllText(path) == text;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
