using System.Collections.Concurrent;
using System.Data.Common;
using System.Threading.Channels;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;

namespace Handover;

// Values that one method puts somewhere and another takes out again: the two never call each other.

public static class Sql
{
    public static void Run(DbConnection db, string text)
    {
        using var command = db.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }
}

// [Bad CWE-89] what the endpoint writes into the channel the worker reads into a statement
[ApiController, Route("imports")]
public sealed class ImportsController(ImportChannel imports) : ControllerBase
{
    [HttpPost]
    public async Task<IActionResult> Start(string table)
    {
        await imports.Orders.Writer.WriteAsync(new ImportOrder(table, DateTime.UtcNow));
        return Accepted();
    }
}

// [same case]
public sealed class ImportChannel
{
    public Channel<ImportOrder> Orders { get; } = Channel.CreateUnbounded<ImportOrder>();
}

public sealed record ImportOrder(string Table, DateTime At);

// [same case]
public sealed class ImportWorker(ImportChannel imports, DbConnection db) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var order in imports.Orders.Reader.ReadAllAsync(stoppingToken))
        {
            using var command = db.CreateCommand();
            command.CommandText = "delete from " + order.Table;
            await command.ExecuteNonQueryAsync(stoppingToken);
        }
    }
}

// [Good CWE-89] the endpoint lets only known names into the channel
[ApiController, Route("exports")]
public sealed class ExportsController(ExportChannel exports) : ControllerBase
{
    [HttpPost]
    public async Task<IActionResult> Start(string area)
    {
        if (area is not ("orders" or "customers"))
            return BadRequest();
        await exports.Wanted.Writer.WriteAsync(new ExportOrder(area, DateTime.UtcNow));
        return Accepted();
    }
}

// [same case]
public sealed class ExportChannel
{
    public Channel<ExportOrder> Wanted { get; } = Channel.CreateUnbounded<ExportOrder>();
}

public sealed record ExportOrder(string Area, DateTime At);

// [same case]
public sealed class ExportWorker(ExportChannel exports, DbConnection db) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var order in exports.Wanted.Reader.ReadAllAsync(stoppingToken))
        {
            using var command = db.CreateCommand();
            command.CommandText = "select * from " + order.Area;
            await command.ExecuteNonQueryAsync(stoppingToken);
        }
    }
}

// [Bad CWE-89] a queue behind a class of its own
public sealed class Reindexing
{
    readonly ConcurrentQueue<string> _names = new();

    public void Ask(string name) => _names.Enqueue(name);

    public bool TryNext(out string? name) => _names.TryDequeue(out name);
}

// [same case]
public sealed class ReindexController(Reindexing reindexing) : Controller
{
    [HttpPost("/reindex")]
    public void Post([FromForm] string index) => reindexing.Ask(index);
}

// [same case]
public sealed class ReindexJob(Reindexing reindexing, DbConnection db)
{
    public void RunOnce()
    {
        while (reindexing.TryNext(out var name))
        {
            using var command = db.CreateCommand();
            command.CommandText = $"alter index {name} on items rebuild";
            command.ExecuteNonQuery();
        }
    }
}

// [Good CWE-89] the queue's other end takes numbers only
public sealed class Reprinting
{
    readonly ConcurrentQueue<string> _numbers = new();

    public void Want(int number) => _numbers.Enqueue(number.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public bool TryTake(out string? number) => _numbers.TryDequeue(out number);
}

// [same case]
public sealed class ReprintController(Reprinting reprinting) : Controller
{
    [HttpPost("/reprint")]
    public void Post([FromForm] int number) => reprinting.Want(number);
}

// [same case]
public sealed class ReprintJob(Reprinting reprinting, DbConnection db)
{
    public void RunOnce()
    {
        while (reprinting.TryTake(out var number))
        {
            using var command = db.CreateCommand();
            command.CommandText = $"select text from letters where number = {number}";
            command.ExecuteNonQuery();
        }
    }
}

// [Bad CWE-89] a collection that both ends of a class use, as an interface shows it
public interface ICleanups
{
    void Add(string folder);
    IEnumerable<string> Pending();
}

// [same case]
public sealed class Cleanups : ICleanups
{
    readonly BlockingCollection<string> _pending = new();

    public void Add(string folder) => _pending.Add(folder);

    public IEnumerable<string> Pending() => _pending.GetConsumingEnumerable();
}

// [same case]
[ApiController]
public sealed class CleanupController(ICleanups cleanups) : ControllerBase
{
    [HttpPost("/cleanup/{folder}")]
    public void Post(string folder) => cleanups.Add(folder);
}

// [same case]
public sealed class CleanupWorker(ICleanups cleanups, DbConnection db)
{
    public void Run()
    {
        foreach (var folder in cleanups.Pending())
        {
            using var command = db.CreateCommand();
            command.CommandText = "delete from files where folder = '" + folder + "'";
            command.ExecuteNonQuery();
        }
    }
}

// [Good CWE-89] the same ends, and a parameter
public interface IRemovals
{
    void Put(string folder);
    IEnumerable<string> Waiting();
}

// [same case]
public sealed class Removals : IRemovals
{
    readonly BlockingCollection<string> _waiting = new();

