// Statements that travel: queues, result types, builders, generic repositories, lists of conditions.
using System.Data;
using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Dapper;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Corpus.SqlInjection.Quays;

public sealed record ReportOrder(string Title, string Region, int Year);

// [Bad CWE-89] a background service executes what a controller has put into a channel
public sealed class ReportQueue
{
    readonly Channel<ReportOrder> _channel = Channel.CreateBounded<ReportOrder>(100);

    public ValueTask EnqueueAsync(ReportOrder order) => _channel.Writer.WriteAsync(order);

    public IAsyncEnumerable<ReportOrder> ReadAllAsync(CancellationToken token) => _channel.Reader.ReadAllAsync(token);
}

// [same case]
[ApiController, Route("api/report-orders")]
public sealed class ReportOrdersController(ReportQueue queue) : ControllerBase
{
    [HttpPost]
    public async Task<IActionResult> Post(ReportOrder order)
    {
        await queue.EnqueueAsync(order);
        return Accepted();
    }
}

// [same case]
public sealed class ReportWorker(ReportQueue queue, NpgsqlDataSourceLike source) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var order in queue.ReadAllAsync(stoppingToken))
        {
            using var connection = source.Open();
            using var command = new NpgsqlCommand($"INSERT INTO reports SELECT * FROM sales WHERE region = '{order.Region}' AND year = {order.Year}", connection);
            await command.ExecuteNonQueryAsync(stoppingToken);
        }
    }
}

public sealed class NpgsqlDataSourceLike(string connectionString)
{
    public NpgsqlConnection Open()
    {
        var connection = new NpgsqlConnection(connectionString);
        connection.Open();
        return connection;
    }
}

// [Good CWE-89] the background service passes the order's region as a parameter
public sealed class SafeReportWorker(ReportQueue queue, NpgsqlDataSourceLike source) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var order in queue.ReadAllAsync(stoppingToken))
        {
            using var connection = source.Open();
            using var command = new NpgsqlCommand("INSERT INTO reports SELECT * FROM sales WHERE region = @region AND year = @year", connection);
            command.Parameters.AddWithValue("@region", order.Region);
            command.Parameters.AddWithValue("@year", order.Year);
            await command.ExecuteNonQueryAsync(stoppingToken);
        }
    }
}

public readonly struct Outcome<T>
{
    Outcome(T? value, string? error) => (Value, Error) = (value, error);

    public T? Value { get; }

    public string? Error { get; }

    public bool IsSuccess => Error is null;

    public static Outcome<T> Success(T value) => new(value, null);

    public static Outcome<T> Failure(string error) => new(default, error);

    public Outcome<TNext> Bind<TNext>(Func<T, Outcome<TNext>> next) => IsSuccess ? next(Value!) : Outcome<TNext>.Failure(Error!);

    public TResult Match<TResult>(Func<T, TResult> success, Func<string, TResult> failure) => IsSuccess ? success(Value!) : failure(Error!);
}

// [Bad CWE-89] the statement travels in an own result type through Bind and Match
public sealed class OutcomeController(IDbConnection connection) : ControllerBase
{
    [HttpGet("/outcomes/{customer}")]
    public IActionResult Find(string customer) =>
        Check(customer)
            .Bind(name => Outcome<string>.Success("SELECT * FROM invoices WHERE customer = '" + name + "'"))
            .Match<IActionResult>(sql => Ok(connection.Query<string>(sql)), error => BadRequest(error));

    static Outcome<string> Check(string customer) =>
        string.IsNullOrWhiteSpace(customer) ? Outcome<string>.Failure("Which customer?") : Outcome<string>.Success(customer.Trim());
}

// [Good CWE-89] the own result type holds only what is a number
public sealed class OutcomeNumberController(IDbConnection connection) : ControllerBase
{
    [HttpGet("/outcome-numbers/{customer}")]
    public IActionResult Find(string customer) =>
        Check(customer)
            .Bind(number => Outcome<string>.Success("SELECT * FROM invoices WHERE customer_no = " + number))
            .Match<IActionResult>(sql => Ok(connection.Query<string>(sql)), error => BadRequest(error));

    static Outcome<int> Check(string customer) =>
        int.TryParse(customer, out var number) ? Outcome<int>.Success(number) : Outcome<int>.Failure("A customer has a number.");
}

public abstract class Repository<T>(IDbConnection connection)
{
    protected abstract string Table { get; }

    protected IEnumerable<T> Where(params string[] conditions) =>
        connection.Query<T>($"SELECT * FROM {Table} WHERE " + string.Join(" AND ", conditions));

    protected IEnumerable<T> WhereEqual(string column, object value) =>
        connection.Query<T>($"SELECT * FROM {Table} WHERE {column} = @value", new { value });
}

public sealed record Boat(int Id, string Name, string Harbour);

