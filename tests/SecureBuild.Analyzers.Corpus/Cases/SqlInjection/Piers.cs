// A second walk: statements by visitors, caches, specifications, streams of events.
using System.Data;
using System.Data.Common;
using System.Text;
using Dapper;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using MySqlConnector;

namespace Corpus.SqlInjection.Piers;

public abstract record Filter
{
    public sealed record Equal(string Field, string Value) : Filter;

    public sealed record All(IReadOnlyList<Filter> Parts) : Filter;
}

// [Bad CWE-89] a visitor over a tree of filters writes into a builder
public sealed class FilterWriter
{
    readonly StringBuilder _text = new();

    public string Write(Filter filter)
    {
        Visit(filter);
        return _text.ToString();
    }

    void Visit(Filter filter)
    {
        switch (filter)
        {
            case Filter.Equal equal:
                _text.Append(equal.Field).Append(" = '").Append(equal.Value).Append('\'');
                break;
            case Filter.All all:
                for (var i = 0; i < all.Parts.Count; i++)
                {
                    if (i > 0)
                        _text.Append(" AND ");
                    Visit(all.Parts[i]);
                }
                break;
        }
    }
}

// [same case]
public sealed class TreeController(IDbConnection connection) : ControllerBase
{
    [HttpGet("tree")]
    public IEnumerable<string> Get(string city, string street)
    {
        var filter = new Filter.All([new Filter.Equal("city", city), new Filter.Equal("street", street)]);
        return connection.Query<string>("SELECT name FROM houses WHERE " + new FilterWriter().Write(filter));
    }
}

// [Good CWE-89] the visitor writes markers and collects the values
public sealed class ParameterWriter
{
    readonly StringBuilder _text = new();

    public DynamicParameters Values { get; } = new();

    public string Write(IEnumerable<KeyValuePair<string, string>> equals)
    {
        foreach (var (field, value) in equals)
        {
            var name = field switch { "city" => "city", "street" => "street", _ => throw new ArgumentOutOfRangeException(nameof(equals)) };
            if (_text.Length > 0)
                _text.Append(" AND ");
            _text.Append(name).Append(" = @").Append(name);
            Values.Add(name, value);
        }
        return _text.ToString();
    }
}

// [same case]
public sealed class ParameterController(IDbConnection connection) : ControllerBase
{
    [HttpGet("parameters")]
    public IEnumerable<string> Get(string city, string street)
    {
        var writer = new ParameterWriter();
        var where = writer.Write(new Dictionary<string, string> { ["city"] = city, ["street"] = street });
        return connection.Query<string>("SELECT name FROM houses WHERE " + where, writer.Values);
    }
}

public interface ISpecification
{
    string ToSql();
}

// [Bad CWE-89] specifications that are combined by an operator
public sealed class Condition(string text) : ISpecification
{
    public static Condition operator &(Condition left, Condition right) => new($"({left.ToSql()}) AND ({right.ToSql()})");

    public static Condition NameIs(string name) => new("name = '" + name + "'");

    public static Condition Active => new("active = 1");

    public string ToSql() => text;
}

// [same case]
public static class SpecificationEndpoints
{
    public static void Map(WebApplication app) => app.MapGet("/specified", async (string name, MySqlConnection connection) =>
    {
        ISpecification wanted = Condition.Active & Condition.NameIs(name);
        await using var command = new MySqlCommand($"SELECT id FROM people WHERE {wanted.ToSql()}", connection);
        return await command.ExecuteScalarAsync();
    });
}

// [Good CWE-89] specifications whose values are numbers
public sealed class AgeCondition(int age) : ISpecification
{
    public string ToSql() => $"age >= {age}";
}

// [same case]
public static class AgeEndpoints
{
    public static void Map(WebApplication app) => app.MapGet("/aged", async (int age, MySqlConnection connection) =>
    {
        ISpecification wanted = new AgeCondition(age);
        await using var command = new MySqlCommand($"SELECT id FROM people WHERE {wanted.ToSql()}", connection);
        return await command.ExecuteScalarAsync();
    });
}

// [Bad CWE-89] an action filter leaves the tenant in the items of the request, a repository takes it out
public sealed class TenantFilter : IAsyncActionFilter
{
    public Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        context.HttpContext.Items["tenant"] = context.HttpContext.Request.Headers["X-Tenant"].ToString();
        return next();
    }
}

