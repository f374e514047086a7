global using System.Text;

namespace Shop;

/// <summary>What the program did, in order. What an edit adds notes itself here.</summary>
static class Log
{
    static readonly List<string> s_notes = [];

    public static bool Yes => s_notes.Count >= 0;

    public static void Start() => s_notes.Clear();

    public static void Note(object? what) => s_notes.Add(what switch
    {
        null => "null",
        string text => text,
        IEnumerable<int> numbers => string.Join(',', numbers),
        IFormattable value => value.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        _ => what.ToString() ?? "",
    });

    public static string End() => string.Join('|', s_notes);
}
