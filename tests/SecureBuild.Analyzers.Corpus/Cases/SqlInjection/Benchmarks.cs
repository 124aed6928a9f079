// The same query by many ways through the program, as authors of benchmarks vary it.
using System.Collections.Frozen;
using System.Data;
using System.Data.Common;
using System.Text;
using System.Text.Json;
using Dapper;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;

namespace Corpus.SqlInjection.Benchmarks;

// [Bad CWE-89] a header, decoded, cut, joined
public class HeaderController(SqlConnection connection) : ControllerBase
{
    [HttpGet("/b01")]
    public IActionResult Get()
    {
        var param = "";
        if (Request.Headers.TryGetValue("X-Benchmark", out var values))
            param = Uri.UnescapeDataString(values[0]!);
        var bar = param.Substring(0, param.Length - 1) + "a";
        var sql = $"SELECT * FROM users WHERE name = '{bar}'";
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Ok(command.ExecuteScalar());
    }
}

// [Good CWE-89] the header is overwritten by a constant on every way
public class OverwrittenController(SqlConnection connection) : ControllerBase
{
    [HttpGet("/b02")]
    public IActionResult Get()
    {
        var param = Request.Headers["X-Benchmark"].ToString();
        var num = 106;
        var bar = 7 * 18 + num > 200 ? "This_should_always_happen" : param;
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM users WHERE name = '{bar}'";
        return Ok(command.ExecuteScalar());
    }
}

// [Bad CWE-89] the constant is what never happens
public class NeverController(SqlConnection connection) : ControllerBase
{
    [HttpGet("/b03")]
    public IActionResult Get()
    {
        var param = Request.Headers["X-Benchmark"].ToString();
        var num = 86;
        string bar;
        if (7 * 42 - num > 200) bar = "This_should_always_happen";
        else bar = param;
        num = 196;
        if (7 * 18 + num > 500) bar = "x";
        else bar = param;
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT * FROM users WHERE name = '" + bar + "'";
        return Ok(command.ExecuteScalar());
    }
}

// [Good CWE-89] another entry of the map
public class MapController(SqlConnection connection) : ControllerBase
{
    [HttpGet("/b04")]
    public IActionResult Get(string name)
    {
        var map = new Dictionary<string, object>();
        map["keyA"] = "a_Value";
        map["keyB"] = name;
        map["keyC"] = "another_Value";
        var bar = (string)map["keyB"];
        bar = (string)map["keyA"];
        using var command = new SqlCommand("SELECT * FROM users WHERE name = '" + bar + "'", connection);
        return Ok(command.ExecuteScalar());
    }
}

// [Bad CWE-89] the client's entry of the map
public class OtherMapController(SqlConnection connection) : ControllerBase
{
    [HttpGet("/b05")]
    public IActionResult Get(string name)
    {
        var map = new Dictionary<string, object>();
        map["keyA"] = "a_Value";
        map["keyB"] = name;
        map["keyC"] = "another_Value";
        var bar = (string)map["keyA"];
        bar = (string)map["keyB"];
        using var command = new SqlCommand("SELECT * FROM users WHERE name = '" + bar + "'", connection);
        return Ok(command.ExecuteScalar());
    }
}

// [Good CWE-89] a list from which the client's value was taken away
public class ListController(SqlConnection connection) : ControllerBase
{
    [HttpGet("/b06")]
    public IActionResult Get(string name)
    {
        var list = new List<string> { "safe", name, "moresafe" };
        list.RemoveAt(0);
        var bar = list[1];
        using var command = new SqlCommand("SELECT * FROM users WHERE name = '" + bar + "'", connection);
        return Ok(command.ExecuteScalar());
    }
}

