using System.Collections.Concurrent;
using System.Formats.Asn1;
using System.Security.Cryptography;

namespace SecureBuild.Suppliers;

/// <summary>What an X.509 certificate says (RFC 5280): its own statement, which nobody here compared with a list of trusted authorities.</summary>
sealed class SignerCertificate
{
    const string CommonNameType = "2.5.4.3", CountryType = "2.5.4.6", OrganizationType = "2.5.4.10", KeyIdentifierType = "2.5.29.14";

    ReadOnlyMemory<byte> _publicKey;

    /// <summary>The certificate.</summary>
    public ReadOnlyMemory<byte> Bytes { get; private init; }

    /// <summary>Issuer's name as it stands there.</summary>
    public ReadOnlyMemory<byte> Issuer { get; private set; }

    /// <summary>Serial number.</summary>
    public ReadOnlyMemory<byte> Serial { get; private set; }

    /// <summary>Subject key identifier, or empty.</summary>
    public ReadOnlyMemory<byte> KeyIdentifier { get; private set; }

    /// <summary><c>O</c> of the subject, or null.</summary>
    public string? Organization { get; private set; }

    /// <summary><c>C</c> of the subject, or null.</summary>
    public string? Country { get; private set; }

    /// <summary><c>CN</c> of the subject, or null.</summary>
    public string? CommonName { get; private set; }

    /// <summary>These three as one text: <c>CN=…, O=…, C=…</c>.</summary>
    public string Subject => string.Join(", ", new[] { CommonName is null ? null : "CN=" + CommonName, Organization is null ? null : "O=" + Organization, Country is null ? null : "C=" + Country }.OfType<string>());

    /// <summary>SHA-256 of the certificate, lower-case hexadecimal.</summary>
    public string Fingerprint => Digest.Sha256(Bytes.Span);

    /// <summary>Reads one; null where it is none.</summary>
    public static SignerCertificate? TryRead(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            var certificate = new SignerCertificate { Bytes = bytes };
            var body = new AsnReader(bytes, AsnEncodingRules.DER).ReadSequence().ReadSequence();
            if (body.PeekTag().HasSameClassAndValue(SignedMessage.Context(0)))
                body.ReadEncodedValue();
            certificate.Serial = body.ReadIntegerBytes();
            body.ReadSequence();
            certificate.Issuer = body.ReadEncodedValue();
            body.ReadSequence();
            certificate.ReadSubject(body.ReadSequence());
            certificate._publicKey = body.ReadEncodedValue();
            certificate.ReadExtensions(body);
            return certificate;
        }
        catch (Exception e) when (e is AsnContentException or ArgumentException)
        {
            return null;
        }
    }

    // A few authorities and publishers sign nearly all packages, and to read a key takes longer than to use it.
    const int MostKeys = 200;
    static readonly ConcurrentDictionary<string, RSA> s_keys = new(StringComparer.Ordinal);

    /// <summary>Whether the key in the certificate made this signature (RSA, PKCS #1 v1.5).</summary>
    public bool Verifies(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature, HashAlgorithmName algorithm)
    {
        try
        {
            if (s_keys.Count >= MostKeys)
                s_keys.Clear();
            var key = s_keys.GetOrAdd(Digest.Sha256(_publicKey.Span), static (_, bytes) => Key(bytes), _publicKey);
            lock (key)
                return key.KeySize is >= 2048 and <= 16384 && key.VerifyData(data, signature, algorithm, RSASignaturePadding.Pkcs1);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    static RSA Key(ReadOnlyMemory<byte> bytes)
    {
        var key = RSA.Create();
        try
        {
            key.ImportSubjectPublicKeyInfo(bytes.Span, out _);
            return key;
        }
        catch
        {
            key.Dispose();
            throw;
        }
    }

    void ReadSubject(AsnReader names)
    {
        while (names.HasData)
            for (var set = names.ReadSetOf(); set.HasData;)
            {
                var part = set.ReadSequence();
                var type = part.ReadObjectIdentifier();
                if (type is not (CommonNameType or CountryType or OrganizationType))
                    continue;
                var value = Text(part);
                if (type == CommonNameType)
                    CommonName ??= value;
                else if (type == CountryType)
                    Country ??= value;
                else
                    Organization ??= value;
            }
    }

    void ReadExtensions(AsnReader body)
    {
        while (body.HasData)
        {
            if (!body.PeekTag().HasSameClassAndValue(SignedMessage.Context(3)))
            {
                body.ReadEncodedValue();
                continue;
            }
            for (var list = body.ReadSequence(SignedMessage.Context(3)).ReadSequence(); list.HasData;)
            {
                var extension = list.ReadSequence();
                if (extension.ReadObjectIdentifier() == KeyIdentifierType)
                    KeyIdentifier = new AsnReader(extension.ReadOctetString(), AsnEncodingRules.DER).ReadOctetString();
            }
        }
    }

    static string? Text(AsnReader part)
    {
        var tag = part.PeekTag();
        return tag.TagClass == TagClass.Universal && (UniversalTagNumber)tag.TagValue is var kind
            && kind is UniversalTagNumber.UTF8String or UniversalTagNumber.PrintableString or UniversalTagNumber.IA5String or UniversalTagNumber.BMPString or UniversalTagNumber.T61String
            && part.ReadCharacterString(kind).Trim() is { Length: > 0 and <= 256 } text ? text : null;
    }
}
