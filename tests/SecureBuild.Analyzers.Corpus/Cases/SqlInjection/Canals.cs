// A product of a modern team: handlers behind generic interfaces, records, results, pipelines.
using System.Data;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using System.Threading.Channels;
using Dapper;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Corpus.SqlInjection.Canals;

public interface IHandler<in TRequest, TResponse>
{
    Task<Result<TResponse>> HandleAsync(TRequest request, CancellationToken token);
}

public readonly record struct Result<T>(T? Value, string? Error)
{
    public bool IsOk => Error is null;

    public static Result<T> Ok(T value) => new(value, null);

    public static Result<T> Fail(string error) => new(default, error);

    public Result<TOut> Map<TOut>(Func<T, TOut> map) => Error is null ? Result<TOut>.Ok(map(Value!)) : Result<TOut>.Fail(Error);

    public Result<TOut> Bind<TOut>(Func<T, Result<TOut>> next) => Error is null ? next(Value!) : Result<TOut>.Fail(Error);

    public TOut Match<TOut>(Func<T, TOut> ok, Func<string, TOut> fail) => Error is null ? ok(Value!) : fail(Error);
}

public sealed record Ship(int Id, string Name);

public sealed class HarborContext : DbContext
{
    public DbSet<ShipRow> Ships => Set<ShipRow>();
}

public sealed class ShipRow { public int Id { get; set; } public string Name { get; set; } = ""; public string Port { get; set; } = ""; }

// [Bad CWE-89] the request's record is changed by `with`, the handler behind the interface concatenates
public sealed record FindShips(string Port, string? Sort = null);

// [same case]
public sealed class FindShipsHandler(IDbConnection db) : IHandler<FindShips, IReadOnlyList<Ship>>
{
    public async Task<Result<IReadOnlyList<Ship>>> HandleAsync(FindShips request, CancellationToken token)
    {
        var sql = $"SELECT id, name FROM ships WHERE port = @port ORDER BY {request.Sort}";
        var rows = await db.QueryAsync<Ship>(sql, new { port = request.Port });
        return Result<IReadOnlyList<Ship>>.Ok([.. rows]);
    }
}

// [same case]
public static class ShipEndpoints
{
    public static IEndpointRouteBuilder MapShips(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/ships", async (string port, string? sort, IHandler<FindShips, IReadOnlyList<Ship>> handler, CancellationToken token) =>
        {
            var request = new FindShips(port) with { Sort = sort ?? "name" };
            var result = await handler.HandleAsync(request, token);
            return result.Match(ships => Results.Ok(ships), error => Results.BadRequest(error));
        });
        return routes;
    }
}

// [Good CWE-89] the sort key becomes a column by a switch expression in the record
public sealed record FindCrews(string Port, string? Sort)
{
    public string Column => Sort switch { "age" => "age", "rank" => "rank DESC", _ => "name" };
}

// [same case]
public sealed class FindCrewsHandler(IDbConnection db) : IHandler<FindCrews, IReadOnlyList<Ship>>
{
    public async Task<Result<IReadOnlyList<Ship>>> HandleAsync(FindCrews request, CancellationToken token)
    {
        var sql = $"SELECT id, name FROM crews WHERE port = @Port ORDER BY {request.Column}";
        return Result<IReadOnlyList<Ship>>.Ok([.. await db.QueryAsync<Ship>(sql, new { request.Port })]);
    }
}

// [same case]
public static class CrewEndpoints
{
    public static void MapCrews(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/crews", async (string port, string? sort, IHandler<FindCrews, IReadOnlyList<Ship>> handler, CancellationToken token) =>
            (await handler.HandleAsync(new FindCrews(port, sort), token)).Match(Results.Ok, Results.BadRequest<string>));
}

// [Bad CWE-89] a validator that looks at the length only, in a chain of Bind and Map
public sealed class BerthService(HarborContext db)
{
    static Result<string> Validate(string? name) =>
        name is { Length: > 0 and <= 40 } ok ? Result<string>.Ok(ok) : Result<string>.Fail("The name has 1 to 40 characters");

    public Result<List<ShipRow>> Find(string? name) =>
        Validate(name)
            .Map(valid => $"SELECT * FROM ships WHERE name = '{valid}'")
            .Map(sql => db.Ships.FromSqlRaw(sql).ToList());
}

// [same case]
[ApiController, Route("berths")]
public sealed class BerthsController(BerthService berths) : ControllerBase
{
    [HttpGet]
    public IActionResult Get(string? name) => berths.Find(name).Match<IActionResult>(Ok, error => BadRequest(error));
}

// [Good CWE-89] a validator that knows what a name is made of, in a chain of Bind and Map
public sealed class QuayService(HarborContext db)
{
    static readonly Regex s_name = new("^[A-Za-z0-9]{1,40}$", RegexOptions.CultureInvariant);

    static Result<string> Validate(string? name) =>
        name is not null && s_name.IsMatch(name) ? Result<string>.Ok(name) : Result<string>.Fail("Letters and digits only");

    public Result<List<ShipRow>> Find(string? name) =>
        Validate(name)
            .Map(valid => $"SELECT * FROM ships WHERE name = '{valid}'")
            .Map(sql => db.Ships.FromSqlRaw(sql).ToList());
}

// [same case]
[ApiController, Route("quays")]
public sealed class QuaysController(QuayService quays) : ControllerBase
{
    [HttpGet]
    public IActionResult Get(string? name) => quays.Find(name).Match<IActionResult>(Ok, error => BadRequest(error));
}

