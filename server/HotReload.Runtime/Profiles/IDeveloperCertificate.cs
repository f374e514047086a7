namespace HotReload.Runtime.Profiles;

/// <summary>The certificate with which ASP.NET Core serves https on a developer's machine.</summary>
public interface IDeveloperCertificate
{
    /// <summary>Whether one exists that is valid now.</summary>
    bool Exists();
}
