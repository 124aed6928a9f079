// Code, expressions and types by name, in small samples.
using System.Data;
using System.Linq.Dynamic.Core;
using System.Reflection;
using Jint;
using Microsoft.AspNetCore.Mvc;
using Microsoft.CodeAnalysis.CSharp.Scripting;

namespace Corpus.CodeInjection.Benchmarks;

// [Bad CWE-94] a calculator
public class CalculatorController : ControllerBase
{
    [HttpGet("/calc")]
    public async Task<IActionResult> Calc(string expression) => Ok(await CSharpScript.EvaluateAsync<double>("1.0 * (" + expression + ")"));
}

// [Good CWE-94] a calculator of two numbers
public class SafeCalculatorController : ControllerBase
{
    [HttpGet("/safe-calc")]
    public IActionResult Calc(double a, double b, string op) => op switch { "+" => Ok(a + b), "-" => Ok(a - b), "*" => Ok(a * b), _ => BadRequest() };
}

// [Bad CWE-95] a table computes
public class ComputeController : ControllerBase
{
    [HttpGet("/compute")]
    public IActionResult Compute(string formula) => Ok(new DataTable().Compute(formula, null));
}

// [Good CWE-95] a table computes digits and signs
public class SafeComputeController : ControllerBase
{
    [HttpGet("/safe-compute")]
    public IActionResult Compute(string formula)
    {
        foreach (var c in formula)
            if (!char.IsAsciiDigit(c) && c is not ('+' or '-' or '*' or '/' or '(' or ')' or '.'))
                return BadRequest();
        return Ok(new DataTable().Compute(formula, null));
    }
}

// [Bad CWE-470] a report by its class
public class ReportController(IServiceProvider services) : ControllerBase
{
    [HttpGet("/report/{kind}")]
    public IActionResult Run(string kind)
    {
        var type = Assembly.GetExecutingAssembly().GetType("Corpus.Reports." + kind);
        var report = Activator.CreateInstance(type!);
        return Ok(type!.GetMethod("Run")!.Invoke(report, null));
    }
}

// [Good CWE-470] a report by a switch
public class SafeReportController : ControllerBase
{
    [HttpGet("/safe-report/{kind}")]
    public IActionResult Run(string kind)
    {
        Type? type = kind switch { "sales" => typeof(DataTable), "stock" => typeof(DataSet), _ => null };
        return type is null ? NotFound() : Ok(Activator.CreateInstance(type));
    }
}

// [Bad CWE-470] a method by its name
public class CommandController : ControllerBase
{
    public sealed class Commands { public string Start() => "started"; public string Stop() => "stopped"; }

    [HttpPost("/command/{name}")]
    public IActionResult Run(string name) => Ok(typeof(Commands).InvokeMember(name, BindingFlags.InvokeMethod | BindingFlags.Public | BindingFlags.Instance, null, new Commands(), null));
}

// [Good CWE-470] a method by its name, from a list
public class SafeCommandController : ControllerBase
{
    static readonly string[] s_allowed = ["Start", "Stop"];

    [HttpPost("/safe-command/{name}")]
    public IActionResult Run(string name)
    {
        if (!s_allowed.Contains(name, StringComparer.Ordinal))
            return NotFound();
        return Ok(typeof(CommandController.Commands).GetMethod(name)!.Invoke(new CommandController.Commands(), null));
    }
}

// [Bad CWE-94] JavaScript on the server
public class RuleController : ControllerBase
{
    [HttpPost("/rule")]
    public IActionResult Run([FromBody] RuleRequest request)
    {
        using var engine = new Engine();
        engine.SetValue("amount", request.Amount);
        engine.Execute(request.Script);
        return Ok();
    }

    public sealed record RuleRequest(string Script, double Amount);
}

// [Bad CWE-94] a filter as a text
public class FilterController : ControllerBase
{
    static readonly List<DataColumn> s_columns = [];

    [HttpGet("/filter")]
    public IActionResult Filter(string where) => Ok(s_columns.AsQueryable().Where(where).Count());
}

// [Good CWE-94] a filter as a text of ours
public class SafeFilterController : ControllerBase
{
    static readonly List<DataColumn> s_columns = [];

    [HttpGet("/safe-filter")]
    public IActionResult Filter(string name) => Ok(s_columns.AsQueryable().Where("ColumnName == @0", name).Count());
}

// [Bad CWE-114] a plug-in by its path
public class PluginController : ControllerBase
{
    [HttpPost("/plugin")]
    public IActionResult Load(string plugin)
    {
        var assembly = Assembly.LoadFrom(Path.Combine(AppContext.BaseDirectory, "plugins", plugin + ".dll"));
        return Ok(assembly.FullName);
    }
}
