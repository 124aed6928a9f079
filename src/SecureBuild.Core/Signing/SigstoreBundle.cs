using System.Text.Json.Nodes;

namespace SecureBuild.Signing;

/// <summary>Sigstore bundle v0.3 in JSON (sigstore/protobuf-specs, sigstore_bundle.proto), verified with a public key that the verifier already has.</summary>
public static class SigstoreBundle
{
    /// <summary>The bundle's media type.</summary>
    public const string MediaType = "application/vnd.dev.sigstore.bundle.v0.3+json";

    /// <summary>A bundle around an envelope with exactly one signature, as the specification demands; its hint is that signature's keyid.</summary>
    /// <exception cref="ArgumentException">The envelope has not exactly one signature, or that is by another key.</exception>
    public static JsonObject Create(JsonObject envelope, string keyId)
    {
        if (envelope["signatures"] is not JsonArray { Count: 1 } signatures || (string?)signatures[0]?["keyid"] != keyId)
            throw new ArgumentException("A Sigstore bundle takes exactly one signature, by the key of its hint.", nameof(envelope));
        return new()
        {
            ["mediaType"] = MediaType,
            ["verificationMaterial"] = new JsonObject { ["publicKey"] = new JsonObject { ["hint"] = keyId } },
            ["dsseEnvelope"] = envelope.DeepClone(),
        };
    }
}
