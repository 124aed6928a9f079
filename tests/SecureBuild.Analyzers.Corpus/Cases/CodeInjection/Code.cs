using System.Data;
using System.Linq.Dynamic.Core;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using HandlebarsDotNet;
using Jint;
using Microsoft.AspNetCore.Mvc;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using RazorLight;
using Scriban;

namespace Plugins;

public class Product { public string Name { get; set; } = ""; public decimal Price { get; set; } }

public interface IReport { string Run(); }
public class DailyReport : IReport { public string Run() => "daily"; }
public class WeeklyReport : IReport { public string Run() => "weekly"; }

public class ScriptsController(IQueryable<Product> products, IRazorLightEngine razor) : ControllerBase
{
    // [Bad CWE-94] the text is compiled and run
    public async Task<IActionResult> Evaluate(string formula) => Ok(await CSharpScript.EvaluateAsync(formula));

    // [Good CWE-94] a constant formula, the numbers are handed over
    public async Task<IActionResult> EvaluateConstant(int a, int b) => Ok(await CSharpScript.EvaluateAsync<int>("A + B", globals: new { A = a, B = b }));

    // [Bad CWE-94] the text within a formula
    public async Task<IActionResult> Discount(string rule)
    {
        var code = "price * (" + rule + ")";
        return Ok(await CSharpScript.EvaluateAsync<decimal>(code, globals: new { price = 10m }));
    }

    // [Good CWE-94] numbers within a formula
    public async Task<IActionResult> Power(double @base, int exponent) => Ok(await CSharpScript.EvaluateAsync<double>($"System.Math.Pow({@base}, {exponent})"));

    // [Bad CWE-94] JavaScript
    public IActionResult Script([FromBody] string script)
    {
        using var engine = new Engine();
        return Ok(engine.Evaluate(script));
    }

    // [Good CWE-94] JavaScript of ours; the text is a value
    public IActionResult ScriptValue([FromBody] string text)
    {
        using var engine = new Engine();
        return Ok(engine.SetValue("text", text).Evaluate("text.split(' ').length"));
    }

    // [Bad CWE-94] a dynamic predicate
    public IActionResult Where(string filter) => Ok(products.Where(filter).ToList());

    // [Good CWE-94] a dynamic predicate with a placeholder
    public IActionResult WhereValue(string name) => Ok(products.Where("Name == @0", name).ToList());

    // [Good CWE-94] an expression tree
    public IActionResult WhereTree(string name) => Ok(products.Where(product => product.Name == name).ToList());

    // [Bad CWE-95] DataTable.Compute evaluates expressions
    public IActionResult Compute(string expression) => Ok(new DataTable().Compute(expression, null));

    // [Good CWE-95] DataTable.Compute of numbers
    public IActionResult ComputeNumbers(int a, int b) => Ok(new DataTable().Compute($"{a} * {b}", null));

    // [Bad CWE-1336] the template is the client's
    public IActionResult Template([FromForm] string template) => Ok(Scriban.Template.Parse(template).Render(new { Name = "shop" }));

    // [Good CWE-1336] the template is a constant, its model is the client's
    public IActionResult TemplateModel([FromForm] string name) => Ok(Scriban.Template.Parse("Hello {{ name }}").Render(new { name }));

    // [Bad CWE-1336] Razor text
    public Task<string> Razor([FromBody] string template) => razor.CompileRenderStringAsync("mail", template, new Product());

    // [Good CWE-1336] Razor by a fixed key
    public Task<string> RazorKey([FromBody] string name) => razor.CompileRenderAsync("Mail.cshtml", new Product { Name = name });

    // [Bad CWE-1336] Handlebars text with the client's part
    public string Mail(string greeting)
    {
        var compiled = Handlebars.Compile("<p>" + greeting + " {{name}}</p>");
        return compiled(new { name = "guest" });
    }

    // [Good CWE-1336] Handlebars text of ours
    public string MailConstant(string greeting) => Handlebars.Compile("<p>{{greeting}}</p>")(new { greeting });

    // [Bad CWE-470] the type is the client's
    public IActionResult Create(string type)
    {
        var instance = Activator.CreateInstance(Type.GetType(type)!);
        return Ok(instance!.ToString());
    }

    // [Good CWE-470] the type is chosen from a table
    public IActionResult CreateKnown(string type)
    {
        var types = new Dictionary<string, Type> { ["daily"] = typeof(DailyReport), ["weekly"] = typeof(WeeklyReport) };
        return types.TryGetValue(type, out var known) ? Ok(((IReport)Activator.CreateInstance(known)!).Run()) : NotFound();
    }

    // [Good CWE-470] the type's name must be in a list
    public IActionResult CreateListed(string type)
    {
        if (type is not ("Plugins.DailyReport" or "Plugins.WeeklyReport"))
            return NotFound();
        return Ok(((IReport)Activator.CreateInstance(Type.GetType(type)!)!).Run());
    }

    // [Bad CWE-470] a namespace before the name limits nothing: names may hold dots and commas
    public IActionResult CreatePrefixed(string name)
    {
        var type = Type.GetType("Plugins." + name);
        return Ok(Activator.CreateInstance(type!)!.ToString());
    }

