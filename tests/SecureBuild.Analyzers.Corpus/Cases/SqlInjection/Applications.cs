// Parts of applications: handlers, pipelines, caches, builders, channels; the value takes a long way.
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Data;
using System.Data.Common;
using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Dapper;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace Corpus.SqlInjection.Applications;

// [Bad CWE-89] a query object, sent to its handler
public record FindCustomers(string Name) : IRequest<IReadOnlyList<string>>;

// [same case]
public class FindCustomersHandler(IDbConnection connection) : IRequestHandler<FindCustomers, IReadOnlyList<string>>
{
    public async Task<IReadOnlyList<string>> Handle(FindCustomers request, CancellationToken cancellation)
    {
        var sql = $"select name from customers where name like '%{request.Name}%'";
        return (await connection.QueryAsync<string>(new CommandDefinition(sql, cancellationToken: cancellation))).ToList();
    }
}

// [same case]
public class CustomersController(ISender sender) : ControllerBase
{
    [HttpGet("/customers")]
    public Task<IReadOnlyList<string>> Get(string name) => sender.Send(new FindCustomers(name));
}

// [Good CWE-89] a query object whose handler has parameters
public record FindSuppliers(string Name) : IRequest<IReadOnlyList<string>>;

// [same case]
public class FindSuppliersHandler(IDbConnection connection) : IRequestHandler<FindSuppliers, IReadOnlyList<string>>
{
    public async Task<IReadOnlyList<string>> Handle(FindSuppliers request, CancellationToken cancellation)
    {
        var pattern = $"%{request.Name}%";
        return (await connection.QueryAsync<string>("select name from suppliers where name like @pattern", new { pattern })).ToList();
    }
}

// [same case]
public class SuppliersController(ISender sender) : ControllerBase
{
    [HttpGet("/suppliers")]
    public Task<IReadOnlyList<string>> Get(string name) => sender.Send(new FindSuppliers(name));
}

// [Bad CWE-89] a fluent builder of our own
public class SelectBuilder
{
    readonly StringBuilder _text = new("select * from ");
    readonly List<string> _conditions = [];

    public SelectBuilder From(string table) { _text.Append(table); return this; }

    public SelectBuilder Where(string condition) { _conditions.Add(condition); return this; }

    public string Build() => _conditions.Count == 0 ? _text.ToString() : _text + " where " + string.Join(" and ", _conditions);
}

// [same case]
public class BuilderController(SqlConnection connection) : ControllerBase
{
    [HttpGet("/built")]
    public IActionResult Get(string city, int age)
    {
        var sql = new SelectBuilder().From("people").Where("age > " + age).Where($"city = '{city}'").Build();
        using var command = new SqlCommand(sql, connection);
        return Ok(command.ExecuteScalar());
    }
}

// [Good CWE-89] the builder keeps the values as parameters
public class ParameterBuilder
{
    readonly List<string> _conditions = [];
    readonly List<SqlParameter> _parameters = [];

    public ParameterBuilder Where(string column, object value)
    {
        var name = "@p" + _parameters.Count;
        _conditions.Add(column + " = " + name);
        _parameters.Add(new SqlParameter(name, value));
        return this;
    }

    public SqlCommand Build(SqlConnection connection)
    {
        var command = new SqlCommand("select * from people where " + string.Join(" and ", _conditions), connection);
        foreach (var parameter in _parameters)
            command.Parameters.Add(parameter);
        return command;
    }
}

// [same case]
public class ParameterBuilderController(SqlConnection connection) : ControllerBase
{
    [HttpGet("/built-good")]
    public IActionResult Get(string city, int age)
    {
        using var command = new ParameterBuilder().Where("age", age).Where("city", city).Build(connection);
        return Ok(command.ExecuteScalar());
    }
}

// [Bad CWE-89] sorted by what the client says, in an extension method
public static class Sorting
{
    public static string OrderedBy(this string sql, string? column, bool descending) => string.IsNullOrWhiteSpace(column) ? sql : $"{sql} order by {column} {(descending ? "desc" : "asc")}";
}