    public void Put(string folder) => _waiting.Add(folder);

    public IEnumerable<string> Waiting() => _waiting.GetConsumingEnumerable();
}

// [same case]
[ApiController]
public sealed class RemovalController(IRemovals removals) : ControllerBase
{
    [HttpPost("/removal/{folder}")]
    public void Post(string folder) => removals.Put(folder);
}

// [same case]
public sealed class RemovalWorker(IRemovals removals, DbConnection db)
{
    public void Run()
    {
        foreach (var folder in removals.Waiting())
        {
            using var command = db.CreateCommand();
            command.CommandText = "delete from files where folder = @folder";
            var parameter = command.CreateParameter();
            parameter.Value = folder;
            command.Parameters.Add(parameter);
            command.ExecuteNonQuery();
        }
    }
}

// [Bad CWE-89] a static queue between two classes
public static class Waiting
{
    public static readonly ConcurrentQueue<string> Statements = new();
}

// [same case]
public sealed class StatementsController : Controller
{
    [HttpPost("/statements")]
    public void Post([FromForm] string filter) => Waiting.Statements.Enqueue(filter);
}

// [same case]
public sealed class StatementsJob(DbConnection db)
{
    public void Execute()
    {
        if (Waiting.Statements.TryDequeue(out var filter))
            Sql.Run(db, "delete from log where " + filter);
    }
}

// [Good CWE-89] two static queues, and only the other one is filled from outside
public static class Lines
{
    public static readonly ConcurrentQueue<string> FromClients = new();
    public static readonly ConcurrentQueue<string> FromTimer = new();
}

// [same case]
public sealed class LinesController : Controller
{
    [HttpPost("/lines")]
    public void Post([FromForm] string line) => Lines.FromClients.Enqueue(line);
}

// [same case]
public sealed class LinesJob(DbConnection db)
{
    public void Tick() => Lines.FromTimer.Enqueue("analyze");

    public void Execute()
    {
        if (Lines.FromTimer.TryDequeue(out var line))
            Sql.Run(db, line);
    }

    public int Count() => Lines.FromClients.Count;
}

// [Bad CWE-89] the cache gives back what another action put there
[ApiController, Route("filters")]
public sealed class FiltersController(IMemoryCache cache, DbConnection db) : ControllerBase
{
    [HttpPost]
    public IActionResult Save(string filter)
    {
        cache.Set("filter", filter);
        return NoContent();
    }

    [HttpGet]
    public IActionResult Apply()
    {
        var filter = cache.Get<string>("filter");
        using var command = db.CreateCommand();
        command.CommandText = "select * from items where " + filter;
        return Ok(command.ExecuteScalar());
    }
}

// [Good CWE-89] another key of the cache
[ApiController, Route("columns")]
public sealed class ColumnsController(IMemoryCache cache, DbConnection db) : ControllerBase
{
    [HttpPost]
    public IActionResult Save(string title)
    {
        cache.Set("title", title);
        cache.Set("column", "name");
        return NoContent();
    }

    [HttpGet]
    public IActionResult Apply()
    {
        using var command = db.CreateCommand();
        command.CommandText = "select " + cache.Get<string>("column") + " from items";
        return Ok(command.ExecuteScalar());
    }
}

// [Bad CWE-89] a distributed cache between two classes
[ApiController, Route("reports")]
public sealed class ReportsController(IDistributedCache cache) : ControllerBase
{
    [HttpPost]
    public Task Save(string where) => cache.SetStringAsync("report:where", where);
}

// [same case]
public sealed class ReportJob(IDistributedCache cache, DbConnection db)
{
    public async Task RunAsync()
    {
        var where = await cache.GetStringAsync("report:where");
        using var command = db.CreateCommand();
        command.CommandText = "select count(*) from reports where " + where;
        await command.ExecuteScalarAsync();
    }
}

// [Good CWE-89] the distributed cache holds a number's text
[ApiController, Route("pages")]
public sealed class PagesController(IDistributedCache cache) : ControllerBase
{
    [HttpPost]
    public Task Save(int size) => cache.SetStringAsync("page:size", size.ToString());
}

// [same case]
public sealed class PageJob(IDistributedCache cache, DbConnection db)
{
    public async Task RunAsync()
    {
        var size = await cache.GetStringAsync("page:size");
        using var command = db.CreateCommand();
        command.CommandText = "select * from reports limit " + size;
        await command.ExecuteScalarAsync();
    }
}

// [Bad CWE-89] middleware leaves the tenant in the request's items
public sealed class TenantMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        context.Items["tenant"] = context.Request.Headers["X-Tenant"].ToString();
        return next(context);
    }
}

// [same case]
public sealed class TenantController(DbConnection db) : ControllerBase
{
    [HttpGet("/tenant")]
    public IActionResult Show()
    {
        var tenant = (string?)HttpContext.Items["tenant"];
        using var command = db.CreateCommand();
        command.CommandText = "select * from tenants where name = '" + tenant + "'";
        return Ok(command.ExecuteScalar());
    }
}

