using System.Reflection;
using System.Reflection.Emit;
using HotReload.Agent.State.Graph;
using HotReload.Agent.State.Types;

namespace HotReload.Agent.State.Capture;

/// <summary>Compiles code that reads the fields of one type.</summary>
static class FieldCompiling
{
    static readonly MethodInfo s_number = typeof(StateValue).GetMethod(nameof(StateValue.Number))!;
    static readonly MethodInfo s_bitsOfSingle = typeof(BitConverter).GetMethod(nameof(BitConverter.SingleToInt32Bits))!;
    static readonly MethodInfo s_bitsOfDouble = typeof(BitConverter).GetMethod(nameof(BitConverter.DoubleToInt64Bits))!;

    /// <summary>The code for a type.</summary>
    /// <param name="type">The type.</param>
    /// <param name="fields">Its fields; null for one that is not read.</param>
    public static CompiledFields Of(Type type, PlannedField?[] fields)
    {
        var method = new DynamicMethod("Read", typeof(void), [typeof(object), typeof(StateValue[]), typeof(object?[])], type.Module, skipVisibility: true);
        var code = method.GetILGenerator();
        for (var i = 0; i < fields.Length; i++)
        {
            if (fields[i] is { Info: { } field })
            {
                Emit(code, type, field, i);
            }
        }

        code.Emit(OpCodes.Ret);
        return method.CreateDelegate<CompiledFields>();
    }

    static void Emit(ILGenerator code, Type type, FieldInfo field, int index)
    {
        var kind = KindOf(field.FieldType);
        code.Emit(kind == ValueKind.Missing ? OpCodes.Ldarg_2 : OpCodes.Ldarg_1);
        code.Emit(OpCodes.Ldc_I4, index);
        if (kind != ValueKind.Missing)
        {
            code.Emit(OpCodes.Ldc_I4, (int)kind);
        }

        code.Emit(OpCodes.Ldarg_0);
        code.Emit(type.IsValueType ? OpCodes.Unbox : OpCodes.Castclass, type);
        code.Emit(OpCodes.Ldfld, field);
        if (kind == ValueKind.Missing)
        {
            if (field.FieldType.IsValueType)
            {
                code.Emit(OpCodes.Box, field.FieldType);
            }

            code.Emit(OpCodes.Stelem_Ref);
            return;
        }

        ToBits(code, kind);
        code.Emit(OpCodes.Call, s_number);
        code.Emit(OpCodes.Stelem, typeof(StateValue));
    }

    static void ToBits(ILGenerator code, ValueKind kind)
    {
        switch (kind)
        {
            case ValueKind.Double:
                code.Emit(OpCodes.Call, s_bitsOfDouble);
                break;
            case ValueKind.Single:
                code.Emit(OpCodes.Call, s_bitsOfSingle);
                code.Emit(OpCodes.Conv_I8);
                break;
            case ValueKind.Boolean or ValueKind.Char or ValueKind.Byte or ValueKind.UInt16 or ValueKind.UInt32:
                code.Emit(OpCodes.Conv_U8);
                break;
            default:
                code.Emit(OpCodes.Conv_I8);
                break;
        }
    }

    /// <summary>What a number's type is in state; missing where it is none.</summary>
    static ValueKind KindOf(Type type) => !type.IsPrimitive || type == typeof(nint) || type == typeof(nuint)
        ? ValueKind.Missing
        : StateValue.Primitive(Activator.CreateInstance(type)!).Kind;
}
