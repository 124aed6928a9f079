using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Text;

namespace SecureBuild.Suppliers;

/// <summary>
/// What the signature of a NuGet package says and how much of it was verified, offline: that the key in the certificate made the signature over the
/// digest of the package. Whether the certificate deserves trust is not said, except that a repository's certificate is one that the public gallery is known to use.
/// </summary>
/// <param name="State"><c>author</c>, <c>repository</c> (who signed first), <c>unsigned</c>, or <c>broken:…</c> with what is wrong.</param>
sealed record PackageSignature(string State)
{
    const string PublicGallery = "public-gallery";
    const int Largest = 1 << 20;
    const string CommitmentType = "1.2.840.113549.1.9.16.2.16", ProofOfOrigin = "1.2.840.113549.1.9.16.6.1", ProofOfReceipt = "1.2.840.113549.1.9.16.6.2";
    const string CounterSignature = "1.2.840.113549.1.9.6", TimeStamp = "1.2.840.113549.1.9.16.2.14", Owners = "1.3.6.1.4.1.311.84.2.1.1.2", ServiceIndex = "1.3.6.1.4.1.311.84.2.1.1.1";

    const int MostKept = 20_000;

    // By the digest of the file: what a signature says is a function of its bytes, so a result cannot become wrong while a build node lives on.
    static readonly ConcurrentDictionary<string, PackageSignature> s_verified = new(StringComparer.Ordinal);

    static readonly Lazy<ImmutableHashSet<string>> s_gallery = new(static () => [.. EmbeddedFile.Lines("Suppliers/gallery-certificates.txt")]);

    /// <summary>Certificate of the first signer, or null.</summary>
    public SignerCertificate? Signer { get; private init; }

    /// <summary>Signed digest of the package without its signature, lower-case hexadecimal, or null.</summary>
    public string? ContentDigest { get; private init; }

    /// <summary>Algorithm of <see cref="ContentDigest"/>.</summary>
    public HashAlgorithmName ContentAlgorithm { get; private init; }

    /// <summary>Who signed as a repository: <c>public-gallery</c> where its certificate is one of the public gallery's, <c>other</c>, <c>broken:…</c>; null where none did.</summary>
    public string? Repository { get; private init; }

    /// <summary>Address of that repository's service index, by its signed word; null where it is not the public gallery, whose name alone everybody may know.</summary>
    public string? PublicIndex { get; private init; }

    /// <summary>Accounts that own the package there, by the repository's signed word.</summary>
    public ImmutableArray<string> RepositoryOwners { get; private init; } = [];

    /// <summary>When a time-stamping authority saw the first signature, RFC 3339 UTC; null where there is no valid stamp.</summary>
    public string? SignedBefore { get; private init; }

    /// <summary>A signature whose mathematics are right.</summary>
    public bool IsValid => State is "author" or "repository";

    /// <summary>Reads and verifies a <c>.signature.p7s</c>. Never throws for what is in it.</summary>
    public static PackageSignature Read(string path)
    {
        try
        {
            if (!File.Exists(path))
                return new("unsigned");
            using var stream = OrdinaryFile.Open(path);
            if (stream.Length is 0 or > Largest)
                return new("broken:size");
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            var digest = Digest.Sha256(bytes);
            if (s_verified.TryGetValue(digest, out var known))
                return known;
            if (s_verified.Count >= MostKept)
                s_verified.Clear();
            return s_verified[digest] = Of(bytes);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new("broken:not-readable");
        }
    }

