using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using System.Net.Mail;
using Dapper;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Data.SqlClient;
using Microsoft.Extensions.Options;

namespace Warehouse;

public static class Tables
{
    public const string Stock = "Stock";
    public static readonly string Moves = "Moves_" + DateTime.UtcNow.Year;
    public static string Archive { get; } = "Archive";
}

public class StockOptions { public string Schema { get; set; } = "dbo"; }
public enum Unit { Piece, Box, Pallet }

public class StockController(SqlConnection db, IOptions<StockOptions> options) : ControllerBase
{
    static readonly FrozenSet<string> s_columns = new[] { "Id", "Name" }.ToFrozenSet();
    static readonly ConcurrentDictionary<string, string> s_cache = new();

    // [Good CWE-89] constants of another class
    public IActionResult Constants(string ignored) => Ok(db.Query("SELECT * FROM " + Tables.Stock + " UNION SELECT * FROM " + Tables.Moves + " UNION SELECT * FROM " + Tables.Archive));

    // [Good CWE-89] options from the configuration
    public IActionResult Options(string ignored) => Ok(db.Query($"SELECT * FROM {options.Value.Schema}.Stock"));

    // [Good CWE-89] numbers, flags, characters of a fixed kind and money
    public IActionResult Numbers(int? shelf, bool all, decimal price, double weight, TimeSpan age) =>
        Ok(db.Query(string.Create(CultureInfo.InvariantCulture, $"SELECT * FROM Stock WHERE Shelf = {shelf ?? 0} AND Price > {price} AND Weight < {weight} AND Hours > {(int)age.TotalHours} AND Active = {(all ? 0 : 1)}")));

    // [Good CWE-89] an enumeration's value
    public IActionResult ByUnit(Unit unit) => Ok(db.Query("SELECT * FROM Stock WHERE Unit = '" + unit + "'"));

    // [Good CWE-89] a frozen set
    public IActionResult Frozen(string column) => s_columns.Contains(column) ? Ok(db.Query("SELECT " + column + " FROM Stock")) : BadRequest();

    // [Bad CWE-89] a set that the client fills
    public IActionResult OwnSet(string column, [FromQuery] string[] allowed)
    {
        var columns = new HashSet<string>(allowed);
        return columns.Contains(column) ? Ok(db.Query("SELECT " + column + " FROM Stock")) : BadRequest();
    }

    // [Bad CWE-89] a cache between the requests
    public IActionResult Cached(string key, string filter)
    {
        var sql = s_cache.GetOrAdd(key, _ => "SELECT * FROM Stock WHERE " + filter);
        return Ok(db.Query(sql));
    }

    // [Good CWE-89] an index into constants
    public IActionResult Index(int column)
    {
        string[] columns = ["Id", "Name", "Price"];
        return Ok(db.Query("SELECT * FROM Stock ORDER BY " + columns[Math.Clamp(column, 0, 2)]));
    }

    // [Good CWE-89] while the text is unknown, it is replaced
    public IActionResult While(string column)
    {
        while (column != "Id" && column != "Name")
            column = "Id";
        return Ok(db.Query("SELECT * FROM Stock ORDER BY " + column));
    }

    // [Bad CWE-89] one of the two conditions of an or is enough
    public IActionResult Or(string column)
    {
        if (column == "Id" || column.Length < 40)
            return Ok(db.Query("SELECT * FROM Stock ORDER BY " + column));
        return BadRequest();
    }

    // [Good CWE-89] both conditions of an and hold
    public IActionResult And(string column)
    {
        if (column.Length < 40 && s_columns.Contains(column))
            return Ok(db.Query("SELECT * FROM Stock ORDER BY " + column));
        return BadRequest();
    }

    // [Good CWE-89] the check's result is kept in a local
    public IActionResult KeptCheck(string column)
    {
        var known = s_columns.Contains(column);
        if (!known)
            return BadRequest();
        return Ok(db.Query("SELECT * FROM Stock ORDER BY " + column));
    }

    // [Bad CWE-89] the value is changed after the check
    public IActionResult ChangedAfterCheck(string column, string suffix)
    {
        if (!s_columns.Contains(column))
            return BadRequest();
        column += suffix;
        return Ok(db.Query("SELECT * FROM Stock ORDER BY " + column));
    }

