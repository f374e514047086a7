namespace HotReload.UnitTests.Engine.Verification;

public sealed class ColdComparisonTests
{
    [TestCase("class A { public static void F(long i) { } }", "class A { public static void F(long i) { } public static void F(int i) { } }",
        "class B { void G() => A.F(1); }", "B.G()", TestName = "A_call_that_an_added_overload_fits_better_is_stale")]
    [TestCase("class A { public static int operator +(A a, int i) => i; }", "class A { public static long operator +(A a, int i) => i; }",
        "class B { string G() => (new A() + 1).GetType().Name; }", "B.G()", TestName = "An_operator_has_no_name_and_its_use_is_found")]
    [TestCase("class A { public int P => 1; }", "class A { public int P { get => 1; set { } } }",
        "class B { int G() => new A().P; }", null, TestName = "A_setter_concerns_no_reader")]
    [TestCase("class A(int x) { public string F() => \"f\"; }", "class A(int x) { public string F() => $\"f{x}\"; }",
        "", "A.A(int)", TestName = "A_parameter_that_becomes_a_field_needs_its_constructor")]
    [TestCase("class A(int x) { public string F() => $\"{x}\"; }", "class A(int x) { public string F() => $\"f{x}\"; }",
        "", null, TestName = "A_parameter_that_is_a_field_already_does_not")]
    [TestCase("class A { public void F() { } }", "class A { public static int[] Data = [1, 2, 3]; public void F() { } }",
        "class B { void G() => new A().F(); }", null, TestName = "An_initializer_is_the_constructors_own")]
    [TestCase("record A(int X);", "record A(int X, int Y);",
        "class B { string G() => new object().ToString() + typeof(A); }", null, TestName = "What_a_record_has_by_itself_follows_its_parameters")]
    [TestCase("class A { Func<int> F() => () => 1; Func<int> G(int i) => () => i; }",
        "class A { Func<int> N() => () => 0; Func<int> F() => () => 1; Func<int> G(int i) => () => i; }", "", null,
        TestName = "Closures_are_known_by_their_member_not_by_their_number")]
    [TestCase("class A { async Task F() { await Task.Yield(); } IEnumerable<int> G() { yield return 1; } object H() => new { X = 1 }; }",
        "class A { object N() => new { Y = 1 }; async Task O() { await Task.Yield(); } async Task F() { await Task.Yield(); } IEnumerable<int> G() { yield return 1; } object H() => new { X = 1 }; }",
        "", null, TestName = "State_machines_and_anonymous_types_are_too")]
    [TestCase("class A { void F() { Func<int> f = () => B.G(1); } } class B { public static int G(long i) => 1; }",
        "class A { void F() { Func<int> f = () => B.G(1); } } class B { public static int G(long i) => 1; public static int G(int i) => 1; }",
        "", "A.F()", TestName = "A_call_in_a_closure_is_found_with_its_member")]
    [TestCase("class A { async Task F() { await Task.Yield(); B.G(1); } } class B { public static int G(long i) => 1; }",
        "class A { async Task F() { await Task.Yield(); B.G(1); } } class B { public static int G(long i) => 1; public static int G(int i) => 1; }",
        "", "A.F()", TestName = "A_call_in_an_async_method_is_found_with_it")]
    [TestCase("class A { public static int F(long i) => 1; public int P => F(1); }",
        "class A { public static int F(long i) => 1; public static int F(int i) => 1; public int P => F(1); }",
        "", "A.P.get", TestName = "An_accessor_is_found")]
    [TestCase("static class A { extension(int i) { public int F() => B.G(1); } } class B { public static int G(long i) => 1; }",
        "static class A { extension(int i) { public int F() => B.G(1); } } class B { public static int G(long i) => 1; public static int G(int i) => 1; }",
        "", "A.extension(int).F()", TestName = "An_extension_member_is_found")]
    [TestCase("static class A { extension(int i) { public int F() => 1; } }", "static class A { extension(int i) { public int F() => 1; public int P => 2; } }",
        "", null, TestName = "An_added_extension_member_is_edited")]
    [TestCase("interface I<T> { T F(T t); } class A : I<List<int>> { List<int> I<List<int>>.F(List<int> t) => t; }",
        "interface I<T> { T F(T t); } class A : I<List<int>> { List<int> I<List<int>>.F(List<int> t) { t.Add(1); return t; } public int X() => 1; }",
        "", null, TestName = "An_explicit_implementation_is_known_by_its_interface")]
    [TestCase("class A<T> { class B<U> { public Dictionary<T, U[]> F<V>(ref V v, A<U>.B<T>? b, int[,] c, (int, T) d) => null!; } }",
        "class A<T> { class B<U> { public Dictionary<T, U[]> F<V>(ref V v, A<U>.B<T>? b, int[,] c, (int, T) d) => new(); public int N; } }",
        "", null, TestName = "A_generic_signature_has_one_name_in_source_and_metadata")]
    [TestCase("unsafe class A { public static implicit operator int(A a) => 1; int* F(int* p, delegate*<int, void> f, dynamic d, nint n) => p; }",
        "unsafe class A { public static implicit operator int(A a) => 2; int* F(int* p, delegate*<int, void> f, dynamic d, nint n) => p + 1; int X; }",
        "", null, TestName = "So_have_pointers_and_conversions")]
    [TestCase("partial class A { partial void F(); void G() => F(); }", "partial class A { partial void F(); void G() => F(); partial void F() { } }",
        "", "A.G()", TestName = "A_call_of_a_partial_method_that_gets_a_body_is_stale")]
    [TestCase("enum E { A, B }", "enum E { A, X, B }", "class C { int F() => (int)E.B; }", "E.B, C.F()", TestName = "A_constant_that_moved_is_found")]
    [TestCase("class A { public event Action? E; public int this[int i] => i; void F() => E?.Invoke(); }",
        "class A { public event Action? E; public event Action? E2; public int this[int i] => i; public int this[string i] => 1; void F() => E?.Invoke(); }",
        "class B { int G() => new A()[1]; }", null, TestName = "Events_and_indexers_may_be_added")]
    [TestCase("class A { string F(string s) => s switch { \"a\" => \"x\", \"bb\" => \"y\", \"ccc\" => \"z\", \"d\" => \"1\", \"e\" => \"2\", \"f\" => \"3\", \"g\" => \"4\", _ => s }; }",
        "class A { static readonly byte[] Data = [1, 2, 3, 4, 5]; string F(string s) => s switch { \"a\" => \"x\", \"bb\" => \"y\", \"ccc\" => \"z\", \"d\" => \"1\", \"e\" => \"2\", \"f\" => \"3\", \"g\" => \"4\", _ => s }; }",
        "", null, TestName = "The_compilers_own_helpers_may_be_added")]
    [TestCase("file class A { public static int F(long i) => 1; } file class C { int G() => A.F(1); }",
        "file class A { public static int F(long i) => 1; public static int F(int i) => 2; } file class C { int G() => A.F(1); }",
        "file class C { int G() => 3; }", "C.G()", TestName = "A_type_that_only_its_file_knows_is_told_from_one_of_that_name")]
    public async Task Code_that_was_not_edited(string before, string after, string other, string? stale) =>
        Assert.That(await TwoVersions.CompareAsync(before, after, other), Is.EqualTo(stale?.Split(", ").Select(name => $"HR1004 {name}") ?? []));

