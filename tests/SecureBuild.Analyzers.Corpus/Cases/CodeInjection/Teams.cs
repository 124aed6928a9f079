// Code and types by name, in teams' services.
using System.Linq.Dynamic.Core;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.AspNetCore.Mvc;
using Microsoft.CodeAnalysis.CSharp.Scripting;

namespace Corpus.CodeInjection.Teams;

// [Bad CWE-470] a handler by the name in the route
public static class Handlers
{
    public static void Map(WebApplication app) => app.MapPost("/run/{handler}", (string handler, IServiceProvider services) =>
    {
        var type = Assembly.GetExecutingAssembly().GetTypes().FirstOrDefault(each => each.Name == handler) ?? Type.GetType(handler);
        return ActivatorUtilities.CreateInstance(services, type!).ToString();
    });
}

// [Good CWE-470] a handler of a list
public static class KnownHandlers
{
    static readonly IReadOnlyDictionary<string, Type> s_types = new Dictionary<string, Type> { ["guid"] = typeof(Guid), ["uri"] = typeof(Uri) };

    public static void Map(WebApplication app) => app.MapPost("/run-known/{handler}", (string handler, IServiceProvider services) =>
        s_types.TryGetValue(handler, out var type) ? Results.Ok(ActivatorUtilities.CreateInstance(services, type).ToString()) : Results.NotFound());
}

// [Bad CWE-94] a formula that a user stores
public class FormulaController : ControllerBase
{
    [HttpPost("/formula")]
    public async Task<IActionResult> Evaluate([FromBody] Dictionary<string, string> request)
    {
        if (!request.TryGetValue("formula", out var formula))
            return BadRequest();
        return Ok(await CSharpScript.EvaluateAsync<double>("return " + formula + ";"));
    }
}

// [Good CWE-94] a formula of numbers
public class NumberFormulaController : ControllerBase
{
    [HttpPost("/number-formula")]
    public async Task<IActionResult> Evaluate([FromBody] Dictionary<string, double> request)
    {
        if (!request.TryGetValue("factor", out var factor))
            return BadRequest();
        return Ok(await CSharpScript.EvaluateAsync<double>("return " + factor + " * 2;"));
    }
}

// [Bad CWE-470] a method by its name
public class RpcController : ControllerBase
{
    [HttpPost("/rpc/{method}")]
    public IActionResult Call(string method, [FromBody] object[] arguments) =>
        Ok(GetType().GetMethod(method, BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public)?.Invoke(this, arguments));
}

// [Bad CWE-829] a plug-in from where the form says
public static class PlugIns
{
    public static void Map(WebApplication app) => app.MapPost("/plugins", async (HttpRequest request) =>
    {
        var form = await request.ReadFormAsync();
        var context = new AssemblyLoadContext("plug-in", isCollectible: true);
        return context.LoadFromAssemblyPath(form["path"]!).FullName;
    });
}

// [Good CWE-829] a plug-in of a list
public static class KnownPlugIns
{
    public static void Map(WebApplication app) => app.MapPost("/known-plugins", async (HttpRequest request) =>
    {
        var form = await request.ReadFormAsync();
        var context = new AssemblyLoadContext("plug-in", isCollectible: true);
        var name = form["name"].ToString() switch { "pdf" => "Pdf.dll", "csv" => "Csv.dll", _ => "None.dll" };
        return context.LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, name)).FullName;
    });
}
