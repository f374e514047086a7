using System.Text.Json;
using System.Text.Json.Nodes;
using HotReload.Runtime.Processes;

namespace HotReload.Runtime.Launch;

/// <summary>
/// What a program's build says to the runtime, with what an agent needs turned on. A project for native compilation (<c>PublishAot</c>, the
/// default of file-based programs) turns it off, also where it is run as others are. The file of the build is left as it is.
/// </summary>
sealed class RuntimeConfigCopy : IDisposable
{
    static readonly string[] s_needed = ["System.StartupHookProvider.IsSupported", "System.Reflection.Metadata.MetadataUpdater.IsSupported"];

    readonly DirectoryInfo _folder;

    RuntimeConfigCopy(DirectoryInfo folder) => _folder = folder;

    /// <summary>Full path of the copy.</summary>
    public string FullPath => Path.Combine(_folder.FullName, "runtimeconfig.json");

    /// <summary>Makes a copy for a program that needs one; null for all others.</summary>
    /// <param name="target">Full path of the program's assembly.</param>
    public static RuntimeConfigCopy? For(string target)
    {
        if (!target.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) || Enable(Path.ChangeExtension(target, ".runtimeconfig.json")) is not { } json)
        {
            return null;
        }

        var copy = new RuntimeConfigCopy(ServerFolders.Create());
        File.WriteAllText(copy.FullPath, json);
        return copy;
    }

    public void Dispose()
    {
        try
        {
            _folder.Delete(recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It is gone already, or a cleaner of temporary files is at it.
        }
    }

    /// <summary>The file's text with all switches on; null where none is off, or where there is no such file.</summary>
    static string? Enable(string path)
    {
        try
        {
            var config = File.Exists(path) ? JsonNode.Parse(File.ReadAllText(path)) : null;
            if (config?["runtimeOptions"]?["configProperties"] is not JsonObject properties)
            {
                return null;
            }

            var off = s_needed.Where(name => properties[name] is JsonValue value && value.GetValueKind() == JsonValueKind.False).ToList();
            off.ForEach(name => properties[name] = true);
            return off.Count > 0 ? config.ToJsonString() : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            // What keeps it from being read keeps the host from it, too, which says so better.
            return null;
        }
    }
}
