using System.Text.Json;
using Microsoft.CodeAnalysis;

namespace HotReload.Engine.Loading;

/// <summary>The program that serves a program for browsers alone while it is developed: a package of its project has it, and <c>dotnet run</c> starts it.</summary>
internal static class BrowserHost
{
    const string Package = "Microsoft.AspNetCore.Components.WebAssembly.DevServer/";

    /// <summary>Full path of its assembly; null where the project has no such package.</summary>
    public static string? Find(Project project)
    {
        try
        {
            using var assets = JsonDocument.Parse(File.ReadAllBytes(BuildInputs.FindAssets(project.FilePath!)));
            var folder = assets.RootElement.GetProperty("libraries").EnumerateObject()
                .FirstOrDefault(library => library.Name.StartsWith(Package, StringComparison.OrdinalIgnoreCase))
                .Value is { ValueKind: JsonValueKind.Object } found ? found.GetProperty("path").GetString()! : null;
            return folder is null ? null : assets.RootElement.GetProperty("packageFolders").EnumerateObject()
                .Select(root => Path.GetFullPath(Path.Combine(root.Name, folder, "tools", "blazor-devserver.dll")))
                .FirstOrDefault(File.Exists);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException)
        {
            return null;
        }
    }
}