// [Bad CWE-89] an async stream of statements
public sealed class BatchEndpoints(NpgsqlConnection connection)
{
    static async IAsyncEnumerable<string> StatementsAsync(IEnumerable<string> tags, [EnumeratorCancellation] CancellationToken token = default)
    {
        foreach (var tag in tags)
        {
            await Task.Yield();
            token.ThrowIfCancellationRequested();
            yield return $"DELETE FROM tags WHERE label = '{tag}'";
        }
    }

    public void Map(IEndpointRouteBuilder routes) => routes.MapPost("/tags/remove", async ([FromBody] string[] tags, CancellationToken token) =>
    {
        await foreach (var statement in StatementsAsync(tags, token))
        {
            await using var command = new NpgsqlCommand(statement, connection);
            await command.ExecuteNonQueryAsync(token);
        }
        return Results.NoContent();
    });
}

// [Good CWE-89] an async stream of values, one statement with a parameter
public sealed class LabelEndpoints(NpgsqlConnection connection)
{
    static async IAsyncEnumerable<string> LabelsAsync(IEnumerable<string> labels, [EnumeratorCancellation] CancellationToken token = default)
    {
        foreach (var label in labels)
        {
            await Task.Delay(1, token);
            yield return label.Trim();
        }
    }

    public void Map(IEndpointRouteBuilder routes) => routes.MapPost("/labels/remove", async ([FromBody] string[] labels, CancellationToken token) =>
    {
        await foreach (var label in LabelsAsync(labels, token))
            await connection.ExecuteAsync("DELETE FROM labels WHERE label = @label", new { label });
        return Results.NoContent();
    });
}

// [Bad CWE-89] query syntax builds the conditions, a collection expression joins them with the fixed ones
public static class SearchEndpoints
{
    public static void MapSearch(this WebApplication app) => app.MapPost("/search", (Dictionary<string, string> filters, IDbConnection db) =>
    {
        var wanted = from filter in filters
                     where filter.Value.Length > 0
                     orderby filter.Key
                     select $"{filter.Key} = '{filter.Value}'";
        string[] conditions = ["deleted = false", .. wanted];
        return db.Query<Ship>("SELECT id, name FROM ships WHERE " + string.Join(" AND ", conditions));
    });
}

// [Good CWE-89] query syntax takes known columns only and makes parameters of the values
public static class KnownSearchEndpoints
{
    static readonly Dictionary<string, string> s_columns = new(StringComparer.OrdinalIgnoreCase) { ["port"] = "port", ["name"] = "name" };

    public static void MapKnownSearch(this WebApplication app) => app.MapPost("/known-search", (Dictionary<string, string> filters, IDbConnection db) =>
    {
        var known = (from filter in filters
                     where s_columns.ContainsKey(filter.Key)
                     select (Column: s_columns[filter.Key], filter.Value)).ToList();
        var parameters = new DynamicParameters();
        foreach (var (column, value) in known)
            parameters.Add(column, value);
        string[] conditions = ["deleted = false", .. known.Select(each => $"{each.Column} = @{each.Column}")];
        return db.Query<Ship>("SELECT id, name FROM ships WHERE " + string.Join(" AND ", conditions), parameters);
    });
}

// [Bad CWE-89] a pipeline of delegates, each makes a longer statement
public sealed class QueryPipeline
{
    readonly List<Func<string, string>> _steps = [];

    public QueryPipeline With(Func<string, string> step)
    {
        _steps.Add(step);
        return this;
    }

    public string Build(string start) => _steps.Aggregate(start, (sql, step) => step(sql));
}

// [same case]
[ApiController, Route("cargo")]
public sealed class CargoController(IDbConnection db) : ControllerBase
{
    [HttpGet]
    public IEnumerable<Ship> Get([FromQuery] string? kind, [FromQuery] int limit = 20)
    {
        var sql = new QueryPipeline()
            .With(text => kind is null ? text : $"{text} WHERE kind = '{kind}'")
            .With(text => $"{text} LIMIT {limit}")
            .Build("SELECT id, name FROM cargo");
        return db.Query<Ship>(sql);
    }
}

// [Good CWE-89] the table's name is an option of the application, the value a parameter
public sealed class TableOptions { public string Table { get; set; } = "ships"; }

// [same case]
public static class TableEndpoints
{
    public static void MapTable(this WebApplication app) => app.MapGet("/table/{name}", (string name, IOptions<TableOptions> options, IDbConnection db) =>
        db.QueryFirstOrDefault<Ship>($"SELECT id, name FROM {options.Value.Table} WHERE name = @name", new { name }));
}

// [Good CWE-89] the interpolated statement is a FormattableString for EF Core
public static class InterpolatedEndpoints
{
    public static void MapInterpolated(this WebApplication app) => app.MapGet("/ships/in/{port}", async (string port, string? name, HarborContext db) =>
    {
        FormattableString sql = name is { Length: > 0 } ? (FormattableString)$"SELECT * FROM ships WHERE port = {port} AND name = {name}" : $"SELECT * FROM ships WHERE port = {port}";
        return await db.Ships.FromSql(sql).ToListAsync();
    });
}

// [Bad CWE-89] list patterns take a path apart
public static class PathEndpoints
{
    public static void MapPath(this WebApplication app) => app.MapGet("/by/{**path}", (string path, IDbConnection db) => path.Split('/') switch
    {
        ["id", var id] when int.TryParse(id, out var number) => Results.Ok(db.QueryFirst<Ship>("SELECT id, name FROM ships WHERE id = @number", new { number })),
        [var column, var value] => Results.Ok(db.QueryFirst<Ship>($"SELECT id, name FROM ships WHERE {column} = '{value}'")),
        _ => Results.NotFound(),
    });
}
