using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using HotReload.Agent.State.Graph;
using HotReload.Agent.State.Types;

namespace HotReload.Agent.State.Checks;

/// <summary>
/// Reads all that a place leads to as numbers: which objects, in which order, with which values. What is near comes first, so that the
/// first numbers say the most. The program goes on meanwhile.
/// </summary>
sealed class PlaceReading(CheckedFields fields)
{
    /// <summary>Of an array of numbers, and of a text, as much is read as fits in here.</summary>
    const int MaxBytes = 64 * 1024;

    const long Opened = 1;

    readonly HashSet<object> _seen = new(ReferenceEqualityComparer.Instance);
    readonly Queue<object> _waiting = new();

    /// <summary>The numbers; they go on only as they are asked for.</summary>
    public IEnumerable<long> Read(object? root)
    {
        yield return Take(root);
        while (_waiting.TryDequeue(out var next))
        {
            if (next is Array array)
            {
                foreach (var item in array)
                {
                    yield return Take(item);
                }
            }
            else
            {
                foreach (var field in fields.Of(next.GetType()))
                {
                    yield return Take(field.GetValue(next));
                }
            }
        }
    }

    long Take(object? value) => value switch
    {
        null => 0,
        string text => text.Length * sizeof(char) <= MaxBytes ? text.GetHashCode(StringComparison.Ordinal) : RuntimeHelpers.GetHashCode(text),
        nint or nuint => value.GetHashCode(),
        Array array => Take(array),
        ValueType => TakeValue(value),
        _ => TakeObject(value),
    };

    long TakeValue(object value)
    {
        if (StateValue.Primitive(value) is { Kind: not ValueKind.Missing } number)
        {
            return number.Bits;
        }

        var type = value.GetType();
        if (fields.Of(type).Length == 0)
        {
            // A structure of a library's may do anything when it is asked.
            return type.IsEnum || LeafTypes.Holds(type) ? value.GetHashCode() : Opened;
        }

        _waiting.Enqueue(value);
        return Opened;
    }

    long TakeObject(object value)
    {
        if (_seen.Add(value) && fields.Of(value.GetType()).Length > 0)
        {
            _waiting.Enqueue(value);
        }

        return RuntimeHelpers.GetHashCode(value);
    }

    long Take(Array array)
    {
        var element = array.GetType().GetElementType()!;
        if (element.IsPrimitive)
        {
            var hash = new HashCode();
            hash.Add(RuntimeHelpers.GetHashCode(array));
            hash.AddBytes(MemoryMarshal.CreateReadOnlySpan(
                ref MemoryMarshal.GetArrayDataReference(array), Math.Min(Buffer.ByteLength(array), MaxBytes)));
            return hash.ToHashCode();
        }

        if (_seen.Add(array) && !element.IsPointer && !element.IsFunctionPointer)
        {
            _waiting.Enqueue(array);
        }

        return RuntimeHelpers.GetHashCode(array);
    }
}