// [Bad CWE-89] the generic base class joins the conditions that the derived repository has made from the text
public sealed class BoatRepository(IDbConnection connection) : Repository<Boat>(connection)
{
    protected override string Table => "boats";

    public IEnumerable<Boat> InHarbour(string harbour) => Where("active = 1", $"harbour = '{harbour}'");
}

// [same case]
public sealed class BoatsModel(BoatRepository boats) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Harbour { get; set; }

    public IReadOnlyList<Boat> Boats { get; private set; } = [];

    public void OnGet() => Boats = boats.InHarbour(Harbour ?? "Lindau").ToList();
}

// [Good CWE-89] the generic base class takes the value as a parameter and the column from the derived one
public sealed class MooringRepository(IDbConnection connection) : Repository<Boat>(connection)
{
    protected override string Table => "moorings";

    public IEnumerable<Boat> InHarbour(string harbour) => WhereEqual("harbour", harbour);
}

// [same case]
public sealed class MooringsModel(MooringRepository boats) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Harbour { get; set; }

    public IReadOnlyList<Boat> Boats { get; private set; } = [];

    public void OnGet() => Boats = boats.InHarbour(Harbour ?? "Lindau").ToList();
}

public sealed class Statement
{
    readonly StringBuilder _text = new();
    readonly List<string> _conditions = [];

    public static Statement From(string table) => new Statement().Append("SELECT * FROM ").Append(table);

    public Statement Append(string part)
    {
        _text.Append(part);
        return this;
    }

    public Statement And(string condition)
    {
        _conditions.Add(condition);
        return this;
    }

    public string Build() => _conditions is [] ? _text.ToString() : _text + " WHERE " + string.Join(" AND ", _conditions);
}

// [Bad CWE-89] a fluent builder keeps the conditions in a list
public static class StatementEndpoints
{
    public static void MapShips(this IEndpointRouteBuilder app) =>
        app.MapGet("/ships", async (string? flag, string? name, NpgsqlConnection connection) =>
        {
            var statement = Statement.From("ships");
            if (flag is { Length: > 0 })
                statement.And($"flag = '{flag}'");
            if (name is { Length: > 0 })
                statement.And($"name ILIKE '%{name}%'");
            return Results.Ok(await connection.QueryAsync<Boat>(statement.Build()));
        });
}

// [Good CWE-89] a fluent builder whose conditions are constants, chosen by what is there
public static class SafeStatementEndpoints
{
    public static void MapShipsSafely(this IEndpointRouteBuilder app) =>
        app.MapGet("/safe-ships", async (string? flag, string? name, NpgsqlConnection connection) =>
        {
            var statement = Statement.From("safe_ships");
            if (flag is { Length: > 0 })
                statement.And("flag = @flag");
            if (name is { Length: > 0 })
                statement.And("name ILIKE @pattern");
            return Results.Ok(await connection.QueryAsync<Boat>(statement.Build(), new { flag, pattern = $"%{name}%" }));
        });
}

// [Bad CWE-89] a hub's argument in a sort clause; the direction is checked, the column is not
public sealed class TideHub(SqliteConnection connection) : Hub
{
    public async Task<List<string>> Tides(string column, string direction)
    {
        var order = direction.ToLowerInvariant() switch
        {
            "asc" => "ASC",
            "desc" => "DESC",
            _ => throw new HubException("Up or down?"),
        };
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT station FROM tides ORDER BY {column} {order}";
        var stations = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            stations.Add(reader.GetString(0));
        return stations;
    }
}

// [Good CWE-89] a hub's arguments choose from a frozen table of columns
public sealed class SafeTideHub(SqliteConnection connection) : Hub
{
    static readonly IReadOnlyDictionary<string, string> s_columns = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["station"] = "station_name",
        ["level"] = "level_cm",
    };

    public async Task<List<string>> Tides(string column, bool descending)
    {
        if (!s_columns.TryGetValue(column, out var known))
            throw new HubException("Which column?");
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT station FROM tides ORDER BY {known} {(descending ? "DESC" : "ASC")}";
        var stations = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            stations.Add(reader.GetString(0));
        return stations;
    }
}

// [Bad CWE-89] filters of a JSON document become conditions with LINQ
[ApiController, Route("cargo")]
public sealed class CargoController(DbConnection connection) : ControllerBase
{
    [HttpPost("search")]
    public async Task<int> Search([FromBody] JsonElement filters)
    {
        var conditions = filters.EnumerateObject()
            .Where(filter => filter.Value.ValueKind == JsonValueKind.String)
            .Select(filter => $"{filter.Name} = '{filter.Value.GetString()}'");
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM cargo WHERE " + conditions.DefaultIfEmpty("1 = 1").Aggregate((left, right) => left + " AND " + right);
        return Convert.ToInt32(await command.ExecuteScalarAsync());
    }
}