// [same case]
public class SortedController(IDbConnection connection) : ControllerBase
{
    [HttpGet("/sorted")]
    public IEnumerable<dynamic> Get([FromQuery] string? sort, [FromQuery] bool desc) => connection.Query("select * from orders".OrderedBy(sort, desc));
}

// [Good CWE-89] sorted by one of ours
public static class KnownSorting
{
    static readonly FrozenColumns s_columns = new(new(StringComparer.OrdinalIgnoreCase) { ["date"] = "created_at", ["total"] = "total_amount" });

    public static string OrderedBy(this string sql, string? column) => $"{sql} order by {s_columns.Of(column)}";

    public sealed class FrozenColumns(Dictionary<string, string> columns)
    {
        public string Of(string? name) => name is not null && columns.TryGetValue(name, out var column) ? column : "id";
    }
}

// [same case]
public class KnownSortedController(IDbConnection connection) : ControllerBase
{
    [HttpGet("/known-sorted")]
    public IEnumerable<dynamic> Get([FromQuery] string? sort) => connection.Query(KnownSorting.OrderedBy("select * from orders", sort));
}

// [Bad CWE-89] a record copied with another value, taken apart
public class WithController(SqlConnection connection) : ControllerBase
{
    sealed record Query(string Table, string Where, int Limit);

    static readonly Query s_default = new("logs", "1 = 1", 100);

    [HttpGet("/with")]
    public object? Get(string where)
    {
        var (table, condition, limit) = s_default with { Where = where };
        using var command = new SqlCommand($"select top {limit} * from {table} where {condition}", connection);
        return command.ExecuteScalar();
    }
}

// [Good CWE-89] the other member of the record
public class WithGoodController(SqlConnection connection) : ControllerBase
{
    sealed record Query(string Table, string Where, string Title);

    static readonly Query s_default = new("logs", "1 = 1", "");

    [HttpGet("/with-good")]
    public object? Get(string title)
    {
        var (table, condition, _) = s_default with { Title = title };
        using var command = new SqlCommand($"select * from {table} where {condition}", connection);
        return command.ExecuteScalar();
    }
}

// [Bad CWE-89] an iterator and LINQ
public class IteratorController(SqlConnection connection) : ControllerBase
{
    static IEnumerable<string> Conditions(IQueryCollection query)
    {
        yield return "deleted = 0";
        foreach (var (key, value) in query)
            if (value.Count > 0)
                yield return $"{key} = '{value[0]}'";
    }

    [HttpGet("/iterator")]
    public object? Get()
    {
        var where = Conditions(Request.Query).Aggregate((all, next) => all + " and " + next);
        using var command = new SqlCommand("select * from items where " + where, connection);
        return command.ExecuteScalar();
    }
}

// [Bad CWE-89] what an async stream brings
public class StreamController(SqlConnection connection) : ControllerBase
{
    static async IAsyncEnumerable<string> LinesAsync(Stream body, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        using var reader = new StreamReader(body);
        while (await reader.ReadLineAsync(cancellation) is { } line)
            yield return line.Trim();
    }

    [HttpPost("/stream")]
    public async Task Post()
    {
        await foreach (var line in LinesAsync(Request.Body))
        {
            var cells = line.Split(';', StringSplitOptions.TrimEntries);
            await connection.ExecuteAsync($"insert into prices values ('{cells[0]}', {decimal.Parse(cells[1])})");
        }
    }
}

// [Good CWE-89] the stream's numbers only
public class NumberStreamController(SqlConnection connection) : ControllerBase
{
    [HttpPost("/number-stream")]
    public async Task Post()
    {
        using var reader = new StreamReader(Request.Body);
        while (await reader.ReadLineAsync() is { } line)
            if (decimal.TryParse(line, out var price))
                await connection.ExecuteAsync($"insert into prices values ({price.ToString(System.Globalization.CultureInfo.InvariantCulture)})");
    }
}

