namespace HotReload.Lsp.Protocol;

/// <summary>What <c>data.code</c> of a failed request says; docs/protocol.md describes each.</summary>
public static class ErrorCodes
{
    public const string NoProject = "HR2001";
    public const string SeveralProjects = "HR2002";
    public const string NoSdk = "HR2003";
    public const string UnknownProfile = "HR2004";
    public const string BuildFailed = "HR2005";
    public const string NotStarted = "HR2006";
    public const string NoSession = "HR2007";
    public const string NotLoaded = "HR2008";
    public const string AlreadyRunning = "HR2009";
    public const string NothingToRollBack = "HR2010";
    public const string NoSnapshot = "HR2011";
}
