using Dapper;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace Travel;

public class TripsController(NpgsqlConnection db) : ControllerBase
{
    // [Bad CWE-89] a lambda captures the value
    public IActionResult Captured(string city)
    {
        Func<string> condition = () => "city = '" + city + "'";
        return Ok(db.Query("select * from trips where " + condition()));
    }

    // [Bad CWE-89] a lambda executes its argument
    public IActionResult Invoked(string city)
    {
        Func<string, object> run = where => db.Query("select * from trips where " + where);
        return Ok(run("city = '" + city + "'"));
    }

    // [Good CWE-89] the lambda is given a constant
    public IActionResult InvokedWithConstant(string city)
    {
        Func<string, object> run = where => db.Query("select * from trips where " + where);
        return Ok(run(city.Length > 3 ? "active" : "not active"));
    }

    // [Bad CWE-89] a local function
    public IActionResult Local(string city)
    {
        return Ok(db.Query(Sql()));
        string Sql() => $"select * from trips where city = '{city}'";
    }

    // [Good CWE-89] a local function that maps to constants
    public IActionResult LocalMap(string order)
    {
        return Ok(db.Query("select * from trips order by " + Column()));
        string Column() => order switch { "price" => "price", _ => "starts" };
    }

    // [Bad CWE-89] a method group as delegate
    public IActionResult MethodGroup(string[] cities)
    {
        var conditions = cities.Select(Condition);
        return Ok(db.Query("select * from trips where " + string.Join(" or ", conditions)));
    }

    static string Condition(string city) => "city = '" + city + "'";

    // [Bad CWE-89] awaited from a task
    public async Task<IActionResult> Awaited(string city)
    {
        var sql = await Task.FromResult("select * from trips where city = '" + city + "'");
        return Ok(await db.QueryAsync<string>(sql));
    }

    // [Bad CWE-89] Task.WhenAll and an async helper
    public async Task<IActionResult> WhenAll(string from, string to)
    {
        var conditions = await Task.WhenAll(ConditionAsync("a", from), ConditionAsync("b", to));
        return Ok(await db.QueryAsync<string>("select * from trips where " + conditions[0] + " and " + conditions[1]));
    }

    static async Task<string> ConditionAsync(string column, string value)
    {
        await Task.Yield();
        return column + " = '" + value + "'";
    }

    // [Good CWE-89] Task.Run computes a number
    public async Task<IActionResult> Computed(string city)
    {
        var hash = await Task.Run(() => city.GetHashCode());
        return Ok(await db.QueryAsync<string>("select * from trips where bucket = " + hash % 16));
    }

    // [Bad CWE-89] read from the request's body
    public async Task<IActionResult> Body()
    {
        using var reader = new StreamReader(Request.Body);
        var filter = await reader.ReadToEndAsync();
        return Ok(await db.QueryAsync<string>("select * from trips where " + filter));
    }

    // [Good CWE-89] the body is read and stored as a parameter
    public async Task<IActionResult> BodyStored()
    {
        using var reader = new StreamReader(Request.Body);
        var note = await reader.ReadToEndAsync();
        return Ok(await db.ExecuteAsync("insert into notes (text) values (@note)", new { note }));
    }

    // [Bad CWE-89] an action gets the value through ForEach
    public void ForEach([FromBody] List<string> cities) => cities.ForEach(city => db.Execute("delete from trips where city = '" + city + "'"));

    // [Bad CWE-89] Lazy
    public IActionResult Lazy(string city)
    {
        var sql = new Lazy<string>(() => "select * from trips where city = '" + city + "'");
        return Ok(db.Query(sql.Value));
    }

    // [Bad CWE-89] an async stream
    public async Task<IActionResult> Stream(string cities)
    {
        var found = new List<object>();
        await foreach (var city in Each(cities))
            found.AddRange(await db.QueryAsync<string>($"select id from trips where city = '{city}'"));
        return Ok(found);
    }

    static async IAsyncEnumerable<string> Each(string cities)
    {
        foreach (var city in cities.Split(','))
        {
            await Task.Yield();
            yield return city;
        }
    }
}

// [Bad CWE-89] an event handler executes the event's text
public class Notifier : ControllerBase
{
    readonly NpgsqlConnection _db;
    event EventHandler<string>? Searched;

    public Notifier(NpgsqlConnection db)
    {
        _db = db;
        Searched += OnSearched;
    }

    public void Search(string text) => Searched?.Invoke(this, text);

    void OnSearched(object? sender, string text) => _db.Execute("insert into searches values ('" + text + "')");
}

// [Good CWE-89] the event handler uses a parameter
public class NotifierSafe : ControllerBase
{
    readonly NpgsqlConnection _db;
    event EventHandler<string>? Searched;

    public NotifierSafe(NpgsqlConnection db)
    {
        _db = db;
        Searched += OnSearched;
    }

    public void Search(string text) => Searched?.Invoke(this, text);

    void OnSearched(object? sender, string text) => _db.Execute("insert into searches values (@text)", new { text });
}
