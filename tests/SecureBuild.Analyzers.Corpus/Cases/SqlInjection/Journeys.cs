using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using System.Data.Odbc;
using System.Data.OleDb;
using System.Net;
using System.Net.WebSockets;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dapper;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

public sealed class Parcel { public int Id { get; set; } public string Code { get; set; } = ""; }
public sealed class DepotContext(DbContextOptions<DepotContext> options) : DbContext(options) { public DbSet<Parcel> Parcels => Set<Parcel>(); }

// [Bad CWE-89] a command of a DbDataSource is made from a route value
public sealed class ParcelByCodeEndpoint(DbDataSource source)
{
    public async Task<int> Count(HttpContext context)
    {
        var code = (string?)context.Request.RouteValues["code"];
        await using var command = source.CreateCommand("SELECT COUNT(*) FROM parcels WHERE code = '" + code + "'");
        return Convert.ToInt32(await command.ExecuteScalarAsync());
    }
}

// [Bad CWE-89] a batch command's text holds a header
public sealed class BatchAudit(DbConnection connection)
{
    public async Task Write(HttpRequest request)
    {
        await using var batch = connection.CreateBatch();
        var first = batch.CreateBatchCommand();
        first.CommandText = "INSERT INTO audit(at) VALUES (CURRENT_TIMESTAMP)";
        var second = batch.CreateBatchCommand();
        second.CommandText = $"UPDATE clients SET agent = '{request.Headers.UserAgent}' WHERE id = 1";
        batch.BatchCommands.Add(first);
        batch.BatchCommands.Add(second);
        await batch.ExecuteNonQueryAsync();
    }
}

// [Good CWE-89] a batch command with a parameter
public sealed class BatchAuditWithParameter(DbConnection connection)
{
    public async Task Write(HttpRequest request)
    {
        await using var batch = connection.CreateBatch();
        var update = batch.CreateBatchCommand();
        update.CommandText = "UPDATE clients SET agent = @agent WHERE id = 1";
        var agent = update.CreateParameter();
        agent.ParameterName = "@agent";
        agent.Value = request.Headers.UserAgent.ToString();
        update.Parameters.Add(agent);
        batch.BatchCommands.Add(update);
        await batch.ExecuteNonQueryAsync();
    }
}

[ApiController]
[Route("parcels")]
public sealed class ParcelsController(DepotContext db) : ControllerBase
{
    // [Bad CWE-89] a FormattableString made from a finished text has no parameters left
    [HttpGet("find")]
    public async Task<IActionResult> Find(string code)
    {
        var sql = FormattableStringFactory.Create("SELECT * FROM parcels WHERE code = '" + code + "'");
        return Ok(await db.Parcels.FromSql(sql).ToListAsync());
    }

    // [Good CWE-89] a FormattableString made from a constant format with arguments
    [HttpGet("find2")]
    public async Task<IActionResult> FindFormat(string code)
    {
        var sql = FormattableStringFactory.Create("SELECT * FROM parcels WHERE code = {0}", code);
        return Ok(await db.Parcels.FromSql(sql).ToListAsync());
    }

    // [Good CWE-89] the interpolation is kept as FormattableString until FromSql
    [HttpGet("find3")]
    public async Task<IActionResult> FindLate(string code)
    {
        FormattableString sql = $"SELECT * FROM parcels WHERE code = {code}";
        return Ok(await db.Parcels.FromSql(sql).ToListAsync());
    }

    // [Bad CWE-89] the interpolation was a string before the raw API got it
    [HttpGet("find4")]
    public async Task<IActionResult> FindRaw(string code, int take = 20)
    {
        string sql = $"SELECT * FROM parcels WHERE code = '{code}' LIMIT {take}";
        return Ok(await db.Parcels.FromSqlRaw(sql).AsNoTracking().ToListAsync());
    }

    public sealed record OrderBody(string? Column, bool Descending);

    // [Good CWE-89] a switch expression chooses among constant columns
    [HttpPost("sorted")]
    public IActionResult Sorted(OrderBody body)
    {
        var column = body.Column?.ToLowerInvariant() switch
        {
            "code" => "code",
            "weight" => "weight_kg",
            _ => "id",
        };
        return Ok(db.Parcels.FromSqlRaw("SELECT * FROM parcels ORDER BY " + column + (body.Descending ? " DESC" : "")).ToList());
    }

