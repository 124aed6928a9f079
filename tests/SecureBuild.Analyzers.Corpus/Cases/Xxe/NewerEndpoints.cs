using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using System.Xml.Serialization;
using System.Xml.Xsl;
using Grpc.Core;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.SignalR;

namespace Tax.Exchange;

public class TaxForm { public string Year { get; set; } = ""; }

public static class ExchangeEndpoints
{
    // [Bad CWE-611] a minimal API: settings with a resolver
    public static void MapForms(this WebApplication app) =>
        app.MapPost("/forms", (HttpRequest request) =>
        {
            var settings = new XmlReaderSettings { Async = true, DtdProcessing = DtdProcessing.Parse, XmlResolver = new XmlUrlResolver() };
            using var reader = XmlReader.Create(request.Body, settings);
            return Results.Ok(new XmlSerializer(typeof(TaxForm)).Deserialize(reader));
        });

    // [Good CWE-611] a minimal API: settings without DTDs
    public static void MapFormsSafe(this WebApplication app) =>
        app.MapPost("/forms2", (HttpRequest request) =>
        {
            var settings = new XmlReaderSettings { Async = true, DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
            using var reader = XmlReader.Create(request.Body, settings);
            return Results.Ok(new XmlSerializer(typeof(TaxForm)).Deserialize(reader));
        });

    // [Bad CWE-611] a style sheet with documents of its own
    public static void MapTransform(this WebApplication app) =>
        app.MapPost("/transform", async (HttpRequest request) =>
        {
            var transform = new XslCompiledTransform();
            using (var sheet = XmlReader.Create("form.xslt"))
                transform.Load(sheet, XsltSettings.TrustedXslt, new XmlUrlResolver());
            using var input = XmlReader.Create(request.Body, new XmlReaderSettings { Async = true });
            var writer = new StringWriter();
            transform.Transform(input, null, writer);
            return await Task.FromResult(Results.Text(writer.ToString()));
        });
}

public class ImportModel : PageModel
{
    [BindProperty] public IFormFile? Upload { get; set; }

    // [Bad CWE-611] Razor Pages: a document with a resolver
    public void OnPost()
    {
        using var stream = Upload!.OpenReadStream();
        var document = new XmlDocument();
        document.XmlResolver = new XmlUrlResolver { Credentials = null };
        document.Load(stream);
        ViewData["root"] = document.DocumentElement?.Name;
    }

    // [Good CWE-611] Razor Pages: LINQ to XML
    public async Task OnPostLinqAsync(CancellationToken cancellation)
    {
        await using var stream = Upload!.OpenReadStream();
        var document = await XDocument.LoadAsync(stream, LoadOptions.None, cancellation);
        ViewData["root"] = document.Root?.Name.LocalName;
    }
}

// [Bad CWE-611] SignalR: a schema set that fetches
public class SchemaHub : Hub
{
    public int Check(string xml)
    {
        var schemas = new XmlSchemaSet { XmlResolver = new XmlUrlResolver() };
        schemas.Add(null, XmlReader.Create(new StringReader(xml), new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, XmlResolver = new XmlUrlResolver() }));
        schemas.Compile();
        return schemas.Count;
    }
}