// [Good CWE-89] middleware leaves a checked value, and another one that nobody reads into a statement
public sealed class RegionMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        context.Items["agent"] = context.Request.Headers.UserAgent.ToString();
        context.Items["region"] = context.Request.Headers["X-Region"].ToString() == "eu" ? "eu" : "us";
        return next(context);
    }
}

// [same case]
public sealed class RegionController(DbConnection db) : ControllerBase
{
    [HttpGet("/region")]
    public IActionResult Show()
    {
        var region = (string?)HttpContext.Items["region"];
        using var command = db.CreateCommand();
        command.CommandText = "select * from regions where name = '" + region + "'";
        return Ok(command.ExecuteScalar());
    }
}

// [Bad CWE-89] the session keeps the filter from one action to the next
public sealed class WizardController(DbConnection db) : Controller
{
    [HttpPost("/wizard/1")]
    public IActionResult First(string filter)
    {
        HttpContext.Session.SetString("wizard.filter", filter);
        return Redirect("/wizard/2");
    }

    [HttpPost("/wizard/2")]
    public IActionResult Second()
    {
        var filter = HttpContext.Session.GetString("wizard.filter");
        using var command = db.CreateCommand();
        command.CommandText = "select * from goods where " + filter;
        return Ok(command.ExecuteScalar());
    }
}

// [Good CWE-89] the session keeps a name that is one of a list, and a number
public sealed class GuideController(DbConnection db) : Controller
{
    static readonly HashSet<string> s_columns = ["name", "price"];

    [HttpPost("/guide/1")]
    public IActionResult First(string column, int id)
    {
        if (!s_columns.Contains(column))
            return BadRequest();
        HttpContext.Session.SetString("guide.column", column);
        HttpContext.Session.SetInt32("guide.id", id);
        return Redirect("/guide/2");
    }

    [HttpPost("/guide/2")]
    public IActionResult Second()
    {
        using var command = db.CreateCommand();
        command.CommandText = "select " + HttpContext.Session.GetString("guide.column") + " from goods where id = " + HttpContext.Session.GetInt32("guide.id");
        return Ok(command.ExecuteScalar());
    }
}

// [Bad CWE-89] what lasts one redirect
public sealed class SearchAgainController(DbConnection db) : Controller
{
    [HttpPost("/again")]
    public IActionResult Post(string term)
    {
        TempData["term"] = term;
        return RedirectToAction(nameof(Show));
    }

    [HttpGet("/again")]
    public IActionResult Show()
    {
        using var command = db.CreateCommand();
        command.CommandText = $"select * from goods where name like '%{TempData["term"]}%'";
        return Ok(command.ExecuteScalar());
    }
}

// [Good CWE-89] what lasts one redirect is ours
public sealed class SortAgainController(DbConnection db) : Controller
{
    [HttpPost("/sort")]
    public IActionResult Post(string order)
    {
        TempData["order"] = order == "down" ? "desc" : "asc";
        return RedirectToAction(nameof(Show));
    }

    [HttpGet("/sort")]
    public IActionResult Show()
    {
        using var command = db.CreateCommand();
        command.CommandText = $"select * from goods order by name {TempData["order"]}";
        return Ok(command.ExecuteScalar());
    }
}

// [Bad CWE-89] a class that remembers what it was told last, told by another
public sealed class Preferences
{
    string _filter = "1 = 1";

    public void Remember(string filter) => _filter = filter;

    public string Clause() => " where " + _filter;
}

// [same case]
public sealed class PreferencesController(Preferences preferences) : Controller
{
    [HttpPost("/preferences")]
    public void Post([FromForm] string filter) => preferences.Remember(filter);
}

// [same case]
public sealed class ListingController(Preferences preferences, DbConnection db) : Controller
{
    [HttpGet("/listing")]
    public object? Get()
    {
        using var command = db.CreateCommand();
        command.CommandText = "select * from goods" + preferences.Clause();
        return command.ExecuteScalar();
    }
}

// [Good CWE-89] a class that remembers two things: the clause is made of the other one
public sealed class Habits
{
    string _greeting = "";
    string _column = "name";

    public void Greet(string greeting) => _greeting = greeting;

    public void SortByPrice() => _column = "price";

    public string Order() => " order by " + _column;

    public int Length => _greeting.Length;
}

// [same case]
public sealed class HabitsController(Habits habits) : Controller
{
    [HttpPost("/habits")]
    public void Post([FromForm] string greeting) => habits.Greet(greeting);

    [HttpPost("/habits/price")]
    public void Price() => habits.SortByPrice();
}

// [same case]
public sealed class CatalogueController(Habits habits, DbConnection db) : Controller
{
    [HttpGet("/catalogue")]
    public object? Get()
    {
        using var command = db.CreateCommand();
        command.CommandText = "select * from goods" + habits.Order();
        return command.ExecuteScalar();
    }
}
