using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using SecureBuild.Signing;

namespace SecureBuild.Core.Tests.Verification;

/// <summary>A certificate authority for tests: a root, an authority below it, and who signs under that.</summary>
sealed class CertificateAuthority : IDisposable
{
    public const string Signer = "build@portal.example";

    public static readonly DateTimeOffset Start = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);

    readonly X509Certificate2 _root;
    readonly X509Certificate2 _issuing;

    public CertificateAuthority()
    {
        using var rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        CertificateRequest root = new("CN=Test Root", rootKey, HashAlgorithmName.SHA384);
        Authority(root);
        _root = root.CreateSelfSigned(Start, Start.AddYears(20));
        using var issuingKey = RSA.Create(3072);
        CertificateRequest issuing = new("CN=Test Issuing CA, O=株式会社試験", issuingKey, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        Authority(issuing);
        using var bare = issuing.Create(_root.SubjectName, X509SignatureGenerator.CreateForECDsa(rootKey), Start, Start.AddYears(10), [1]);
        _issuing = bare.CopyWithPrivateKey(issuingKey);
    }

    /// <summary>Root and issuing authority, as a verifier gets them.</summary>
    public string Pem => _root.ExportCertificatePem() + "\n" + _issuing.ExportCertificatePem() + "\n";

    /// <summary>The root alone.</summary>
    public string RootPem => _root.ExportCertificatePem() + "\n";

    /// <summary>A certificate for signing code, with its key.</summary>
    public X509Certificate2 Leaf(byte serial, DateTimeOffset from, DateTimeOffset until, string purpose = "1.3.6.1.5.5.7.3.3", RSA? rsa = null)
    {
        using var ec = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = rsa is null ? new("CN=Portal Build", ec, HashAlgorithmName.SHA256) : new("CN=Portal Build", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        SubjectAlternativeNameBuilder names = new();
        names.AddEmailAddress(Signer);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(purpose)], critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        using var key = _issuing.GetRSAPrivateKey()!;
        using var bare = request.Create(_issuing.SubjectName, X509SignatureGenerator.CreateForRSA(key, RSASignaturePadding.Pkcs1), from, until, [serial]);
        return rsa is null ? bare.CopyWithPrivateKey(ec) : bare.CopyWithPrivateKey(rsa);
    }

    /// <summary>A revocation list of the issuing authority.</summary>
    public byte[] RevocationList(DateTimeOffset nextUpdate, params (byte Serial, DateTimeOffset When)[] entries)
    {
        CertificateRevocationListBuilder list = new();
        foreach (var (serial, when) in entries)
            list.AddEntry([serial], when, X509RevocationReason.KeyCompromise);
        return list.Build(_issuing, 1, nextUpdate, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1, Start);
    }

    public void Dispose()
    {
        _root.Dispose();
        _issuing.Dispose();
    }

    static void Authority(CertificateRequest request)
    {
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
    }
}

/// <summary>Signs with a certificate whatever its dates, as somebody else's tool would.</summary>
sealed class CertifiedSigner(X509Certificate2 certificate, byte[]? stamp = null) : ISigner
{
    public string KeyId { get; } = Digest.Sha256(certificate.PublicKey.ExportSubjectPublicKeyInfo());

    public ReadOnlyMemory<byte> Certificate => certificate.RawData;

    public Func<ReadOnlyMemory<byte>, byte[]>? Timestamp => stamp is null ? null : _ => stamp;

    public byte[] Sign(ReadOnlySpan<byte> data)
    {
        using var ec = certificate.GetECDsaPrivateKey();
        using var rsa = certificate.GetRSAPrivateKey();
        return ec is not null ? ec.SignData(data, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence) : rsa!.SignData(data.ToArray(), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }
}
