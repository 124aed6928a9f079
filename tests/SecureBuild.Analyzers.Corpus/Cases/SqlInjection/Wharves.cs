// How people take care of statements, in many ways, and how they only think so.
using System.Data;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Dapper;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Data.SqlClient;

namespace Corpus.SqlInjection.Wharves;

public sealed class Wharf { public int Id { get; set; } public string Name { get; set; } = ""; public DateTime Built { get; set; } }

[AttributeUsage(AttributeTargets.Field)]
public sealed class ColumnAttribute(string name) : Attribute { public string Name { get; } = name; }

public enum SortBy { Name, Built }

public static class Sorting
{
    static readonly Dictionary<SortBy, string> s_columns = new() { [SortBy.Name] = "name", [SortBy.Built] = "built_on" };

    public static string ColumnOf(SortBy by) => s_columns[by];

    public static string Direction(string? direction) => string.Equals(direction, "desc", StringComparison.OrdinalIgnoreCase) ? "DESC" : "ASC";

    public static string Quote(string identifier) => "[" + identifier.Replace("]", "]]") + "]";

    public static string PropertyOf(string? sort) =>
        typeof(Wharf).GetProperties().FirstOrDefault(property => property.Name.Equals(sort, StringComparison.OrdinalIgnoreCase))?.Name ?? nameof(Wharf.Id);
}

[Route("wharves")]
public class WharfQueries(IDbConnection db) : Controller
{
    // [Good CWE-89] the column of an enum
    [HttpGet("a")]
    public IActionResult ByEnum(SortBy by) => Ok(db.Query<Wharf>("SELECT * FROM wharves ORDER BY " + Sorting.ColumnOf(by)));

    // [Good CWE-89] the direction is one of two
    [HttpGet("b")]
    public IActionResult Direction(string? direction) => Ok(db.Query<Wharf>($"SELECT * FROM wharves ORDER BY name {Sorting.Direction(direction)}"));

    // [Good CWE-89] the name of a property
    [HttpGet("c")]
    public IActionResult Property(string? sort) => Ok(db.Query<Wharf>($"SELECT * FROM wharves ORDER BY {Sorting.PropertyOf(sort)}"));

    // [Good CWE-89] as many parameters as values
    [HttpPost("d")]
    public IActionResult In([FromBody] List<string> names)
    {
        using var command = new SqlCommand();
        var placeholders = names.Select((_, index) => "@p" + index).ToArray();
        for (var i = 0; i < names.Count; i++)
            command.Parameters.AddWithValue(placeholders[i], names[i]);
        command.CommandText = $"SELECT id FROM wharves WHERE name IN ({string.Join(", ", placeholders)})";
        command.Connection = (SqlConnection)db;
        return Ok(command.ExecuteScalar());
    }

    // [Bad CWE-89] as many quoted texts as values
    [HttpPost("e")]
    public IActionResult Quoted([FromBody] List<string> names)
    {
        var list = string.Join(", ", names.Select(name => $"'{name}'"));
        return Ok(db.Query<Wharf>($"SELECT * FROM wharves WHERE name IN ({list})"));
    }

    // [Good CWE-89] numbers joined by commas
    [HttpPost("f")]
    public IActionResult Numbers([FromBody] int[] ids) => Ok(db.Query<Wharf>($"SELECT * FROM wharves WHERE id IN ({string.Join(',', ids)})"));

    // [Good CWE-89] numbers that were parsed, joined by commas
    [HttpGet("g")]
    public IActionResult ParsedNumbers(string ids)
    {
        var numbers = ids.Split(',').Select(part => long.Parse(part, CultureInfo.InvariantCulture));
        return Ok(db.Query<Wharf>($"SELECT * FROM wharves WHERE id IN ({string.Join(',', numbers)})"));
    }

    // [Good CWE-89] conditions with parameters, joined
    [HttpGet("h")]
    public IActionResult Conditions(string? name, DateTime? since)
    {
        var sql = new StringBuilder("SELECT * FROM wharves WHERE 1 = 1");
        var parameters = new DynamicParameters();
        if (name is not null)
        {
            sql.Append(" AND name LIKE @name");
            parameters.Add("name", $"%{name}%");
        }
        if (since is { } date)
        {
            sql.Append(CultureInfo.InvariantCulture, $" AND built_on >= '{date:yyyy-MM-dd}'");
        }
        return Ok(db.Query<Wharf>(sql.ToString(), parameters));
    }

    // [Good CWE-89] the table's name has letters only
    [HttpGet("i/{table}")]
    public IActionResult Table(string table)
    {
        foreach (var letter in table)
            if (!char.IsAsciiLetter(letter))
                return BadRequest();
        return Ok(db.ExecuteScalar<int>($"SELECT COUNT(*) FROM {table}"));
    }

    // [Bad CWE-89] the quotes are not doubled but escaped with a backslash
    [HttpGet("j")]
    public IActionResult Backslash(string name) => Ok(db.Query<Wharf>("SELECT * FROM wharves WHERE name = '" + name.Replace("'", "\\'") + "'"));

    // [Bad CWE-89] words are looked for
    [HttpGet("k")]
    public IActionResult Words(string name)
    {
        string[] words = ["select", "insert", "drop"];
        if (words.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase)))
            return BadRequest();
        return Ok(db.Query<Wharf>($"SELECT * FROM wharves WHERE name = '{name}'"));
    }

    // [Good CWE-89] a part of the statement is chosen by what is given
    [HttpGet("l")]
    public IActionResult Chosen(string? filter)
    {
        var where = filter == null ? "" : filter.Length > 3 ? " WHERE built_on > '2000-01-01'" : " WHERE id > 10";
        return Ok(db.Query<Wharf>("SELECT * FROM wharves" + where));
    }

    // [Good CWE-89] the statement is a constant whatever the client says
    [HttpGet("m")]
    public IActionResult Dead(string sql)
    {
        var debug = false;
        if (debug)
            return Ok(db.Query<Wharf>(sql));
        return Ok(db.Query<Wharf>("SELECT * FROM wharves"));
    }

    // [Good CWE-89] matched before, with an early return
    [HttpGet("n")]
    public IActionResult Matched(string code)
    {
        if (!Regex.IsMatch(code, @"\A[A-Z]{2}-\d{4}\z"))
            return BadRequest();
        return Ok(db.Query<Wharf>($"SELECT * FROM wharves WHERE code = '{code}'"));
    }

    // [Bad CWE-89] matched before, without the end
    [HttpGet("o")]
    public IActionResult HalfMatched(string code)
    {
        if (!Regex.IsMatch(code, @"^[A-Z]{2}-\d{4}"))
            return BadRequest();
        return Ok(db.Query<Wharf>($"SELECT * FROM wharves WHERE code = '{code}'"));
    }

    // [Good CWE-89] the day of a week
    [HttpGet("p")]
    public IActionResult Day(string day) =>
        Enum.TryParse<DayOfWeek>(day, true, out var parsed) && Enum.IsDefined(parsed) ? Ok(db.Query<Wharf>($"SELECT * FROM wharves WHERE day = '{parsed}'")) : BadRequest();

    // [Bad CWE-89] the name of the parameter is right, its value is in the text
    [HttpGet("q")]
    public IActionResult Half(string name, string town) =>
        Ok(db.Query<Wharf>("SELECT * FROM wharves WHERE name = @name AND town = '" + town + "'", new { name }));
}
