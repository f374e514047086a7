namespace HotReload.Conformance.Soak;

/// <summary>Code that can be put into any program that has the seed's Log. The mark # stands for a number of its own.</summary>
static class Snippets
{
    /// <summary>Statements, for any block.</summary>
    public static readonly string[] Statements =
    [
        "Log.Note(#);",
        "Log.Note(\"note #\");",
        "if (Log.Yes) { Log.Note(\"if #\"); } else { Log.Note(\"else #\"); }",
        "for (var i# = 0; i# < 3; i#++) { Log.Note(i#); }",
        "foreach (var x# in new[] { 1, 2, 3 }) { Log.Note(x# * #); }",
        "var v# = #; Action a# = () => Log.Note(v# + 1); a#();",
        "int L#(int n) => n * #; Log.Note(L#(2));",
        "static string S#<T>(T value) => $\"{value}#\"; Log.Note(S#(1)); Log.Note(S#(\"s\"));",
        "var (p#, q#) = (#, \"q\"); Log.Note(p# + q#);",
        "Log.Note(# switch { > 10 and < 20 => \"teens\", 0 or 1 => \"low\", _ => \"other #\" });",
        "object o# = #; if (o# is int { } n# && n# > 0) { Log.Note(n#); }",
        "List<int> l# = [1, .. new[] { 2, # }, 3]; Log.Note(l#);",
        "Span<int> s# = [1, 2, #]; Log.Note(s#[^1]);",
        "var t# = new { Name = \"n#\", Value = # }; Log.Note(t#.Name + t#.Value);",
        "Log.Note(new[] { 3, 1, 2 }.Where(n => n > 1).OrderBy(n => n).Select(n => n + #));",
        "Log.Note((from n in Enumerable.Range(0, 4) where n % 2 == 0 select n * #).Sum());",
        "try { throw new InvalidOperationException(\"#\"); } catch (InvalidOperationException e) when (e.Message.Length > 0) { Log.Note(e.Message); } finally { Log.Note(\"finally #\"); }",
        "using (var w# = new StringWriter()) { w#.Write(#); Log.Note(w#.ToString()); }",
        "lock (typeof(Log)) { Log.Note(\"lock #\"); }",
        "Log.Note($\"\"\"raw {#} \"quoted\" #\"\"\");",
        "Log.Note(nameof(Log) + checked(# + 1));",
        "int? m# = null; m# ??= #; Log.Note(m#);",
        "{ ref readonly int r# = ref new[] { # }[0]; Log.Note(r# + 0); }",
        "Func<Task<int>> f# = async () => { await Task.Yield(); return #; }; Log.Note(f#().GetAwaiter().GetResult());",
        "IEnumerable<int> I#() { yield return 1; yield return #; } Log.Note(I#());",
        "var k# = 0; do { k#++; if (k# == 2) { continue; } Log.Note(k#); } while (k# < 3);",
        "switch (#) { case 1: Log.Note(\"one\"); break; case > 5: Log.Note(\"more #\"); break; default: Log.Note(\"default #\"); break; }",
        "Func<int, Func<int, int>> c# = a => b => a * b + #; Log.Note(c#(2)(3));",
        "Log.Note(Encoding.UTF8.GetString(\"utf #\"u8));",
        "dynamic d# = \"d#\"; Log.Note((object)d#.Length);",
    ];

    /// <summary>Members, for any class, and how a method of that class uses them.</summary>
    public static readonly (string Member, string Use)[] Members =
    [
        ("static string M#(int n) => $\"{n}#\";", "Log.Note(M#(1));"),
        ("static T G#<T>(T value, params int[] more) { Log.Note(more.Length); return value; }", "Log.Note(G#(\"g\", 1, 2));"),
        ("static async Task<int> A#() { await Task.Yield(); return #; }", "Log.Note(A#().GetAwaiter().GetResult());"),
        ("static IEnumerable<int> Y#() { for (var i = 0; i < 2; i++) { yield return i + #; } }", "Log.Note(Y#());"),
        ("static int P# => # * 2;", "Log.Note(P#);"),
        ("static (int, string) T#() => (#, \"t\");", "Log.Note(T#().Item1);"),
        ("record R#(int X, string Y = \"y#\") { public int Twice => X * 2; }", "Log.Note(new R#(2) with { Y = \"z\" });"),
        ("struct V#(int n) { public readonly int N => n + #; public override string ToString() => $\"V{n}\"; }", "Log.Note(new V#(3).N);"),
        ("enum E# { A, B = #, C }", "Log.Note((int)E#.C);"),
        ("interface I# { int F(); string G() => $\"g{F()}\"; } class C# : I# { public int F() => #; }", "Log.Note(((I#)new C#()).G());"),
        ("delegate int D#(int n);", "D# d# = n => n + #; Log.Note(d#(1));"),
        ("class N#<T> { public T? Value { get; set; } = default; public Func<T?> Get => () => Value; }", "Log.Note(new N#<int> { Value = # }.Get());"),
        ("static void O#(long n) => Log.Note($\"long {n}\");", "O#(#);"),
        ("const int K# = #;", "Log.Note(K#);"),
    ];

    /// <summary>An overload that fits calls of O# better.</summary>
    public const string Overload = "static void O#(int n) => Log.Note($\"int {n}\");";

    /// <summary>Whole files.</summary>
    public static readonly string[] Files =
    [
        "namespace Shop; static class File# { public static int Sum(IEnumerable<int> numbers) { var sum = #; foreach (var n in numbers) { sum += n; } return sum; } }",
        "namespace Shop; abstract record Shape#; record Circle#(int R) : Shape#; record Square#(int A) : Shape#; static class Shapes# { public static int Area(Shape# s) => s switch { Circle# c => 3 * c.R * c.R, Square#(var a) => a * a, _ => # }; }",
        "namespace Shop; static class Extensions# { extension(int n) { public int Plus# => n + #; public string Times#(int times) => new('x', n * times); } }",
        "global using Alias# = System.Collections.Generic.Dictionary<string, int>;",
        "namespace Shop; file class Hidden# { public int N => #; } static class Shown# { public static int N => new Hidden#().N; }",
    ];
}