    // [Bad CWE-89] the switch expression's default arm is the client's text
    [HttpPost("sorted2")]
    public IActionResult SortedOpen(OrderBody body)
    {
        var column = body.Column switch
        {
            null or "" => "id",
            "weight" => "weight_kg",
            var other => other,
        };
        return Ok(db.Parcels.FromSqlRaw("SELECT * FROM parcels ORDER BY " + column).ToList());
    }

    public sealed record Line(string Sku, int Amount);
    public sealed record Basket(string Customer, List<Line> Lines);

    // [Bad CWE-89] a property of a nested list of the body
    [HttpPost("basket")]
    public async Task<IActionResult> Order([FromBody] Basket basket)
    {
        var values = string.Join(",", basket.Lines.Select(line => $"('{line.Sku}', {line.Amount})"));
        await db.Database.ExecuteSqlRawAsync("INSERT INTO lines(sku, amount) VALUES " + values);
        return NoContent();
    }

    // [Good CWE-89] only the numbers of the nested list are used
    [HttpPost("basket2")]
    public async Task<IActionResult> OrderAmounts([FromBody] Basket basket)
    {
        var values = string.Join(",", basket.Lines.Select(line => $"({line.Amount})"));
        await db.Database.ExecuteSqlRawAsync("INSERT INTO amounts(amount) VALUES " + values);
        return NoContent();
    }

    // [Bad CWE-89] a placeholder per value is right, the values themselves stand in the text here
    [HttpGet("many")]
    public IActionResult Many([FromQuery] string[] codes)
    {
        var builder = new StringBuilder("SELECT * FROM parcels WHERE code IN (");
        for (var index = 0; index < codes.Length; index++)
        {
            if (index > 0)
                builder.Append(", ");
            builder.Append('\'').Append(codes[index]).Append('\'');
        }
        return Ok(db.Parcels.FromSqlRaw(builder.Append(')').ToString()).ToList());
    }

    // [Good CWE-89] a numbered placeholder per value
    [HttpGet("many2")]
    public IActionResult ManyPlaceholders([FromQuery] string[] codes)
    {
        var builder = new StringBuilder("SELECT * FROM parcels WHERE code IN (");
        for (var index = 0; index < codes.Length; index++)
        {
            if (index > 0)
                builder.Append(", ");
            builder.Append('{').Append(index).Append('}');
        }
        return Ok(db.Parcels.FromSqlRaw(builder.Append(')').ToString(), codes.Cast<object>().ToArray()).ToList());
    }
}

// [Bad CWE-89] ODBC: the form's field travels through a tuple and a deconstruction
public sealed class OdbcLogin(string dsn)
{
    static (string User, string Pin) ReadForm(IFormCollection form) => (form["user"].ToString(), form["pin"].ToString());

    public bool Check(HttpRequest request)
    {
        var (user, pin) = ReadForm(request.Form);
        using var connection = new OdbcConnection(dsn);
        using var command = new OdbcCommand("SELECT 1 FROM staff WHERE login='" + user + "' AND pin=?", connection);
        command.Parameters.AddWithValue("pin", pin);
        return command.ExecuteScalar() != null;
    }
}

// [Good CWE-89] ODBC: only the tuple's number gets into the text
public sealed class OdbcShelf(string dsn)
{
    static (string Label, int Row) ReadQuery(IQueryCollection query) => (query["label"].ToString(), int.Parse(query["row"].ToString()));

    public object? Check(HttpRequest request)
    {
        var (label, row) = ReadQuery(request.Query);
        using var connection = new OdbcConnection(dsn);
        using var command = new OdbcCommand("SELECT * FROM shelves WHERE label=? AND row_no=" + row, connection);
        command.Parameters.AddWithValue("label", label);
        return command.ExecuteScalar();
    }
}

// [Bad CWE-89] a dictionary of conditions, joined to a WHERE clause for an OleDb adapter
public sealed class OleDbReport(string connectionString)
{
    public DataTable Load(IQueryCollection query)
    {
        var conditions = new Dictionary<string, string> { ["deleted"] = "0" };
        if (query.TryGetValue("city", out var city))
            conditions["city"] = $"'{city}'";
        var where = string.Join(" AND ", conditions.Select(pair => pair.Key + " = " + pair.Value));
        var table = new DataTable();
        new OleDbDataAdapter("SELECT * FROM customers WHERE " + where, connectionString).Fill(table);
        return table;
    }
}

