using System.Collections.Immutable;

namespace HotReload.Conformance.Reporting;

/// <summary>The codes of edits that can be no delta, said without the compiler's vocabulary.</summary>
static class CodeWords
{
    static readonly ImmutableDictionary<string, string> s_words = new Dictionary<string, string>
    {
        ["ENC0003"] = "Something is edited for which there is no delta, such as a member of an extension block.",
        ["ENC0004"] = "Modifiers change: static, virtual, readonly, sealed and the like.",
        ["ENC0007"] = "`in` or `out` of a type parameter changes.",
        ["ENC0009"] = "A type changes: that of a field or an event, or what a delegate takes and returns.",
        ["ENC0011"] = "A value changes that is compiled into its users: a constant, an enum value, a default argument.",
        ["ENC0013"] = "The underlying type of an enum changes.",
        ["ENC0014"] = "The base class or the interfaces of a type change.",
        ["ENC0015"] = "A type becomes another kind of type.",
        ["ENC0016"] = "The kind of an accessor changes: `set` and `init`.",
        ["ENC0020"] = "Something is renamed that can't be.",
        ["ENC0021"] = "Something is added that can't be.",
        ["ENC0023"] = "An abstract or virtual member, or an override, is added.",
        ["ENC0025"] = "An `extern` method is added.",
        ["ENC0026"] = "An operator is added.",
        ["ENC0030"] = "A field is added to a struct.",
        ["ENC0031"] = "A field is added to a type with a layout of its own.",
        ["ENC0033"] = "Something is removed that can't be: a type, a field.",
        ["ENC0044"] = "A method with `stackalloc` is edited.",
        ["ENC0047"] = "Accessibility changes.",
        ["ENC0085"] = "A method stops being async or an iterator.",
        ["ENC0100"] = "A generic type or method gets a member that the runtime can't take.",
        ["ENC0102"] = "Top-level statements begin or cease to await.",
        ["ENC0105"] = "Constraints of a type parameter change.",
        ["ENC0108"] = "An attribute is added to a type or member that takes effect only when it is loaded.",
        ["ENC0109"] = "A type moves to another namespace.",
        ["ENC0110"] = "The signature of a generic method changes.",
        ["ENC0116"] = "An attribute changes that the runtime reads only once.",
        ["ENC0118"] = "The edit is applied, but its code has run already and does not run again.",
        ["HR1004"] = "Code that was not edited now means something else: it calls what was edited, and would have to be compiled anew.",
        ["HR1005"] = "The SDK's own analysis of the edit fails by a fault in it.",
    }.ToImmutableDictionary();

    /// <summary>What a code means, as a sentence.</summary>
    public static string Of(string code) => s_words.GetValueOrDefault(code, "The message of the result says why.");
}
