using System.Collections.Specialized;
using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using System.Xml.Linq;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Data.SqlClient;
using Microsoft.Extensions.Caching.Memory;

// [Bad CWE-89] characters are copied by hand into an array and become a text again
public sealed class CharacterCopy(SqlConnection connection)
{
    public void Run(HttpRequest request)
    {
        var given = request.Query["q"].ToString();
        var characters = new char[given.Length];
        for (var i = 0; i < given.Length; i++)
            characters[i] = char.ToUpperInvariant(given[i]);
        using var command = new SqlCommand("SELECT * FROM t WHERE a = '" + new string(characters) + "'", connection);
        command.ExecuteNonQuery();
    }
}

// [Good CWE-89] only digits are copied
public sealed class DigitCopy(SqlConnection connection)
{
    public void Run(HttpRequest request)
    {
        var digits = new string(request.Query["q"].ToString().Where(char.IsAsciiDigit).ToArray());
        using var command = new SqlCommand("SELECT * FROM t WHERE a = '" + digits + "'", connection);
        command.ExecuteNonQuery();
    }
}

// [Bad CWE-89] a channel carries the text to a reader
public sealed class StatementPump(SqlConnection connection)
{
    readonly Channel<string> _channel = Channel.CreateUnbounded<string>();

    public ValueTask Offer(HttpRequest request) => _channel.Writer.WriteAsync("DELETE FROM t WHERE a = '" + request.Query["q"] + "'");

    public async Task Pump(CancellationToken token)
    {
        await foreach (var sql in _channel.Reader.ReadAllAsync(token))
        {
            await using var command = new SqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync(token);
        }
    }
}

// [Good CWE-89] a channel carries numbers to a reader
public sealed class NumberPump(SqlConnection connection)
{
    readonly Channel<int> _channel = Channel.CreateUnbounded<int>();

    public ValueTask Offer(HttpRequest request) => _channel.Writer.WriteAsync(int.Parse(request.Query["q"].ToString(), CultureInfo.InvariantCulture));

    public async Task Pump(CancellationToken token)
    {
        await foreach (var id in _channel.Reader.ReadAllAsync(token))
        {
            await using var command = new SqlCommand("DELETE FROM t WHERE a = " + id, connection);
            await command.ExecuteNonQueryAsync(token);
        }
    }
}

// [Bad CWE-89] an asynchronous iterator gives conditions one by one
public sealed class ConditionStream(SqlConnection connection)
{
    static async IAsyncEnumerable<string> Conditions(HttpRequest request)
    {
        yield return "deleted = 0";
        var form = await request.ReadFormAsync();
        foreach (var name in new[] { "city", "street" })
            if (form.TryGetValue(name, out var value))
                yield return name + " = '" + value + "'";
    }

    public async Task Run(HttpRequest request)
    {
        var where = "1 = 1";
        await foreach (var condition in Conditions(request))
            where += " AND " + condition;
        await using var command = new SqlCommand("SELECT * FROM t WHERE " + where, connection);
        await command.ExecuteNonQueryAsync();
    }
}

// [Bad CWE-89] an exception's message brings the text to the handler
public sealed class MessageCarrier(SqlConnection connection)
{
    sealed class NotKnownException(string name) : Exception("unknown: " + name);

    static void Check(string name)
    {
        if (name.Length > 3)
            throw new NotKnownException(name);
    }

    public void Run(HttpRequest request)
    {
        try
        {
            Check(request.Query["q"].ToString());
        }
        catch (NotKnownException error)
        {
            using var command = new SqlCommand("INSERT INTO errors VALUES ('" + error.Message + "')", connection);
            command.ExecuteNonQuery();
        }
    }
}

// [Good CWE-89] the exception's message is a constant
public sealed class QuietMessageCarrier(SqlConnection connection)
{
    sealed class NotKnownException() : Exception("unknown name");

    static void Check(string name)
    {
        if (name.Length > 3)
            throw new NotKnownException();
    }

    public void Run(HttpRequest request)
    {
        try
        {
            Check(request.Query["q"].ToString());
        }
        catch (NotKnownException error)
        {
            using var command = new SqlCommand("INSERT INTO errors VALUES ('" + error.Message + "')", connection);
            command.ExecuteNonQuery();
        }
    }
}

public readonly struct Clause(string text)
{
    public string Text { get; } = text;
    public static implicit operator Clause(string text) => new(text);
    public static Clause operator &(Clause left, Clause right) => new(left.Text + " AND " + right.Text);
    public override string ToString() => "(" + Text + ")";
}

// [Bad CWE-89] an own operator puts two clauses together
public sealed class ClauseQuery(SqlConnection connection)
{
    public void Run(HttpRequest request)
    {
        Clause clause = "name = '" + request.Query["name"] + "'";
        clause &= "deleted = 0";
        using var command = new SqlCommand($"SELECT * FROM t WHERE {clause}", connection);
        command.ExecuteNonQuery();
    }
}

