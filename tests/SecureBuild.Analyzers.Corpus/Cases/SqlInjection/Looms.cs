// Cases made from a template: one source, one chain of propagators, one statement.
using System.Collections.Concurrent;
using System.Data;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace Corpus.SqlInjection.Looms;

// [Bad CWE-89] T001: query string, Split, second part, upper case, concatenation
[Route("looms/sql/001")]
public class LoomSql001(SqlConnection connection) : Controller
{
    [HttpGet]
    public IActionResult Run()
    {
        string param = Request.Query["range"].ToString();
        string bar = string.Empty;
        string[] pieces = param.Split(';');
        if (pieces.Length > 1)
        {
            bar = pieces[1].ToUpperInvariant();
        }
        string sql = "SELECT id, title FROM items WHERE shelf = '" + bar + "'";
        using var command = new SqlCommand(sql, connection);
        using var reader = command.ExecuteReader();
        return Content(reader.HasRows ? "yes" : "no");
    }
}

// [Good CWE-89] T002: the element that is chosen by arithmetic on the index is the constant one
[Route("looms/sql/002")]
public class LoomSql002(SqlConnection connection) : Controller
{
    [HttpGet]
    public IActionResult Run()
    {
        string param = Request.Query["range"].ToString();
        string[] slots = new string[3];
        slots[0] = param;
        slots[1] = "north";
        slots[2] = param;
        string bar = slots[2 * 3 - 5];
        string sql = "SELECT id, title FROM items WHERE shelf = '" + bar + "'";
        using var command = new SqlCommand(sql, connection);
        using var reader = command.ExecuteReader();
        return Content(reader.HasRows ? "yes" : "no");
    }
}

// [Bad CWE-89] T003: header, Base64, UTF-8, StringBuilder.Insert
[Route("looms/sql/003")]
public class LoomSql003(SqliteConnection connection) : Controller
{
    [HttpPost]
    public IActionResult Run()
    {
        string param = Request.Headers["X-Loom-Value"].ToString();
        byte[] raw = Convert.FromBase64String(param);
        string bar = Encoding.UTF8.GetString(raw, 0, raw.Length);
        var text = new StringBuilder("DELETE FROM marks WHERE owner = ''");
        text.Insert(text.Length - 1, bar);
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = text.ToString();
        int count = command.ExecuteNonQuery();
        return Content(count.ToString());
    }
}

// [Good CWE-89] T004: the switch looks at a constant letter and its branch is a constant
[Route("looms/sql/004")]
public class LoomSql004(SqlConnection connection) : Controller
{
    [HttpGet]
    public IActionResult Run()
    {
        string param = Request.Cookies["loom"] ?? "";
        string bar;
        string guess = "ABC";
        char target = guess[1];
        switch (target)
        {
            case 'A':
                bar = param;
                break;
            case 'B':
                bar = "bobbin";
                break;
            case 'C':
            case 'D':
                bar = param;
                break;
            default:
                bar = "shuttle";
                break;
        }
        using var command = new SqlCommand("SELECT COUNT(*) FROM users WHERE name = '" + bar + "'", connection);
        return Content(command.ExecuteScalar()!.ToString()!);
    }
}

// [Bad CWE-89] T005: the switch looks at a constant letter and its branch is the cookie
[Route("looms/sql/005")]
public class LoomSql005(SqlConnection connection) : Controller
{
    [HttpGet]
    public IActionResult Run()
    {
        string param = Request.Cookies["loom"] ?? "";
        string bar;
        string guess = "ABC";
        char target = guess[2];
        switch (target)
        {
            case 'A':
                bar = "bobbin";
                break;
            case 'C':
            case 'D':
                bar = param;
                break;
            default:
                bar = "shuttle";
                break;
        }
        using var command = new SqlCommand("SELECT COUNT(*) FROM users WHERE name = '" + bar + "'", connection);
        return Content(command.ExecuteScalar()!.ToString()!);
    }
}

// [Bad CWE-89] T006: list, the first element is removed, the first of the rest is the parameter
[Route("looms/sql/006")]
public class LoomSql006(SqlConnection connection) : Controller
{
    [HttpPost]
    public IActionResult Run([FromForm] string param)
    {
        List<string> values = new List<string>();
        values.Add("safe");
        values.Add(param);
        values.Add("moresafe");
        values.RemoveAt(0);
        string bar = values[0];
        using var command = new SqlCommand($"UPDATE looms SET state = 1 WHERE name = '{bar}'", connection);
        command.ExecuteNonQuery();
        return Ok();
    }
}

// [Good CWE-89] T007: list, the first element is removed, the second of the rest is a constant
[Route("looms/sql/007")]
public class LoomSql007(SqlConnection connection) : Controller
{
    [HttpPost]
    public IActionResult Run([FromForm] string param)
    {
        List<string> values = new List<string>();
        values.Add("safe");
        values.Add(param);
        values.Add("moresafe");
        values.RemoveAt(0);
        string bar = values[1];
        using var command = new SqlCommand($"UPDATE looms SET state = 1 WHERE name = '{bar}'", connection);
        command.ExecuteNonQuery();
        return Ok();
    }
}

// [Bad CWE-89] T008: the value passes through a row of a DataTable
[Route("looms/sql/008")]
public class LoomSql008(SqlConnection connection) : Controller
{
    [HttpGet("{param}")]
    public IActionResult Run(string param)
    {
        var table = new DataTable("t");
        table.Columns.Add("kind", typeof(string));
        table.Columns.Add("value", typeof(string));
        DataRow row = table.NewRow();
        row["kind"] = "name";
        row["value"] = param;
        table.Rows.Add(row);
        string bar = (string)table.Rows[0]["value"];
        using var command = new SqlCommand("SELECT id FROM people WHERE name = '" + bar + "'", connection);
        return Content($"{command.ExecuteScalar()}");
    }
}

// [Good CWE-89] T009: the other key of the same dictionary holds a constant
[Route("looms/sql/009")]
public class LoomSql009(SqlConnection connection) : Controller
{
    [HttpGet("{param}")]
    public IActionResult Run(string param)
    {
        var map = new Dictionary<string, object>();
        map["keyA"] = "a_value";
        map["keyB"] = param;
        map["keyC"] = "another_value";
        string bar = (string)map["keyB"];
        bar = (string)map["keyA"];
        using var command = new SqlCommand("SELECT id FROM people WHERE name = '" + bar + "'", connection);
        return Content($"{command.ExecuteScalar()}");
    }
}

// [Bad CWE-89] T010: ConcurrentDictionary, TryGetValue, Trim
[Route("looms/sql/010")]
public class LoomSql010(SqlConnection connection) : Controller
{
    [HttpGet("{param}")]
    public IActionResult Run(string param)
    {
        var map = new ConcurrentDictionary<int, string>();
        map.TryAdd(1, "fixed");
        map.TryAdd(2, param);
        string bar = "none";
        if (map.TryGetValue(2, out string? found))
        {
            bar = found.Trim();
        }
        using var command = new SqlCommand("SELECT id FROM people WHERE name = '" + bar + "'", connection);
        return Content($"{command.ExecuteScalar()}");
    }
}
