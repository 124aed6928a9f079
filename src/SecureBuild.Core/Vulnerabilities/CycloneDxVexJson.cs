using System.Text.Json;
using SecureBuild.Sbom;

namespace SecureBuild.Vulnerabilities;

/// <summary>
/// CycloneDX 1.6 and 1.7 as VEX: vulnerabilities that refer by BOM-Link to the bill of materials. Where that has no serial number there is nothing to
/// link to, and the affected components stand in the document themselves.
/// </summary>
static class CycloneDxVexJson
{
    /// <summary>The document as people open it; its serial number follows from the content without the time.</summary>
    public static byte[] Indented(VexDocument document, string version)
    {
        var serial = SerialNumber.Of(CanonicalJson.Compact((document, version, Serial: (string?)null), Write));
        return CanonicalJson.Indented((document, version, Serial: (string?)serial), Write);
    }

    static void Write(Utf8JsonWriter json, (VexDocument Document, string Version, string? Serial) model)
    {
        var (document, link) = (model.Document, BomLink.Of(model.Document.Bom));
        json.WriteStartObject();
        json.WriteString("$schema", $"http://cyclonedx.org/schema/bom-{model.Version}.schema.json");
        json.WriteString("bomFormat", "CycloneDX");
        json.WriteString("specVersion", model.Version);
        json.Member("serialNumber", model.Serial);
        json.WriteNumber("version", 1);
        Metadata(json, document, model.Serial is not null);
        if (link is null)
        {
            json.WriteStartArray("components");
            foreach (var finding in document.Findings.DistinctBy(VexDocument.Purl))
                Component(json, finding);
            json.WriteEndArray();
        }
        else
        {
            json.WriteStartArray("externalReferences");
            json.WriteStartObject();
            json.WriteString("type", "bom");
            json.WriteString("url", link);
            json.WriteEndObject();
            json.WriteEndArray();
        }
        json.WriteStartArray("vulnerabilities");
        foreach (var finding in document.Findings)
            Vulnerability(json, document, finding, model.Serial is not null);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    static void Metadata(Utf8JsonWriter json, VexDocument document, bool withTime)
    {
        json.WriteStartObject("metadata");
        if (withTime)
            json.WriteString("timestamp", document.Clock.Text);
        json.WriteStartObject("tools");
        json.WriteStartArray("components");
        json.WriteStartObject();
        json.WriteString("type", "application");
        json.WriteString("name", Identity.ToolName);
        json.WriteString("version", Identity.ToolVersion);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        if (document.Bom.Metadata.Component is { } root)
        {
            json.WriteStartObject("component");
            json.WriteString("type", root.Type);
            json.Member("group", root.Group);
            json.WriteString("name", root.Name);
            json.Member("version", root.Version);
            json.Member("purl", root.Purl);
            json.WriteEndObject();
        }
        if (document.Author != "unknown")
        {
            json.WriteStartObject("supplier");
            json.WriteString("name", document.Author);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    static void Component(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartObject();
        json.WriteString("type", "library");
        json.WriteString("bom-ref", VexDocument.Purl(finding));
        json.WriteString("name", finding.Package);
        json.Member("version", finding.Version);
        json.WriteString("purl", VexDocument.Purl(finding));
        json.WriteEndObject();
    }

    static void Vulnerability(Utf8JsonWriter json, VexDocument document, Finding finding, bool withTime)
    {
        json.WriteStartObject();
        json.WriteString("id", finding.Id);
        json.WritePropertyName("source");
        Source(json, finding.Id);
        if (!finding.Aliases.IsEmpty)
        {
            json.WriteStartArray("references");
            foreach (var alias in finding.Aliases)
            {
                json.WriteStartObject();
                json.WriteString("id", alias);
                json.WritePropertyName("source");
                Source(json, alias);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        Rating(json, finding);
        if (!finding.Cwes.IsEmpty)
        {
            json.WriteStartArray("cwes");
            foreach (var number in finding.Cwes)
                json.WriteNumberValue(number);
            json.WriteEndArray();
        }
        json.Member("description", finding.Summary);
        json.Member("recommendation", finding.Waiver?.Action);
        json.Member("published", finding.Published is { } published ? Clock.Format(published) : null);
        json.Member("updated", finding.Modified is { } modified ? Clock.Format(modified) : null);
        json.WriteStartObject("analysis");
        json.WriteString("state", VexWords.CycloneDxState(finding.Status));
        json.Member("justification", VexWords.CycloneDxJustification(finding.Waiver?.Justification));
        json.WriteString("detail", VexDocument.Notes(finding));
        if (finding.Waiver is not null || withTime)
            json.WriteString("firstIssued", document.Time(finding));
        json.WriteEndObject();
        json.WriteStartArray("affects");
        json.WriteStartObject();
        json.WriteString("ref", BomLink.Of(document.Bom, finding.BomRef) ?? BomLink.Of(document.Bom, document.Bom.Metadata.Component?.BomRef) ?? VexDocument.Purl(finding));
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartArray("properties");
        Property(json, "securebuild:vex:status", VexWords.Word(finding.Status));
        if (finding.Waiver?.Justification is { } justification)
            Property(json, "securebuild:vex:justification", justification);
        foreach (var source in finding.Sources)
            Property(json, "securebuild:vex:source", source);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    static void Property(Utf8JsonWriter json, string name, string value)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteString("value", value);
        json.WriteEndObject();
    }

    static void Rating(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartArray("ratings");
        json.WriteStartObject();
        if (finding.Cvss?.Score is { } score)
            json.WriteNumber("score", score);
        json.WriteString("severity", finding.Severity == Severity.Moderate ? "medium" : Severities.Word(finding.Severity));
        json.Member("method", finding.Cvss?.Method);
        json.Member("vector", finding.Cvss?.Text);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    // Who keeps the identifier; of those that are not known here, who lists them all.
    static void Source(Utf8JsonWriter json, string id)
    {
        var (name, address) =
            id.StartsWith("GHSA-", StringComparison.Ordinal) ? ("GitHub Advisory Database", "https://github.com/advisories/")
            : id.StartsWith("CVE-", StringComparison.Ordinal) ? ("CVE", "https://www.cve.org/CVERecord?id=")
            : ("OSV", "https://osv.dev/vulnerability/");
        json.WriteStartObject();
        json.WriteString("name", name);
        if (id != "unknown")
            json.WriteString("url", address + Uri.EscapeDataString(id));
        json.WriteEndObject();
    }
}