// [Good CWE-89] an own operator with clauses of ours
public sealed class PlainClauseQuery(SqlConnection connection)
{
    public void Run(HttpRequest request)
    {
        Clause clause = request.Query["open"] == "1" ? "closed = 0" : "closed = 1";
        clause &= "deleted = 0";
        using var command = new SqlCommand($"SELECT * FROM t WHERE {clause}", connection);
        command.ExecuteNonQuery();
    }
}

public abstract record Filter { public sealed record By(string Column, string Value) : Filter; public sealed record Both(Filter Left, Filter Right) : Filter; public sealed record None : Filter; }

// [Bad CWE-89] a recursive switch over a tree of records writes the statement
public sealed class FilterTree(SqlConnection connection)
{
    static string Write(Filter filter) => filter switch
    {
        Filter.By { Column: var column, Value: var value } => $"{column} = '{value}'",
        Filter.Both(var left, var right) => "(" + Write(left) + " AND " + Write(right) + ")",
        _ => "1 = 1",
    };

    public void Run(HttpRequest request)
    {
        Filter filter = new Filter.Both(new Filter.By("state", "open"), new Filter.By("owner", request.Query["owner"]!));
        using var command = new SqlCommand("SELECT * FROM t WHERE " + Write(filter), connection);
        command.ExecuteNonQuery();
    }
}

// [Bad CWE-89] a text writer collects the statement, a local function changes what it captured
public sealed class WriterQuery(SqlConnection connection)
{
    public void Run(HttpRequest request)
    {
        var writer = new StringWriter();
        writer.Write("SELECT * FROM t WHERE 1 = 1");
        string? current = null;
        void Take(string key) => current = request.Query[key];
        foreach (var key in (string[])["a", "b"])
        {
            Take(key);
            if (current != null)
                writer.WriteLine(" AND {0} = '{1}'", key, current);
        }
        using var command = new SqlCommand(writer.ToString(), connection);
        command.ExecuteNonQuery();
    }
}

// [Good CWE-89] a text writer collects placeholders, the values are parameters
public sealed class WriterQueryOfPlaceholders(SqlConnection connection)
{
    public void Run(HttpRequest request)
    {
        var writer = new StringWriter();
        writer.Write("SELECT * FROM t WHERE 1 = 1");
        var values = new Dictionary<string, string?>();
        void Take(string key) => values["@" + key] = request.Query[key];
        foreach (var key in (string[])["a", "b"])
        {
            Take(key);
            writer.WriteLine(" AND {0} = @{0}", key);
        }
        using var command = new SqlCommand(writer.ToString(), connection);
        foreach (var (name, value) in values)
            command.Parameters.AddWithValue(name, value);
        command.ExecuteNonQuery();
    }
}

// [Bad CWE-89] parsed from a decoded query string by hand
public sealed class DecodedQuery(SqlConnection connection)
{
    public void Run(HttpRequest request)
    {
        NameValueCollection values = System.Web.HttpUtility.ParseQueryString(request.QueryString.Value ?? "");
        var order = System.Web.HttpUtility.UrlDecode(values["order"]);
        using var command = new SqlCommand("SELECT * FROM t ORDER BY " + order, connection);
        command.ExecuteNonQuery();
    }
}

// [Good CWE-89] the order is one of an array's, found by its index
public sealed class IndexedOrder(SqlConnection connection)
{
    static readonly string[] s_columns = ["name", "created", "size"];

    public void Run(HttpRequest request)
    {
        var index = Array.IndexOf(s_columns, request.Query["order"].ToString());
        using var command = new SqlCommand("SELECT * FROM t ORDER BY " + s_columns[index < 0 ? 0 : index], connection);
        command.ExecuteNonQuery();
    }
}

// [Bad CWE-89] serialised as JSON and read back into another type
public sealed class RoundTrip(SqlConnection connection)
{
    sealed record Incoming(string Name, int Age);
    sealed record Stored(string Name);

    public void Run(HttpRequest request)
    {
        var json = JsonSerializer.Serialize(new Incoming(request.Form["name"]!, 7));
        var stored = JsonSerializer.Deserialize<Stored>(json)!;
        using var command = new SqlCommand("SELECT * FROM t WHERE name = '" + stored.Name + "'", connection);
        command.ExecuteNonQuery();
    }
}

// [Bad CWE-89] an XML body's attribute through LINQ
public sealed class XmlBody(SqlConnection connection)
{
    public async Task Run(HttpRequest request, CancellationToken token)
    {
        var document = await XDocument.LoadAsync(request.Body, LoadOptions.None, token);
        var names = from item in document.Descendants("item")
                    let name = item.Attribute("name")?.Value
                    where name != null
                    orderby name
                    select "'" + name + "'";
        await using var command = new SqlCommand("SELECT * FROM t WHERE name IN (" + string.Join(", ", names) + ")", connection);
        await command.ExecuteNonQueryAsync(token);
    }
}