    [TestCase("interface I { int F() => 1; } class A { }", "interface I { int F() => 1; } class A { public int F() => 2; }", TestName = "A_method_beside_an_interface_is_no_implementation")]
    [TestCase("interface I { int F() => 1; } class A { } class B : A, I { }", "interface I { int F() => 1; } class A { int F() => 2; } class B : A, I { }", TestName = "A_private_method_is_none")]
    [TestCase("class A { }", "class A { } class B : IDisposable { public void Dispose() { } }", TestName = "A_new_type_implements_what_it_likes")]
    public async Task What_a_running_program_shows(string before, string after) => Assert.That(await TwoVersions.CompareAsync(before, after), Is.Empty);

    [Test]
    public async Task The_number_of_a_line_is_no_reason()
    {
        const string Log = "class Log { public static void Write(string s, [System.Runtime.CompilerServices.CallerLineNumber] int line = 0) { } }";
        var after = "class A\n{\n    int _added;\n    void F() => Log.Write(\"f\");\n}";
        Assert.That(await TwoVersions.CompareAsync("class A\n{\n    void F() => Log.Write(\"f\");\n}", after, Log), Is.Empty);
    }

    [Test]
    public async Task An_error_in_code_that_was_not_edited_is_told() =>
        Assert.That(
            await TwoVersions.CompareAsync("class A { public void F() { } }", "class A { }", "class B { void G() => new A().F(); }"),
            Has.One.StartsWith("CS1061 "));

    [Test]
    public async Task A_using_directive_reaches_what_was_not_edited() =>
        Assert.That(
            await TwoVersions.CompareAsync(
                "using X = N.A; class C { int F() => X.V(); }", "using X = M.A; class C { int F() => X.V(); }",
                "namespace N { class A { public static int V() => 1; } } namespace M { class A { public static int V() => 2; } }"),
            Is.EqualTo(new[] { "HR1004 C.F()" }));

    [Test]
    public async Task A_file_whose_code_moves_to_another_is_no_edit() =>
        Assert.That(await TwoVersions.CompareAsync("class A { void F() { } }", "", "class B { }", "class B { } class A { void F() { } }"), Is.Empty);

