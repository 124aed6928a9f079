using System.Data;
using System.Data.Common;
using System.Security.Claims;
using Dapper;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;

namespace Layers;

public sealed class StoreOptions
{
    public string ConnectionString { get; set; } = "";
    public string OrdersTable { get; set; } = "Orders";
}

public record Order(int Id, string Customer, decimal Total);

public interface IOrderStore
{
    Task<IReadOnlyList<Order>> ByCustomerAsync(string customer, CancellationToken cancellation);
}

public interface IOrderService
{
    Task<IReadOnlyList<Order>> FindAsync(OrderQuery query, CancellationToken cancellation);
}

public record OrderQuery(string Customer, string? Sort, int Page = 1);

// [Bad CWE-89] the record's member passes a service and ends in the repository's statement
public sealed class SqlOrderStore(IDbConnection connection) : IOrderStore
{
    public async Task<IReadOnlyList<Order>> ByCustomerAsync(string customer, CancellationToken cancellation)
    {
        var sql = "select Id, Customer, Total from Orders where Customer = '" + customer + "'";
        var rows = await connection.QueryAsync<Order>(sql);
        return rows.ToList();
    }
}

// [same case]
public sealed class OrderService(IOrderStore store) : IOrderService
{
    public Task<IReadOnlyList<Order>> FindAsync(OrderQuery query, CancellationToken cancellation) => store.ByCustomerAsync(query.Customer.Trim(), cancellation);
}

// [same case]
[ApiController]
[Route("api/[controller]")]
public sealed class OrdersController(IOrderService orders) : ControllerBase
{
    [HttpGet]
    public async Task<ActionResult<IReadOnlyList<Order>>> Search([FromQuery] OrderQuery query, CancellationToken cancellation) => Ok(await orders.FindAsync(query, cancellation));
}

public interface ICustomerStore
{
    Task<IReadOnlyList<Order>> ByNameAsync(string name);
}

// [Good CWE-89] the same layers with a parameter
public sealed class CustomerStore(IDbConnection connection) : ICustomerStore
{
    public async Task<IReadOnlyList<Order>> ByNameAsync(string name)
    {
        const string sql = "select Id, Customer, Total from Orders where Customer = @name";
        return (await connection.QueryAsync<Order>(sql, new { name })).ToList();
    }
}

// [same case]
[ApiController]
public sealed class CustomersController(ICustomerStore store) : ControllerBase
{
    [HttpGet("customers")]
    public async Task<IActionResult> Search(string name) => Ok(await store.ByNameAsync(name));
}

// [Bad CWE-89] the sort column comes from the request
public static class SortEndpoints
{
    public static async Task<Ok<List<Order>>> Sorted(DbConnection db, string sort, bool desc)
    {
        await using var command = db.CreateCommand();
        command.CommandText = $"select Id, Customer, Total from Orders order by {sort} {(desc ? "desc" : "asc")}";
        await using var reader = await command.ExecuteReaderAsync();
        return TypedResults.Ok(new List<Order>());
    }

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/sorted", Sorted);
}

// [Good CWE-89] the sort column is one of a list
public static class SafeSortEndpoints
{
    static readonly Dictionary<string, string> s_columns = new(StringComparer.OrdinalIgnoreCase) { ["id"] = "Id", ["customer"] = "Customer" };

    public static async Task<Results<Ok<List<Order>>, BadRequest>> Sorted(DbConnection db, string sort)
    {
        if (!s_columns.TryGetValue(sort, out var column))
            return TypedResults.BadRequest();
        await using var command = db.CreateCommand();
        command.CommandText = "select Id, Customer, Total from Orders order by " + column;
        await using var reader = await command.ExecuteReaderAsync();
        return TypedResults.Ok(new List<Order>());
    }

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/sorted", Sorted);
}

// [Bad CWE-89] a Razor page's bound property
public class SearchModel(IConfiguration configuration) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Term { get; set; }

    public List<string> Names { get; } = [];

    public async Task OnGetAsync()
    {
        if (string.IsNullOrWhiteSpace(Term))
            return;
        using var connection = new SqlConnection(configuration.GetConnectionString("Main"));
        await connection.OpenAsync();
        var command = new SqlCommand($"SELECT Name FROM Products WHERE Name LIKE '%{Term}%'", connection);
        using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            Names.Add(reader.GetString(0));
    }
}

// [Good CWE-89] a Razor page's bound number
public class PagedModel(IConfiguration configuration) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int Number { get; set; } = 1;

    public async Task OnGetAsync()
    {
        using var connection = new SqlConnection(configuration.GetConnectionString("Main"));
        await connection.OpenAsync();
        var command = new SqlCommand($"SELECT Name FROM Products ORDER BY Id OFFSET {Number * 10} ROWS FETCH NEXT 10 ROWS ONLY", connection);
        using var reader = await command.ExecuteReaderAsync();
    }
}

public class Product { public int Id { get; set; } public string Name { get; set; } = ""; }
public class Shop(DbContextOptions<Shop> options) : DbContext { public DbSet<Product> Products => Set<Product>(); }

public abstract class Repository<T>(Shop shop) where T : class
{
    protected abstract string Table { get; }

    public IQueryable<T> Where(string column, string value) => shop.Set<T>().FromSqlRaw($"select * from {Table} where {column} = '{value}'");

