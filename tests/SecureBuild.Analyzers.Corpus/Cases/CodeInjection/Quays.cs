// Code, expressions, types and templates that somebody else chooses.
using System.Data;
using System.Linq.Dynamic.Core;
using System.Linq.Expressions;
using System.Reflection;
using HandlebarsDotNet;
using Jint;
using Microsoft.AspNetCore.Mvc;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;
using Scriban;

namespace Corpus.CodeInjection.Quays;

public sealed class Discount
{
    public string Code { get; set; } = "";

    public string Formula { get; set; } = "";
}

public interface IFormulaEngine
{
    Task<decimal> EvaluateAsync(string formula, decimal price);
}

// [Bad CWE-94] a formula of a discount that a client posts, behind an interface
public sealed class ScriptFormulas : IFormulaEngine
{
    public sealed record Globals(decimal Price);

    public Task<decimal> EvaluateAsync(string formula, decimal price) =>
        CSharpScript.EvaluateAsync<decimal>("return " + formula + ";", ScriptOptions.Default, new Globals(price), typeof(Globals));
}

// [same case]
[ApiController, Route("discounts")]
public sealed class DiscountsController(IFormulaEngine formulas) : ControllerBase
{
    [HttpPost("try")]
    public async Task<decimal> Try([FromBody] Discount discount) => await formulas.EvaluateAsync(discount.Formula, 100m);
}

// [Good CWE-94] the formula's name selects one of the program's functions
[ApiController, Route("fixed-discounts")]
public sealed class FixedDiscountsController : ControllerBase
{
    static readonly Dictionary<string, Func<decimal, decimal>> s_formulas = new() { ["half"] = price => price / 2, ["tenth"] = price => price * 0.9m };

    [HttpPost("try")]
    public ActionResult<decimal> Try([FromBody] Discount discount) => s_formulas.GetValueOrDefault(discount.Formula)?.Invoke(100m) is { } price ? price : BadRequest();
}

// [Bad CWE-94] a column's expression from the query string
public sealed class SheetEndpoint
{
    readonly DataTable _table = new();

    public object Sum(string expression, string? filter = null) => _table.Compute(expression, filter);
}

// [same case]
public static class SheetEndpoints
{
    public static void Map(WebApplication app, SheetEndpoint sheet) => app.MapGet("/sum", (HttpRequest request) => sheet.Sum($"SUM({request.Query["column"]})"));
}

// [Good CWE-94] the column must be one of the table's
public static class SafeSheetEndpoints
{
    public static void Map(WebApplication app, DataTable table) => app.MapGet("/safe-sum", (string column) =>
        table.Columns.Cast<DataColumn>().FirstOrDefault(each => each.ColumnName == column) is { } known
            ? Results.Ok(table.Compute($"SUM({known.ColumnName})", ""))
            : Results.NotFound());
}

// [Bad CWE-470] a command's class by its name from the request
public sealed class CommandDispatcher
{
    public object? Dispatch(string name, IDictionary<string, string> arguments)
    {
        var type = Assembly.GetExecutingAssembly().GetType("Corpus.Commands." + name, throwOnError: true)!;
        var command = Activator.CreateInstance(type);
        return type.GetMethod("Run")!.Invoke(command, [arguments]);
    }
}

// [same case]
public sealed class CommandsController(CommandDispatcher dispatcher) : ControllerBase
{
    [HttpPost("commands/{name}")]
    public IActionResult Post(string name, [FromBody] Dictionary<string, string> arguments) => Ok(dispatcher.Dispatch(name, arguments));
}

public interface ICommandHandler
{
    string Name { get; }

    object Run(IDictionary<string, string> arguments);
}

