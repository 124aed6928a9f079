// Code, types and assemblies by name, in many styles.
using System.CodeDom.Compiler;
using System.Data;
using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using Microsoft.AspNetCore.Mvc;
using Microsoft.CodeAnalysis.CSharp.Scripting;

namespace Corpus.CodeInjection.Variants;

// [Bad CWE-94] a formula is evaluated as C#
public class FormulaController : ControllerBase
{
    [HttpPost("/formula")]
    public async Task<double> Post([FromBody] string formula) => await CSharpScript.EvaluateAsync<double>("return " + formula + ";");
}

// [Good CWE-94] a formula with fixed text and the client's numbers
public class FormulaGoodController : ControllerBase
{
    public record Inputs(double X, double Y);

    [HttpPost("/formula-good")]
    public async Task<double> Post([FromBody] Inputs inputs) => await CSharpScript.EvaluateAsync<double>("X * 2 + Y", globals: inputs);
}

// [Bad CWE-94] a table computes the client's expression
public class ComputeController : ControllerBase
{
    [HttpGet("/compute")]
    public object Get(string expression) => new DataTable().Compute(expression, null);
}

// [Bad CWE-470] an environment variable names the type
public class TypeEnvironment
{
    public void Bad()
    {
        string data = Environment.GetEnvironmentVariable("ADD");
        if (data == null)
            return;
        Type type = Type.GetType(data);
        object instance = Activator.CreateInstance(type);
        Console.WriteLine(instance);
    }
}

// [Good CWE-470] compared with the two types that are allowed
public class TypeEnvironmentGood
{
    public void GoodB2G()
    {
        string data = Environment.GetEnvironmentVariable("ADD");
        if (data != "Corpus.First" && data != "Corpus.Second")
            return;
        Console.WriteLine(Activator.CreateInstance(Type.GetType(data)));
    }
}

// [Bad CWE-470] a handler by the client's name
public class DispatchController(IServiceProvider services) : ControllerBase
{
    [HttpPost("/dispatch/{name}")]
    public async Task Post(string name)
    {
        var type = Assembly.GetExecutingAssembly().GetType("Corpus.Handlers." + name + "Handler", throwOnError: true)!;
        var handler = ActivatorUtilities.CreateInstance(services, type);
        var method = type.GetMethod("HandleAsync")!;
        await (Task)method.Invoke(handler, null)!;
    }
}

// [Good CWE-470] a handler from a table
public class DispatchGoodController(IServiceProvider services) : ControllerBase
{
    static readonly Dictionary<string, Type> s_handlers = new() { ["mail"] = typeof(Uri), ["print"] = typeof(Version) };

    [HttpPost("/dispatch-good/{name}")]
    public IActionResult Post(string name)
    {
        if (!s_handlers.TryGetValue(name, out var type))
            return NotFound();
        return Ok(ActivatorUtilities.CreateInstance(services, type));
    }
}

// [Bad CWE-470] any method of the controller
public class MethodController : ControllerBase
{
    [HttpGet("/method")]
    public object? Get(string action) => GetType().InvokeMember(action, BindingFlags.InvokeMethod | BindingFlags.Public | BindingFlags.Instance, null, this, null);
}

// [Good CWE-470] a property that is listed
public class SortController : ControllerBase
{
    static readonly string[] s_columns = { nameof(Row.Name), nameof(Row.Age) };

    public record Row(string Name, int Age);

    [HttpGet("/sort")]
    public IEnumerable<Row> Get(string by)
    {
        if (!s_columns.Contains(by))
            by = nameof(Row.Name);
        var property = typeof(Row).GetProperty(by)!;
        return new[] { new Row("a", 1) }.OrderBy(row => property.GetValue(row));
    }
}

// [Bad CWE-114] a plug-in by its path
public class PluginController : ControllerBase
{
    [HttpPost("/plugin")]
    public string Post([FromForm] string path)
    {
        var context = new AssemblyLoadContext("plugin", isCollectible: true);
        return context.LoadFromAssemblyPath(path).FullName!;
    }
}

// [Bad CWE-114] an uploaded assembly
public class UploadController : ControllerBase
{
    [HttpPost("/plugin-upload")]
    public async Task<string> Post(IFormFile file)
    {
        using var memory = new MemoryStream();
        await file.CopyToAsync(memory);
        return Assembly.Load(memory.ToArray()).FullName!;
    }
}

// [Good CWE-114] one of our plug-ins
public class PluginGoodController : ControllerBase
{
    [HttpPost("/plugin-good")]
    public IActionResult Post([FromForm] string name)
    {
        string? file = name switch { "pdf" => "Pdf.dll", "csv" => "Csv.dll", _ => null };
        return file is null ? BadRequest() : Ok(Assembly.LoadFrom(Path.Combine(AppContext.BaseDirectory, "plugins", file)).FullName);
    }
}

// [Bad CWE-114] a native library
public class NativeController : ControllerBase
{
    [HttpPost("/native")]
    public bool Post([FromQuery] string library) => NativeLibrary.TryLoad(library, out _);
}

// [Bad CWE-94] a dynamic LINQ condition
public class DynamicController(IQueryable<DynamicController.Product> products) : ControllerBase
{
    public record Product(string Name, decimal Price);

    [HttpGet("/dynamic")]
    public IEnumerable<Product> Get(string where) => System.Linq.Dynamic.Core.DynamicQueryableExtensions.Where(products, where).ToList();
}

// [Good CWE-94] a dynamic LINQ condition with a value in its place
public class DynamicGoodController(IQueryable<DynamicGoodController.Product> products) : ControllerBase
{
    public record Product(string Name, decimal Price);

    [HttpGet("/dynamic-good")]
    public IEnumerable<Product> Get(string name) => System.Linq.Dynamic.Core.DynamicQueryableExtensions.Where(products, "Name == @0", name).ToList();
}

// [Bad CWE-1336] a template that the client wrote
public class TemplateController : ControllerBase
{
    [HttpPost("/template")]
    public string Post([FromBody] string template) => Scriban.Template.Parse(template).Render(new { User.Identity!.Name });
}

// [Good CWE-1336] a template of ours with the client's values
public class TemplateGoodController : ControllerBase
{
    const string Text = "Hello {{ name }}";

    [HttpPost("/template-good")]
    public string Post([FromBody] string name) => Scriban.Template.Parse(Text).Render(new { name });
}
