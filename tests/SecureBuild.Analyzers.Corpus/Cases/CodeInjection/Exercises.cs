// Types, methods, assemblies and programs that a request names.
using System.CodeDom.Compiler;
using System.ComponentModel;
using System.Data;
using System.Linq.Expressions;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using Microsoft.AspNetCore.Mvc;
using Microsoft.CodeAnalysis.CSharp.Scripting;

namespace Corpus.CodeInjection.Exercises;

// [Bad CWE-470] a handler by its class name, by way of the assembly
public class CommandBus : ControllerBase
{
    [HttpPost("bus/{command}")]
    public IActionResult Send(string command, [FromBody] string payload)
    {
        var handler = Assembly.GetExecutingAssembly().CreateInstance("Shop.Commands." + command, ignoreCase: true);
        return Ok(handler is null ? null : handler.ToString() + payload);
    }
}

// [Good CWE-470] a handler by its name, of those that are registered
public class RegisteredBus(IEnumerable<IBusHandler> handlers) : ControllerBase
{
    [HttpPost("bus/{command}")]
    public IActionResult Send(string command, [FromBody] string payload)
    {
        var handler = handlers.FirstOrDefault(each => each.GetType().Name == command);
        return handler is null ? NotFound() : Ok(handler.Handle(payload));
    }
}

public interface IBusHandler
{
    string Handle(string payload);
}

// [Bad CWE-470] any method of the service, by InvokeMember
public class ReportService : ControllerBase
{
    [HttpGet]
    public IActionResult Run([FromQuery] string method, [FromQuery] string[] arguments)
    {
        var result = typeof(ReportService).InvokeMember(method, BindingFlags.InvokeMethod | BindingFlags.Public | BindingFlags.Instance, null, this, arguments);
        return Ok(result);
    }
}

// [Good CWE-470] two methods of the service, by a switch
public class SwitchedReports : ControllerBase
{
    [HttpGet]
    public IActionResult Run([FromQuery] string method)
    {
        var name = method switch { "daily" => nameof(Daily), "weekly" => nameof(Weekly), _ => null };
        if (name is null)
            return NotFound();
        return Ok(typeof(SwitchedReports).GetMethod(name)!.Invoke(this, null));
    }

    [NonAction]
    public string Daily() => "daily";

    [NonAction]
    public string Weekly() => "weekly";
}

// [Bad CWE-94] the upload is loaded as an assembly
public class PluginUpload : ControllerBase
{
    [HttpPost]
    public async Task<IActionResult> Install(IFormFile plugin)
    {
        using var memory = new MemoryStream();
        await plugin.CopyToAsync(memory);
        var assembly = Assembly.Load(memory.ToArray());
        return Ok(assembly.GetTypes().Select(each => each.Name));
    }
}

// [Bad CWE-114] a plug-in by its path, in a context of its own
public class PluginContext : ControllerBase
{
    [HttpPost]
    public IActionResult Load([FromQuery] string name)
    {
        var context = new AssemblyLoadContext("plugins", isCollectible: true);
        var assembly = context.LoadFromAssemblyPath($"/srv/plugins/{name}.dll");
        return Ok(assembly.FullName);
    }
}

// [Good CWE-114] all plug-ins of the folder
public class PluginFolder
{
    public IReadOnlyList<Assembly> Load()
    {
        var context = new AssemblyLoadContext("plugins", isCollectible: true);
        return Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "plugins"), "*.dll").Select(context.LoadFromAssemblyPath).ToList();
    }
}

// [Bad CWE-94] a formula from the query is run as a script
public class FormulaController : ControllerBase
{
    [HttpGet]
    public async Task<IActionResult> Compute([FromQuery] string formula) => Ok(await CSharpScript.EvaluateAsync<double>("return " + formula + ";"));
}

// [Good CWE-94] a formula of two numbers
public class NumberController : ControllerBase
{
    [HttpGet]
    public async Task<IActionResult> Compute([FromQuery] double a, [FromQuery] int b) =>
        Ok(await CSharpScript.EvaluateAsync<double>($"return {a.ToString(System.Globalization.CultureInfo.InvariantCulture)} * {b};"));
}

// [Bad CWE-94] source text from the body is compiled
public class CompileController : ControllerBase
{
    [HttpPost]
    public IActionResult Compile([FromBody] string source)
    {
        using var provider = CodeDomProvider.CreateProvider("CSharp");
        var results = provider.CompileAssemblyFromSource(new CompilerParameters { GenerateInMemory = true }, source);
        return Ok(results.Errors.Count);
    }
}

// [Bad CWE-470] a COM class by what the client calls it
public class AutomationController : ControllerBase
{
    [HttpPost]
    public IActionResult Start([FromForm] string progId)
    {
        var type = Type.GetTypeFromProgID(progId);
        return Ok(Activator.CreateInstance(type!)?.ToString());
    }
}

// [Bad CWE-470] a property is set by the name that the form has, on an object of the named type
public class FormBinder : ControllerBase
{
    [HttpPost]
    public IActionResult Bind(IFormCollection form)
    {
        string typeName = form["__type"]!;
        var instance = Activator.CreateInstance("Shop.Models", typeName)!.Unwrap();
        return Ok(instance?.GetType().Name);
    }
}

// [Good CWE-470] a generic repository of a type that the route's number chooses
public class EntityController : ControllerBase
{
    static readonly Type[] Entities = [typeof(Uri), typeof(Version), typeof(DateTime)];

    [HttpGet("{kind:int}")]
    public IActionResult Get(int kind)
    {
        if (kind < 0 || kind >= Entities.Length)
            return NotFound();
        var list = Activator.CreateInstance(typeof(List<>).MakeGenericType(Entities[kind]));
        return Ok(list);
    }
}

// [Bad CWE-114] a native library by a name from the query
public class CodecController : ControllerBase
{
    [HttpGet]
    public IActionResult Probe([FromQuery] string codec)
    {
        var handle = NativeLibrary.Load(codec);
        NativeLibrary.Free(handle);
        return Ok();
    }
}

// [Good CWE-94] an expression tree is built of a property that exists and a value
public static class Filters
{
    public static Func<T, bool> Equal<T>(string property, string value)
    {
        var parameter = Expression.Parameter(typeof(T));
        var member = Expression.Property(parameter, property);
        return Expression.Lambda<Func<T, bool>>(Expression.Equal(member, Expression.Constant(value)), parameter).Compile();
    }
}