    public IQueryable<T> WhereSafe(string value) => shop.Set<T>().FromSqlRaw($"select * from {Table} where Name = {{0}}", value);
}

public sealed class ProductRepository(Shop shop) : Repository<Product>(shop) { protected override string Table => "Products"; }

// [Bad CWE-89] a generic repository puts the value into the statement
public sealed class ProductHub(ProductRepository products) : Hub
{
    public async Task Find(string name)
    {
        var found = products.Where("Name", name).ToList();
        await Clients.Caller.SendAsync("found", found);
    }
}

// [Good CWE-89] a generic repository passes the value
public sealed class SafeProductHub(ProductRepository products) : Hub
{
    public async Task Find(string name)
    {
        var found = products.WhereSafe(name).ToList();
        await Clients.Caller.SendAsync("found", found);
    }
}

// [Bad CWE-89] a claim filled from a header by middleware
public sealed class TenantMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, Shop shop)
    {
        var tenant = context.Request.Headers["X-Tenant"].FirstOrDefault() ?? "default";
        await shop.Database.ExecuteSqlRawAsync("EXEC sp_set_session_context 'tenant', '" + tenant + "'");
        await next(context);
    }
}

// [Good CWE-89] the same with an interpolated statement that becomes a parameter
public sealed class SafeTenantMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, Shop shop)
    {
        var tenant = context.Request.Headers["X-Tenant"].FirstOrDefault() ?? "default";
        await shop.Database.ExecuteSqlInterpolatedAsync($"EXEC sp_set_session_context 'tenant', {tenant}");
        await next(context);
    }
}

static class SqlText
{
    public static string Quoted(this string text) => "'" + text + "'";
    public static string Escaped(this string text) => "'" + text.Replace("'", "''") + "'";
    public static string InList(this IEnumerable<string> values) => string.Join(",", values.Select(value => value.Quoted()));
}

// [Bad CWE-89] an extension method only puts quotes around it
public class TagController(SqlConnection connection) : Controller
{
    [HttpPost]
    public IActionResult ByTags([FromBody] List<string> tags)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "select * from Posts where Tag in (" + tags.InList() + ")";
        return Json(command.ExecuteScalar());
    }
}

// [Good CWE-89] one parameter for each of the list
public class SafeTagController(SqlConnection connection) : Controller
{
    [HttpPost]
    public IActionResult ByTags([FromBody] List<string> tags)
    {
        using var command = connection.CreateCommand();
        var names = new List<string>();
        for (var i = 0; i < tags.Count; i++)
        {
            names.Add("@t" + i);
            command.Parameters.AddWithValue("@t" + i, tags[i]);
        }
        command.CommandText = $"select * from Posts where Tag in ({string.Join(", ", names)})";
        return Json(command.ExecuteScalar());
    }
}

// [Bad CWE-89] TempData brings the text of the form to the next action
public class WizardController(SqlConnection connection) : Controller
{
    [HttpPost]
    public IActionResult Step1(string city)
    {
        TempData["city"] = city;
        return RedirectToAction(nameof(Step2));
    }

    public IActionResult Step2()
    {
        var city = TempData["city"] as string;
        using var command = new SqlCommand("select count(*) from Branches where City = '" + city + "'", connection);
        return Ok(command.ExecuteScalar());
    }
}

// [Bad CWE-89] the session brings the text of the form to the next action
public class FilterController(SqlConnection connection) : Controller
{
    [HttpPost]
    public IActionResult Save(string filter)
    {
        HttpContext.Session.SetString("filter", filter);
        return NoContent();
    }

    public IActionResult List()
    {
        var filter = HttpContext.Session.GetString("filter");
        using var command = new SqlCommand($"select * from Items where Kind = '{filter}'", connection);
        return Ok(command.ExecuteScalar());
    }
}

// [Good CWE-89] the session holds a constant
public class ModeController(SqlConnection connection) : Controller
{
    [HttpPost]
    public IActionResult Save(bool all)
    {
        HttpContext.Session.SetString("mode", all ? "all" : "open");
        return NoContent();
    }

    public IActionResult List()
    {
        var mode = HttpContext.Session.GetString("mode");
        using var command = new SqlCommand($"select * from Items where Kind = '{mode}'", connection);
        return Ok(command.ExecuteScalar());
    }
}

// [Bad CWE-89] the message of an exception carries the client's text
public class ParseController(SqlConnection connection) : Controller
{
    public IActionResult Import(string line)
    {
        try
        {
            Parse(line);
            return Ok();
        }
        catch (FormatException e)
        {
            using var command = new SqlCommand("insert into Failures(Text) values ('" + e.Message + "')", connection);
            command.ExecuteNonQuery();
            return BadRequest();
        }
    }

    static int Parse(string line)
    {
        if (!line.Contains(';'))
            throw new FormatException("no separator in: " + line);
        return line.IndexOf(';');
    }
}

// [Good CWE-89] the message is a parameter
public class SafeParseController(SqlConnection connection) : Controller
{
    public IActionResult Import(string line)
    {
        try
        {
            return Ok(int.Parse(line));
        }
        catch (FormatException e)
        {
            using var command = new SqlCommand("insert into Failures(Text) values (@text)", connection);
            command.Parameters.Add(new SqlParameter("@text", e.Message));
            command.ExecuteNonQuery();
            return BadRequest();
        }
    }
}
