using System.Reflection;
using System.Reflection.Emit;

namespace HotReload.Agent.State.Live;

/// <summary>Writes the fields that a delta has added.</summary>
static class FieldWriting
{
    /// <summary>Whether the field still has what the runtime gave it. What the program has put there meanwhile is its own.</summary>
    public static bool IsDefault(FieldInfo field, object? owner)
    {
        var value = field.GetValue(owner);
        return value is null || (field.FieldType.IsValueType && value.Equals(Activator.CreateInstance(field.FieldType)));
    }

    /// <summary>Writes it, read-only or not.</summary>
    public static void Write(FieldInfo field, object? owner, object? value)
    {
        if (field is { IsStatic: true, IsInitOnly: true })
        {
            WriteReadOnly(field, value);
        }
        else
        {
            field.SetValue(owner, value);
        }
    }

    /// <summary>Reflection refuses a static field that is read-only, once its type is initialized; code does not.</summary>
    static void WriteReadOnly(FieldInfo field, object? value)
    {
        var method = new DynamicMethod("Write", typeof(void), [typeof(object)], field.Module, skipVisibility: true);
        var code = method.GetILGenerator();
        code.Emit(OpCodes.Ldarg_0);
        code.Emit(OpCodes.Unbox_Any, field.FieldType);
        code.Emit(OpCodes.Stsfld, field);
        code.Emit(OpCodes.Ret);
        method.CreateDelegate<Action<object?>>()(value);
    }
}