// [Good CWE-89] an XML body's number through LINQ
public sealed class XmlNumbers(SqlConnection connection)
{
    public async Task Run(HttpRequest request, CancellationToken token)
    {
        var document = await XDocument.LoadAsync(request.Body, LoadOptions.None, token);
        var ids = from item in document.Descendants("item")
                  let id = (int?)item.Attribute("id")
                  where id != null
                  select id.Value;
        await using var command = new SqlCommand("SELECT * FROM t WHERE id IN (" + string.Join(", ", ids) + ")", connection);
        await command.ExecuteNonQueryAsync(token);
    }
}

// [Bad CWE-89] kept in a cache by one action and used by another
[ApiController]
[Route("saved")]
public sealed class SavedSearchController(IMemoryCache cache, SqlConnection connection) : ControllerBase
{
    [HttpPost]
    public IActionResult Save([FromForm] string condition)
    {
        cache.Set("search:" + User.Identity?.Name, condition, TimeSpan.FromMinutes(5));
        return NoContent();
    }

    [HttpGet]
    public IActionResult Run()
    {
        if (!cache.TryGetValue("search:" + User.Identity?.Name, out string? condition))
            return NotFound();
        using var command = new SqlCommand("SELECT * FROM t WHERE " + condition, connection);
        return Ok(command.ExecuteScalar());
    }
}

// [Good CWE-89] a number is kept in a cache
[ApiController]
[Route("saved2")]
public sealed class SavedNumberController(IMemoryCache cache, SqlConnection connection) : ControllerBase
{
    [HttpPost]
    public IActionResult Save([FromForm] int year)
    {
        cache.Set("year:" + User.Identity?.Name, year, TimeSpan.FromMinutes(5));
        return NoContent();
    }

    [HttpGet]
    public IActionResult Run()
    {
        if (!cache.TryGetValue("year:" + User.Identity?.Name, out int year))
            return NotFound();
        using var command = new SqlCommand("SELECT * FROM t WHERE y = " + year, connection);
        return Ok(command.ExecuteScalar());
    }
}

// [Good CWE-89] never taken: the arithmetic of constants says no
public sealed class NeverTaken(SqlConnection connection)
{
    public void Run(HttpRequest request)
    {
        var limit = 86;
        string column;
        if (7 * 42 - limit > 200)
            column = "name";
        else
            column = request.Query["column"].ToString();
        using var command = new SqlCommand("SELECT " + column + " FROM t", connection);
        command.ExecuteNonQuery();
    }
}

// [Bad CWE-89] taken: the arithmetic of constants says yes
public sealed class AlwaysTaken(SqlConnection connection)
{
    public void Run(HttpRequest request)
    {
        var limit = 106;
        string column;
        if (7 * 42 - limit > 200)
            column = "name";
        else
            column = request.Query["column"].ToString();
        using var command = new SqlCommand("SELECT " + column + " FROM t", connection);
        command.ExecuteNonQuery();
    }
}

// [Good CWE-89] the list's other element
public sealed class OtherElement(SqlConnection connection)
{
    public void Run(HttpRequest request)
    {
        var columns = new List<string> { "id", request.Query["column"].ToString(), "name" };
        columns.RemoveAt(0);
        using var command = new SqlCommand("SELECT " + columns[1] + " FROM t", connection);
        command.ExecuteNonQuery();
    }
}

// [Bad CWE-89] the list's element after the first was removed
public sealed class SameElement(SqlConnection connection)
{
    public void Run(HttpRequest request)
    {
        var columns = new List<string> { "id", request.Query["column"].ToString(), "name" };
        columns.RemoveAt(0);
        using var command = new SqlCommand("SELECT " + columns[0] + " FROM t", connection);
        command.ExecuteNonQuery();
    }
}

// [Good CWE-89] a guard method throws for what is not in the list
public sealed class GuardedByThrow(SqlConnection connection)
{
    static readonly IReadOnlySet<string> s_tables = new HashSet<string> { "orders", "parts" };

    static void EnsureTable(string table)
    {
        if (!s_tables.Contains(table))
            throw new ArgumentOutOfRangeException(nameof(table));
    }

    public void Run(HttpRequest request)
    {
        var table = request.Query["table"].ToString();
        EnsureTable(table);
        using var command = new SqlCommand("SELECT COUNT(*) FROM " + table, connection);
        command.ExecuteNonQuery();
    }
}

// [Bad CWE-89] the guard looks at another value
public sealed class GuardedOther(SqlConnection connection)
{
    static readonly IReadOnlySet<string> s_tables = new HashSet<string> { "orders", "parts" };