    // [Bad CWE-470] the method's name is the client's
    public IActionResult Invoke(string method)
    {
        var found = typeof(File).GetMethod(method, BindingFlags.Public | BindingFlags.Static);
        return Ok(found!.Invoke(null, null));
    }

    // [Good CWE-470] the method's name is nameof
    public IActionResult InvokeKnown(string method)
    {
        var found = typeof(DailyReport).GetMethod(nameof(DailyReport.Run));
        return Ok(found!.Invoke(new DailyReport(), null) + method);
    }

    // [Bad CWE-470] a member is called by the client's name
    public IActionResult Member(string member) =>
        Ok(typeof(Product).InvokeMember(member, BindingFlags.InvokeMethod | BindingFlags.Public | BindingFlags.Instance, null, new Product(), null));

    // [Bad CWE-114] an assembly from the client's path
    public IActionResult Load(string plugin) => Ok(Assembly.LoadFrom("/srv/plugins/" + plugin).FullName);

    // [Good CWE-114] an assembly by number
    public IActionResult LoadNumber(int plugin) => Ok(Assembly.LoadFrom("/srv/plugins/plugin" + plugin + ".dll").FullName);

    // [Bad CWE-114] the upload itself is loaded
    public async Task<IActionResult> Upload(IFormFile file)
    {
        using var memory = new MemoryStream();
        await file.CopyToAsync(memory);
        return Ok(Assembly.Load(memory.ToArray()).FullName);
    }

    // [Good CWE-114] the upload is only measured
    public async Task<IActionResult> Measure(IFormFile file)
    {
        using var memory = new MemoryStream();
        await file.CopyToAsync(memory);
        return Ok(memory.ToArray().Length);
    }

    // [Bad CWE-114] a load context
    public IActionResult Context(string path) => Ok(AssemblyLoadContext.Default.LoadFromAssemblyPath(path).FullName);

    // [Bad CWE-114] a native library
    public IActionResult Native(string library) => Ok(NativeLibrary.Load(library) != IntPtr.Zero);

    // [Good CWE-114] a native library of ours
    public IActionResult NativeKnown(string library) => Ok(NativeLibrary.Load(library == "fast" ? "libfast.so" : "libslow.so") != IntPtr.Zero);

    // [Good CWE-470] reading the names of properties of a fixed type
    public IActionResult Names(string prefix) => Ok(typeof(Product).GetProperties().Where(property => property.Name.StartsWith(prefix)).Select(property => property.Name));
}

// [Bad CWE-94] the rule is stored in a property and evaluated by a service
public class RulesController(RulesController.RuleEngine engine) : ControllerBase
{
    public Task<bool> Test([FromBody] Rule rule) => engine.RunAsync(rule);

    public class Rule { public string Condition { get; set; } = "true"; public int Order { get; set; } }

    public class RuleEngine
    {
        public async Task<bool> RunAsync(Rule rule) => await CSharpScript.EvaluateAsync<bool>("(" + rule.Condition + ")");
    }
}

// [Good CWE-94] the engine switches on the rule's name
public class RulesControllerSafe(RulesControllerSafe.RuleEngine engine) : ControllerBase
{
    public Task<bool> Test([FromBody] Rule rule) => engine.RunAsync(rule);

    public class Rule { public string Condition { get; set; } = "true"; public int Order { get; set; } }

    public class RuleEngine
    {
        public async Task<bool> RunAsync(Rule rule)
        {
            var code = rule.Condition switch { "positive" => "1 > 0", "never" => "false", _ => "true" };
            return await CSharpScript.EvaluateAsync<bool>(code);
        }
    }
}

// [Bad CWE-470] a factory takes the name from a header
public class FactoryController : ControllerBase
{
    public IActionResult Get() => Ok(Make(Request.Headers["X-Report"].ToString()).Run());

    static IReport Make(string name)
    {
        var type = Assembly.GetExecutingAssembly().GetType(name, throwOnError: true)!;
        return (IReport)Activator.CreateInstance(type)!;
    }
}

// [Good CWE-470] a factory makes what it knows
public class FactoryControllerSafe : ControllerBase
{
    public IActionResult Get() => Ok(Make(Request.Headers["X-Report"].ToString()).Run());

    static IReport Make(string name) => name switch { "weekly" => new WeeklyReport(), _ => new DailyReport() };
}

// [Good CWE-470] a factory looks among the classes that implement the interface
public class FactoryControllerListed : ControllerBase
{
    static readonly Dictionary<string, Type> s_reports =
        typeof(IReport).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(IReport)) && type.IsClass).ToDictionary(type => type.Name);

    public IActionResult Get(string name) => s_reports.TryGetValue(name, out var type) ? Ok(((IReport)Activator.CreateInstance(type)!).Run()) : NotFound();
}

// [Bad CWE-94] a minimal API
public static class CalculatorEndpoint
{
    public static void Map(WebApplication app) => app.MapGet("/calc", async (string e) => await CSharpScript.EvaluateAsync<double>(e));
}

// [Good CWE-94] a minimal API that parses a number
public static class CalculatorEndpointSafe
{
    public static void Map(WebApplication app) =>
        app.MapGet("/calc", async (string e) => double.TryParse(e, out var number) ? await CSharpScript.EvaluateAsync<double>(number + " * 2") : 0);
}
