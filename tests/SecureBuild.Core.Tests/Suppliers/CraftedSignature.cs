using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace SecureBuild.Core.Tests.Suppliers;

/// <summary>A package signature (CMS SignedData, RFC 5652) made here with a key of our own, so that a single thing can be wrong in it while its mathematics are right.</summary>
sealed record CraftedSignature
{
    const string Origin = "1.2.840.113549.1.9.16.6.1", Receipt = "1.2.840.113549.1.9.16.6.2", Sha256 = "2.16.840.1.101.3.4.2.1";

    static readonly (RSA Key, X509Certificate2 Certificate) s_author = Certificate("CN=Crafted, O=Crafted Ltd, C=JP"), s_repository = Certificate("CN=Shelf, O=Shelf Inc, C=US");

    /// <summary>Digest of the package in Base64.</summary>
    public string Hash { get; init; } = Convert.ToBase64String(new byte[32]);

    /// <summary>The whole signed text, instead of the one with <see cref="Hash"/>.</summary>
    public string? Content { get; init; }

    /// <summary>Whether the signed attributes name the certificate (signing-certificate-v2, RFC 5035).</summary>
    public bool NamesCertificate { get; init; } = true;

    /// <summary>Names the other certificate instead.</summary>
    public bool NamesOther { get; init; }

    /// <summary>Whether the attributes hold the digest of the content, or that of another.</summary>
    public bool DigestFits { get; init; } = true;

    /// <summary>Whether the purpose (author or repository) is said.</summary>
    public bool SaysPurpose { get; init; } = true;

    /// <summary>The counter-signature: none, or one that fits or does not.</summary>
    public CounterKind Counter { get; init; }

    /// <summary>The bytes of <c>.signature.p7s</c>.</summary>
    public byte[] Bytes()
    {
        var content = Encoding.UTF8.GetBytes(Content ?? $"Version:1\n\n{Sha256}-Hash:{Hash}\n\n");
        var attributes = Attributes(DigestFits ? content : [1], SaysPurpose ? Origin : null, NamesCertificate ? (NamesOther ? s_repository : s_author).Certificate : null);
        var signature = s_author.Key.SignData(attributes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier("1.2.840.113549.1.7.2");
            using (writer.PushSequence(Tag(0)))
            using (writer.PushSequence())
            {
                writer.WriteInteger(1);
                using (writer.PushSetOf())
                    Algorithm(writer, Sha256);
                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier("1.2.840.113549.1.7.1");
                    using (writer.PushSequence(Tag(0)))
                        writer.WriteOctetString(content);
                }
                using (writer.PushSetOf(Tag(0)))
                {
                    writer.WriteEncodedValue(s_author.Certificate.RawData);
                    writer.WriteEncodedValue(s_repository.Certificate.RawData);
                }
                using (writer.PushSetOf())
                    Signer(writer, s_author.Certificate, attributes, signature, Counter == CounterKind.None ? null : Countersigned(signature));
            }
        }
        return writer.Encode();
    }

    byte[] Countersigned(byte[] signature)
    {
        var attributes = Attributes(Counter == CounterKind.OfAnotherSignature ? [2] : signature, Receipt, Counter == CounterKind.WithoutCertificateName ? null : s_repository.Certificate);
        var counter = (Counter == CounterKind.ByAnotherKey ? s_author : s_repository).Key.SignData(attributes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var writer = new AsnWriter(AsnEncodingRules.DER);
        Signer(writer, s_repository.Certificate, attributes, counter, null);
        return writer.Encode();
    }

    static void Signer(AsnWriter writer, X509Certificate2 certificate, byte[] attributes, byte[] signature, byte[]? counter)
    {
        using (writer.PushSequence())
        {
            writer.WriteInteger(1);
            using (writer.PushSequence())
            {
                writer.WriteEncodedValue(certificate.IssuerName.RawData);
                writer.WriteInteger(certificate.SerialNumberBytes.Span);
            }
            Algorithm(writer, Sha256);
            attributes = [.. attributes];
            attributes[0] = 0xA0;
            writer.WriteEncodedValue(attributes);
            Algorithm(writer, "1.2.840.113549.1.1.1");
            writer.WriteOctetString(signature);
            if (counter is null)
                return;
            using (writer.PushSetOf(Tag(1)))
                Attribute(writer, "1.2.840.113549.1.9.6", value => value.WriteEncodedValue(counter));
        }
    }

    static byte[] Attributes(byte[] content, string? purpose, X509Certificate2? named)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSetOf())
        {
            Attribute(writer, "1.2.840.113549.1.9.3", value => value.WriteObjectIdentifier("1.2.840.113549.1.7.1"));
            Attribute(writer, "1.2.840.113549.1.9.4", value => value.WriteOctetString(SHA256.HashData(content)));
            if (purpose is not null)
                Attribute(writer, "1.2.840.113549.1.9.16.2.16", value =>
                {
                    using (value.PushSequence())
                        value.WriteObjectIdentifier(purpose);
                });
            if (named is not null)
                Attribute(writer, "1.2.840.113549.1.9.16.2.47", value =>
                {
                    using (value.PushSequence())
                    using (value.PushSequence())
                    using (value.PushSequence())
                        value.WriteOctetString(SHA256.HashData(named.RawData));
                });
        }
        return writer.Encode();
    }

    static void Attribute(AsnWriter writer, string type, Action<AsnWriter> value)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(type);
            using (writer.PushSetOf())
                value(writer);
        }
    }

    static void Algorithm(AsnWriter writer, string type)
    {
        using (writer.PushSequence())
            writer.WriteObjectIdentifier(type);
    }

    static (RSA, X509Certificate2) Certificate(string subject)
    {
        var key = RSA.Create(2048);
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return (key, request.CreateSelfSigned(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero)));
    }

    static Asn1Tag Tag(int value) => new(TagClass.ContextSpecific, value, isConstructed: true);
}

/// <summary>What is counter-signed, and how.</summary>
enum CounterKind
{
    /// <summary>Nobody counter-signed.</summary>
    None,
    /// <summary>A repository did.</summary>
    Right,
    /// <summary>With the digest of another signature.</summary>
    OfAnotherSignature,
    /// <summary>With a key that is not the certificate's.</summary>
    ByAnotherKey,
    /// <summary>Without saying which certificate.</summary>
    WithoutCertificateName,
}
