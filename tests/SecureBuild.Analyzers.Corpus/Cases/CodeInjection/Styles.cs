using System.Linq.Expressions;
using System.Linq.Dynamic.Core;
using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.SignalR;
using Microsoft.CodeAnalysis.CSharp.Scripting;

namespace Rules.App;

public class Item { public string Name { get; set; } = ""; public int Price { get; set; } }
public interface IReport { string Run(); }
public class Sales : IReport { public string Run() => "s"; }

public class RulesController(IQueryable<Item> items) : ControllerBase
{
    // [Bad CWE-94] a script of the body
    [HttpPost]
    public async Task<IActionResult> Eval([FromBody] string code) => Ok(await CSharpScript.EvaluateAsync<int>(code));

    // [Bad CWE-94] a formula of the query in a script
    [HttpGet]
    public async Task<int> Formula(string a, string b) => await CSharpScript.EvaluateAsync<int>($"{a} + {b}");

    // [Good CWE-94] numbers in a script
    [HttpGet]
    public async Task<int> Sum(int a, int b) => await CSharpScript.EvaluateAsync<int>($"{a} + {b}");

    // [Good CWE-94] a constant script
    [HttpGet]
    public async Task<int> Fixed(string name) => name.Length + await CSharpScript.EvaluateAsync<int>("1 + 1");

    // [Bad CWE-94] a condition for the dynamic query
    [HttpGet]
    public IActionResult Where(string condition) => Ok(items.Where(condition).ToList());

    // [Good CWE-94] a value for the dynamic query
    [HttpGet]
    public IActionResult WhereValue(string name) => Ok(items.Where("Name == @0", name).ToList());

    // [Bad CWE-94] a table computes what the client writes
    [HttpGet]
    public IActionResult Compute(string expression) => Ok(new System.Data.DataTable().Compute(expression, ""));

    // [Good CWE-94] digits and operators only
    [HttpGet]
    public IActionResult ComputeChecked(string expression)
    {
        if (!System.Text.RegularExpressions.Regex.IsMatch(expression, @"^[0-9+\- ]{1,40}$")) return BadRequest();
        return Ok(new System.Data.DataTable().Compute(expression, ""));
    }

    // [Bad CWE-470] a type by the client's name
    [HttpGet]
    public IActionResult Report(string type)
    {
        var t = Type.GetType(type)!;
        var report = (IReport)Activator.CreateInstance(t)!;
        return Ok(report.Run());
    }

    // [Good CWE-470] types of a table
    [HttpGet]
    public IActionResult ReportListed(string type)
    {
        var types = new Dictionary<string, Type> { ["sales"] = typeof(Sales) };
        if (!types.TryGetValue(type, out var t)) return NotFound();
        return Ok(((IReport)Activator.CreateInstance(t)!).Run());
    }

    // [Good CWE-470] only names of a list reach the look-up
    [HttpGet]
    public IActionResult ReportSwitch(string type)
    {
        if (type != "Sales" && type != "Costs") return NotFound();
        return Ok(Activator.CreateInstance(Type.GetType("Rules.App." + type)!));
    }

    // [Bad CWE-470] a method by the client's name
    [HttpPost]
    public IActionResult Invoke(string method)
    {
        var m = GetType().GetMethod(method, BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public);
        return Ok(m?.Invoke(this, null));
    }

    // [Bad CWE-470] InvokeMember
    [HttpPost]
    public object? Member(string name) => typeof(RulesController).InvokeMember(name, BindingFlags.InvokeMethod, null, this, null);

    // [Bad CWE-114] an assembly by the client's path
    [HttpPost]
    public IActionResult Plugin(string file)
    {
        var assembly = Assembly.LoadFrom(file);
        return Ok(assembly.GetTypes().Length);
    }

    // [Bad CWE-114] an uploaded assembly
    [HttpPost]
    public async Task<IActionResult> Upload(IFormFile file)
    {
        using var memory = new MemoryStream();
        await file.CopyToAsync(memory);
        var assembly = Assembly.Load(memory.ToArray());
        return Ok(assembly.FullName);
    }

    // [Good CWE-114] an assembly of the program's folder
    [HttpPost]
    public IActionResult Own()
    {
        var assembly = Assembly.LoadFrom(Path.Combine(AppContext.BaseDirectory, "Plugins.dll"));
        return Ok(assembly.FullName);
    }
}

// [Bad CWE-94] a hub evaluates what a client sends
public class CalcHub : Hub
{
    public async Task Calculate(string formula)
    {
        var result = await CSharpScript.EvaluateAsync(formula);
        await Clients.Caller.SendAsync("result", result);
    }
}

// [Good CWE-94] a hub adds numbers
public class SumHub : Hub
{
    public async Task Calculate(double a, double b) => await Clients.Caller.SendAsync("result", a + b);
}

class Templates
{
    // [Bad CWE-1336] the template itself is the client's
    public static void Map(WebApplication app) => app.MapPost("/render", (HttpRequest request) =>
    {
        var text = request.Form["template"].ToString();
        var template = Scriban.Template.Parse(text);
        return template.Render(new { name = "x" });
    });

    // [Good CWE-1336] the client's text is a value of a fixed template
    public static void MapValue(WebApplication app) => app.MapPost("/render2", (HttpRequest request) =>
    {
        var text = request.Form["name"].ToString();
        var template = Scriban.Template.Parse("Hello {{ name }}");
        return Results.Text(template.Render(new { name = text }));
    });
}
