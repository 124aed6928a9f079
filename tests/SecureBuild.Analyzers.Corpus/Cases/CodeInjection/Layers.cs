using System.Linq.Dynamic.Core;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.SignalR;
using Microsoft.CodeAnalysis.CSharp.Scripting;

namespace Layers;

public interface IRules { Task<object> RunAsync(string rule); }

// [Bad CWE-94] a script engine behind an interface
public sealed class ScriptRules : IRules
{
    public Task<object> RunAsync(string rule) => CSharpScript.EvaluateAsync<object>("return " + rule + ";");
}

// [same case]
[ApiController]
public sealed class RulesController(IRules rules) : ControllerBase
{
    [HttpPost("rules")]
    public async Task<IActionResult> Run([FromBody] string rule) => Ok(await rules.RunAsync(rule));
}

// [Good CWE-94] one of our own scripts
[ApiController]
public sealed class SafeRulesController(IRules rules) : ControllerBase
{
    static readonly Dictionary<string, string> s_rules = new() { ["tax"] = "1.19m * 100", ["none"] = "0m" };

    [HttpPost("safe-rules")]
    public async Task<IActionResult> Run(string name) => s_rules.TryGetValue(name, out var rule) ? Ok(await rules.RunAsync(rule)) : NotFound();
}

public interface IHandler { void Handle(); }
public sealed class PrintHandler : IHandler { public void Handle() { } }
public sealed class MailHandler : IHandler { public void Handle() { } }

// [Bad CWE-470] the type's name is the client's
public sealed class HandlerHub : Hub
{
    public void Run(string handler)
    {
        var type = Type.GetType("Layers." + handler + "Handler");
        var instance = (IHandler)Activator.CreateInstance(type!)!;
        instance.Handle();
    }
}

// [Good CWE-470] a switch names the types
public sealed class SafeHandlerHub : Hub
{
    public void Run(string handler)
    {
        Type type = handler switch { "print" => typeof(PrintHandler), "mail" => typeof(MailHandler), _ => throw new HubException() };
        ((IHandler)Activator.CreateInstance(type)!).Handle();
    }
}

// [Bad CWE-470] the method's name is the client's
public static class InvokeEndpoint
{
    public static void Map(WebApplication app) => app.MapPost("/invoke/{method}", (string method, PrintHandler handler) =>
    {
        var info = handler.GetType().GetMethod(method, BindingFlags.Public | BindingFlags.Instance);
        return Results.Ok(info?.Invoke(handler, null));
    });
}

// [Bad CWE-114] a plugin by path
[ApiController]
public sealed class PluginController : ControllerBase
{
    [HttpPost("plugins")]
    public IActionResult Load([FromForm] string path)
    {
        var assembly = AssemblyLoadContext.Default.LoadFromAssemblyPath(Path.GetFullPath(path));
        return Ok(assembly.FullName);
    }
}

// [Good CWE-114] a plugin by a list
[ApiController]
public sealed class SafePluginController : ControllerBase
{
    static readonly string[] s_plugins = ["Reports", "Charts"];

    [HttpPost("safe-plugins")]
    public IActionResult Load([FromForm] string name)
    {
        var known = s_plugins.FirstOrDefault(plugin => plugin == name);
        return known is null ? NotFound() : Ok(Assembly.LoadFrom(Path.Combine(AppContext.BaseDirectory, known + ".dll")).FullName);
    }
}

public record Item(string Name, int Price);

// [Bad CWE-94] a dynamic query
[ApiController]
public sealed class ItemsController : ControllerBase
{
    readonly List<Item> _items = [];

    [HttpGet("items")]
    public IActionResult Find(string filter) => Ok(_items.AsQueryable().Where("Price > 0 && " + filter).Count());
}

// [Good CWE-94] a dynamic query with a value
[ApiController]
public sealed class SafeItemsController : ControllerBase
{
    readonly List<Item> _items = [];

    [HttpGet("safe-items")]
    public IActionResult Find(string name) => Ok(_items.AsQueryable().Where("Name == @0", name).Count());
}

// [Bad CWE-94] DataTable.Compute
[ApiController]
public sealed class CalculatorController : ControllerBase
{
    [HttpGet("calculate")]
    public IActionResult Calculate(string expression) => Ok(new System.Data.DataTable().Compute(expression, null));
}
