using System.Collections;
using System.Reflection;
using System.Runtime.Loader;

namespace HotReload.Web.ScopedStyles;

/// <summary>
/// Scopes style sheets by the very code that the build uses: the task of the user's own SDK, so that both write the same. It is not
/// made to be called by others; an SDK in which it has another shape is told as an error, and the build scopes as before.
/// </summary>
/// <param name="sdkFolder">Full path of the SDK's folder.</param>
public sealed class SdkCssScoper(string sdkFolder) : ICssScoper
{
    const string TaskAssembly = "Microsoft.NET.Sdk.StaticWebAssets.Tasks.dll";

    readonly Lazy<MethodInfo?> _method = new(() => Find(sdkFolder));

    /// <inheritdoc/>
    public ScopedText Scope(string file, string text, string scope)
    {
        if (_method.Value is not { } method)
        {
            return new(null, $"The .NET SDK in {sdkFolder} scopes style sheets in a way that is not known here; build to see the change.");
        }

        object?[] arguments = [file, text, scope, null];
        try
        {
            var scoped = (string?)method.Invoke(null, arguments);
            var errors = ((IEnumerable?)arguments[3] ?? Array.Empty<object>()).Cast<object>().Select(error => error.ToString()).ToList();
            return errors.Count == 0 ? new(scoped, null) : new(null, string.Join(' ', errors));
        }
        catch (TargetInvocationException exception)
        {
            return new(null, $"The .NET SDK could not scope it: {exception.InnerException?.Message}");
        }
    }

    static MethodInfo? Find(string sdkFolder)
    {
        try
        {
            var tasks = Directory.EnumerateDirectories(Path.Combine(sdkFolder, "Sdks", "Microsoft.NET.Sdk.StaticWebAssets", "tasks"))
                .FirstOrDefault(folder => Path.GetFileName(folder).Contains('.') && File.Exists(Path.Combine(folder, TaskAssembly)));
            return tasks is null ? null : Load(tasks, sdkFolder);
        }
        catch (Exception exception) when (exception is IOException or BadImageFormatException or UnauthorizedAccessException or TypeLoadException)
        {
            return null;
        }
    }

    static MethodInfo? Load(string tasks, string sdkFolder)
    {
        // Apart from all else: these assemblies are the SDK's, and bring others along.
        var context = new AssemblyLoadContext("Scoped styles");
        context.Resolving += (_, name) => new[] { tasks, sdkFolder }
            .Select(folder => Path.Combine(folder, name.Name + ".dll"))
            .Where(File.Exists)
            .Select(context.LoadFromAssemblyPath)
            .FirstOrDefault();
        var task = context.LoadFromAssemblyPath(Path.Combine(tasks, TaskAssembly)).GetType("Microsoft.AspNetCore.StaticWebAssets.Tasks.RewriteCss");
        return task?.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic).FirstOrDefault(IsScoping);
    }

    static bool IsScoping(MethodInfo method) =>
        method.Name == "AddScopeToSelectors"
        && method.ReturnType == typeof(string)
        && method.GetParameters() is [{ } file, { } text, { } scope, { IsOut: true }]
        && new[] { file, text, scope }.All(parameter => parameter.ParameterType == typeof(string));
}
