using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace HotReload.Runtime.Profiles;

/// <summary>Looks in the user's certificate store, where <c>dotnet dev-certs</c> puts it and Kestrel looks for it.</summary>
public sealed class DeveloperCertificate(TimeProvider time) : IDeveloperCertificate
{
    /// <summary>The extension that marks the certificate.</summary>
    public const string ExtensionOid = "1.3.6.1.4.1.311.84.1.1";

    /// <inheritdoc/>
    public bool Exists()
    {
        try
        {
            using var store = new X509Store(StoreName.My, StoreLocation.CurrentUser);
            store.Open(OpenFlags.ReadOnly | OpenFlags.OpenExistingOnly);
            using var certificates = new Disposables(store.Certificates);
            return certificates.Items.Any(IsUsable);
        }
        catch (CryptographicException)
        {
            // There is no such store: nothing was ever put into it.
            return false;
        }
    }

    bool IsUsable(X509Certificate2 certificate)
    {
        var now = time.GetLocalNow().DateTime;
        return certificate.HasPrivateKey
            && certificate.NotBefore <= now
            && now < certificate.NotAfter
            && certificate.Extensions.Any(extension => extension.Oid?.Value == ExtensionOid);
    }

    sealed class Disposables(X509Certificate2Collection items) : IDisposable
    {
        public X509Certificate2Collection Items { get; } = items;

        public void Dispose()
        {
            foreach (var item in Items)
            {
                item.Dispose();
            }
        }
    }
}
