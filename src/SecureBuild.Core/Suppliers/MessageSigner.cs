using System.Collections.Immutable;
using System.Formats.Asn1;
using System.Security.Cryptography;

namespace SecureBuild.Suppliers;

/// <summary>SignerInfo (RFC 5652, section 5.3): who signed what, with attributes.</summary>
sealed class MessageSigner
{
    /// <summary>Attribute that names the signer's certificate (RFC 5035).</summary>
    internal const string SigningCertificateV2 = "1.2.840.113549.1.9.16.2.47";

    const string MessageDigest = "1.2.840.113549.1.9.4";
    const string RsaEncryption = "1.2.840.113549.1.1.1", Sha256Rsa = "1.2.840.113549.1.1.11", Sha384Rsa = "1.2.840.113549.1.1.12", Sha512Rsa = "1.2.840.113549.1.1.13";

    ReadOnlyMemory<byte> _issuer, _serial, _keyIdentifier, _signedAttributes;
    string _digestAlgorithm = "", _signatureAlgorithm = "";
    Dictionary<string, ReadOnlyMemory<byte>> _signed = [];
    readonly List<MessageAttribute> _unsigned = [];

    /// <summary>The signature itself, which counter-signatures and time stamps sign in turn.</summary>
    public ReadOnlyMemory<byte> Signature { get; private set; }

    /// <summary>A signed attribute, or nothing.</summary>
    // The cast: a bare null would become an empty value, because an array converts to it.
    public ReadOnlyMemory<byte>? Signed(string type) => _signed.TryGetValue(type, out var value) ? value : (ReadOnlyMemory<byte>?)null;

    /// <summary>Values of an unsigned attribute.</summary>
    public IEnumerable<MessageAttribute> Unsigned(string type) => _unsigned.Where(attribute => attribute.Type == type);

    /// <summary>Reads one.</summary>
    /// <exception cref="AsnContentException">It is none that package signatures use (with signed attributes).</exception>
    public static MessageSigner Read(AsnReader info)
    {
        var signer = new MessageSigner();
        info.ReadIntegerBytes();
        if (info.PeekTag() is { TagClass: TagClass.ContextSpecific, TagValue: 0 } tag)
            signer._keyIdentifier = info.ReadOctetString(tag);
        else if (info.ReadSequence() is var name)
            (signer._issuer, signer._serial) = (name.ReadEncodedValue(), name.ReadIntegerBytes());
        signer._digestAlgorithm = info.ReadSequence().ReadObjectIdentifier();
        signer._signedAttributes = info.PeekEncodedValue();
        foreach (var attribute in Attributes(info.ReadSetOf(SignedMessage.Context(0))))
            if (!signer._signed.TryAdd(attribute.Type, attribute.Value))
                throw new AsnContentException();
        signer._signatureAlgorithm = info.ReadSequence().ReadObjectIdentifier();
        signer.Signature = info.ReadOctetString();
        if (info.HasData)
            signer._unsigned.AddRange(Attributes(info.ReadSetOf(SignedMessage.Context(1))));
        return signer;
    }

    /// <summary>The certificate of this signer among those given, or null.</summary>
    public SignerCertificate? Certificate(ImmutableArray<SignerCertificate> certificates)
    {
        foreach (var certificate in certificates)
            if (_keyIdentifier.IsEmpty
                    ? certificate.Serial.Span.SequenceEqual(_serial.Span) && certificate.Issuer.Span.SequenceEqual(_issuer.Span)
                    : certificate.KeyIdentifier.Span.SequenceEqual(_keyIdentifier.Span))
                return certificate;
        return null;
    }

    /// <summary>Whether the signature fits: the digest in it is the content's, the certificate is the one that it names, and the mathematics are right. Nothing is said of the certificate's worth.</summary>
    /// <returns>Null, or what is wrong.</returns>
    public string? Mistake(ReadOnlySpan<byte> content, SignerCertificate? certificate)
    {
        if (certificate is null)
            return "no-certificate";
        if (Algorithm(_digestAlgorithm) is not { } algorithm || !IsRsa())
            return "unknown-algorithm";
        if (Signed(MessageDigest) is not { } digest || !CryptographicOperations.FixedTimeEquals(new AsnReader(digest, AsnEncodingRules.DER).ReadOctetString(), CryptographicOperations.HashData(algorithm, content)))
            return "content-digest";
        if (Signed(SigningCertificateV2) is { } named && !Names(named, certificate))
            return "other-certificate";
        // The attributes are signed as a SET, whatever tag they travel under (RFC 5652, section 5.4).
        var attributes = _signedAttributes.ToArray();
        attributes[0] = 0x31;
        return certificate.Verifies(attributes, Signature.Span, algorithm) ? null : "signature";
    }

    bool IsRsa() => _signatureAlgorithm is RsaEncryption or Sha256Rsa or Sha384Rsa or Sha512Rsa;

    /// <summary>A digest algorithm by its object identifier; weaker ones than SHA-256 are none.</summary>
    internal static HashAlgorithmName? Algorithm(string type) => type switch
    {
        "2.16.840.1.101.3.4.2.1" => HashAlgorithmName.SHA256,
        "2.16.840.1.101.3.4.2.2" => HashAlgorithmName.SHA384,
        "2.16.840.1.101.3.4.2.3" => HashAlgorithmName.SHA512,
        _ => null,
    };

    // ESSCertIDv2 (RFC 5035): an algorithm where it is not SHA-256, then the certificate's digest.
    static bool Names(ReadOnlyMemory<byte> attribute, SignerCertificate certificate)
    {
        var id = new AsnReader(attribute, AsnEncodingRules.BER).ReadSequence().ReadSequence().ReadSequence();
        var algorithm = id.PeekTag() == Asn1Tag.Sequence ? Algorithm(id.ReadSequence().ReadObjectIdentifier()) : HashAlgorithmName.SHA256;
        return algorithm is { } name && id.ReadOctetString().AsSpan().SequenceEqual(CryptographicOperations.HashData(name, certificate.Bytes.Span));
    }

    static IEnumerable<MessageAttribute> Attributes(AsnReader set)
    {
        while (set.HasData)
        {
            var attribute = set.ReadSequence();
            var type = attribute.ReadObjectIdentifier();
            var values = attribute.ReadSetOf();
            while (values.HasData)
                yield return new(type, values.ReadEncodedValue());
        }
    }
}

/// <summary>One value of an attribute.</summary>
/// <param name="Type">Object identifier.</param>
/// <param name="Value">The value, encoded.</param>
sealed record MessageAttribute(string Type, ReadOnlyMemory<byte> Value);