    // [Good CWE-89] string.Equals without case
    public IActionResult EqualsIgnoringCase(string direction) =>
        string.Equals(direction, "desc", StringComparison.OrdinalIgnoreCase) ? Ok(db.Query("SELECT * FROM Stock ORDER BY Id " + direction)) : BadRequest();

    // [Good CWE-89] the finally block resets the statement before it is used again
    public IActionResult Finally(string name)
    {
        var sql = "-- " + name.Length;
        try
        {
            db.Execute("UPDATE Stock SET Seen = 1 WHERE Name = @name", new { name });
        }
        finally
        {
            sql = "SELECT COUNT(*) FROM Stock";
        }
        return Ok(db.ExecuteScalar<int>(sql));
    }

    // [Bad CWE-89] a ref local writes into the array
    public IActionResult RefLocal(string filter)
    {
        var parts = new[] { "SELECT * FROM Stock WHERE ", "1 = 1" };
        ref var condition = ref parts[1];
        condition = filter;
        return Ok(db.Query(parts[0] + parts[1]));
    }

    // [Bad CWE-89] a list pattern takes the first element
    public IActionResult ListPattern(string path)
    {
        if (path.Split('/') is [var name, ..])
            return Ok(db.Query("SELECT * FROM Stock WHERE Name = '" + name + "'"));
        return BadRequest();
    }

    // [Bad CWE-89] a mail address may hold a quote
    public IActionResult Mail(string mail)
    {
        var address = new MailAddress(mail);
        return Ok(db.Query("SELECT * FROM Suppliers WHERE Mail = '" + address.Address + "'"));
    }

    // [Good CWE-89] an address of the network holds numbers and dots
    public IActionResult Address(string address)
    {
        if (!System.Net.IPAddress.TryParse(address, out var parsed))
            return BadRequest();
        return Ok(db.Query("SELECT * FROM Scanners WHERE Address = '" + parsed.MapToIPv4() + "'"));
    }

    // [Good CWE-89] formatted anew from the parsed date
    public IActionResult Date(string day)
    {
        if (!DateTime.TryParse(day, CultureInfo.InvariantCulture, out var parsed))
            return BadRequest();
        return Ok(db.Query("SELECT * FROM Moves WHERE Day = '" + parsed.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "'"));
    }

    // [Good CWE-89] the result of a comparison is converted
    public IActionResult Comparison(string state) => Ok(db.Query("SELECT * FROM Stock WHERE Open = " + Convert.ToInt32(state == "open")));

    // [Good CWE-89] read from the database, not from the client (and by a parameter)
    public IActionResult FromDatabase(int id)
    {
        var view = db.ExecuteScalar<string>("SELECT ViewName FROM Views WHERE Id = @id", new { id });
        return Ok(view);
    }

    // [Bad CWE-89] an init-only property
    public IActionResult InitOnly(string filter)
    {
        var query = new Query { Filter = filter, Top = 10 };
        return Ok(db.Query(query.Text));
    }

    // [Good CWE-89] an init-only property, overwritten in a copy
    public IActionResult InitOnlyCopy(string filter)
    {
        var query = new Query { Filter = filter, Top = 10 };
        var copy = query with { Filter = "1 = 1" };
        return Ok(db.Query(copy.Text));
    }

    record Query
    {
        public required string Filter { get; init; }
        public int Top { get; init; }
        public string Text => $"SELECT TOP {Top} * FROM Stock WHERE {Filter}";
    }
}

// [Good CWE-89] a strongly typed identifier around a number
public class ItemsController(SqlConnection db) : ControllerBase
{
    public readonly record struct ItemId(int Value) { public override string ToString() => Value.ToString(CultureInfo.InvariantCulture); }

    public IActionResult Get(int id) => Ok(db.Query("SELECT * FROM Items WHERE Id = " + new ItemId(id)));
}

// [Good CWE-89] a builder object that keeps text and values apart
public class FilterController(SqlConnection db) : ControllerBase
{
    public IActionResult Get(string? name, string? city)
    {
        var filter = new Filter();
        if (name != null)
            filter.Equal("Name", name);
        if (city != null)
            filter.Equal("City", city);
        return Ok(db.Query("SELECT * FROM Suppliers WHERE 1 = 1" + filter.Text, filter.Values));
    }

    class Filter
    {
        readonly DynamicParameters _values = new();
        public string Text { get; private set; } = "";
        public DynamicParameters Values => _values;

        public void Equal(string column, string value)
        {
            Text += $" AND {column} = @{column}";
            _values.Add(column, value);
        }
    }
}
