using System.Text.Json.Nodes;

namespace SecureBuild.Signing;

/// <summary>Sigstore bundle v0.3 in JSON (sigstore/protobuf-specs, sigstore_bundle.proto), verified with a public key that the verifier already has, or with a certificate under a root that it has.</summary>
public static class SigstoreBundle
{
    /// <summary>The bundle's media type.</summary>
    public const string MediaType = "application/vnd.dev.sigstore.bundle.v0.3+json";

    /// <summary>A bundle around an envelope with exactly one signature, as the specification demands, by this signer: its hint is that signature's keyid, or its certificate is the signer's.</summary>
    /// <exception cref="ArgumentException">The envelope has not exactly one signature, or that is by another key.</exception>
    public static JsonObject Create(JsonObject envelope, ISigner signer)
    {
        if (envelope["signatures"] is not JsonArray { Count: 1 } signatures || (string?)signatures[0]?["keyid"] != signer.KeyId)
            throw new ArgumentException("A Sigstore bundle takes exactly one signature, by the key of its hint.", nameof(envelope));
        JsonObject material = signer.Certificate.IsEmpty
            ? new() { ["publicKey"] = new JsonObject { ["hint"] = signer.KeyId } }
            : new() { ["certificate"] = new JsonObject { ["rawBytes"] = Convert.ToBase64String(signer.Certificate.Span) } };
        if (signer.Timestamp is { } stamp)
            material["timestampVerificationData"] = Stamps(stamp(Convert.FromBase64String((string)signatures[0]!["sig"]!)));
        return new() { ["mediaType"] = MediaType, ["verificationMaterial"] = material, ["dsseEnvelope"] = envelope.DeepClone() };
    }

    static JsonObject Stamps(byte[] response) =>
        new() { ["rfc3161Timestamps"] = new JsonArray(new JsonObject { ["signedTimestamp"] = Convert.ToBase64String(response) }) };
}