// [Good CWE-89] the query is asked for a city, but the dictionary holds what our own table says about it
public sealed class OleDbReportLookup(string connectionString)
{
    static readonly Dictionary<string, string> s_cities = new(StringComparer.OrdinalIgnoreCase) { ["tokyo"] = "'TYO'", ["osaka"] = "'OSA'" };

    public DataTable? Load(IQueryCollection query)
    {
        if (!s_cities.TryGetValue(query["city"].ToString(), out var code))
            return null;
        var table = new DataTable();
        new OleDbDataAdapter("SELECT * FROM customers WHERE city = " + code, connectionString).Fill(table);
        return table;
    }
}

public sealed class WorkItem { public string Statement { get; init; } = ""; public string Note { get; init; } = ""; }

// [Bad CWE-89] a statement waits in a concurrent queue of a singleton until a worker runs it
public sealed class DeferredWrites(DbConnection connection)
{
    readonly ConcurrentQueue<WorkItem> _pending = new();

    public void Enqueue(HttpContext context) =>
        _pending.Enqueue(new WorkItem { Statement = $"DELETE FROM cart WHERE owner = '{context.Request.Cookies["owner"]}'", Note = "cart" });

    public void Drain()
    {
        while (_pending.TryDequeue(out var item))
        {
            using var command = connection.CreateCommand();
            command.CommandText = item.Statement;
            command.ExecuteNonQuery();
        }
    }
}

// [Good CWE-89] the client's text is the item's note; the statement is ours
public sealed class DeferredWritesWithNote(DbConnection connection, ILogger<DeferredWritesWithNote> logger)
{
    readonly ConcurrentQueue<WorkItem> _pending = new();

    public void Enqueue(HttpContext context) =>
        _pending.Enqueue(new WorkItem { Statement = "DELETE FROM cart WHERE age > 30", Note = context.Request.Cookies["owner"] ?? "" });

    public void Drain()
    {
        while (_pending.TryDequeue(out var item))
        {
            logger.LogInformation("Running a note of {Length}", item.Note.Length);
            using var command = connection.CreateCommand();
            command.CommandText = item.Statement;
            command.ExecuteNonQuery();
        }
    }
}

// [Bad CWE-89] a WebSocket message is decoded and put into a statement
public sealed class SocketSearch(SqliteConnection connection)
{
    public async Task Serve(WebSocket socket, CancellationToken token)
    {
        var buffer = new byte[4096];
        while (socket.State == WebSocketState.Open)
        {
            var received = await socket.ReceiveAsync(new ArraySegment<byte>(buffer), token);
            if (received.MessageType == WebSocketMessageType.Close)
                break;
            var term = Encoding.UTF8.GetString(buffer, 0, received.Count);
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT title FROM books WHERE title LIKE '%" + term + "%'";
            await command.ExecuteNonQueryAsync(token);
        }
    }
}

// [Bad CWE-89] an HttpListener's query string
public static class ListenerLookup
{
    public static void Handle(HttpListenerContext context, NpgsqlConnection connection)
    {
        string? id = context.Request.QueryString["id"];
        var sql = string.Concat("SELECT name FROM stations WHERE id = ", id);
        using var command = new NpgsqlCommand(sql, connection);
        using var reader = command.ExecuteReader();
    }
}

// [Bad CWE-89] a hub method hands a message to a base class that runs it
public abstract class TableHub(SqlConnection connection) : Hub
{
    protected abstract string Table { get; }

    protected async Task<int> CountWhere(string condition)
    {
        await using var command = new SqlCommand { Connection = connection, CommandText = "SELECT COUNT(*) FROM " + Table + " WHERE " + condition };
        return (int)(await command.ExecuteScalarAsync())!;
    }
}

// [same case]
public sealed class RoomsHub(SqlConnection connection) : TableHub(connection)
{
    protected override string Table => "rooms";
    public Task<int> Count(string city) => CountWhere($"city = N'{city}'");
}

// [Good CWE-89] the same shape, but the hub's method gives a number
public abstract class QuietTableHub(SqlConnection connection) : Hub
{
    protected abstract string Table { get; }

    protected async Task<int> CountWhere(string condition)
    {
        await using var command = new SqlCommand { Connection = connection, CommandText = "SELECT COUNT(*) FROM " + Table + " WHERE " + condition };
        return (int)(await command.ExecuteScalarAsync())!;
    }
}

// [same case]
public sealed class FloorsHub(SqlConnection connection) : QuietTableHub(connection)
{
    protected override string Table => "floors";
    public Task<int> Count(int level) => CountWhere($"level = {level}");
}