// [Bad CWE-89] a list from which the constant was taken away
public class OtherListController(SqlConnection connection) : ControllerBase
{
    [HttpGet("/b07")]
    public IActionResult Get(string name)
    {
        var list = new List<string> { "safe", name, "moresafe" };
        list.RemoveAt(0);
        var bar = list[0];
        using var command = new SqlCommand("SELECT * FROM users WHERE name = '" + bar + "'", connection);
        return Ok(command.ExecuteScalar());
    }
}

// [Bad CWE-89] the switch takes the client's value
public class SwitchController(SqlConnection connection) : ControllerBase
{
    [HttpGet("/b08")]
    public IActionResult Get(string name)
    {
        string bar;
        var guess = "ABC";
        var switchTarget = guess[2];
        switch (switchTarget)
        {
            case 'A': bar = "bob"; break;
            case 'B': bar = "bobs_your_uncle"; break;
            case 'C':
            case 'D': bar = name; break;
            default: bar = "bob's your uncle"; break;
        }
        using var command = new SqlCommand("SELECT * FROM users WHERE name = '" + bar + "'", connection);
        return Ok(command.ExecuteScalar());
    }
}

// [Good CWE-89] the switch takes the constant
public class SafeSwitchController(SqlConnection connection) : ControllerBase
{
    [HttpGet("/b09")]
    public IActionResult Get(string name)
    {
        string bar;
        var guess = "ABC";
        var switchTarget = guess[1];
        switch (switchTarget)
        {
            case 'A': bar = name; break;
            case 'B': bar = "bob"; break;
            case 'C':
            case 'D': bar = name; break;
            default: bar = "bob's your uncle"; break;
        }
        using var command = new SqlCommand("SELECT * FROM users WHERE name = '" + bar + "'", connection);
        return Ok(command.ExecuteScalar());
    }
}

// [Good CWE-89] placeholders by a builder, values by parameters
public class PlaceholderController(SqlConnection connection) : ControllerBase
{
    [HttpPost("/b10")]
    public IActionResult Post([FromBody] string[] names)
    {
        using var command = connection.CreateCommand();
        var text = new StringBuilder("SELECT * FROM users WHERE name IN (");
        for (var i = 0; i < names.Length; i++)
        {
            if (i > 0) text.Append(", ");
            text.Append("@p").Append(i);
            command.Parameters.AddWithValue("@p" + i, names[i]);
        }
        command.CommandText = text.Append(')').ToString();
        return Ok(command.ExecuteScalar());
    }
}

// [Bad CWE-89] values by the same builder
public class ValueController(SqlConnection connection) : ControllerBase
{
    [HttpPost("/b11")]
    public IActionResult Post([FromBody] string[] names)
    {
        using var command = connection.CreateCommand();
        var text = new StringBuilder("SELECT * FROM users WHERE name IN (");
        for (var i = 0; i < names.Length; i++)
        {
            if (i > 0) text.Append(", ");
            text.Append('\'').Append(names[i]).Append('\'');
        }
        command.CommandText = text.Append(')').ToString();
        return Ok(command.ExecuteScalar());
    }
}

