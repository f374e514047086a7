namespace HotReload.UnitTests.Engine.Verification;

public sealed class ConfinedEditsTests
{
    [TestCase("class A { }", "class A { public int Fresh() => 1; }", "class B { }", TestName = "A_new_method_is")]
    [TestCase("class A { int G() => 0; }", "class A { int Fresh() => 1; int G() => Fresh(); }", "class B { }", TestName = "So_it_is_when_edited_code_calls_it")]
    [TestCase("class A { int Old() => 1; int G() => Old(); }", "class A { int G() => 0; }", "class B { }", TestName = "A_method_that_goes_with_its_calls_is")]
    [TestCase("class A { }", "class A { int _fresh; static string Fresh { get; } = \"\"; }", "class B { }", TestName = "Fields_and_properties_of_classes_are")]
    [TestCase("struct A { }", "struct A { public int Fresh => 1; }", "class B { }", TestName = "A_computed_property_of_a_struct_is")]
    [TestCase("class A { }", "class A { } class Fresh : A, IDisposable { public Fresh(int i) { } public void Dispose() { } public static Fresh operator +(Fresh a, int i) => a; }",
        "class B { }", TestName = "A_new_type_is_with_all_in_it")]
    [TestCase("class A { int Old(long i) => 1; int G() => Old(1); }", "class A { int Old(int i) => 1; int G() => Old(2); }", "class B { }",
        TestName = "A_signature_that_only_edited_code_uses_is")]
    [TestCase("class A { }", "class A { public int Fresh() => 1; }", "class B { string S() => \"Fresh\"; /* Fresh */ int Freshness; }", TestName = "A_name_in_texts_and_comments_is_none")]
    public async Task Confined(string before, string after, string other) =>
        Assert.That(await TwoVersions.FindSuspectsAsync(before, after, other), Is.Zero);

    [TestCase("class A { public void F(long i) { } }", "class A { public void F(long i) { } public void F(int i) { } }", "class B { void G() => new A().F(1); }",
        TestName = "An_overload_is_not")]
    [TestCase("class A { }", "class A { public int Fresh() => 1; }", "class B { int \\u0046resh; }", TestName = "A_name_may_be_written_with_escapes")]
    [TestCase("class A { void G() { B.F(); } }", "class A { void G() { B.F(); } class Fresh { } }", "class B { public static void F() { Fresh(); } static void Fresh() { } }",
        TestName = "A_name_that_something_else_has_is_not")]
    [TestCase("class A { }", "class A { public IEnumerator<int> GetEnumerator() => null!; }", "class B { }", TestName = "What_the_language_looks_for_is_not")]
    [TestCase("class A { }", "static class Fresh { public static void Deconstruct(this A a, out int i, out int j) { i = j = 0; } } class A { }", "class B { }",
        TestName = "So_it_is_in_a_new_type")]
    [TestCase("class A : IComparable<A> { int IComparable<A>.CompareTo(A? a) => 0; }", "class A : IComparable<A> { int IComparable<A>.CompareTo(A? a) => 0; public int CompareTo(A? a) => 1; }",
        "class B { }", TestName = "What_an_interface_has_is_not")]
    [TestCase("class A { }", "class A { public bool IsReady() => true; }", "interface I { bool IsReady() => false; } class B : A, I { }",
        TestName = "What_an_interface_of_a_derived_class_has_is_not")]
    [TestCase("class A { }", "class A { public virtual int Fresh() => 1; }", "class B { }", TestName = "A_virtual_method_is_not")]
    [TestCase("class A { }", "class A { [My] public int Fresh() => 1; }", "class B { }", TestName = "What_has_attributes_is_not")]
    [TestCase("class A { }", "class A { public static A operator +(A a, int i) => a; }", "class B { }", TestName = "An_operator_is_not")]
    [TestCase("class A { }", "class A { public A(int i) { } }", "class B { }", TestName = "A_constructor_is_not")]
    [TestCase("class A { public int this[int i] => i; }", "class A { }", "class B { }", TestName = "An_indexer_is_not")]
    [TestCase("struct A { }", "struct A { int _fresh; }", "class B { }", TestName = "A_field_of_a_struct_is_not")]
    [TestCase("record A { }", "record A { public int Fresh => 1; }", "class B { }", TestName = "A_property_of_a_record_is_not")]
    [TestCase("enum A { X }", "enum A { Fresh, X }", "class B { }", TestName = "A_member_of_an_enum_is_not")]
    [TestCase("interface A { }", "interface A { int Fresh() => 1; }", "class B { }", TestName = "A_member_of_an_interface_is_not")]
    [TestCase("static class A { }", "static class A { extension(int i) { public int Fresh() => i; } }", "class B { }", TestName = "An_extension_block_is_not")]
    [TestCase("class A { }", "class A : IDisposable { public void Fresh() { } void IDisposable.Dispose() { } }", "class B { }", TestName = "A_type_that_is_declared_otherwise_is_not")]
    [TestCase("class A { }", "class A { } namespace Fresh { class C { } }", "class B { }", TestName = "A_new_namespace_is_not")]
    [TestCase("class A { }", "class A { } namespace System { class C { } }", "class B { }", TestName = "A_type_that_the_compiler_may_look_for_is_not")]
    [TestCase("class A { }", "class A { } partial class C { }", "class B { }", TestName = "A_part_of_a_type_is_not")]
    [TestCase("class A { }", "using System.Xml; class A { int Fresh; }", "class B { }", TestName = "What_comes_with_a_using_is_not")]
    [TestCase("class A(int x) { public int F() => 1; }", "class A(int x) { public int F() => x; int Fresh() => 1; }", "class B { }",
        TestName = "What_makes_a_field_of_a_parameter_is_not")]
    public async Task Open(string before, string after, string other) =>
        Assert.That(await TwoVersions.FindSuspectsAsync(before, after, other), Is.EqualTo(1));
}
