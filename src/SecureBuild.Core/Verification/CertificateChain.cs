using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SecureBuild.Verification;

/// <summary>Leads a certificate to a root that the verifier gave (RFC 5280, 6), with nothing fetched and nothing of the machine's own trust.</summary>
/// <param name="Certificates">From the certificate to the root, as far as it got.</param>
/// <param name="Mistake">Code of the message about what is wrong; null where nothing is.</param>
/// <param name="Detail">What the platform says of it.</param>
sealed record CertificateChain(ImmutableArray<X509Certificate2> Certificates, string? Mistake, string Detail)
{
    /// <summary>Extended key usage for signing code (RFC 5280, 4.2.1.12).</summary>
    public const string CodeSigning = "1.3.6.1.5.5.7.3.3";

    /// <summary>Extended key usage for time stamps.</summary>
    public const string TimeStamping = "1.3.6.1.5.5.7.3.8";

    static readonly string[] s_weakSignatures = ["1.2.840.113549.1.1.2", "1.2.840.113549.1.1.4", "1.2.840.113549.1.1.5", "1.2.840.10040.4.3", "1.2.840.10045.4.1"];

    /// <param name="leaf">The certificate.</param>
    /// <param name="trusted">Roots, and certificates between; a certificate counts as a root where it is issued by itself.</param>
    /// <param name="travelling">Certificates that came along and are not trusted by themselves.</param>
    /// <param name="purpose">The extended key usage that the certificate must name.</param>
    /// <param name="moment">When all of them have to be valid.</param>
    public static CertificateChain Of(X509Certificate2 leaf, IEnumerable<X509Certificate2> trusted, IEnumerable<X509Certificate2> travelling, string purpose, DateTimeOffset moment)
    {
        try
        {
            return Built(leaf, trusted, travelling, purpose, moment);
        }
        // The platform reads dates and extensions only when they are asked for.
        catch (CryptographicException)
        {
            return new([], "SB9574", "unreadable");
        }
    }

    static CertificateChain Built(X509Certificate2 leaf, IEnumerable<X509Certificate2> trusted, IEnumerable<X509Certificate2> travelling, string purpose, DateTimeOffset moment)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.DisableCertificateDownloads = true;
#pragma warning disable SB2105 // Verification goes without a network: the revocation lists that the verifier gives are checked apart (CertificateRevocationList), and where none is given that is said.
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
#pragma warning restore SB2105
        chain.ChainPolicy.VerificationTime = moment.UtcDateTime;
        chain.ChainPolicy.ApplicationPolicy.Add(new Oid(purpose));
        foreach (var certificate in trusted)
            (IsRoot(certificate) ? chain.ChainPolicy.CustomTrustStore : chain.ChainPolicy.ExtraStore).Add(certificate);
        foreach (var certificate in travelling)
            chain.ChainPolicy.ExtraStore.Add(certificate);
        var built = chain.Build(leaf);
        ImmutableArray<X509Certificate2> elements = [.. chain.ChainElements.Select(element => element.Certificate)];
        return built ? new(elements, Usage(leaf, purpose) ?? Weakness(elements), "") : new(elements, Mistakes(chain), string.Join(", ", chain.ChainStatus.Select(status => status.Status).Distinct()));
    }

    static bool IsRoot(X509Certificate2 certificate) => certificate.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData);

    static string Mistakes(X509Chain chain)
    {
        var status = chain.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, (all, one) => all | one.Status);
        // An authority of the same name with another key is another authority.
        return (status & (X509ChainStatusFlags.UntrustedRoot | X509ChainStatusFlags.PartialChain | X509ChainStatusFlags.NotSignatureValid)) != 0 ? "SB9571"
            : status == X509ChainStatusFlags.NotTimeValid ? "SB9572"
            : status == X509ChainStatusFlags.NotValidForUsage ? "SB9573"
            : "SB9574";
    }

    // Without the extension the platform lets a certificate pass for any purpose.
    static string? Usage(X509Certificate2 leaf, string purpose) =>
        leaf.Extensions.OfType<X509EnhancedKeyUsageExtension>().Any(usage => usage.EnhancedKeyUsages.Cast<Oid>().Any(oid => oid.Value == purpose))
        && leaf.Extensions.OfType<X509KeyUsageExtension>().All(usage => (usage.KeyUsages & (X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation)) != 0)
            ? null : "SB9573";

    static string? Weakness(ImmutableArray<X509Certificate2> chain)
    {
        for (var i = 0; i < chain.Length; i++)
        {
            // A root's signature over itself proves nothing, so its kind does not matter; its key does.
            if (i < chain.Length - 1 && s_weakSignatures.Contains(chain[i].SignatureAlgorithm.Value))
                return "SB9575";
            using var key = chain[i].GetRSAPublicKey();
            if (key is { KeySize: < 2048 })
                return "SB9575";
        }
        return null;
    }
}
