namespace HotReload.Engine.Verification;

/// <summary>A fingerprint of what the compiler made of a member. Only comparable within one process.</summary>
/// <param name="Head">Of how it is declared.</param>
/// <param name="Content">Of its signature and instructions, all that they refer to by name.</param>
/// <param name="WithoutIntegers">The same without integer constants: the compiler passes a line's number as one.</param>
internal readonly record struct MemberDigest(int Head, int Content, int WithoutIntegers)
{
    /// <summary>Of something that has no code and does not know of lines.</summary>
    public static MemberDigest Of(int content) => new(content, content, content);

    /// <summary>Of the same thing at a place among several, which does count; nothing stays nothing.</summary>
    public MemberDigest At(int place) => this == default ? default
        : new(HashCode.Combine(place, Head), HashCode.Combine(place, Content), HashCode.Combine(place, WithoutIntegers));

    /// <summary>Of several things that go by one name, whatever their order.</summary>
    public static MemberDigest operator +(MemberDigest left, MemberDigest right) =>
        new(unchecked(left.Head + right.Head), unchecked(left.Content + right.Content), unchecked(left.WithoutIntegers + right.WithoutIntegers));
}