    static void EnsureTable(string table)
    {
        if (!s_tables.Contains(table))
            throw new ArgumentOutOfRangeException(nameof(table));
    }

    public void Run(HttpRequest request)
    {
        var table = request.Query["table"].ToString();
        var order = request.Query["order"].ToString();
        EnsureTable(table);
        using var command = new SqlCommand("SELECT COUNT(*) FROM " + table + " ORDER BY " + order, connection);
        command.ExecuteNonQuery();
    }
}

public interface IStep { string Apply(string value); }
public sealed class TrimStep : IStep { public string Apply(string value) => value.Trim(); }
public sealed class QuoteStep : IStep { public string Apply(string value) => "'" + value + "'"; }

// [Bad CWE-89] a pipeline of steps folds over the text
public sealed class Pipeline(SqlConnection connection)
{
    readonly List<IStep> _steps = [new TrimStep(), new QuoteStep()];

    public void Run(HttpRequest request)
    {
        var value = _steps.Aggregate(request.Query["v"].ToString(), (current, step) => step.Apply(current));
        using var command = new SqlCommand("SELECT * FROM t WHERE v = " + value, connection);
        command.ExecuteNonQuery();
    }
}

// [Bad CWE-89] an ambient value set by middleware
public static class Ambient { public static readonly AsyncLocal<string?> Tenant = new(); }

// [same case]
public sealed class TenantMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        Ambient.Tenant.Value = context.Request.Headers["X-Tenant"];
        return next(context);
    }
}

// [same case]
public sealed class TenantRepository(SqlConnection connection)
{
    public int Count()
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM [" + Ambient.Tenant.Value + "].orders";
        return (int)command.ExecuteScalar()!;
    }
}

// [Bad CWE-89] an event hands the text to whoever listens
public sealed class SearchEventArgs(string term) : EventArgs { public string Term { get; } = term; }

// [same case]
public sealed class SearchBox { public event EventHandler<SearchEventArgs>? Searched; public void Submit(HttpRequest request) => Searched?.Invoke(this, new SearchEventArgs(request.Query["term"]!)); }

// [same case]
public sealed class SearchLog
{
    readonly DbConnection _connection;

    public SearchLog(SearchBox box, DbConnection connection)
    {
        _connection = connection;
        box.Searched += OnSearched;
    }

    void OnSearched(object? sender, SearchEventArgs args)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "INSERT INTO searches VALUES ('" + args.Term + "')";
        command.ExecuteNonQuery();
    }
}

// [Bad CWE-89] a fluent query object of our own with a private list of conditions
public sealed class Select
{
    readonly List<string> _conditions = [];
    string _order = "id";
    public static Select From(string table) => new() { Table = table };
    public required string Table { get; init; }
    public Select Where(string condition) { _conditions.Add(condition); return this; }
    public Select OrderBy(string order) { _order = order; return this; }
    public string Sql => "SELECT * FROM " + Table + (_conditions.Count == 0 ? "" : " WHERE " + string.Join(" AND ", _conditions)) + " ORDER BY " + _order;
}

// [same case]
public sealed class SelectRunner(SqlConnection connection)
{
    public void Run(HttpRequest request)
    {
        var query = Select.From("t").Where("a = 1").Where($"b = '{request.Query["b"]}'").OrderBy("b");
        using var command = new SqlCommand(query.Sql, connection);
        command.ExecuteNonQuery();
    }
}

// [Bad CWE-89] a task's continuation gets the text
public sealed class Continuation(SqlConnection connection)
{
    public Task Run(HttpRequest request) =>
        request.ReadFormAsync().ContinueWith(form =>
        {
            using var command = new SqlCommand("DELETE FROM t WHERE a = '" + form.Result["a"] + "'", connection);
            return command.ExecuteNonQuery();
        });
}

// [Good CWE-89] a lazy value that is ours
public sealed class LazyColumn(SqlConnection connection)
{
    readonly Lazy<string> _column = new(() => "name");

    public void Run(HttpRequest request)
    {
        using var command = new SqlCommand("SELECT " + _column.Value + " FROM t WHERE a = @a", connection);
        command.Parameters.AddWithValue("@a", request.Query["a"].ToString());
        command.ExecuteNonQuery();
    }
}

// [Bad CWE-89] a two-dimensional array and nested lists
public sealed class Grid(SqlConnection connection)
{
    public void Run(HttpRequest request)
    {
        var cells = new string[2, 2];
        cells[0, 0] = "id";
        cells[1, 1] = request.Query["cell"].ToString();
        var rows = new List<List<string>>();
        for (var i = 0; i < 2; i++)
            rows.Add([cells[i, 0], cells[i, 1]]);
        using var command = new SqlCommand("SELECT " + rows[1][1] + " FROM t", connection);
        command.ExecuteNonQuery();
    }
}
