using HotReload.Agent.State.Graph;
using HotReload.Agent.State.Types;

namespace HotReload.Agent.State.Capture;

/// <summary>
/// Reads the fields of a type's objects: by reflection at first, and by code of its own where there are many. To compile that takes a
/// millisecond, which some thousand objects are worth and a few are not.
/// </summary>
/// <param name="plan">The type.</param>
/// <param name="isService">Whether a field's type is the container's business: what it gives to its objects is the next container's to give.</param>
sealed class FieldReading(TypePlan plan, Predicate<Type> isService)
{
    /// <summary>How many objects are read by reflection.</summary>
    public const int CompileAfter = 2_000;

    readonly PlannedField?[] _fields = Array.ConvertAll(plan.Fields, field => isService(field.Info.FieldType) ? null : field);
    CompiledFields? _compiled;
    int _objects;

    /// <summary>Whether a field is read at all.</summary>
    public bool Counts(int index) => _fields[index] is not null;

    /// <summary>Reads all fields of an object.</summary>
    /// <param name="source">The object, or a boxed structure.</param>
    /// <param name="values">Is given the numbers; all else is left missing.</param>
    /// <param name="others">Is given all that is no number, or was not read as one.</param>
    public void Read(object source, StateValue[] values, object?[] others)
    {
        if (_compiled is not null || ++_objects > CompileAfter)
        {
            (_compiled ??= FieldCompiling.Of(plan.Type, _fields))(source, values, others);
            return;
        }

        for (var i = 0; i < _fields.Length; i++)
        {
            others[i] = _fields[i]?.Info.GetValue(source);
        }
    }
}
