namespace HotReload.Web.ScopedStyles;

/// <summary>Makes style sheets count for one component, view or page only.</summary>
public interface ICssScoper
{
    /// <summary>Adds a scope to every selector.</summary>
    /// <param name="file">The file's path, for errors.</param>
    /// <param name="text">The style sheet as its author writes it.</param>
    /// <param name="scope">The scope's name, as the build has given it.</param>
    ScopedText Scope(string file, string text, string scope);
}
