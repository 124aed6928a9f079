// Names that become code.
using System.Data;
using System.Diagnostics;
using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.CodeInjection.Drills;

// [Bad CWE-470] a delegate is made of a method's name
public class Jobs : ControllerBase
{
    [HttpPost("jobs/{name}")]
    public IActionResult Run(string name)
    {
        var job = (Action)Delegate.CreateDelegate(typeof(Action), this, name);
        job();
        return Ok();
    }
}

// [Good CWE-470] a delegate of a table
public class TableJobs : ControllerBase
{
    private static readonly Dictionary<string, Action> Known = new(StringComparer.OrdinalIgnoreCase) { ["sweep"] = Sweep, ["report"] = Report };

    [HttpPost("jobs/{name}")]
    public IActionResult Run(string name)
    {
        if (!Known.TryGetValue(name, out var job))
            return NotFound();
        job();
        return Ok();
    }

    static void Sweep() => Console.WriteLine("sweep");

    static void Report() => Console.WriteLine("report");
}

// [Bad CWE-470] a service by the type's name of the route
public class ServiceController(IServiceProvider services) : ControllerBase
{
    [HttpGet("service/{type}")]
    public IActionResult Get(string type)
    {
        var service = ActivatorUtilities.CreateInstance(services, Type.GetType(type)!);
        return Ok(service.ToString());
    }
}

// [Bad CWE-470] the field of any class is read
public class Inspector : ControllerBase
{
    [HttpGet]
    public IActionResult Read(string type, string field)
    {
        var info = AppDomain.CurrentDomain.GetAssemblies().Select(each => each.GetType(type)).First(each => each is not null)!.GetField(field, BindingFlags.Static | BindingFlags.NonPublic);
        return Ok(info?.GetValue(null));
    }
}

// [Good CWE-470] the name of a type is checked against a namespace's list
public class CheckedInspector : ControllerBase
{
    private static readonly HashSet<string> Allowed = ["Shop.Order", "Shop.Customer"];

    [HttpGet]
    public IActionResult Read(string type)
    {
        if (!Allowed.Contains(type))
            return BadRequest();
        return Ok(Activator.CreateInstance(Type.GetType(type)!));
    }
}

// [Bad CWE-114] an assembly by its name, in the current domain
public class Extensions : ControllerBase
{
    [HttpPost]
    public IActionResult Add([FromForm] string assemblyName)
    {
        var assembly = Assembly.Load(new AssemblyName(assemblyName));
        return Ok(assembly.Location);
    }
}

// [Bad CWE-114] an assembly out of the folder of uploads
public class Uploaded : ControllerBase
{
    [HttpPost]
    public IActionResult Run([FromForm] string file)
    {
        var path = Path.Combine("/srv/uploads", Path.GetFileName(file));
        var plugin = Assembly.LoadFrom(path);
        plugin.EntryPoint?.Invoke(null, null);
        return Ok();
    }
}

// [Good CWE-114] an assembly that the configuration names
public class Configured(IConfiguration configuration)
{
    public Assembly Load() => Assembly.LoadFrom(Path.Combine(AppContext.BaseDirectory, configuration["Plugin"]!));
}

// [Bad CWE-94] an expression of a column
public class Columns : ControllerBase
{
    [HttpGet]
    public IActionResult Sum(string expression)
    {
        var table = new DataTable();
        table.Columns.Add("a", typeof(int));
        table.Columns.Add("b", typeof(int), expression);
        table.Rows.Add(1);
        return Ok(table.Rows[0]["b"]);
    }
}

// [Good CWE-94] an expression of a column that stands here
public class FixedColumns : ControllerBase
{
    [HttpGet]
    public IActionResult Sum(int value)
    {
        var table = new DataTable();
        table.Columns.Add("a", typeof(int));
        table.Columns.Add("b", typeof(int), "a * 2");
        table.Rows.Add(value);
        return Ok(table.Rows[0]["b"]);
    }
}

// [Bad CWE-94] a script of the body
public class Administration : ControllerBase
{
    [HttpPost]
    public async Task<IActionResult> Run([FromBody] string script)
    {
        var result = await Microsoft.CodeAnalysis.CSharp.Scripting.CSharpScript.RunAsync(script);
        return Ok(result);
    }
}
