using System.Collections;
using System.Collections.Immutable;
using HotReload.Core.Buffers;
using HotReload.Engine.Loading;
using HotReload.Engine.Sdk;
using Microsoft.CodeAnalysis;

namespace HotReload.Engine.Evaluations;

/// <summary>All that an evaluation of projects depends on, by content.</summary>
/// <param name="sdk">The SDK that evaluates.</param>
internal sealed class EvaluationInputs(SdkInstallation sdk)
{
    /// <summary>
    /// What differs from one terminal, login or start of an editor to the next and is no property of a build. A name that ends with <c>_</c>
    /// stands for all that begin with it.
    /// </summary>
    static readonly string[] s_passing =
    [
        "HOTRELOAD_",

        // The shell and the terminal.
        "_", "SHLVL", "PWD", "OLDPWD", "COLUMNS", "LINES", "WINDOWID", "TERM_SESSION_ID", "ITERM_SESSION_ID", "WT_SESSION", "WSL_INTEROP", "TMUX", "TMUX_PANE",
        "STY", "GNOME_TERMINAL_SCREEN", "KONSOLE_", "KITTY_", "ALACRITTY_", "WEZTERM_", "SSH_",

        // The login.
        "DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "SESSION_MANAGER", "XDG_SESSION_", "XDG_RUNTIME_DIR", "XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID",
        "GIO_LAUNCHED_", "INVOCATION_ID", "JOURNAL_STREAM", "MANAGERPID", "SYSTEMD_EXEC_PID", "SECURITYSESSIONID", "LaunchInstanceID",

        // The editor.
        "VSCODE_", "ELECTRON_", "CHROME_", "GIT_ASKPASS",
    ];

    /// <summary>
    /// A hash of it for each project, and when the newest of the project's files was written; null where it is not certain what its
    /// evaluation depends on.
    /// </summary>
    public ImmutableArray<(byte[] Hash, DateTime Newest)?> Find(IReadOnlyList<ProjectInfo> projects)
    {
        var machine = Convert.ToHexString(OfMachine());
        return [.. projects.Select(project => Find(project, machine))];
    }

    static (byte[] Hash, DateTime Newest)? Find(ProjectInfo project, string machine)
    {
        using var fingerprint = new Fingerprint().Add(machine);
        return TryAdd(project, fingerprint) ? (fingerprint.ToArray(), fingerprint.Newest) : null;
    }

    byte[] OfMachine()
    {
        using var fingerprint = new Fingerprint();
        var root = Path.GetDirectoryName(sdk.DotnetExecutable)!;
        fingerprint.Add(typeof(EvaluationInputs).Module.ModuleVersionId.ToString()).Add(sdk.Version).Add(sdk.Directory);
        foreach (var versions in (string[])["packs", "shared", "sdk-manifests"])
        {
            fingerprint.AddVersions(Path.Combine(root, versions));
        }

        // MSBuild imports what the user puts there into every project.
        fingerprint.AddVersions(Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "Microsoft", "MSBuild"));
        var variables = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(entry => ((string)entry.Key, (string?)entry.Value));
        foreach (var (name, value) in variables.Where(entry => !IsPassing(entry.Item1)).OrderBy(entry => entry.Item1, StringComparer.Ordinal))
        {
            fingerprint.Add(name).Add(value ?? "");
        }

        return fingerprint.ToArray();
    }

    static bool IsPassing(string name) =>
        s_passing.Any(passing => passing.EndsWith('_') && passing.Length > 1 ? name.StartsWith(passing, StringComparison.Ordinal) : name == passing);

    static bool TryAdd(ProjectInfo project, Fingerprint fingerprint)
    {
        if (project.FilePath is not { } path || !File.Exists(path) || project.Language != LanguageNames.CSharp)
        {
            return false;
        }

        var folder = Path.GetDirectoryName(path)!;
        var assets = BuildInputs.FindAssets(path);
        var output = Path.GetDirectoryName(assets)!;
        if (!Directory.Exists(output))
        {
            return false;
        }

        foreach (var file in BuildInputs.FindBuildFiles(path).Append(path + ".user").Append(assets))
        {
            fingerprint.AddFile(file);
        }

        foreach (var file in Directory.EnumerateFiles(output).Where(file => Path.GetExtension(file) is ".props" or ".targets").Order(PathIdentity.Comparer))
        {
            fingerprint.AddFile(file);
        }

        fingerprint.AddNames(folder);
        var documents = project.Documents.Concat(project.AdditionalDocuments).Concat(project.AnalyzerConfigDocuments).Select(document => document.FilePath);
        return documents.All(document => TryAdd(document, output, fingerprint))
            && ReferenceTimes.PathsOf(project).All(File.Exists)
            && BuildInputs.FindProjectInputs(path).All(file => TryAddImports(file, fingerprint, []));
    }

    /// <summary>A document that the build itself writes is part of what it says; any other only has to be there.</summary>
    static bool TryAdd(string? document, string output, Fingerprint fingerprint)
    {
        if (document is null || !File.Exists(document))
        {
            return false;
        }

        if (document.StartsWith(output, PathIdentity.Comparison))
        {
            fingerprint.AddWritten(document);
        }

        return true;
    }

    /// <summary>A build file must be plain, and what it imports must be named, there and plain as well.</summary>
    static bool TryAddImports(string file, Fingerprint fingerprint, HashSet<string> seen)
    {
        if (!seen.Add(file))
        {
            return true;
        }

        var text = File.ReadAllText(file);
        if (!BuildText.IsPlain(text))
        {
            return false;
        }

        foreach (var import in BuildText.Imports(text))
        {
            if (import.Contains("GetPathOfFileAbove", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var name = import
                .Replace("$(MSBuildThisFileDirectory)", "", StringComparison.OrdinalIgnoreCase)
                .Replace('\\', Path.DirectorySeparatorChar);
            var path = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, name));
            if (name.Contains('$', StringComparison.Ordinal) || name.Contains('*', StringComparison.Ordinal) || !File.Exists(path))
            {
                return false;
            }

            fingerprint.AddFile(path);
            if (!TryAddImports(path, fingerprint, seen))
            {
                return false;
            }
        }

        return true;
    }
}