public class SearchModel(DbConnection connection) : PageModel
{
    [BindProperty(SupportsGet = true)] public string? Term { get; set; }
    [BindProperty(SupportsGet = true)] public DateOnly From { get; set; }

    // [Bad CWE-89] Dapper: a bound property in a command definition
    public async Task OnGetAsync(CancellationToken token)
    {
        var filter = string.IsNullOrWhiteSpace(Term) ? "1=1" : "title LIKE '" + Term.Trim() + "%'";
        var definition = new CommandDefinition("SELECT * FROM news WHERE " + filter, cancellationToken: token);
        await connection.QueryAsync<string>(definition);
    }

    // [Good CWE-89] Dapper: a bound date in the text
    public async Task OnGetSinceAsync() =>
        await connection.QueryAsync<string>($"SELECT title FROM news WHERE published >= '{From:yyyy-MM-dd}'");
}

// [Bad CWE-89] JSON is parsed by hand and the element goes into the statement
public static class WebhookStore
{
    public static async Task<IResult> Receive(HttpRequest request, DbConnection connection)
    {
        using var document = await JsonDocument.ParseAsync(request.Body);
        var sender = document.RootElement.GetProperty("sender").GetProperty("name").GetString();
        var sql = "UPDATE senders SET seen = 1 WHERE name = '@name'".Replace("@name", sender);
        await connection.ExecuteAsync(sql);
        return Results.Accepted();
    }
}

// [Good CWE-89] the element is a number
public static class WebhookCounter
{
    public static async Task<IResult> Receive(HttpRequest request, DbConnection connection)
    {
        using var document = await JsonDocument.ParseAsync(request.Body);
        var sender = document.RootElement.GetProperty("sender").GetProperty("id").GetInt64();
        var sql = "UPDATE senders SET seen = 1 WHERE id = @id".Replace("@id", sender.ToString());
        await connection.ExecuteAsync(sql);
        return Results.Accepted();
    }
}

// [Bad CWE-89] a value passes through Base64 and an out parameter
public static class CursorPaging
{
    static bool TryReadCursor(string? encoded, out string position)
    {
        position = "0";
        if (string.IsNullOrEmpty(encoded))
            return false;
        position = Encoding.UTF8.GetString(Convert.FromBase64String(encoded));
        return true;
    }

    public static void Map(WebApplication app) => app.MapGet("/items", (string? cursor, SqlConnection connection) =>
    {
        if (!TryReadCursor(cursor, out var position))
            return Results.BadRequest();
        using var command = new SqlCommand("SELECT TOP 50 * FROM items WHERE id > " + position + " ORDER BY id", connection);
        return Results.Ok(command.ExecuteScalar());
    });
}

// [Good CWE-89] the decoded cursor has to be a number
public static class NumberedCursorPaging
{
    static bool TryReadCursor(string? encoded, out long position)
    {
        position = 0;
        if (string.IsNullOrEmpty(encoded))
            return false;
        return long.TryParse(Encoding.UTF8.GetString(Convert.FromBase64String(encoded)), out position);
    }

    public static void Map(WebApplication app) => app.MapGet("/items", (string? cursor, SqlConnection connection) =>
    {
        if (!TryReadCursor(cursor, out var position))
            return Results.BadRequest();
        using var command = new SqlCommand("SELECT TOP 50 * FROM items WHERE id > " + position + " ORDER BY id", connection);
        return Results.Ok(command.ExecuteScalar());
    });
}

public sealed record ReportQuery([FromQuery] string? Region, [FromQuery] int Year, [FromHeader(Name = "X-Tenant")] string? Tenant);

public static partial class ReportRoutes
{
    [GeneratedRegex("^[a-z][a-z0-9_]{0,30}$")]
    private static partial Regex TenantName();

    private static partial Regex TenantName() => new("^[a-z][a-z0-9_]{0,30}$");

    // [Bad CWE-89] minimal API: a header among the parameters of [AsParameters] names the schema
    public static void MapOpen(IEndpointRouteBuilder app) => app.MapGet("/report", async ([AsParameters] ReportQuery query, NpgsqlDataSourceHolder holder) =>
    {
        var sql = "SET search_path TO " + query.Tenant;
        return await holder.Run(sql);
    });

