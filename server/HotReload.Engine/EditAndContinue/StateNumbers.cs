using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using Microsoft.CodeAnalysis.Emit;

namespace HotReload.Engine.EditAndContinue;

/// <summary>
/// The compiler numbers the <c>finally</c> blocks of an iterator, and the places where an asynchronous one yields, downwards from the lowest
/// state that the method was built with. Where that was built with neither, it would go on from the highest that it may not use: it fails over the
/// first <c>foreach</c>, <c>using</c> or <c>try</c> in an iterator. So such a method is said to have one state below, which nothing is at.
/// </summary>
/// <remarks>Where a field of Roslyn's is missing, nothing is changed and nothing fails.</remarks>
internal sealed class StateNumbers(BaselineChain chain)
{
    /// <summary>Lower than those that say that a method has ended, or has not begun.</summary>
    const int Unused = -3;

    /// <summary>Extends what the service knows of the modules that it has come to know since the last call.</summary>
    /// <returns>Whether there was any.</returns>
    public bool Extend()
    {
        var isNew = false;
        foreach (var baseline in chain.Newest())
        {
            if (RoslynFields.Find(baseline, "DebugInformationProvider") is { } field
                && field.GetValue(baseline) is Func<MethodDefinitionHandle, EditAndContinueMethodDebugInformation> { Target: not Extended } provider
                && Shape.Of is { } shape)
            {
                field.SetValue(baseline, new Func<MethodDefinitionHandle, EditAndContinueMethodDebugInformation>(new Extended(provider, shape).Read));
                isNew = true;
            }
        }

        return isNew;
    }

    /// <summary>Whether a delta has methods with states.</summary>
    public static bool Concern(ImmutableArray<byte> pdb)
    {
        using var provider = MetadataReaderProvider.FromPortablePdbImage(pdb);
        return provider.GetMetadataReader().GetTableRowCount(TableIndex.StateMachineMethod) > 0;
    }

    sealed class Extended(Func<MethodDefinitionHandle, EditAndContinueMethodDebugInformation> provider, Shape shape)
    {
        public EditAndContinueMethodDebugInformation Read(MethodDefinitionHandle method) => shape.Extend(provider(method));
    }

    /// <summary>How Roslyn keeps the states of a method.</summary>
    sealed class Shape
    {
        const BindingFlags AnyInstance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

        static readonly string[] s_names = ["MethodOrdinal", "LocalSlots", "Closures", "Lambdas", "StateMachineStates"];

        readonly FieldInfo[] _fields;
        readonly ConstructorInfo _constructor;
        readonly FieldInfo _states;
        readonly FieldInfo _number;
        readonly MethodInfo _add;
        readonly PropertyInfo _isEmpty;
        readonly object _unused;

        Shape()
        {
            var info = typeof(EditAndContinueMethodDebugInformation);
            _fields = [.. s_names.Select(name => Need(info.GetField(name, AnyInstance)))];
            _constructor = Need(info.GetConstructor(AnyInstance, [.. _fields.Select(field => field.FieldType)]));
            _states = _fields[^1];
            var state = _states.FieldType.GetGenericArguments()[0];
            _number = Need(state.GetField("StateNumber", AnyInstance));
            _add = Need(_states.FieldType.GetMethod("Add", [state]));
            _isEmpty = Need(_states.FieldType.GetProperty("IsDefaultOrEmpty"));
            var waiting = Need(state.GetField("AwaitId", AnyInstance)).FieldType;
            _unused = Need(Activator.CreateInstance(state, int.MinValue, Activator.CreateInstance(waiting), Enum.ToObject(_number.FieldType, Unused)));
        }

        /// <summary>Null where this version of Roslyn keeps them otherwise.</summary>
        public static Shape? Of { get; } = Create();

        public EditAndContinueMethodDebugInformation Extend(EditAndContinueMethodDebugInformation info)
        {
            var states = _states.GetValue(info)!;
            if (_isEmpty.GetValue(states) is true || ((IEnumerable)states).Cast<object>().Any(state => Convert.ToInt32(_number.GetValue(state), null) <= Unused))
            {
                return info;
            }

            var values = Array.ConvertAll(_fields, field => field.GetValue(info));
            values[^1] = _add.Invoke(states, [_unused]);
            return (EditAndContinueMethodDebugInformation)_constructor.Invoke(values);
        }

        static Shape? Create()
        {
            try
            {
                return new();
            }
            catch (Exception exception) when (exception is MissingMemberException or ArgumentException)
            {
                return null;
            }
        }

        static T Need<T>(T? member) => member ?? throw new MissingMemberException();
    }
}
