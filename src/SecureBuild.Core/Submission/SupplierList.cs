using System.Text;
using System.Text.Json.Nodes;
using SecureBuild.Attestation;

namespace SecureBuild.Submission;

/// <summary>The suppliers of a product's components as a table: JSON for machines, CSV (RFC 4180) for spreadsheets. Where a name comes from stands beside each.</summary>
static class SupplierList
{
    static readonly string[] s_columns = ["supplier", "url", "countries", "component", "version", "purl", "source"];

    public static byte[] Json(Product product) => CanonicalJson.Indented(new JsonObject
    {
        ["type"] = Identity.Site + "/suppliers/v1",
        ["product"] = product.Name.Value,
        ["version"] = product.Version.Value,
        ["suppliers"] = JsonShapes.Array(product.Suppliers.Select(static supplier => new JsonObject
        {
            ["name"] = supplier.Name,
            ["url"] = supplier.Url,
            ["countries"] = JsonShapes.Array(supplier.Countries.Select(static country => (JsonNode)country)),
            ["components"] = JsonShapes.Array(supplier.Components.Select(static component => new JsonObject
            {
                ["name"] = component.Name, ["version"] = component.Version, ["purl"] = component.Purl, ["source"] = component.Source,
            })),
        })),
    });

    // With a byte order mark: without it spreadsheets show Japanese as something else.
    public static byte[] Csv(Product product)
    {
        var text = new StringBuilder("\uFEFF").AppendJoin(',', s_columns).Append("\r\n");
        foreach (var supplier in product.Suppliers)
            foreach (var component in supplier.Components)
                text.AppendJoin(',', new[] { supplier.Name, supplier.Url, string.Join(' ', supplier.Countries), component.Name, component.Version, component.Purl, component.Source }.Select(Cell)).Append("\r\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    // A name of somebody else's must never be a formula.
    static string Cell(string? value)
    {
        var text = Printable.Of(value ?? "");
        if (text.Length > 0 && text[0] is '=' or '+' or '-' or '@')
            text = "'" + text;
        return text.AsSpan().ContainsAny("\",\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
