using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.Loader;
using System.Linq.Dynamic.Core;
using Microsoft.AspNetCore.Mvc;

public sealed class Article { public string Code { get; set; } = ""; }
public interface IExporter { string Export(); }
public sealed class CsvExporter : IExporter { public string Export() => "csv"; }

[ApiController]
[Route("exports")]
public sealed class ExportsController(IServiceProvider services) : ControllerBase
{
    static readonly Dictionary<string, Type> s_known = new(StringComparer.Ordinal) { ["csv"] = typeof(CsvExporter) };

    // [Bad CWE-470] the type's name is the client's
    [HttpGet("make")]
    public IActionResult Make(string format)
    {
        var type = Assembly.GetExecutingAssembly().GetType("Exports." + format + "Exporter", throwOnError: true)!;
        var exporter = (IExporter)ActivatorUtilities.CreateInstance(services, type);
        return Ok(exporter.Export());
    }

    // [Good CWE-470] the client's text is a key among known types
    [HttpGet("make2")]
    public IActionResult MakeKnown(string format) =>
        s_known.TryGetValue(format, out var type) ? Ok(((IExporter)Activator.CreateInstance(type)!).Export()) : NotFound();

    // [Bad CWE-470] a method is called by the client's name
    [HttpPost("call")]
    public IActionResult Call([FromForm] string action, [FromForm] string value)
    {
        var result = typeof(ExportsController).InvokeMember(action, BindingFlags.InvokeMethod | BindingFlags.Public | BindingFlags.Instance, null, this, [value]);
        return Ok(result);
    }

    // [Good CWE-470] nameof chooses the method
    [HttpPost("call2")]
    public IActionResult CallKnown([FromForm] string action)
    {
        var method = action == "make" ? nameof(Make) : nameof(MakeKnown);
        return Ok(typeof(ExportsController).GetMethod(method)?.Invoke(this, ["csv"]));
    }

    // [Bad CWE-114] a plug-in is loaded from the bytes of an upload
    [HttpPost("plugin")]
    public IActionResult Plugin(IFormFile file)
    {
        using var memory = new MemoryStream();
        file.CopyTo(memory);
        memory.Position = 0;
        var assembly = new AssemblyLoadContext("plugin", isCollectible: true).LoadFromStream(memory);
        return Ok(assembly.FullName);
    }

    // [Good CWE-114] a plug-in of our own folder, chosen by number
    [HttpPost("plugin2")]
    public IActionResult PluginByNumber(int number)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "plugins", $"plugin{number}.dll");
        return Ok(Assembly.LoadFrom(path).FullName);
    }
}

// [Bad CWE-94] a dynamic LINQ predicate from the query string
public static class DynamicFilter
{
    public static List<Article> Apply(IQueryable<Article> parcels, HttpRequest request)
    {
        string filter = request.Query["filter"]!;
        return DynamicQueryableExtensions.Where(parcels, "Code != null and " + filter).ToList();
    }
}

// [Good CWE-94] a dynamic LINQ predicate with the value as argument
public static class DynamicFilterWithArgument
{
    public static List<Article> Apply(IQueryable<Article> parcels, HttpRequest request)
    {
        string code = request.Query["code"]!;
        return DynamicQueryableExtensions.Where(parcels, "Code == @0", code).ToList();
    }
}
