namespace HotReload.UnitTests.Engine.Reporting;

public sealed class MemberDiffTests
{
    [TestCase("void M() { A(); }", "void M() { B(); }", "updated method C.M()")]
    [TestCase("int M() => 1;", "int M() => 2;", "updated method C.M()")]
    [TestCase("int M() { return 1; }", "int M() => 1;", "updated method C.M()")]
    [TestCase("void M(int a, string b) { }", "void M(int a, string c) { }", "updated method C.M(int, string)")]
    [TestCase("void M(int a) { }", "void M(long a) { }", "added method C.M(long); removed method C.M(int)")]
    [TestCase("void M() { }", "[Obsolete] void M() { }", "updated method C.M()")]
    [TestCase("void M() { }", "async void M() { }", "updated method C.M()")]
    [TestCase("void M<T>() { }", "void M<T>() where T : class { }", "updated method C.M<T>()")]
    [TestCase("void M() { int L() => 1; }", "void M() { int L() => 2; }", "updated method C.M()")]
    [TestCase("void M() { var f = (int x) => x; }", "void M() { var f = (int x) => x + 1; }", "updated method C.M()")]
    [TestCase("string M() => \"\"\"a\"\"\";", "string M() => \"\"\"b\"\"\";", "updated method C.M()")]
    [TestCase("int[] M() => [1, 2];", "int[] M() => [1, .. Rest];", "updated method C.M()")]
    [TestCase("void I.M() { }", "void I.M() { A(); }", "updated method C.M()")]
    [TestCase("void M(params int[] a) { }", "void M(params ReadOnlySpan<int> a) { }", "added method C.M(ReadOnlySpan<int>); removed method C.M(int[])")]
    public Task Methods(string before, string after, string changes) => CheckInClassAsync(before, after, changes);

    [TestCase("int P => 1;", "int P => 2;", "updated property C.P")]
    [TestCase("int P { get; set; }", "int P { get; init; }", "updated property C.P")]
    [TestCase("int P { get { return 1; } }", "int P { get { return 2; } }", "updated property C.P")]
    [TestCase("int P { get => field; set; }", "int P { get => field + 1; set; }", "updated property C.P")]
    [TestCase("int P { get; } = 1;", "int P { get; } = 2;", "updated property C.P")]
    [TestCase("required public int P { get; set; }", "public int P { get; set; }", "updated property C.P")]
    [TestCase("partial int P { get; } partial int P => 1;", "partial int P { get; } partial int P => 2;", "updated property C.P")]
    [TestCase("int F = 1;", "int F = 2;", "updated field C.F")]
    [TestCase("const int F = 1;", "const int F = 2;", "updated field C.F")]
    [TestCase("int F;", "readonly int F;", "updated field C.F")]
    [TestCase("", "int F; static string G;", "added field C.F; added field C.G")]
    [TestCase("int F;", "int F, G;", "updated field C.F; added field C.G")]
    [TestCase("event Action E;", "", "removed event C.E")]
    [TestCase("event Action E { add { } remove { } }", "event Action E { add { A(); } remove { } }", "updated event C.E")]
    [TestCase("int this[int i] => i;", "int this[int i] => -i;", "updated indexer C.this[int]")]
    public Task Properties_fields_and_events(string before, string after, string changes) => CheckInClassAsync(before, after, changes);

    [TestCase("C() { }", "C() { A(); }", "updated constructor C.C()")]
    [TestCase("C(int a) { }", "C(int a) : this() { }", "updated constructor C.C(int)")]
    [TestCase("static C() { }", "static C() { A(); }", "updated constructor C.C()")]
    [TestCase("partial C(); partial C() { }", "partial C(); partial C() { A(); }", "updated constructor C.C()")]
    [TestCase("~C() { }", "~C() { A(); }", "updated finalizer C.~C()")]
    [TestCase("public static C operator +(C a, C b) => a;", "public static C operator +(C a, C b) => b;", "updated operator C.operator +(C, C)")]
    [TestCase("public void operator +=(int a) { }", "public void operator +=(int a) { A(); }", "updated operator C.operator +=(int)")]
    [TestCase("public static implicit operator int(C a) => 1;", "public static implicit operator int(C a) => 2;", "updated operator C.operator int(C)")]
    public Task Constructors_and_operators(string before, string after, string changes) => CheckInClassAsync(before, after, changes);

