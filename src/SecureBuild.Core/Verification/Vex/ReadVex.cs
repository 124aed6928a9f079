using System.Text.Json.Nodes;
using SecureBuild.Sbom;
using SecureBuild.Vulnerabilities;

namespace SecureBuild.Verification.Vex;

/// <summary>A VEX document as somebody else wrote it: OpenVEX or CycloneDX. What has not the shape that it must have to be understood throws <see cref="ShapeException"/>.</summary>
/// <param name="Format">Its format.</param>
/// <param name="Author">Who states it, or null.</param>
/// <param name="Timestamp">When, or null.</param>
/// <param name="Statuses">The status of each statement.</param>
/// <param name="Links">Bills of materials that it names as a whole, with their digests or null.</param>
/// <param name="Subjects">What its statements are about: BOM-Links and package URLs.</param>
sealed record ReadVex(string Format, string? Author, string? Timestamp, IReadOnlyList<string> Statuses, IReadOnlyList<ReadLink> Links, IReadOnlySet<string> Subjects)
{
    const string Unknown = "unknown", OpenVexContext = "https://openvex.dev/ns";

    /// <summary>Reads it.</summary>
    /// <exception cref="ShapeException">It is not such a document.</exception>
    public static ReadVex Of(JsonObject root) =>
        root.Text("@context")?.StartsWith(OpenVexContext, StringComparison.Ordinal) == true ? OpenVex(root)
        : root.Text("bomFormat") == "CycloneDX" ? CycloneDx(root)
        : throw new ShapeException(["bomFormat"]);

    static ReadVex OpenVex(JsonObject root)
    {
        var statuses = new List<string>();
        var subjects = new SortedSet<string>(StringComparer.Ordinal);
        var links = new List<ReadLink>();
        foreach (var statement in List(root, "statements", isRequired: true))
        {
            statuses.Add(statement.Text("status") is { } word && VexWords.Status(word) is not null ? word : Unknown);
            foreach (var product in List(statement, "products"))
            {
                subjects.Add(Name(product));
                if (product.Text("@id") is { } id && BomLink.IsLink(id))
                    links.Add(new(id, null));
                foreach (var part in List(product, "subcomponents"))
                    subjects.Add(Name(part));
            }
        }
        return new("OpenVEX", root.Text("author"), root.Text("timestamp"), statuses, links, subjects);
    }

    // The package URL says more to whoever looks into a bill of materials than an identifier of somebody's own.
    static string Name(JsonObject product) => product.Object("identifiers")?.Text("purl") ?? product.Text("@id") ?? throw new ShapeException(["@id"]);

    static ReadVex CycloneDx(JsonObject root)
    {
        var own = List(root, "components").Where(static component => component.Text("bom-ref") is not null)
            .GroupBy(static component => component.Text("bom-ref")!, StringComparer.Ordinal).ToDictionary(static group => group.Key, static group => group.First().Text("purl"), StringComparer.Ordinal);
        if (root.Object("metadata")?.Object("component") is { } product && product.Text("bom-ref") is { } name)
            own.TryAdd(name, product.Text("purl"));
        var statuses = new List<string>();
        var subjects = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var vulnerability in List(root, "vulnerabilities", isRequired: true))
        {
            statuses.Add(Status(vulnerability.Object("analysis")?.Text("state")));
            foreach (var affected in List(vulnerability, "affects"))
                subjects.Add(affected.Text("ref") is { } subject ? own.GetValueOrDefault(subject) ?? subject : throw new ShapeException(["vulnerabilities", "affects", "ref"]));
        }
        var links = List(root, "externalReferences").Where(static reference => reference.Text("type") == "bom" && BomLink.IsLink(reference.Text("url")))
            .Select(static reference => new ReadLink(reference.Text("url")!, List(reference, "hashes").FirstOrDefault(static hash => hash.Text("alg") == "SHA-256")?.Text("content"))).ToArray();
        var metadata = root.Object("metadata");
        return new("CycloneDX " + root.Text("specVersion"), metadata?.Object("supplier")?.Text("name") ?? metadata?.Object("manufacturer")?.Text("name"), metadata?.Text("timestamp"), statuses, links, subjects);
    }

    // CycloneDX's words: exploitable, in_triage, resolved, resolved_with_pedigree, not_affected, false_positive.
    static string Status(string? state) => state switch
    {
        "exploitable" => "affected",
        "in_triage" => "under_investigation",
        "resolved" or "resolved_with_pedigree" => "fixed",
        "not_affected" or "false_positive" => "not_affected",
        _ => Unknown,
    };

    static IReadOnlyList<JsonObject> List(JsonObject node, string name, bool isRequired = false) =>
        node[name] is null && !isRequired ? [] : node.Objects(name) ?? throw new ShapeException([name]);
}

/// <summary>A bill of materials that a document names as a whole.</summary>
/// <param name="Link">The BOM-Link.</param>
/// <param name="Sha256">Its digest by the document's word, or null.</param>
sealed record ReadLink(string Link, string? Sha256);
