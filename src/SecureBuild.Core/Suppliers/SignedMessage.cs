using System.Collections.Immutable;
using System.Formats.Asn1;

namespace SecureBuild.Suppliers;

/// <summary>
/// A CMS SignedData (RFC 5652, section 5) as package signatures and their time stamps use it: read without any object of the platform's cryptography,
/// because a build reads hundreds of them. The shape follows System.Security.Cryptography.Pkcs.SignedCms.
/// </summary>
/// <param name="ContentType">Object identifier of the content.</param>
/// <param name="Content">The signed bytes.</param>
/// <param name="Certificates">The certificates that travel with it.</param>
/// <param name="Signer">The one signer.</param>
sealed record SignedMessage(string ContentType, ReadOnlyMemory<byte> Content, ImmutableArray<SignerCertificate> Certificates, MessageSigner Signer)
{
    const string SignedData = "1.2.840.113549.1.7.2";

    /// <summary>Reads one with exactly one signer.</summary>
    /// <exception cref="AsnContentException">It is none.</exception>
    public static SignedMessage Read(ReadOnlyMemory<byte> bytes)
    {
        // NuGet and its gallery write BER in places (indefinite lengths of time stamps).
        var info = new AsnReader(bytes, AsnEncodingRules.BER).ReadSequence();
        if (info.ReadObjectIdentifier() != SignedData)
            throw new AsnContentException();
        var data = info.ReadSequence(Context(0)).ReadSequence();
        data.ReadIntegerBytes();
        data.ReadSetOf();
        var encapsulated = data.ReadSequence();
        var type = encapsulated.ReadObjectIdentifier();
        ReadOnlyMemory<byte> content = encapsulated.HasData ? encapsulated.ReadSequence(Context(0)).ReadOctetString() : default;
        var certificates = ImmutableArray.CreateBuilder<SignerCertificate>();
        if (data.HasData && data.PeekTag().HasSameClassAndValue(Context(0)))
            for (var set = data.ReadSetOf(Context(0)); set.HasData;)
                if (SignerCertificate.TryRead(set.ReadEncodedValue()) is { } certificate)
                    certificates.Add(certificate);
        if (data.HasData && data.PeekTag().HasSameClassAndValue(Context(1)))
            data.ReadEncodedValue();
        var signers = data.ReadSetOf();
        var signer = MessageSigner.Read(signers.ReadSequence());
        if (signers.HasData)
            throw new AsnContentException();
        return new(type, content, certificates.ToImmutable(), signer);
    }

    /// <summary>A context-specific tag.</summary>
    internal static Asn1Tag Context(int value) => new(TagClass.ContextSpecific, value, isConstructed: true);
}