// [Good CWE-89] names of the JSON filters must be known, values are parameters
[ApiController, Route("safe-cargo")]
public sealed class SafeCargoController(DbConnection connection) : ControllerBase
{
    static readonly HashSet<string> s_columns = ["sender", "receiver", "port"];

    [HttpPost("search")]
    public async Task<int> Search([FromBody] JsonElement filters)
    {
        var known = filters.EnumerateObject().Where(filter => s_columns.Contains(filter.Name)).ToList();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM cargo WHERE 1 = 1" + string.Concat(known.Select((filter, index) => $" AND {filter.Name} = @p{index}"));
        foreach (var (index, filter) in known.Index())
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@p{index}";
            parameter.Value = filter.Value.GetString();
            command.Parameters.Add(parameter);
        }
        return Convert.ToInt32(await command.ExecuteScalarAsync());
    }
}

public class HarbourContext : DbContext
{
    public DbSet<Boat> Boats => Set<Boat>();
}

// [Bad CWE-89] a FormattableString is formatted before it gets to the raw method
public sealed class BerthService(HarbourContext context)
{
    public Task<List<Boat>> ByPrefixAsync(string prefix) => RunAsync($"SELECT * FROM boats WHERE name LIKE '{prefix}%'");

    Task<List<Boat>> RunAsync(FormattableString query) => context.Boats.FromSqlRaw(query.ToString()).ToListAsync();
}

// [same case]
public sealed class BerthController(BerthService service) : Controller
{
    public async Task<IActionResult> Index(string prefix) => Json(await service.ByPrefixAsync(prefix));
}

// [Good CWE-89] a FormattableString gets to the method that makes parameters of it
public sealed class SafeBerthService(HarbourContext context)
{
    public Task<List<Boat>> ByPrefixAsync(string prefix) => RunAsync($"SELECT * FROM boats WHERE name LIKE {prefix + "%"}");

    Task<List<Boat>> RunAsync(FormattableString query) => context.Boats.FromSqlInterpolated(query).ToListAsync();
}

// [same case]
public sealed class SafeBerthController(SafeBerthService service) : Controller
{
    public async Task<IActionResult> Index(string prefix) => Json(await service.ByPrefixAsync(prefix));
}

public static class SqlText
{
    public static string Quote(this string text) => "'" + text + "'";

    public static string InList(this IEnumerable<string> values) => "(" + string.Join(",", values.Select(value => value.Quote())) + ")";

    public static void MustBeIdentifier(string name, [CallerArgumentExpression(nameof(name))] string? expression = null)
    {
        if (name.Length is 0 or > 30 || !name.All(char.IsAsciiLetterOrDigit))
            throw new ArgumentException("Not an identifier.", expression);
    }
}

// [Bad CWE-89] extension methods quote, but do not escape, the ids of a query string
public sealed class CrewEndpoint
{
    public static async Task<IResult> HandleAsync(HttpRequest request, IDbConnection connection)
    {
        var ids = request.Query["id"].OfType<string>().Where(id => id != "").ToArray();
        if (ids.Length == 0)
            return TypedResults.BadRequest();
        var crew = await connection.QueryAsync<string>("SELECT name FROM crew WHERE badge IN " + ids.InList());
        return TypedResults.Ok(crew);
    }
}

// [Good CWE-89] a helper throws unless the table's name is letters and digits
public sealed class TableEndpoint
{
    public static async Task<IResult> HandleAsync(string table, IDbConnection connection)
    {
        SqlText.MustBeIdentifier(table);
        return TypedResults.Ok(await connection.ExecuteScalarAsync<int>($"SELECT COUNT(*) FROM {table}"));
    }
}

// [Bad CWE-89] a default interface method executes what the implementation asks for
public interface ILookup
{
    IDbConnection Connection { get; }

    string Condition(string text);

    IEnumerable<string> Find(string text) => Connection.Query<string>("SELECT name FROM lighthouses WHERE " + Condition(text));
}

// [same case]
public sealed class NameLookup(IDbConnection connection) : ILookup
{
    public IDbConnection Connection => connection;

    public string Condition(string text) => $"name = '{text}'";
}

// [same case]
public sealed class LighthouseController(ILookup lookup) : ControllerBase
{
    [HttpGet("/lighthouses")]
    public IEnumerable<string> Get([FromQuery] string q) => lookup.Find(q);
}

// [Good CWE-89] only what can be parsed as a number gets into the list
public sealed class NumberedController(IDbConnection connection) : ControllerBase
{
    [HttpGet("/numbered")]
    public IEnumerable<string> Get([FromQuery] string[] numbers)
    {
        var clean = new List<long>();
        foreach (var number in numbers)
        {
            if (!long.TryParse(number, out var parsed))
                continue;
            clean.Add(parsed);
        }
        return connection.Query<string>($"SELECT name FROM buoys WHERE number IN ({string.Join(", ", clean)})");
    }
}
