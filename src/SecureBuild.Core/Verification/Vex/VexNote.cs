using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SecureBuild.Attestation;

namespace SecureBuild.Verification.Vex;

/// <summary>What one VEX document in a delivery says: its author's statements, which nothing here judges.</summary>
/// <param name="File">Its name, relative to the delivery with <c>/</c>.</param>
public sealed record VexNote(string File)
{
    /// <summary><c>OpenVEX</c> or <c>CycloneDX 1.7</c>; null where it is neither.</summary>
    public string? Format { get; init; }

    /// <summary>Who states it, by the document's own word; or null.</summary>
    public string? Author { get; init; }

    /// <summary>When, by the document's own word; or null.</summary>
    public string? Timestamp { get; init; }

    /// <summary>Statements by OpenVEX's word for their status; <c>unknown</c> counts those without one. CycloneDX's words are translated.</summary>
    public ImmutableSortedDictionary<string, int> Statuses { get; init; } = ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal);

    /// <summary>Bills of materials that it names by BOM-Link, ordinal order.</summary>
    public ImmutableArray<LinkedBom> Boms { get; init; } = [];

    /// <summary>Products and components that no bill of materials in the delivery has, as the document names them, ordinal order.</summary>
    public ImmutableArray<string> Unmatched { get; init; } = [];

    /// <summary>Why it could not be read (SB9542); otherwise null.</summary>
    public Problem? Problem { get; init; }

    internal JsonObject ToJson() => new()
    {
        ["file"] = File,
        ["format"] = Format,
        ["author"] = Author,
        ["timestamp"] = Timestamp,
        ["statements"] = Statuses.Values.Sum(),
        ["statuses"] = new JsonObject(Statuses.Select(static pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value))),
        ["boms"] = JsonShapes.Array(Boms.Select(static bom => new JsonObject { ["link"] = bom.Link, ["state"] = JsonShapes.Kebab(bom.State), ["sbom"] = bom.File, ["sha256"] = bom.Sha256, ["digest"] = JsonShapes.Kebab(bom.Digest) })),
        ["unmatched"] = JsonShapes.Array(Unmatched.Select(static name => (JsonNode)name)),
        ["code"] = Problem?.Code,
        ["problem"] = Problem?.Text,
    };
}

/// <summary>A bill of materials that a VEX document names.</summary>
/// <param name="Link">The BOM-Link, without a component: <c>urn:cdx:serial/version</c>.</param>
/// <param name="State">Whether it is in the delivery.</param>
/// <param name="File">Its file there; of another version likewise; or null.</param>
/// <param name="Sha256">That file's digest, or null.</param>
/// <param name="Digest">The document's digest of it against the file.</param>
public sealed record LinkedBom(string Link, LinkedBomState State, string? File, string? Sha256, LinkedBomDigest Digest);

/// <summary>Whether a bill of materials is in a delivery.</summary>
public enum LinkedBomState
{
    /// <summary>One with this serial number and version is.</summary>
    Delivered,
    /// <summary>Only another version of it is.</summary>
    OtherVersion,
    /// <summary>It is not.</summary>
    NotDelivered,
}

/// <summary>A digest that a VEX document gives of a bill of materials.</summary>
public enum LinkedBomDigest
{
    /// <summary>It gives none, or there is no file to compare.</summary>
    NotGiven,
    /// <summary>It is the file's.</summary>
    Matches,
    /// <summary>It is another's.</summary>
    Differs,
}
