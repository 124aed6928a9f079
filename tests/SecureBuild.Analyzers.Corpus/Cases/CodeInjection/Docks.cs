// Less common doors to code and types.
using System.Data;
using System.Linq.Dynamic.Core;
using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using System.Xml;
using System.Xml.Xsl;
using HandlebarsDotNet;
using Microsoft.AspNetCore.Mvc;
using Microsoft.CodeAnalysis.CSharp;

namespace Corpus.CodeInjection.Docks;

public sealed class DockSettings { public string Name { get; set; } = ""; public bool IsAdmin { get; set; } }

[Route("docks")]
public class DockCode(IServiceProvider services) : Controller
{
    // [Bad CWE-470] the name of a method
    [HttpPost("a")]
    public IActionResult Method(string name)
    {
        var method = typeof(DockCode).GetMethod(name, BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public);
        return Ok(method?.Invoke(this, null));
    }

    // [Bad CWE-470] the name of a property that is set
    [HttpPost("b")]
    public IActionResult Property(string name, string value)
    {
        var settings = new DockSettings();
        typeof(DockSettings).GetProperty(name)?.SetValue(settings, Convert.ChangeType(value, typeof(DockSettings).GetProperty(name)!.PropertyType));
        return Ok(settings);
    }

    // [Bad CWE-114] an assembly from bytes of the upload
    [HttpPost("c")]
    public IActionResult Plugin(IFormFile plugin)
    {
        using var stream = plugin.OpenReadStream();
        var assembly = AssemblyLoadContext.Default.LoadFromStream(stream);
        return Ok(assembly.FullName);
    }

    // [Bad CWE-114] a native library
    [HttpPost("d")]
    public IActionResult Native(string codec) => Ok(NativeLibrary.Load($"/opt/codecs/{codec}").ToInt64());

    // [Good CWE-470] the service of a known key
    [HttpPost("e")]
    public IActionResult Service(string key)
    {
        Type type = key switch { "clock" => typeof(TimeProvider), "files" => typeof(IWebHostEnvironment), _ => throw new ArgumentException("Unknown", nameof(key)) };
        return Ok(services.GetRequiredService(type).ToString());
    }

    // [Bad CWE-94] DataTable.Compute
    [HttpGet("f")]
    public IActionResult Compute(string expression) => Ok(new DataTable().Compute(expression, null));

    // [Good CWE-94] DataTable.Compute of numbers
    [HttpGet("g")]
    public IActionResult ComputeNumbers(decimal a, decimal b) => Ok(new DataTable().Compute($"{a} * {b}", null));

    // [Bad CWE-94] a style sheet of the upload may hold scripts
    [HttpPost("h")]
    public IActionResult Transform(IFormFile sheet)
    {
        var transform = new XslCompiledTransform();
        using var reader = XmlReader.Create(sheet.OpenReadStream());
        transform.Load(reader, new XsltSettings(enableDocumentFunction: false, enableScript: true), null);
        using var output = new StringWriter();
        transform.Transform("docks.xml", null, output);
        return Content(output.ToString(), "text/plain");
    }

    // [Bad CWE-1336] a Handlebars template
    [HttpPost("i")]
    public IActionResult Template([FromForm] string text) => Content(Handlebars.Compile(text)(new { Name = "Dock" }), "text/plain");

    // [Good CWE-1336] the value is the template's model
    [HttpPost("j")]
    public IActionResult Model([FromForm] string text) => Content(Handlebars.Compile("Dock {{name}}")(new { name = text }), "text/plain");

    // [Good CWE-470] the property must be one of a list
    [HttpPost("k")]
    public IActionResult Listed(string name, string value)
    {
        string[] allowed = ["Name"];
        if (!allowed.Contains(name))
            return BadRequest();
        var settings = new DockSettings();
        typeof(DockSettings).GetProperty(name)!.SetValue(settings, value);
        return Ok(settings);
    }
}
