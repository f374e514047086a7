using System.Collections.Frozen;
using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace HotReload.Engine.Verification;

/// <summary>Fingerprints a method's instructions, with names in the place of the tokens that differ between any two assemblies.</summary>
internal static class InstructionDigest
{
    static readonly FrozenDictionary<ushort, OperandType> s_operands = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToFrozenDictionary(code => unchecked((ushort)code.Value), code => code.OperandType);

    public static MemberDigest Of(MethodBodyBlock body, MetadataNames names)
    {
        HashCode content = default;
        HashCode withoutIntegers = default;
        var code = body.GetILReader();
        while (code.RemainingBytes > 0)
        {
            var first = code.ReadByte();
            var opcode = first == 0xfe ? (ushort)(0xfe00 | code.ReadByte()) : first;
            var operand = s_operands[opcode];
            var value = Read(ref code, operand, names);
            content.Add(opcode);
            content.Add(value);
            if (!IsInteger(opcode))
            {
                withoutIntegers.Add(opcode);
                withoutIntegers.Add(operand is OperandType.InlineBrTarget or OperandType.ShortInlineBrTarget ? 0 : value);
            }
        }

        if (!body.LocalSignature.IsNil)
        {
            AddToBoth(names.OfToken(MetadataTokens.GetToken(body.LocalSignature)).GetHashCode(StringComparison.Ordinal));
        }

        foreach (var region in body.ExceptionRegions)
        {
            AddToBoth((int)region.Kind);
            content.Add(HashCode.Combine(region.TryOffset, region.TryLength, region.HandlerOffset, region.HandlerLength, region.FilterOffset));
            AddToBoth(region.CatchType.IsNil ? 0 : names.OfToken(MetadataTokens.GetToken(region.CatchType)).GetHashCode(StringComparison.Ordinal));
        }

        return new(0, content.ToHashCode(), withoutIntegers.ToHashCode());

        void AddToBoth(int value)
        {
            content.Add(value);
            withoutIntegers.Add(value);
        }
    }

    static long Read(ref BlobReader code, OperandType operand, MetadataNames names) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI => code.ReadSByte(),
        OperandType.ShortInlineVar => code.ReadByte(),
        OperandType.InlineVar => code.ReadUInt16(),
        OperandType.InlineBrTarget or OperandType.InlineI => code.ReadInt32(),
        OperandType.ShortInlineR => BitConverter.SingleToInt32Bits(code.ReadSingle()),
        OperandType.InlineI8 or OperandType.InlineR => code.ReadInt64(),
        OperandType.InlineSwitch => ReadSwitch(ref code),
        _ => names.OfToken(code.ReadInt32()).GetHashCode(StringComparison.Ordinal),
    };

    static int ReadSwitch(ref BlobReader code)
    {
        HashCode targets = default;
        for (var left = code.ReadInt32(); left > 0; left--)
        {
            targets.Add(code.ReadInt32());
        }

        return targets.ToHashCode();
    }

    /// <summary>ldc.i4 in all its lengths.</summary>
    static bool IsInteger(ushort opcode) => opcode is >= 0x15 and <= 0x20;
}
