using System.Collections.Immutable;
using System.Formats.Asn1;
using System.Text.Json.Nodes;
using SecureBuild.Verification;

namespace SecureBuild.Signing;

/// <summary>
/// Time stamps that come after the signature: where the machine that signs reaches no authority, the requests go to one that does, and its answers come back as files.
/// The statements stay as they are; a stamp is about the signature.
/// </summary>
public static class StampedBundles
{
    // As many as a verifier reads.
    const int MostStamps = 8;

    /// <summary>The signatures below a path.</summary>
    /// <param name="path">As for <see cref="VerificationRequest.Path"/>.</param>
    /// <exception cref="ProblemException">SB9501 there is no such path; SB9796 no bundle is there; SB9505, SB9529, SB9510 one is no bundle with one signature.</exception>
    public static ImmutableArray<SignedBundle> Find(string path)
    {
        var log = new CheckLog();
        if (AttestationSet.Find(path) is not { } sets)
            throw new ProblemException(Messages.Error("SB9501", path, arguments: Path.GetFileName(path)));
        ImmutableArray<SignedBundle?> bundles = [.. sets.SelectMany(set => set.Bundles).Distinct(StringComparer.Ordinal).Select(file => Read(file, log))];
        return bundles is [null, ..] || bundles.Contains(null) ? throw new ProblemException(log.Report.Problems[0])
            : bundles.IsEmpty ? throw new ProblemException(Messages.Error("SB9796", path)) : [.. bundles.OfType<SignedBundle>()];
    }

    /// <summary>
    /// An authority's answer as bundles carry it, <c>TimeStampResp</c> (RFC 3161, 2.4.2): some tools hand out the token in it alone.
    /// </summary>
    /// <returns>Null where it is neither.</returns>
    public static byte[]? Response(ReadOnlyMemory<byte> file)
    {
        try
        {
            AsnReader reader = new(file, AsnEncodingRules.BER);
            var parts = reader.ReadSequence();
            reader.ThrowIfNotEmpty();
            if (parts.PeekTag() == Asn1Tag.Sequence)
                return file.ToArray();
            // ContentInfo begins with its type: put between PKIStatusInfo { granted } and the end.
            AsnWriter writer = new(AsnEncodingRules.DER);
            using (writer.PushSequence())
            {
                using (writer.PushSequence())
                    writer.WriteInteger(0);
                writer.WriteEncodedValue(file.Span);
            }
            return parts.PeekTag() == Asn1Tag.ObjectIdentifier ? writer.Encode() : null;
        }
        catch (AsnContentException)
        {
            return null;
        }
    }

    static SignedBundle? Read(string file, CheckLog log)
    {
        if (BoundedFile.ReadJson(file, log) is not { } json)
            return null;
        if (json.Text("mediaType") != SigstoreBundle.MediaType || json.Object("verificationMaterial") is not { } material || SigningMaterial.Parse(material) is not { } read
            || json.Object("dsseEnvelope") is not { } content || Envelope.Parse(content) is not { } envelope)
            log.Tampered("bundle", file, "SB9529", SigstoreBundle.MediaType);
        else if (envelope.Signatures is not [var signature])
            log.Tampered("bundle", file, "SB9510", envelope.Signatures.Length);
        else
            return new(file, signature.Bytes, json, [.. read.Timestamps]);
        return null;
    }

    /// <summary>The bundle with further stamps; null where it has all of them already, or has as many as a verifier reads.</summary>
    internal static Artifact? With(SignedBundle bundle, IEnumerable<byte[]> responses)
    {
        ImmutableArray<byte[]> all = [.. bundle.Stamps.Concat(responses).DistinctBy(Convert.ToBase64String, StringComparer.Ordinal).Take(MostStamps)];
        if (all.Length == bundle.Stamps.Length)
            return null;
        var json = bundle.Json.DeepClone().AsObject();
        var data = json["verificationMaterial"]!["timestampVerificationData"] as JsonObject ?? [];
        data["rfc3161Timestamps"] = new JsonArray([.. all.Select(static stamp => (JsonNode)new JsonObject { ["signedTimestamp"] = Convert.ToBase64String(stamp) })]);
        if (data.Parent is null)
            json["verificationMaterial"]!["timestampVerificationData"] = data;
        return new(bundle.File, CanonicalJson.Indented(json));
    }
}

/// <summary>A bundle with its one signature.</summary>
public sealed class SignedBundle
{
    internal SignedBundle(string file, byte[] signature, JsonObject json, ImmutableArray<byte[]> stamps) => (File, Signature, Json, Stamps) = (file, signature, json, stamps);

    /// <summary>The file, absolute path.</summary>
    public string File { get; }

    /// <summary>What a stamp is about: the signature's own bytes.</summary>
    public ReadOnlyMemory<byte> Signature { get; }

    /// <summary>The stamps that it carries.</summary>
    public ImmutableArray<byte[]> Stamps { get; }

    internal JsonObject Json { get; }

    /// <summary>The bundle with further stamps, which the caller has checked; null where nothing changes.</summary>
    public Artifact? With(IEnumerable<byte[]> responses) => StampedBundles.With(this, responses);
}
