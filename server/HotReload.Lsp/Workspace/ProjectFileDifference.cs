namespace HotReload.Lsp.Workspace;

/// <summary>How far the text of a project file reaches that has changed.</summary>
internal enum ProjectFileDifference
{
    /// <summary>Nothing that MSBuild reads differs: white space, comments.</summary>
    Nothing,

    /// <summary>References to packages or projects were added, or versions of such, and nothing else.</summary>
    AddedReferences,

    /// <summary>Anything.</summary>
    Anything,
}
