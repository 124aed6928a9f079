using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace SecureBuild.Sbom.Check;

/// <summary>The results as text for people and as JSON for programs.</summary>
public static class CheckReport
{
    const int Named = 5;

    /// <summary>A readable report.</summary>
    /// <param name="results">The results.</param>
    /// <param name="language"><c>en</c> or <c>ja</c>.</param>
    /// <param name="all">Names every component that lacks something, not only the first ones.</param>
    public static string Text(ImmutableArray<ListResult> results, string language, bool all = false)
    {
        var japanese = language.StartsWith("ja", StringComparison.OrdinalIgnoreCase);
        var text = new StringBuilder();
        foreach (var result in results)
        {
            text.Append(CultureInfo.InvariantCulture, $"{result.List.Title.In(language)}: {(japanese ? "必須要素の充足率" : "required elements present")} {result.Required} %\n");
            foreach (var element in result.Elements)
                Append(text, element, language, japanese, all);
            text.Append('\n');
        }
        return text.Append(japanese ? "値の有無を数えた結果であり、適否の判断ではありません。\n" : "This counts what is there. It is no judgement of whether that is enough.\n").ToString();
    }

    static void Append(StringBuilder text, ElementResult result, string language, bool japanese, bool all)
    {
        if (result.IsOutside)
        {
            text.Append(CultureInfo.InvariantCulture, $"  –       {result.Element.Id}  {result.Element.Title.In(language)}: {(japanese ? "文書からは確認できません" : "not to be seen in a document")}\n");
            return;
        }
        text.Append(CultureInfo.InvariantCulture, $"  {(result.Lacking.IsEmpty ? "ok     " : result.Element.Need == "optional" ? "note   " : "warning")} {result.Element.Id}  {result.Element.Title.In(language)}: {result.Count(FieldState.Present)}/{result.Total}");
        foreach (var (state, name) in japanese
            ? new[] { (FieldState.Unfit, "求められる値ではない"), (FieldState.Unknown, "不明と明示"), (FieldState.Withheld, "非開示と明示"), (FieldState.Missing, "記載なし") }
            : [(FieldState.Unfit, "there but not as asked for"), (FieldState.Unknown, "said to be unknown"), (FieldState.Withheld, "said to be withheld"), (FieldState.Missing, "missing")])
            if (result.Count(state) is > 0 and var count)
                text.Append(CultureInfo.InvariantCulture, $", {name} {count}");
        text.Append('\n');
        if (result.OfDocument)
            return;
        var shown = all ? result.Lacking.Length : Math.Min(Named, result.Lacking.Length);
        for (var i = 0; i < shown; i++)
            text.Append("            ").Append(Printable.Of(result.Lacking[i].Component)).Append('\n');
        if (result.Lacking.Length > shown)
            text.Append(CultureInfo.InvariantCulture, $"            … {result.Lacking.Length - shown}\n");
    }

    /// <summary>UTF-8 JSON: every list, element and place.</summary>
    /// <param name="results">The results.</param>
    /// <param name="language"><c>en</c> or <c>ja</c>: of the titles.</param>
    public static byte[] Json(ImmutableArray<ListResult> results, string language)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new() { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteStartArray("lists");
            foreach (var result in results)
                Write(json, result, language);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return stream.ToArray();
    }

    static void Write(Utf8JsonWriter json, ListResult result, string language)
    {
        json.WriteStartObject();
        json.WriteString("id", result.List.Id);
        json.WriteString("title", result.List.Title.In(language));
        json.WriteNumber("requiredPercent", result.Required);
        json.WriteStartArray("elements");
        foreach (var element in result.Elements)
        {
            json.WriteStartObject();
            json.WriteString("id", element.Element.Id);
            json.WriteString("need", element.Element.Need);
            json.WriteString("title", element.Element.Title.In(language));
            if (element.IsOutside)
            {
                json.WriteEndObject();
                continue;
            }
            json.WriteNumber("total", element.Total);
            json.WriteNumber("present", element.Count(FieldState.Present));
            json.WriteNumber("unfit", element.Count(FieldState.Unfit));
            json.WriteNumber("unknown", element.Count(FieldState.Unknown));
            json.WriteNumber("withheld", element.Count(FieldState.Withheld));
            json.WriteNumber("missing", element.Count(FieldState.Missing));
            if (!element.OfDocument)
            {
                json.WriteStartArray("lacking");
                foreach (var field in element.Lacking)
                {
                    json.WriteStartObject();
                    json.WriteString("component", field.Component);
                    if (field.BomRef is { } name)
                        json.WriteString("bomRef", name);
                    json.WriteString("state", field.State switch { FieldState.Unfit => "unfit", FieldState.Unknown => "unknown", FieldState.Withheld => "withheld", _ => "missing" });
                    json.WriteEndObject();
                }
                json.WriteEndArray();
            }
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