    [TestCase("class A { }", "class A : B { }", "updated class A")]
    [TestCase("class A(int x) { }", "class A(int x, int y) { }", "updated class A")]
    [TestCase("record R(int X);", "record R(int X, int Y);", "updated record R")]
    [TestCase("record struct R(int X);", "readonly record struct R(int X);", "updated record R")]
    [TestCase("struct S { }", "ref struct S { }", "updated struct S")]
    [TestCase("interface I { void M(); }", "interface I { void M() { } }", "updated method I.M()")]
    [TestCase("enum E { A }", "enum E { A, B }", "added enumMember E.B")]
    [TestCase("enum E { A }", "enum E { A = 2 }", "updated enumMember E.A")]
    [TestCase("enum E { A }", "enum E : byte { A }", "updated enum E")]
    [TestCase("delegate int D(int a);", "delegate int D(int a, int b);", "updated delegate D")]
    [TestCase("class A<T> { void M() { } }", "class A<T> { void M() { B(); } }", "updated method A<T>.M()")]
    [TestCase("class A { class B { void M() { } } }", "class A { class B { void M() { C(); } } }", "updated method A.B.M()")]
    [TestCase("class A { }", "struct A { }", "added struct A; removed class A")]
    [TestCase("class A { }", "[Serializable] class A { }", "updated class A")]
    [TestCase("file class A { void M() { } }", "file class A { void M() { B(); } }", "updated method A.M()")]
    [TestCase("partial class A { void M() { } } partial class A { void N() { } }", "partial class A { void M() { } } partial class A { void N() { B(); } }", "updated method A.N()")]
    [TestCase("static class X { extension(string s) { int L() => 1; } }", "static class X { extension(string s) { int L() => 2; } }", "updated method X.extension.L()")]
    [TestCase("static class X { extension(string s) { int P => 1; } }", "static class X { extension(string s) { int P => 2; } }", "updated property X.extension.P")]
    [TestCase("namespace N { class A { void M() { } } }", "namespace N { class A { void M() { B(); } } }", "updated method A.M()")]
    [TestCase("namespace N; class A { void M() { } }", "namespace N; class A { void M() { B(); } }", "updated method A.M()")]
    public Task Types(string before, string after, string changes) => CheckAsync(before, after, changes);

    [TestCase("A();", "B();")]
    [TestCase("A();", "A(); B();")]
    [TestCase("A(); B();", "A();")]
    [TestCase("int L() => 1;", "int L() => 2;")]
    public Task Top_level_statements(string before, string after) => CheckAsync(before, after, "updated statements top-level statements");

    [TestCase("class A { int F; void M() { } class B { int G; } }", "class A")]
    [TestCase("record R(int X) { int Y => 1; }", "record R")]
    [TestCase("enum E { A, B }", "enum E")]
    public async Task A_type_that_comes_or_goes_is_one_change(string type, string name)
    {
        await CheckAsync("", type, "added " + name);
        await CheckAsync(type, "", "removed " + name);
    }

    [Test]
    public async Task A_file_that_comes_or_goes_is_its_types()
    {
        await CheckAsync(null, "class A { int F; } class B { }", "added class A; added class B");
        await CheckAsync("class A { int F; } class B { }", null, "removed class A; removed class B");
    }

    [TestCase("class A { void M() { B(); } }", "class A {\r\n  /* why */ void M()\r\n{ B(); // so\r\n} }")]
    [TestCase("class A { void M() { } }", "/// <summary>Now documented.</summary>\nclass A { void M() { } }")]
    [TestCase("class A { void M() { } void N() { } }", "class A { void N() { } void M() { } }")]
    [TestCase("using B; class A { }", "using C; class A { }")]
    [TestCase("#nullable enable\nclass A { }", "#nullable disable\nclass A { }")]
    public Task What_is_no_change_of_a_member_names_none(string before, string after) => CheckAsync(before, after, "");

    [Test]
    public Task Text_that_is_being_typed_is_no_fault() =>
        CheckAsync("class A { void M() { } }", "class A { void M() { B( } } public int", "updated method A.M(); added IncompleteMember public int");

    [Test]
    public async Task The_place_is_where_the_member_stands_now()
    {
        var member = (await Difference.FindAsync("class A\n{\n    void M() { }\n}", "// One more line.\nclass A\n{\n    void M() { B(); }\n}")).Single();

        Assert.That(member.File, Is.EqualTo(Difference.File));
        Assert.That((member.Range.Start.Line, member.Range.Start.Character, member.Range.End.Character), Is.EqualTo((3, 4, 21)));
    }

    static Task CheckInClassAsync(string before, string after, string changes) =>
        CheckAsync($"partial class C {{ {before} void Rest() {{ }} }}", $"partial class C {{ {after} void Rest() {{ }} }}", changes);

    static async Task CheckAsync(string? before, string? after, string changes) =>
        Assert.That(await Difference.WordAsync(before, after), Is.EqualTo(changes));
}
