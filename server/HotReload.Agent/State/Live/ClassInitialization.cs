using System.Reflection;
using System.Runtime.InteropServices;

namespace HotReload.Agent.State.Live;

/// <summary>
/// Tells whether a type's static constructor has run. To read a static field of one that has not would run it, at a time that the
/// program does not expect.
/// </summary>
/// <remarks>No public member of the runtime tells. Where its own has another shape than expected, what the language lets run at any time
/// (initializers without a static constructor) counts as run, and nothing else.</remarks>
sealed class ClassInitialization
{
    readonly int _auxiliaryOffset = -1;
    readonly nint _isInitialized;

    public ClassInitialization()
    {
        var core = typeof(object).Assembly;
        var auxiliary = core.GetType("System.Runtime.CompilerServices.MethodTable")?.GetField("AuxiliaryData");
        var getter = core.GetType("System.Runtime.CompilerServices.MethodTableAuxiliaryData")?.GetProperty("IsClassInited")?.GetMethod;
        if (auxiliary?.GetCustomAttribute<FieldOffsetAttribute>() is { } offset && getter is not null)
        {
            (_auxiliaryOffset, _isInitialized) = (offset.Value, getter.MethodHandle.GetFunctionPointer());
        }
    }

    /// <summary>Whether the type's statics can be read without running any code.</summary>
    public unsafe bool HasRun(Type type)
    {
        if (type.TypeInitializer is null)
        {
            return true;
        }

        return _auxiliaryOffset < 0
            ? type.Attributes.HasFlag(TypeAttributes.BeforeFieldInit)
            : ((delegate*<nint, bool>)_isInitialized)(Marshal.ReadIntPtr(type.TypeHandle.Value + _auxiliaryOffset));
    }
}