    [TestCase("class A { int F() => 1; }", "class A { [return: My] int F() => 1; }", "A.F()", TestName = "An_attribute_of_a_result_needs_a_start")]
    [TestCase("enum A { F }", "enum A { [My] F }", "A.F", TestName = "An_attribute_of_an_enum_member_needs_a_start")]
    [TestCase("class A { }", "file class A { }", "A", TestName = "A_type_that_becomes_its_files_own_needs_a_start")]
    [TestCase("class A { int P { get; set; } }", "class A { [field: My] int P { get; set; } }", "A.P", TestName = "An_attribute_of_the_field_behind_a_property_needs_a_start")]
    [TestCase("class A { int P { get; set; } }", "class A { int P { [return: My] get; set; } }", "A.P", TestName = "An_attribute_of_a_getters_result_needs_a_start")]
    [TestCase("class A { event Action E; }", "class A { [method: My] event Action E; }", "A.E", TestName = "An_attribute_of_an_events_accessors_needs_a_start")]
    [TestCase("class A { int this[int i] => i; }", "class A { int this[[My] int i] => i; }", "A.this[int]", TestName = "An_attribute_of_an_indexers_parameter_needs_a_start")]
    [TestCase("record A(int P);", "record A([field: My] int P);", "A", TestName = "An_attribute_of_the_field_behind_a_records_parameter_needs_a_start")]
    [TestCase("class A { const int C = 1; }", "class A { [My] const int C = 1; }", "A.C", TestName = "An_attribute_of_a_constant_needs_a_start")]
    [TestCase("struct A { public A() { } }", "struct A { }", "A.A()", TestName = "A_structs_constructor_that_goes_needs_a_start")]
    [TestCase("class A { }", "class A { int this[int i] => i; }", "A.this[int]", TestName = "A_types_first_indexer_needs_a_start")]
    [TestCase("class A { int this[int i] => i; }", "class A { }", "A.this[int]", TestName = "A_types_last_indexer_needs_a_start")]
    [TestCase("partial class A { partial int P { get; } partial int P => 1; }", "partial class A { }", "A.P", TestName = "A_partial_property_that_goes_needs_a_start")]
    [TestCase("interface I { int F() => 1; } class A : I { }", "interface I { int F() => 1; } class A : I { public int F() => 2; }", "A.F()", TestName = "A_method_that_takes_over_from_an_interfaces_own_needs_a_start")]
    [TestCase("interface I { int F() => 1; } class A : I { public int F() => 2; }", "interface I { int F() => 1; } class A : I { }", "A.F()", TestName = "A_method_that_leaves_it_to_the_interface_needs_a_start")]
    [TestCase("interface I { int P => 1; } class A { } class B : A, I { }", "interface I { int P => 1; } class A { public int P => 2; } class B : A, I { }", "A.P", TestName = "A_property_that_a_derived_class_implements_an_interface_with_needs_a_start")]
    [TestCase("interface I { event Action E { add { } remove { } } } class A : I { }", "interface I { event Action E { add { } remove { } } } class A : I { public event Action E; }", "A.E", TestName = "An_event_that_takes_over_from_an_interfaces_own_needs_a_start")]
    [TestCase("interface I { int P => 1; } record A() : I;", "interface I { int P => 1; } record A(int P = 2) : I;", "A", TestName = "A_records_parameter_that_takes_over_needs_a_start")]
    public async Task Declarations_that_a_running_program_does_not_show(string before, string after, string name) =>
        Assert.That(
            (await TwoVersions.CompareAsync(before, after, "[AttributeUsage(AttributeTargets.All)] class MyAttribute : Attribute { }")).Single(),
            Does.StartWith($"HR1006 {name} "));

    [TestCase("A.F(2); int X; }", true, TestName = "What_was_applied_is_what_the_next_edit_is_compared_with")]
    [TestCase("A.F(2); int X; }", false, TestName = "What_was_not_applied_is_not")]
    [TestCase("A.F(2); }", true, TestName = "An_edit_of_a_body_counts_although_it_was_not_compared")]
    public async Task Edits_follow_each_other(string caller, bool applied)
    {
        const string Text = "class A { public static void F(long i) { } } class B { void G() => A.F(1); }";
        var edited = Text.Replace("A.F(1); }", caller, StringComparison.Ordinal);
        var result = await TwoVersions.CompareAsync(
            Text, edited, edited.Replace("{ } }", "{ } public static void F(int i) { } }", StringComparison.Ordinal), applied);

        // While the edit of the caller waits, it is itself part of the next delta.
        Assert.That(result, Is.EqualTo(applied ? new[] { "HR1004 B.G()" } : []));
    }
}
