using System.Collections.Frozen;
using System.Formats.Asn1;
using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace SecureBuild.Verification;

/// <summary>An X.509 certificate revocation list, version 2 (RFC 5280, 5). The framework builds such lists and checks them only where it fetches them itself.</summary>
sealed class CertificateRevocationList
{
    const string ReasonCode = "2.5.29.21";

    readonly ReadOnlyMemory<byte> _body;
    readonly byte[] _issuer, _signature;
    readonly string _algorithm;
    readonly FrozenDictionary<BigInteger, (DateTimeOffset When, int Reason)> _entries;

    /// <summary>Where it came from.</summary>
    public string Origin { get; }

    /// <summary>When there is to be a newer one; null where it does not say.</summary>
    public DateTimeOffset? NextUpdate { get; }

    CertificateRevocationList(ReadOnlyMemory<byte> bytes, string origin)
    {
        Origin = origin;
        AsnReader file = new(bytes, AsnEncodingRules.DER);
        var list = file.ReadSequence();
        file.ThrowIfNotEmpty();
        _body = list.PeekEncodedValue();
        var body = list.ReadSequence();
        var algorithm = list.PeekEncodedValue();
        _algorithm = list.ReadSequence().ReadObjectIdentifier();
        _signature = list.ReadBitString(out var unused);
        list.ThrowIfNotEmpty();
        if (body.PeekTag() == Asn1Tag.Integer)
            body.ReadInteger();
        // The algorithm stands twice, and only one of the two is signed (RFC 5280, 5.1.1.2).
        if (unused != 0 || !body.ReadEncodedValue().Span.SequenceEqual(algorithm.Span))
            throw new AsnContentException();
        _issuer = body.ReadEncodedValue().ToArray();
        Time(body);
        if (body.HasData && body.PeekTag() is { TagClass: TagClass.Universal } tag && tag != Asn1Tag.Sequence)
            NextUpdate = Time(body);
        _entries = body.HasData && body.PeekTag() == Asn1Tag.Sequence ? Entries(body.ReadSequence()) : FrozenDictionary<BigInteger, (DateTimeOffset, int)>.Empty;
        // A part of a list, or one for other issuers' certificates, would look whole to us.
        if (body.HasData && HasCritical(body.ReadSequence(new(TagClass.ContextSpecific, 0)).ReadSequence()))
            throw new AsnContentException();
    }

    /// <summary>Reads PEM <c>X509 CRL</c> or DER.</summary>
    /// <exception cref="ProblemException">SB9579: it is none, or of a kind (delta, indirect, partitioned) that is not used here.</exception>
    public static CertificateRevocationList Read(byte[] bytes, string origin)
    {
        try
        {
            if (bytes.AsSpan().IndexOf("-----BEGIN X509 CRL"u8) < 0)
                return new(bytes, origin);
            var text = Encoding.UTF8.GetString(bytes);
            return new(Convert.FromBase64String(text[PemEncoding.Find(text).Base64Data]), origin);
        }
        catch (Exception exception) when (exception is AsnContentException or CryptographicException or FormatException or ArgumentException)
        {
            throw new ProblemException(Messages.Error("SB9579", arguments: Path.GetFileName(origin)), exception);
        }
    }

    /// <summary>Whether it is by this authority: its name, its key, and its right to sign such lists.</summary>
    public bool IsBy(X509Certificate2 issuer) =>
        issuer.SubjectName.RawData.AsSpan().SequenceEqual(_issuer)
        && issuer.Extensions.OfType<X509KeyUsageExtension>().All(usage => usage.KeyUsages.HasFlag(X509KeyUsageFlags.CrlSign))
        && IsSignedBy(issuer);

    /// <summary>When and why the certificate was revoked; null where it is not on the list.</summary>
    public (DateTimeOffset When, int Reason)? Entry(X509Certificate2 certificate) =>
        _entries.TryGetValue(new BigInteger(certificate.SerialNumberBytes.Span, isBigEndian: true), out var entry) ? entry : null;

    bool IsSignedBy(X509Certificate2 issuer)
    {
        try
        {
            using var rsa = issuer.GetRSAPublicKey();
            if (rsa is not null)
                return RsaHash(_algorithm) is { } hash && rsa.VerifyData(_body.Span, _signature, hash, RSASignaturePadding.Pkcs1);
            using var ec = issuer.GetECDsaPublicKey();
            return ec is not null && EcHash(_algorithm) is { } digest && ec.VerifyData(_body.Span, _signature, digest, DSASignatureFormat.Rfc3279DerSequence);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    static HashAlgorithmName? RsaHash(string oid) => oid switch
    {
        "1.2.840.113549.1.1.11" => HashAlgorithmName.SHA256,
        "1.2.840.113549.1.1.12" => HashAlgorithmName.SHA384,
        "1.2.840.113549.1.1.13" => HashAlgorithmName.SHA512,
        _ => null,
    };

    static HashAlgorithmName? EcHash(string oid) => oid switch
    {
        "1.2.840.10045.4.3.2" => HashAlgorithmName.SHA256,
        "1.2.840.10045.4.3.3" => HashAlgorithmName.SHA384,
        "1.2.840.10045.4.3.4" => HashAlgorithmName.SHA512,
        _ => null,
    };

    static FrozenDictionary<BigInteger, (DateTimeOffset, int)> Entries(AsnReader list)
    {
        var entries = new Dictionary<BigInteger, (DateTimeOffset, int)>();
        while (list.HasData)
        {
            var entry = list.ReadSequence();
            var serial = entry.ReadInteger();
            var when = Time(entry);
            entries[serial] = (when, entry.HasData ? Reason(entry.ReadSequence()) : 0);
        }
        return entries.ToFrozenDictionary();
    }

    static int Reason(AsnReader extensions)
    {
        var reason = 0;
        while (extensions.HasData)
        {
            var (oid, critical, value) = Extension(extensions.ReadSequence());
            if (oid == ReasonCode)
                reason = new AsnReader(value, AsnEncodingRules.DER).ReadEnumeratedBytes().Span[0];
            else if (critical)
                throw new AsnContentException();
        }
        return reason;
    }

    static bool HasCritical(AsnReader extensions)
    {
        while (extensions.HasData)
            if (Extension(extensions.ReadSequence()).Critical)
                return true;
        return false;
    }

    static (string Oid, bool Critical, byte[] Value) Extension(AsnReader extension)
    {
        var oid = extension.ReadObjectIdentifier();
        var critical = extension.PeekTag() == Asn1Tag.Boolean && extension.ReadBoolean();
        return (oid, critical, extension.ReadOctetString());
    }

    static DateTimeOffset Time(AsnReader reader) => reader.PeekTag() == Asn1Tag.UtcTime ? reader.ReadUtcTime() : reader.ReadGeneralizedTime();
}
