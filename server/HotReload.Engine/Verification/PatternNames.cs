using System.Collections.Immutable;

namespace HotReload.Engine.Verification;

/// <summary>The names that the language itself looks for, in code that does not say them: <c>foreach</c>, <c>await</c>, queries, patterns.</summary>
internal static class PatternNames
{
    public static ImmutableHashSet<string> All { get; } = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "Main",
        "GetEnumerator", "GetAsyncEnumerator", "MoveNext", "MoveNextAsync", "Current", "Dispose", "DisposeAsync",
        "GetAwaiter", "GetResult", "IsCompleted", "OnCompleted", "UnsafeOnCompleted",
        "Create", "SetResult", "SetException", "SetStateMachine", "Start", "Task", "AwaitOnCompleted", "AwaitUnsafeOnCompleted",
        "Select", "SelectMany", "Where", "Join", "GroupJoin", "OrderBy", "OrderByDescending", "ThenBy", "ThenByDescending", "GroupBy", "Cast",
        "Add", "Deconstruct", "Count", "Length", "Slice", "GetPinnableReference", "EnterScope", "Invoke",
        "AppendLiteral", "AppendFormatted", "ToStringAndClear",
        "Equals", "GetHashCode", "ToString", "Finalize", "PrintMembers", "EqualityContract");
}
