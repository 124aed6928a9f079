using System.Text.Json;
using SecureBuild.Sbom;

namespace SecureBuild.Vulnerabilities;

/// <summary>OpenVEX 0.2.0. Its JSON schema takes a justification or an impact statement, not both: the reason stands in the notes.</summary>
static class OpenVexJson
{
    const string Context = "https://openvex.dev/ns/v0.2.0";

    /// <summary>The document as people open it; its <c>@id</c> follows from the content without the time.</summary>
    public static byte[] Indented(VexDocument document)
    {
        var id = SerialNumber.Of(CanonicalJson.Compact((document, Id: (string?)null), Write));
        return CanonicalJson.Indented((document, Id: (string?)id), Write);
    }

    static void Write(Utf8JsonWriter json, (VexDocument Document, string? Id) model)
    {
        var document = model.Document;
        json.WriteStartObject();
        json.WriteString("@context", Context);
        json.Member("@id", model.Id);
        json.WriteString("author", document.Author);
        if (model.Id is not null)
            json.WriteString("timestamp", document.Clock.Text);
        json.WriteNumber("version", 1);
        json.WriteString("tooling", $"{Identity.ToolName} {Identity.ToolVersion}");
        json.WriteStartArray("statements");
        foreach (var finding in document.Findings)
            Statement(json, document, finding, withTime: model.Id is not null || finding.Waiver is not null);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    static void Statement(Utf8JsonWriter json, VexDocument document, Finding finding, bool withTime)
    {
        json.WriteStartObject();
        json.WriteStartObject("vulnerability");
        json.WriteString("name", finding.Id);
        json.Member("description", finding.Summary);
        json.Member("aliases", finding.Aliases);
        json.WriteEndObject();
        if (withTime)
            json.WriteString("timestamp", document.Time(finding));
        json.WriteStartArray("products");
        Product(json, document.Bom, finding);
        json.WriteEndArray();
        json.WriteString("status", VexWords.Word(finding.Status));
        json.WriteString("status_notes", VexDocument.Notes(finding));
        json.Member("justification", finding.Waiver?.Justification);
        json.Member("action_statement", finding.Waiver?.Action);
        json.WriteEndObject();
    }

    // The product as a whole, and in it the component: that is what a reader of the product's bill of materials looks for.
    static void Product(Utf8JsonWriter json, Bom bom, Finding finding)
    {
        json.WriteStartObject();
        if (bom.Metadata.Component is { } root)
        {
            json.Member("@id", root.Purl ?? BomLink.Of(bom, root.BomRef));
            Identifiers(json, root.Purl);
            json.WriteStartArray("subcomponents");
            json.WriteStartObject();
            json.WriteString("@id", VexDocument.Purl(finding));
            Identifiers(json, VexDocument.Purl(finding));
            json.WriteEndObject();
            json.WriteEndArray();
        }
        else
        {
            json.WriteString("@id", VexDocument.Purl(finding));
            Identifiers(json, VexDocument.Purl(finding));
        }
        json.WriteEndObject();
    }

    static void Identifiers(Utf8JsonWriter json, string? purl)
    {
        if (purl is null)
            return;
        json.WriteStartObject("identifiers");
        json.WriteString("purl", purl);
        json.WriteEndObject();
    }
}