// [Bad CWE-89] an immutable dictionary and its builder
public class ImmutableController(SqlConnection connection) : ControllerBase
{
    [HttpGet("/immutable")]
    public object? Get(string tenant)
    {
        var builder = ImmutableDictionary.CreateBuilder<string, string>();
        builder["tenant"] = tenant;
        var settings = builder.ToImmutable().SetItem("region", "eu");
        using var command = new SqlCommand("use " + settings["tenant"], connection);
        return command.ExecuteScalar();
    }
}

// [Bad CWE-89] GetOrAdd of a concurrent dictionary makes the text
public class ConcurrentController(SqlConnection connection) : ControllerBase
{
    static readonly ConcurrentDictionary<string, string> s_statements = new();

    [HttpGet("/concurrent")]
    public object? Get(string table)
    {
        var sql = s_statements.GetOrAdd(table, static name => "select count(*) from [" + name + "]");
        using var command = new SqlCommand(sql, connection);
        return command.ExecuteScalar();
    }
}

// [Bad CWE-89] a JSON body taken apart
public class JsonController(SqlConnection connection) : ControllerBase
{
    [HttpPost("/json")]
    public async Task<object?> Post()
    {
        using var document = await JsonDocument.ParseAsync(Request.Body);
        var email = document.RootElement.GetProperty("user").GetProperty("email").GetString();
        var roles = document.RootElement.GetProperty("roles").EnumerateArray().Select(role => role.GetString()).ToArray();
        using var command = new SqlCommand("select id from users where email = '" + email + "' and role in ('" + string.Join("','", roles) + "')", connection);
        return command.ExecuteScalar();
    }
}

// [Good CWE-89] a JSON body's number and flag
public class JsonGoodController(SqlConnection connection) : ControllerBase
{
    [HttpPost("/json-good")]
    public async Task<object?> Post()
    {
        using var document = await JsonDocument.ParseAsync(Request.Body);
        var id = document.RootElement.GetProperty("id").GetInt64();
        var all = document.RootElement.GetProperty("all").GetBoolean();
        using var command = new SqlCommand($"select * from users where id = {id} and (deleted = 0 or {(all ? 1 : 0)} = 1)", connection);
        return command.ExecuteScalar();
    }
}

// [Bad CWE-89] EF Core: a raw query through a generic repository
public class Repository<T>(DbContext context) where T : class
{
    public async Task<List<T>> SearchAsync(string table, string column, string text) =>
        await context.Set<T>().FromSqlRaw("SELECT * FROM " + table + " WHERE " + column + " LIKE '%" + text + "%'").ToListAsync();
}

// [same case]
public class Article { public int Id { get; set; } public string Title { get; set; } = ""; }

// [same case]
public class ArticleController(Repository<Article> articles) : ControllerBase
{
    [HttpGet("/articles")]
    public Task<List<Article>> Get(string q) => articles.SearchAsync("Articles", "Title", q);
}

// [Good CWE-89] EF Core: the same repository with a parameter
public class GoodRepository<T>(DbContext context) where T : class
{
    public async Task<List<T>> SearchAsync(string table, string column, string text) =>
        await context.Set<T>().FromSqlRaw("SELECT * FROM " + table + " WHERE " + column + " LIKE {0}", "%" + text + "%").ToListAsync();
}

// [same case]
public class Post { public int Id { get; set; } public string Title { get; set; } = ""; }

// [same case]
public class PostController(GoodRepository<Post> posts) : ControllerBase
{
    [HttpGet("/posts")]
    public Task<List<Post>> Get(string q) => posts.SearchAsync("Posts", "Title", q);
}

// [Bad CWE-89] the interpolated text is made before the method that would have taken it apart
public class TooEarlyController(DbContext context) : ControllerBase
{
    [HttpDelete("/too-early/{name}")]
    public async Task<int> Delete(string name)
    {
        string sql = $"DELETE FROM Tags WHERE Name = '{name}'";
        return await context.Database.ExecuteSqlRawAsync(sql);
    }
}

