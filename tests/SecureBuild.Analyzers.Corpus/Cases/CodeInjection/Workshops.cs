// Formulas, rules and plugins.
using System.Data;
using System.Linq.Dynamic.Core;
using System.Linq.Expressions;
using System.Reflection;
using Jint;
using Microsoft.AspNetCore.Mvc;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;

namespace Corpus.CodeInjection.Workshops;

public sealed record Article(int Id, string Name, decimal Price);

// [Bad CWE-94] the formula of the cell is a script
[Route("cells")]
public sealed class CellsController : Controller
{
    [HttpPost]
    public async Task<IActionResult> Evaluate([FromBody] Cell cell)
    {
        try
        {
            var value = await CSharpScript.EvaluateAsync<double>("(" + cell.Formula + ")", ScriptOptions.Default);
            return Ok(value);
        }
        catch (ArithmeticException)
        {
            return BadRequest();
        }
    }
}

public sealed class Cell { public string Formula { get; set; } = ""; }

// [Good CWE-94] the script is a part of the program
public sealed class BuiltInRules
{
    const string Rule = "Price > 100";

    public Task<bool> AppliesAsync(Article article) => CSharpScript.EvaluateAsync<bool>(Rule, globals: article);
}

// [Bad CWE-95] a calculator by DataTable
public static class Calculator
{
    public static void Map(WebApplication app) => app.MapGet("/calculate", (string term) =>
    {
        using var table = new DataTable();
        var column = new DataColumn("value", typeof(double), term);
        table.Columns.Add(column);
        table.Rows.Add();
        return Results.Ok(table.Rows[0]["value"]);
    });
}

// [Good CWE-95] only digits and signs of arithmetic are calculated
public static class StrictCalculator
{
    public static void Map(WebApplication app) => app.MapGet("/calculate", (string term) =>
    {
        if (!term.All(character => char.IsAsciiDigit(character) || "+-*/(). ".Contains(character)))
            return Results.BadRequest();
        using var table = new DataTable();
        return Results.Ok(table.Compute(term, null));
    });
}

// [Bad CWE-94] the predicate of dynamic LINQ comes with the request
[Route("articles")]
public sealed class ArticlesController(IQueryable<Article> articles) : Controller
{
    [HttpGet]
    public IActionResult List([FromQuery] Listing listing)
    {
        var query = articles;
        if (listing.Where is { Length: > 0 } where)
            query = query.Where(where);
        return Ok(query.Take(50).ToList());
    }
}

public sealed class Listing { public string? Where { get; set; } public string? Order { get; set; } }

// [Good CWE-94] the column is one of the article's
[Route("articles2")]
public sealed class OrderedArticlesController(IQueryable<Article> articles) : Controller
{
    [HttpGet]
    public IActionResult List(string order)
    {
        var column = order switch { "name" => nameof(Article.Name), "price" => nameof(Article.Price), _ => nameof(Article.Id) };
        return Ok(articles.OrderBy(column).Take(50).ToList());
    }
}

// [Good CWE-94] the value is an argument of the predicate
[Route("articles3")]
public sealed class ArgumentArticlesController(IQueryable<Article> articles) : Controller
{
    [HttpGet]
    public IActionResult List(string name) => Ok(articles.Where("Name == @0", name).ToList());
}

// [Bad CWE-470] the handler's class is named by the message
[Route("messages")]
public sealed class MessagesController(IServiceProvider services) : Controller
{
    [HttpPost("{kind}")]
    public IActionResult Handle(string kind)
    {
        var type = Assembly.GetExecutingAssembly().GetType("Corpus.Handlers." + kind + "Handler", throwOnError: true)!;
        var handler = ActivatorUtilities.CreateInstance(services, type);
        type.GetMethod("Run")!.Invoke(handler, null);
        return Ok();
    }
}

// [Good CWE-470] the handler's class is looked up
[Route("messages2")]
public sealed class KnownMessagesController(IServiceProvider services) : Controller
{
    static readonly Dictionary<string, Type> s_handlers = new(StringComparer.Ordinal) { ["order"] = typeof(OrderHandler), ["refund"] = typeof(RefundHandler) };

    [HttpPost("{kind}")]
    public IActionResult Handle(string kind)
    {
        if (!s_handlers.TryGetValue(kind, out var type))
            return NotFound();
        return Ok(Activator.CreateInstance(type));
    }
}

public sealed class OrderHandler;

public sealed class RefundHandler;

// [Bad CWE-470] the client names the property to set
[Route("settings")]
public sealed class SettingsController(Preferences preferences) : Controller
{
    [HttpPut("{name}")]
    public IActionResult Set(string name, [FromBody] string value)
    {
        typeof(Preferences).InvokeMember(name, BindingFlags.SetProperty | BindingFlags.Public | BindingFlags.Instance, null, preferences, [value]);
        return NoContent();
    }
}

public sealed class Preferences { public string Colour { get; set; } = ""; public string Role { get; set; } = ""; }

// [Bad CWE-94] a script for Jint that a worker takes from the table of jobs
public sealed class JobRunner(Queue<Job> jobs)
{
    public void Enqueue(HttpRequest request) => jobs.Enqueue(new Job(request.Form["script"].ToString()));

    public void RunNext()
    {
        using var engine = new Engine();
        engine.Execute(jobs.Dequeue().Script);
    }
}

public sealed record Job(string Script);

// [Good CWE-94] the value is handed to the script
public sealed class ValueRunner
{
    public object Run(HttpRequest request)
    {
        using var engine = new Engine();
        return engine.SetValue("amount", request.Query["amount"].ToString()).Evaluate("Number(amount) * 1.1");
    }
}

// [Bad CWE-114] the plugin that the request names is loaded
[Route("plugins")]
public sealed class PluginsController : Controller
{
    [HttpPost]
    public IActionResult Load(string file)
    {
        var assembly = Assembly.LoadFrom(Path.Combine(AppContext.BaseDirectory, "plugins", file));
        return Ok(assembly.GetTypes().Length);
    }
}

// [Good CWE-114] plugins that are there
[Route("plugins2")]
public sealed class FoundPluginsController : Controller
{
    [HttpPost]
    public IActionResult Load(string file)
    {
        var found = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "plugins"), "*.dll").FirstOrDefault(path => Path.GetFileName(path) == file);
        return found is null ? NotFound() : Ok(Assembly.LoadFrom(found).GetTypes().Length);
    }
}