// [Good CWE-470] the handlers are registered; the name finds one of them
public sealed class RegisteredCommandsController(IEnumerable<ICommandHandler> handlers) : ControllerBase
{
    [HttpPost("registered-commands/{name}")]
    public IActionResult Post(string name, [FromBody] Dictionary<string, string> arguments)
    {
        var handler = handlers.FirstOrDefault(each => string.Equals(each.Name, name, StringComparison.OrdinalIgnoreCase));
        if (handler is null)
            return NotFound();
        var instance = Activator.CreateInstance(handler.GetType());
        return Ok((instance as ICommandHandler)?.Run(arguments));
    }
}

// [Bad CWE-95] a sort clause for Dynamic LINQ out of a paging object
public sealed record Paging(int Page = 1, int Size = 20, string Sort = "Code");

// [same case]
public static class PagingExtensions
{
    public static IQueryable<T> Apply<T>(this IQueryable<T> query, Paging paging) =>
        query.OrderBy(paging.Sort).Skip((paging.Page - 1) * paging.Size).Take(paging.Size);
}

// [same case]
public sealed class PagedController(IQueryable<Discount> discounts) : ControllerBase
{
    [HttpGet("paged")]
    public IEnumerable<Discount> Get([FromQuery] Paging paging) => discounts.Apply(paging);
}

// [Good CWE-95] the sort clause becomes an expression of a known property
public sealed class SafePagedController(IQueryable<Discount> discounts) : ControllerBase
{
    [HttpGet("safe-paged")]
    public IEnumerable<Discount> Get(string sort, bool descending)
    {
        Expression<Func<Discount, object>> key = sort switch
        {
            nameof(Discount.Code) => discount => discount.Code,
            _ => discount => discount.Formula,
        };
        return descending ? discounts.OrderByDescending(key) : discounts.OrderBy(key);
    }
}

// [Bad CWE-1336] a template of a mail, edited in the browser
public sealed class MailPreviewModel : Microsoft.AspNetCore.Mvc.RazorPages.PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public string? Preview { get; private set; }

    public void OnPost()
    {
        var template = Template.Parse(Input.Body);
        Preview = template.Render(new { User.Identity?.Name });
    }

    public sealed class InputModel
    {
        public string Subject { get; set; } = "";

        public string Body { get; set; } = "";
    }
}

// [Good CWE-1336] the template is a constant, what the client writes is its model
public sealed class SafeMailPreviewModel : Microsoft.AspNetCore.Mvc.RazorPages.PageModel
{
    [BindProperty]
    public string Greeting { get; set; } = "";

    public string? Preview { get; private set; }

    public void OnPost() => Preview = Handlebars.Compile("{{greeting}}, it is ready.")(new { greeting = Greeting });
}

// [Bad CWE-94] scripts that are held in a dictionary until they run
public sealed class ScriptStore
{
    readonly Dictionary<string, string> _scripts = [];

    public void Save(string name, string script) => _scripts[name] = script;

    public object? Run(string name)
    {
        using var engine = new Engine();
        return _scripts.TryGetValue(name, out var script) ? engine.Evaluate(script) : null;
    }
}

// [same case]
[ApiController, Route("scripts/{name}")]
public sealed class ScriptsController(ScriptStore store) : ControllerBase
{
    [HttpPut]
    public async Task<IActionResult> Put(string name)
    {
        using var reader = new StreamReader(Request.Body);
        store.Save(name, await reader.ReadToEndAsync());
        return NoContent();
    }

    [HttpPost("run")]
    public object? Run(string name) => store.Run(name);
}

// [Good CWE-94] the client's values are variables of a script that is an embedded file
public sealed class FixedScript
{
    static readonly string s_script = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "rules.js"));

    public object Run(string customer, decimal amount)
    {
        using var engine = new Engine();
        return engine.SetValue("customer", customer).SetValue("amount", amount).Evaluate(s_script);
    }
}

// [same case]
[ApiController, Route("fixed-scripts")]
public sealed class FixedScriptsController(FixedScript script) : ControllerBase
{
    [HttpPost("run")]
    public object Run(string customer, decimal amount) => script.Run(customer, amount);
}