// [Good CWE-89] a FormattableString kept in a variable
public class FormattableController(DbContext context) : ControllerBase
{
    [HttpDelete("/formattable/{name}")]
    public async Task<int> Delete(string name)
    {
        FormattableString sql = $"DELETE FROM Tags WHERE Name = {name}";
        return await context.Database.ExecuteSqlAsync(sql);
    }
}

// [Bad CWE-89] a generic method with a selector
public class SelectorController(SqlConnection connection) : ControllerBase
{
    public class Form { public string Name { get; set; } = ""; public string Note { get; set; } = ""; }

    static string Quote<T>(T value, Func<T, string> selector) => "'" + selector(value) + "'";

    [HttpPost("/selector")]
    public void Post([FromForm] Form form)
    {
        using var command = new SqlCommand("insert into notes values (" + Quote(form, static each => each.Note) + ")", connection);
        command.ExecuteNonQuery();
    }
}

// [Bad CWE-89] a tuple from a local function
public class TupleController(SqlConnection connection) : ControllerBase
{
    [HttpGet("/tuple")]
    public object? Get(string range)
    {
        (string From, string To) Split(string text)
        {
            var at = text.IndexOf('-');
            return (text[..at], text[(at + 1)..]);
        }

        var (from, to) = Split(range);
        using var command = new SqlCommand($"select sum(total) from orders where day between '{from}' and '{to}'", connection);
        return command.ExecuteScalar();
    }
}

// [Good CWE-89] a tuple of dates
public class DateTupleController(SqlConnection connection) : ControllerBase
{
    [HttpGet("/date-tuple")]
    public object? Get(string range)
    {
        static (DateOnly From, DateOnly To) Split(string text)
        {
            var at = text.IndexOf('/');
            return (DateOnly.Parse(text[..at]), DateOnly.Parse(text[(at + 1)..]));
        }

        var (from, to) = Split(range);
        using var command = new SqlCommand($"select sum(total) from orders where day between '{from:yyyy-MM-dd}' and '{to:yyyy-MM-dd}'", connection);
        return command.ExecuteScalar();
    }
}

// [Bad CWE-89] an implicit conversion of our own type
public class OwnTypeController(SqlConnection connection) : ControllerBase
{
    readonly record struct TableName(string Value)
    {
        public static implicit operator TableName(string value) => new(value);
        public override string ToString() => Value;
    }

    [HttpGet("/own-type")]
    public object? Get(string table)
    {
        TableName name = table;
        using var command = new SqlCommand($"select count(*) from {name}", connection);
        return command.ExecuteScalar();
    }
}

// [Good CWE-89] our own type checks in its constructor
public class CheckedTypeController(SqlConnection connection) : ControllerBase
{
    sealed class TableName
    {
        public string Value { get; }

        public TableName(string value)
        {
            foreach (var c in value)
                if (!char.IsAsciiLetterOrDigit(c) && c != '_')
                    throw new ArgumentException("not a name", nameof(value));
            Value = value;
        }
    }

    [HttpGet("/checked-type")]
    public object? Get(string table)
    {
        var name = new TableName(table);
        using var command = new SqlCommand("select count(*) from " + name.Value, connection);
        return command.ExecuteScalar();
    }
}

// [Bad CWE-89] a lazy value and a task
public class LazyController(SqlConnection connection) : ControllerBase
{
    [HttpGet("/lazy")]
    public async Task<object?> Get(string owner)
    {
        var sql = new Lazy<string>(() => "select * from pets where owner = '" + owner + "'");
        return await Task.Run(() =>
        {
            using var command = new SqlCommand(sql.Value, connection);
            return command.ExecuteScalar();
        });
    }
}

// [Bad CWE-89] spans and char arrays
public class SpanController(SqlConnection connection) : ControllerBase
{
    [HttpGet("/span")]
    public object? Get(string code)
    {
        ReadOnlySpan<char> span = code.AsSpan().Trim();
        Span<char> upper = stackalloc char[span.Length];
        span.ToUpperInvariant(upper);
        var sql = string.Concat("select * from codes where code = '", upper, "'");
        using var command = new SqlCommand(sql, connection);
        return command.ExecuteScalar();
    }
}