// [Good CWE-89] the column from a frozen set
public class FrozenController(SqlConnection connection) : ControllerBase
{
    static readonly FrozenSet<string> s_columns = new[] { "name", "price" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    [HttpGet("/b12")]
    public async Task<IActionResult> Get(string sort, string direction)
    {
        if (!s_columns.Contains(sort))
            sort = "name";
        var order = direction == "desc" ? "DESC" : "ASC";
        return Ok(await connection.QueryAsync<string>($"SELECT name FROM products ORDER BY {sort} {order}"));
    }
}

// [Bad CWE-89] the column is looked up, and used whatever the answer
public class LookedUpController(SqlConnection connection, ILogger<LookedUpController> logger) : ControllerBase
{
    static readonly FrozenSet<string> s_columns = new[] { "name", "price" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    [HttpGet("/b13")]
    public async Task<IActionResult> Get(string sort)
    {
        if (!s_columns.Contains(sort))
            logger.LogWarning("Unknown column");
        return Ok(await connection.QueryAsync<string>($"SELECT name FROM products ORDER BY {sort}"));
    }
}

public enum Column { Name, Price }

// [Good CWE-89] the column from an enumeration
public class EnumController(SqlConnection connection) : ControllerBase
{
    [HttpGet("/b14")]
    public async Task<IActionResult> Get(string sort)
    {
        if (!Enum.TryParse<Column>(sort, ignoreCase: true, out var column) || !Enum.IsDefined(column))
            return BadRequest();
        return Ok(await connection.QueryAsync<string>($"SELECT name FROM products ORDER BY {column}"));
    }
}

// [Bad CWE-89] a hub
public class SearchHub(SqlConnection connection) : Hub
{
    public async IAsyncEnumerable<string> Search(string term)
    {
        using var command = new SqlCommand("SELECT name FROM products WHERE name LIKE '%" + term + "%'", connection);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            yield return reader.GetString(0);
    }
}

// [Bad CWE-89] JSON, walked by hand
public static class JsonEndpoint
{
    public static void Map(WebApplication app) => app.MapPost("/b16", async (HttpRequest request, SqlConnection connection) =>
    {
        using var document = await JsonDocument.ParseAsync(request.Body);
        var filter = document.RootElement.GetProperty("filter").EnumerateArray().Select(each => each.GetProperty("name").GetString());
        return await connection.QueryAsync<string>("SELECT name FROM products WHERE name IN ('" + string.Join("','", filter) + "')");
    });
}

// [Good CWE-89] JSON, numbers
public static class NumberEndpoint
{
    public static void Map(WebApplication app) => app.MapPost("/b17", async (HttpRequest request, SqlConnection connection) =>
    {
        using var document = await JsonDocument.ParseAsync(request.Body);
        var filter = document.RootElement.GetProperty("filter").EnumerateArray().Select(each => each.GetProperty("id").GetInt32());
        return await connection.QueryAsync<string>("SELECT name FROM products WHERE id IN (" + string.Join(",", filter) + ")");
    });
}

public class Product { public int Id { get; set; } public string Name { get; set; } = ""; }

public class Shop : DbContext { public DbSet<Product> Products => Set<Product>(); }

// [Bad CWE-89] a text made by interpolation before it is handed over
public class SearchModel(Shop shop) : PageModel
{
    public List<Product> Found { get; private set; } = [];

    public void OnGet([FromQuery(Name = "q")] string term)
    {
        string sql = $"SELECT * FROM Products WHERE Name LIKE '%{term}%'";
        Found = shop.Products.FromSqlRaw(sql).ToList();
    }
}

// [Good CWE-89] a text that stays a format
public class SafeSearchModel(Shop shop) : PageModel
{
    public List<Product> Found { get; private set; } = [];

    public void OnGet([FromQuery(Name = "q")] string term)
    {
        FormattableString sql = $"SELECT * FROM Products WHERE Name LIKE {"%" + term + "%"}";
        Found = shop.Products.FromSql(sql).ToList();
    }
}

// [Good CWE-89] raw text with its parameters
public class RawSearchModel(Shop shop) : PageModel
{
    public List<Product> Found { get; private set; } = [];

    public void OnGet([FromQuery(Name = "q")] string term) =>
        Found = shop.Products.FromSqlRaw("SELECT * FROM Products WHERE Name LIKE {0}", "%" + term + "%").ToList();
}

// [Bad CWE-89] a generic repository with a filter
public abstract class Repository<T>(IDbConnection connection)
{
    protected abstract string Table { get; }

    public IEnumerable<T> Where(string condition) => connection.Query<T>("SELECT * FROM " + Table + " WHERE " + condition);
}

// [same case]
public sealed class Products(IDbConnection connection) : Repository<Product>(connection)
{
    protected override string Table => "Products";
}

// [same case]
public class RepositoryController(Products products) : ControllerBase
{
    [HttpGet("/b21")]
    public IActionResult Get(string name) => Ok(products.Where("Name = '" + name + "'"));
}

// [Good CWE-89] a generic repository with a filter by example
public abstract class SafeRepository<T>(IDbConnection connection)
{
    protected abstract string Table { get; }

