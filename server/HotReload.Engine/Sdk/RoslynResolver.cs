using System.Reflection;
using System.Runtime.Loader;

namespace HotReload.Engine.Sdk;

/// <summary>
/// Makes Roslyn's assemblies load from an SDK. Must be called before any method that names a Roslyn type is compiled
/// by the JIT, so callers keep such methods apart from the one that calls this.
/// </summary>
public sealed class RoslynResolver
{
    readonly Lock _gate = new();
    SdkInstallation? _sdk;

    /// <summary>
    /// Binds this process to an SDK. Returns an error sentence when the process is already bound to another one: a
    /// process holds one Roslyn.
    /// </summary>
    public string? Bind(SdkInstallation sdk)
    {
        lock (_gate)
        {
            if (_sdk is not null)
            {
                return string.Equals(_sdk.Directory, sdk.Directory, StringComparison.Ordinal)
                    ? null
                    : $"This server already works with .NET SDK {_sdk.Version}; the project needs {sdk.Version}. "
                        + "Restart the server to work on it.";
            }

            _sdk = sdk;
            AssemblyLoadContext.Default.Resolving += (context, name) => Resolve(context, name, sdk);
            return null;
        }
    }

    static Assembly? Resolve(AssemblyLoadContext context, AssemblyName name, SdkInstallation sdk)
    {
        foreach (var folder in sdk.RoslynFolders)
        {
            var path = Path.Combine(folder, name.Name + ".dll");
            if (File.Exists(path))
            {
                return context.LoadFromAssemblyPath(path);
            }
        }

        return null;
    }
}
