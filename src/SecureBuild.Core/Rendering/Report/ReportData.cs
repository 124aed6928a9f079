using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace SecureBuild.Rendering.Report;

/// <summary>
/// What the page's script works on, as JSON inside the page. The encoder writes <c>&lt;</c>, <c>&gt;</c>, <c>&amp;</c>, quotes and the line separators of Unicode as escapes,
/// so that nothing in it ends the element.
/// </summary>
static class ReportData
{
    static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    // What the script says by itself.
    static readonly ImmutableArray<string> s_words =
        ["Matches", "Unknown", "Any", "Vuln_known", "Vuln_none", "Vuln_unknown", "Neighbours_In", "Neighbours_Out", "Neighbours_More", "Path", "Licence", "Supplier", "Country", "Vulnerability",
            "PackageUrl", "BuildOnly", "Own", "GraphName", "NoMatch"];

    public static string Json(ReportModel model)
    {
        var buffer = new ArrayBufferWriter<byte>(1 << 16);
        using (var json = new Utf8JsonWriter(buffer, s_options))
            Write(json, model);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    static void Write(Utf8JsonWriter json, ReportModel model)
    {
        json.WriteStartObject();
        json.WriteStartObject("words");
        foreach (var word in s_words)
            Both(json, word, ReportTexts.Of(word));
        foreach (var severity in (string[])["critical", "high", "moderate", "low", "unknown"])
            Both(json, "Severity_" + severity, VulnerabilitiesSection.Severity(severity));
        json.WriteEndObject();
        var sources = new List<string?>();
        json.WriteStartArray("components");
        foreach (var part in model.Components)
        {
            json.WriteStartObject();
            json.WriteString("n", Printable.Of(part.Name));
            Optional(json, "v", part.Version);
            Optional(json, "k", part.Kind == "library" ? null : part.Kind);
            Optional(json, "p", part.Purl);
            Optional(json, "l", part.Licence);
            Optional(json, "s", part.Supplier);
            Index(json, "ls", part.LicenceSource, sources);
            Index(json, "ss", part.SupplierSource, sources);
            Optional(json, "c", part.Country);
            Optional(json, "u", part.Vulnerability);
            if (part.IsBuildOnly)
                json.WriteNumber("b", 1);
            if (part.IsOwn)
                json.WriteNumber("o", 1);
            if (!part.DependsOn.IsEmpty)
            {
                json.WriteStartArray("d");
                foreach (var at in part.DependsOn)
                    json.WriteNumberValue(at);
                json.WriteEndArray();
            }
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("sources");
        foreach (var source in sources)
        {
            var text = Parts.Source(source);
            json.WriteStartArray();
            json.WriteStringValue(Printable.Of(text.En));
            json.WriteStringValue(Printable.Of(text.Ja));
            json.WriteEndArray();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    static void Both(Utf8JsonWriter json, string name, Bilingual text)
    {
        json.WriteStartArray(name);
        json.WriteStringValue(text.En);
        json.WriteStringValue(text.Ja);
        json.WriteEndArray();
    }

    static void Optional(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
            json.WriteString(name, Printable.Of(value));
    }

    // The same few words come with every component.
    static void Index(Utf8JsonWriter json, string name, string? source, List<string?> sources)
    {
        if (!sources.Contains(source))
            sources.Add(source);
        json.WriteNumber(name, sources.IndexOf(source));
    }
}
