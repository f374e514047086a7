using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace HotReload.Agent.State.Restore;

/// <summary>A static field, written whether it is <c>readonly</c> or not.</summary>
static class StaticField
{
    /// <summary>Runs the type's initializers, so that nothing overwrites later what is restored now.</summary>
    /// <exception cref="TypeInitializationException">One of them threw.</exception>
    public static void Initialize(FieldInfo field) => RuntimeHelpers.RunClassConstructor(field.DeclaringType!.TypeHandle);

    /// <summary>Writes a value that fits.</summary>
    public static void Write(FieldInfo field, object? value)
    {
        if (!field.IsInitOnly)
        {
            field.SetValue(null, value);
            return;
        }

        // Reflection refuses it once the type is initialized; the instruction itself does not.
        var method = new DynamicMethod("", typeof(void), [typeof(object)], field.DeclaringType!.Module, skipVisibility: true);
        var code = method.GetILGenerator();
        code.Emit(OpCodes.Ldarg_0);
        code.Emit(OpCodes.Unbox_Any, field.FieldType);
        code.Emit(OpCodes.Stsfld, field);
        code.Emit(OpCodes.Ret);
        method.CreateDelegate<Action<object?>>()(value);
    }
}