    /// <summary>Verifies a signature. Never throws for what is in it.</summary>
    public static PackageSignature Of(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return Verified(SignedMessage.Read(bytes));
        }
        catch (Exception e) when (e is AsnContentException or CryptographicException or ArgumentException or FormatException or OverflowException or InvalidOperationException)
        {
            return new("broken:structure");
        }
    }

    static PackageSignature Verified(SignedMessage message)
    {
        var signer = message.Signer;
        var certificate = signer.Certificate(message.Certificates);
        if (signer.Mistake(message.Content.Span, certificate) is { } mistake)
            return new("broken:" + mistake);
        if (Kind(signer) is not { } kind)
            return new("broken:purpose");
        if (Content(message.Content.Span) is not var (algorithm, digest))
            return new("broken:content");
        var (repository, owners, index) = kind == "repository" ? (Place(certificate!), OwnersOf(signer), IndexOf(signer)) : CounterSigned(message);
        return new(kind)
        {
            // Alone, so that not the whole message is kept with it.
            Signer = SignerCertificate.TryRead(certificate!.Bytes.ToArray()),
            ContentAlgorithm = algorithm,
            ContentDigest = digest,
            Repository = repository,
            RepositoryOwners = owners,
            PublicIndex = repository == PublicGallery ? index : null,
            SignedBefore = Stamped(signer),
        };
    }

    static (string?, ImmutableArray<string>, string?) CounterSigned(SignedMessage message)
    {
        foreach (var attribute in message.Signer.Unsigned(CounterSignature))
        {
            var counter = MessageSigner.Read(new AsnReader(attribute.Value, AsnEncodingRules.BER).ReadSequence());
            var certificate = counter.Certificate(message.Certificates);
            if (counter.Mistake(message.Signer.Signature.Span, certificate) is { } mistake)
                return ("broken:" + mistake, [], null);
            if (Kind(counter) == "repository")
                return (Place(certificate!), OwnersOf(counter), IndexOf(counter));
        }
        return (null, [], null);
    }

    // A stamp that does not fit is none: it proves no time.
    static string? Stamped(MessageSigner signer)
    {
        foreach (var attribute in signer.Unsigned(TimeStamp))
            if (Stamp(attribute.Value, signer) is { } time)
                return time;
        return null;
    }

    static string? Stamp(ReadOnlyMemory<byte> value, MessageSigner signer)
    {
        try
        {
            var stamp = SignedMessage.Read(value);
            if (stamp.Signer.Mistake(stamp.Content.Span, stamp.Signer.Certificate(stamp.Certificates)) is not null)
                return null;
            var token = new AsnReader(stamp.Content, AsnEncodingRules.BER).ReadSequence();
            token.ReadIntegerBytes();
            token.ReadObjectIdentifier();
            var imprint = token.ReadSequence();
            var algorithm = MessageSigner.Algorithm(imprint.ReadSequence().ReadObjectIdentifier());
            token.ReadIntegerBytes();
            if (algorithm is { } name && imprint.ReadOctetString().AsSpan().SequenceEqual(CryptographicOperations.HashData(name, signer.Signature.Span)))
                return token.ReadGeneralizedTime().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (e is AsnContentException or CryptographicException or ArgumentException)
        {
        }
        return null;
    }

    static string Place(SignerCertificate certificate) => s_gallery.Value.Contains(certificate.Fingerprint) ? PublicGallery : "other";

    // A package's signature has to name its certificate; only time stamps may do so in the older way.
    static string? Kind(MessageSigner signer) =>
        signer.Signed(MessageSigner.SigningCertificateV2) is null || signer.Signed(CommitmentType) is not { } value ? null : new AsnReader(value, AsnEncodingRules.BER).ReadSequence().ReadObjectIdentifier() switch
        {
            ProofOfOrigin => "author",
            ProofOfReceipt => "repository",
            _ => null,
        };

    static string? IndexOf(MessageSigner signer) =>
        signer.Signed(ServiceIndex) is { } value ? new AsnReader(value, AsnEncodingRules.BER).ReadCharacterString(UniversalTagNumber.IA5String) : null;

    static ImmutableArray<string> OwnersOf(MessageSigner signer)
    {
        if (signer.Signed(Owners) is not { } value)
            return [];
        var names = ImmutableArray.CreateBuilder<string>();
        for (var list = new AsnReader(value, AsnEncodingRules.BER).ReadSequence(); list.HasData && names.Count < 100;)
            names.Add(list.ReadCharacterString(UniversalTagNumber.UTF8String));
        return names.ToImmutable();
    }

    // "Version:1", an empty line, "2.16.840.1.101.3.4.2.1-Hash:<Base64>".
    static (HashAlgorithmName, string)? Content(ReadOnlySpan<byte> content)
    {
        if (content.Length > 4096)
            return null;
        foreach (var line in Encoding.UTF8.GetString(content).AsSpan().EnumerateLines())
            if (line.IndexOf("-Hash:", StringComparison.Ordinal) is > 0 and var at && MessageSigner.Algorithm(line[..at].ToString()) is { } algorithm)
                return (algorithm, Convert.ToHexStringLower(Convert.FromBase64String(line[(at + 6)..].Trim().ToString())));
        return null;
    }
}
