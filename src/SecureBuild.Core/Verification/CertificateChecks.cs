using System.Formats.Asn1;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SecureBuild.Verification;

/// <summary>That a signer's certificate leads to a given root, was good when it signed, was not revoked, and is of somebody who may sign.</summary>
sealed class CertificateChecks(TrustStore trust, CheckLog log)
{
    /// <summary>The certificate, or null, with a failed check, where the bytes are none.</summary>
    public X509Certificate2? Read(string file, byte[] der)
    {
        try
        {
            return X509CertificateLoader.LoadCertificate(der);
        }
        catch (CryptographicException)
        {
            log.Tampered("certificate", file, "SB9570");
            return null;
        }
    }

    /// <summary>Under which of the given roots it may sign at that moment; null, with a failed check, where under none.</summary>
    /// <param name="file">The bundle.</param>
    /// <param name="certificate">The signer's.</param>
    /// <param name="moment">When it signed, as far as is proven; otherwise now.</param>
    /// <param name="proven">Whether that is proven.</param>
    public TrustedRoot? Check(string file, X509Certificate2 certificate, DateTimeOffset moment, bool proven)
    {
        CertificateChain? best = null;
        foreach (var root in trust.Roots)
        {
            var chain = CertificateChain.Of(certificate, root.Certificates, [], CertificateChain.CodeSigning, moment);
            if (chain.Mistake is null)
                return Signer(file, certificate, root) && Revoked(file, chain, moment, proven) is false ? root : null;
            if (best is null || best.Mistake == "SB9571")
                best = chain;
        }
        log.Unsatisfied("certificate", file, best?.Mistake ?? "SB9571", certificate.Subject, Text(moment), best?.Detail ?? "");
        return null;
    }

    bool Signer(string file, X509Certificate2 certificate, TrustedRoot root)
    {
        var names = Names(certificate);
        if (root.Signers.IsEmpty)
            log.Unsatisfied("signer", file, "SB9577", string.Join(", ", names));
        else if (!names.Any(name => root.Signers.Contains(name, StringComparer.Ordinal)))
            log.Unsatisfied("signer", file, "SB9576", string.Join(", ", names));
        else
            return true;
        return false;
    }

    bool Revoked(string file, CertificateChain chain, DateTimeOffset moment, bool proven)
    {
        for (var i = 0; i < chain.Certificates.Length - 1; i++)
        {
            var (certificate, issuer) = (chain.Certificates[i], chain.Certificates[i + 1]);
            if (trust.CertificateRevocationLists.Where(list => list.IsBy(issuer)).MaxBy(list => list.NextUpdate ?? DateTimeOffset.MaxValue) is not { } newest)
                log.Skip("revocation", file, "revocation_no_list", certificate.Subject);
            else if (newest.Entry(certificate) is { } entry && (!proven || entry.When <= moment))
            {
                log.Unsatisfied("revocation", file, "SB9580", certificate.Subject, Text(entry.When), Path.GetFileName(newest.Origin));
                return true;
            }
            else if (newest.NextUpdate < moment)
                log.Skip("revocation", file, "revocation_old_list", certificate.Subject, Text(newest.NextUpdate.Value));
            else
                log.Pass("revocation", file, certificate.Subject);
        }
        return false;
    }

    /// <summary>Subject alternative names (e-mail, DNS, URI; RFC 5280, 4.2.1.6), then the subject.</summary>
    static List<string> Names(X509Certificate2 certificate)
    {
        var names = new List<string>();
        try
        {
            foreach (var extension in certificate.Extensions.Where(extension => extension.Oid?.Value == "2.5.29.17"))
                for (var list = new AsnReader(extension.RawData, AsnEncodingRules.DER).ReadSequence(); list.HasData;)
                {
                    var tag = list.PeekTag();
                    if (tag is { TagClass: TagClass.ContextSpecific, TagValue: 1 or 2 or 6 })
                        names.Add(list.ReadCharacterString(UniversalTagNumber.IA5String, tag));
                    else
                        list.ReadEncodedValue();
                }
        }
        // An extension that cannot be read names nobody.
        catch (AsnContentException)
        {
        }
        names.Add(certificate.Subject);
        return names;
    }

    static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