// [same case]
public sealed class TenantRepository(IHttpContextAccessor accessor, SqlConnection connection)
{
    public int Count()
    {
        var tenant = (string?)accessor.HttpContext!.Items["tenant"];
        using var command = new SqlCommand($"SELECT COUNT(*) FROM [{tenant}].[Orders]", connection);
        return (int)command.ExecuteScalar()!;
    }
}

// [Good CWE-89] an action filter leaves a number in the items
public sealed class TenantNumberFilter : IAsyncActionFilter
{
    public Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        if (int.TryParse(context.HttpContext.Request.Headers["X-Tenant"], out var number))
            context.HttpContext.Items["tenant-number"] = number;
        return next();
    }
}

// [same case]
public sealed class TenantNumberRepository(IHttpContextAccessor accessor, SqlConnection connection)
{
    public int Count()
    {
        var tenant = accessor.HttpContext!.Items["tenant-number"] is int number ? number : 0;
        using var command = new SqlCommand($"SELECT COUNT(*) FROM [T{tenant}].[Orders]", connection);
        return (int)command.ExecuteScalar()!;
    }
}

public sealed record FindUsers(string? Name, string? OrderBy) : IRequest<List<string>>;

// [Bad CWE-89] a handler with a dictionary of functions that make parts
public sealed class FindUsersHandler(DbConnection connection) : IRequestHandler<FindUsers, List<string>>
{
    static readonly Dictionary<string, Func<FindUsers, string?>> s_parts = new()
    {
        ["where"] = request => request.Name is { } name ? $" WHERE name LIKE '{name}%'" : null,
        ["order"] = request => request.OrderBy is { } order ? " ORDER BY " + (order == "age" ? "age" : "name") : null,
    };

    public async Task<List<string>> Handle(FindUsers request, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM users" + string.Concat(s_parts.Values.Select(part => part(request)));
        var names = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            names.Add(reader.GetString(0));
        return names;
    }
}

// [same case]
[ApiController]
public sealed class FindUsersController(ISender sender) : ControllerBase
{
    [HttpGet("find-users")]
    public Task<List<string>> Get(string? name, string? orderBy) => sender.Send(new FindUsers(name, orderBy));
}

public sealed record CountUsers(string? OrderBy) : IRequest<int>;

// [Good CWE-89] a handler that compares, and writes its own words
public sealed class CountUsersHandler(DbConnection connection) : IRequestHandler<CountUsers, int>
{
    public async Task<int> Handle(CountUsers request, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        var order = request.OrderBy is "age" or "name" ? request.OrderBy : "name";
        command.CommandText = $"SELECT COUNT(*) FROM users GROUP BY {order}";
        return Convert.ToInt32(await command.ExecuteScalarAsync(cancellationToken));
    }
}

// [same case]
[ApiController]
public sealed class CountUsersController(ISender sender) : ControllerBase
{
    [HttpGet("count-users")]
    public Task<int> Get(string? orderBy) => sender.Send(new CountUsers(orderBy));
}

public class LogContext : DbContext;

// [Bad CWE-89] an event that subscribers turn into statements
public sealed class Bus
{
    public event Func<string, Task>? Received;

    public async Task PublishAsync(string message)
    {
        if (Received is { } handlers)
            foreach (var handler in handlers.GetInvocationList().Cast<Func<string, Task>>())
                await handler(message);
    }
}

// [same case]
public sealed class BusSubscriber
{
    public BusSubscriber(Bus bus, LogContext context) => bus.Received += message => context.Database.ExecuteSqlRawAsync("INSERT INTO messages (text) VALUES ('" + message + "')");
}

// [same case]
public static class BusEndpoints
{
    public static void Map(WebApplication app, Bus bus) => app.MapPost("/publish", (string message) => bus.PublishAsync(message));
}

// [Good CWE-89] an event whose subscriber passes a parameter
public sealed class SafeBusSubscriber
{
    public SafeBusSubscriber(Bus bus, LogContext context) => bus.Received += message => context.Database.ExecuteSqlAsync($"INSERT INTO messages (text) VALUES ({message})");
}