    // [Good CWE-89] minimal API: the header has to match an anchored pattern first
    public static void MapChecked(IEndpointRouteBuilder app) => app.MapGet("/report2", async ([AsParameters] ReportQuery query, NpgsqlDataSourceHolder holder) =>
    {
        if (query.Tenant is null || !TenantName().IsMatch(query.Tenant))
            return -1;
        var sql = "SET search_path TO " + query.Tenant;
        return await holder.Run(sql);
    });
}

public sealed class NpgsqlDataSourceHolder(NpgsqlConnection connection)
{
    public async Task<int> Run(string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteNonQueryAsync();
    }
}

// [Bad CWE-89] the retry loop with goto keeps the concatenated text
public sealed class RetryingWriter(SqlConnection connection)
{
    public int Write(IFormCollection form)
    {
        var attempts = 0;
        string sql;
    again:
        try
        {
            sql = "UPDATE notes SET text = '" + form["text"] + "' WHERE id = 7";
            using var command = new SqlCommand(sql, connection);
            return command.ExecuteNonQuery();
        }
        catch (DbException) when (++attempts < 3)
        {
            goto again;
        }
    }
}

// [Good CWE-89] the text is overwritten in finally before it is used
public sealed class OverwrittenInFinally(SqlConnection connection)
{
    public int Write(IFormCollection form)
    {
        var name = "";
        try
        {
            name = form["text"].ToString();
            if (name.Length > 10)
                throw new InvalidOperationException("too long");
        }
        finally
        {
            name = "fixed";
        }
        using var command = new SqlCommand("UPDATE notes SET text = '" + name + "' WHERE id = 7", connection);
        return command.ExecuteNonQuery();
    }
}

// [Bad CWE-89] doubling apostrophes does not help where the value is not quoted
public sealed class UnquotedNumber(SqlConnection connection)
{
    public object? Read(HttpRequest request)
    {
        var id = request.Query["id"].ToString().Replace("'", "''");
        using var command = new SqlCommand("SELECT * FROM orders WHERE id = " + id, connection);
        return command.ExecuteScalar();
    }
}

// [Bad CWE-89] a generic repository builds its statement from what a specification object carries
public interface ISpecification { string ToSql(); }

// [same case]
public sealed class NameSpecification(string name) : ISpecification { public string ToSql() => $"name = '{name}'"; }

// [same case]
public sealed class SpecificationRepository<T>(IDbConnection connection) where T : class
{
    public IEnumerable<T> Query(ISpecification specification)
    {
        IDbCommand command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM {typeof(T).Name} WHERE {specification.ToSql()}";
        command.ExecuteReader();
        return [];
    }
}

// [same case]
[ApiController]
[Route("spec")]
public sealed class SpecificationController(SpecificationRepository<Parcel> repository) : ControllerBase
{
    [HttpGet]
    public IActionResult Get([FromQuery] string name) => Ok(repository.Query(new NameSpecification(name)));
}

// [Good CWE-89] a specification that holds a Guid
public interface IKeySpecification { string ToSql(); }

// [same case]
public sealed class KeySpecification(Guid key) : IKeySpecification { public string ToSql() => $"row_key = '{key}'"; }

// [same case]
public sealed class KeyRepository<T>(IDbConnection connection) where T : class
{
    public IEnumerable<T> Query(IKeySpecification specification)
    {
        IDbCommand command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM {typeof(T).Name} WHERE {specification.ToSql()}";
        command.ExecuteReader();
        return [];
    }
}

// [same case]
[ApiController]
[Route("keys")]
public sealed class KeysController(KeyRepository<Parcel> repository) : ControllerBase
{
    [HttpGet]
    public IActionResult Get([FromQuery] string key) => Guid.TryParse(key, out var parsed) ? Ok(repository.Query(new KeySpecification(parsed))) : BadRequest();
}

// [Bad CWE-89] DataView.RowFilter is an expression of its own language
public static class GridFilter
{
    public static DataView Filter(DataTable table, HttpRequest request)
    {
        var view = new DataView(table);
        view.RowFilter = "name LIKE '" + request.Query["name"] + "*' AND hidden = 0";
        return view;
    }
}

// [Good CWE-89] the quote is doubled within the row filter's literal
public static class GridFilterOfNumbers
{
    public static DataView Filter(DataTable table, HttpRequest request)
    {
        var view = new DataView(table);
        view.RowFilter = "shelf = " + int.Parse(request.Query["shelf"].ToString()) + " AND hidden = 0";
        return view;
    }
}
