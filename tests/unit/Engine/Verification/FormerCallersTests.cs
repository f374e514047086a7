namespace HotReload.UnitTests.Engine.Verification;

public sealed class FormerCallersTests
{
    [TestCase("class A { public void F() { } }", "class A { public void F(int i = 0) { } }", "class B { void G() => new A().F(); void H() { } }", "G",
        TestName = "Whoever_calls_a_method_that_gets_a_parameter")]
    [TestCase("class A { public int F() => 1; }", "class A { public long F() => 1; }", "class B { long G() => new A().F(); }", "G", TestName = "Or_another_type")]
    [TestCase("class A { public int P => 1; }", "class A { public long P => 1; }", "class B { long G() => new A().P; long H { get => new A().P; } }", "G get_H", TestName = "Whoever_reads_a_property")]
    [TestCase("static class A { public static int F(this string s) => 1; }", "static class A { public static int F(this string s, int i = 0) => i; }", "class B { int G() => \"\".F(); }", "G",
        TestName = "Whoever_calls_an_extension_method")]
    [TestCase("class A { public static void F(int i) { } }", "class A { public static void F(int i, int j = 0) { } }", "class B { void G() { Action a = () => L(); a(); void L() => A.F(1); } }", "G",
        TestName = "From_a_lambda_or_a_local_function")]
    [TestCase("class A { public void F<T>(T t) { } }", "class A { public void F<T>(T t, int i = 0) { } }", "class B { void G() => new A().F(\"\"); }", "G", TestName = "Whoever_calls_a_generic_method")]
    [TestCase("class A<T> { public void F() { } }", "class A<T> { public void F(int i = 0) { } }", "class B { void G() => new A<int>().F(); }", "G", TestName = "Or_one_of_a_generic_type")]
    [TestCase("class A { public A(long l) { } }", "class A { public A(long l, int i = 0) { } }", "class B { A G() => new A(1); A H() => new(1); } class C : A { C() : base(1) { } C(int i) : this() { } }",
        ".ctor G H", TestName = "Whoever_makes_an_object_with_and_without_its_name")]
    [TestCase("class A { public A() { } }", "class A { public A(int i = 0) { } }", "class B { A G() => new A(); }", "G?", TestName = "Who_derives_calls_a_constructor_without_saying_so")]
    [TestCase("sealed class A { public A() { } }", "sealed class A { public A(int i = 0) { } }", "class B { A G() => new A(); }", "G", TestName = "Nobody_derives_from_what_is_sealed")]
    [TestCase("class A { public void Add(int i) { } public int Count => 1; }", "class A { public void Add(int i, int j = 0) { } public long Count => 1; }", "class B { void G() => new A().Add(1); long H() => new A().Count; }", "G H",
        TestName = "A_name_of_a_pattern_without_the_pattern_is_a_name")]
    [TestCase("class A { public int F(int i) => i; }", "class A { public int F(int i, int j = 0) => i; }", "class B { int _field = new A().F(1); int G() => new A().F(1); }", "G?",
        TestName = "An_initializer_has_no_body")]
    public async Task Called(string before, string after, string other, string callers) =>
        Assert.That(await TwoVersions.FindCallersAsync(before, after, other), Is.EqualTo(callers));

    [TestCase("class A { public void F() { } }", "class A { public void F() { F(); } }", "class B { void G() => new A().F(); }", TestName = "No_one_where_only_a_body_was_edited")]
    [TestCase("class A { public void F() { } }", "class A { [Obsolete] public void F() { } }", "class B { void G() => new A().F(); }", TestName = "No_one_where_the_signature_stays")]
    [TestCase("class A { public void F() { } void G() => F(); }", "class A { void G() { } }", "class B { }", TestName = "No_one_who_was_edited_as_well")]
    [TestCase("class A { public void F() { } }", "class A { public void F(int i = 0) { } }", "class B { void F() { } void G() => F(); string S() => \"F\"; }", TestName = "No_one_who_means_something_else_by_the_name")]
    [TestCase("class A { public void F(int i) { } public void F(string s) { } }", "class A { public void F(int i) { } public void F(string s, int j = 0) { } }", "class B { void G() => new A().F(1); }",
        TestName = "No_one_who_calls_another_overload")]
    public async Task NotCalled(string before, string after, string other) =>
        Assert.That(await TwoVersions.FindCallersAsync(before, after, other), Is.Empty);

    [TestCase("class A { public int this[int i] => i; }", "class A { public long this[int i] => i; }", TestName = "An_indexer")]
    [TestCase("class A { public static A operator +(A a, int i) => a; }", "class A { public static A operator +(A a, long i) => a; }", TestName = "An_operator")]
    [TestCase("class A : System.Collections.IEnumerable { public void Add(int i) { } public System.Collections.IEnumerator GetEnumerator() => null!; }",
        "class A : System.Collections.IEnumerable { public void Add(int i, int j = 0) { } public System.Collections.IEnumerator GetEnumerator() => null!; }", TestName = "What_fills_a_collection")]
    [TestCase("class A { public void Deconstruct(out int i, out int j) { i = j = 0; } }", "class A { public void Deconstruct(out int i, out long j) { i = 0; j = 0; } }", TestName = "What_the_language_looks_for")]
    public async Task What_is_called_without_a_name_is_not_all_found(string before, string after) =>
        Assert.That(await TwoVersions.FindCallersAsync(before, after, "class B { }"), Is.EqualTo("?"));
}