    public IEnumerable<T> Where(string column, object value) => connection.Query<T>("SELECT * FROM " + Table + " WHERE " + column + " = @value", new { value });
}

// [same case]
public sealed class SafeProducts(IDbConnection connection) : SafeRepository<Product>(connection)
{
    protected override string Table => "Products";
}

// [same case]
public class SafeRepositoryController(SafeProducts products) : ControllerBase
{
    [HttpGet("/b22")]
    public IActionResult Get(string name) => Ok(products.Where("Name", name));
}

// [Bad CWE-89] quotes are doubled, in a place without quotes
public class NumericController(SqlConnection connection) : ControllerBase
{
    [HttpGet("/b23")]
    public IActionResult Get(string id)
    {
        var escaped = id.Replace("'", "''");
        using var command = new SqlCommand("DELETE FROM basket WHERE id = " + escaped, connection);
        return Ok(command.ExecuteNonQuery());
    }
}

// [Good CWE-89] a number, parsed
public class ParsedController(SqlConnection connection) : ControllerBase
{
    [HttpGet("/b24")]
    public IActionResult Get(string id)
    {
        if (!long.TryParse(id, out var number))
            return BadRequest();
        using var command = new SqlCommand("DELETE FROM basket WHERE id = " + number, connection);
        return Ok(command.ExecuteNonQuery());
    }
}

// [Bad CWE-89] the name of a procedure
public class ProcedureController(SqlConnection connection) : ControllerBase
{
    [HttpGet("/b25")]
    public IActionResult Get(string report)
    {
        using var command = new SqlCommand("EXEC report_" + report, connection);
        command.CommandType = CommandType.Text;
        return Ok(command.ExecuteScalar());
    }
}

// [Good CWE-89] the name of a procedure from a switch expression
public class SafeProcedureController(SqlConnection connection) : ControllerBase
{
    [HttpGet("/b26")]
    public IActionResult Get(string report)
    {
        var procedure = report.ToLowerInvariant() switch
        {
            "sales" => "report_sales",
            "stock" => "report_stock",
            _ => throw new ArgumentOutOfRangeException(nameof(report)),
        };
        using var command = new SqlCommand(procedure, connection) { CommandType = CommandType.StoredProcedure };
        return Ok(command.ExecuteScalar());
    }
}

// [Bad CWE-89] a filter object of the client
public sealed record Filter(string? Name, string? City, int? Limit);

// [same case]
public class FilterController(SqlConnection connection) : ControllerBase
{
    [HttpPost("/b27")]
    public IActionResult Post(Filter filter)
    {
        var conditions = new List<string>();
        if (filter.Name is { Length: > 0 } name)
            conditions.Add($"name = '{name}'");
        if (filter is { City: var city and not null })
            conditions.Add("city = '" + city + "'");
        var where = conditions.Count > 0 ? " WHERE " + string.Join(" AND ", conditions) : "";
        return Ok(connection.Query<string>("SELECT name FROM shops" + where));
    }
}

// [Good CWE-89] a filter object by parameters
public class SafeFilterController(SqlConnection connection) : ControllerBase
{
    [HttpPost("/b28")]
    public IActionResult Post(Filter filter)
    {
        var conditions = new List<string>();
        var parameters = new DynamicParameters();
        if (filter.Name is { Length: > 0 } name)
        {
            conditions.Add("name = @name");
            parameters.Add("name", name);
        }
        var where = conditions.Count > 0 ? " WHERE " + string.Join(" AND ", conditions) : "";
        return Ok(connection.Query<string>($"SELECT TOP {filter.Limit ?? 10} name FROM shops" + where, parameters));
    }
}
