using System.Text.RegularExpressions;
using Dapper;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Data.SqlClient;

namespace Crm;

public enum SortColumn { Name, City, Created }

public class CustomersController(SqlConnection db) : ControllerBase
{
    static readonly HashSet<string> s_columns = new(StringComparer.OrdinalIgnoreCase) { "Name", "City", "Created" };
    static readonly string[] s_tables = ["Customers", "Leads"];
    static readonly Dictionary<string, string> s_columnOf = new() { ["n"] = "Name", ["c"] = "City" };

    // [Good CWE-89] the column must be in a fixed set
    public IActionResult Sorted(string column)
    {
        if (!s_columns.Contains(column))
            return BadRequest();
        return Ok(db.Query("SELECT * FROM Customers ORDER BY " + column));
    }

    // [Bad CWE-89] the set is asked about the table, the column is used
    public IActionResult SortedWrongCheck(string table, string column)
    {
        if (!s_columns.Contains(table))
            return BadRequest();
        return Ok(db.Query("SELECT * FROM Customers ORDER BY " + column));
    }

    // [Bad CWE-89] the check only writes a header, then goes on
    public IActionResult SortedUnstopped(string column)
    {
        if (!s_columns.Contains(column))
            Response.Headers["X-Warning"] = "unknown column";
        return Ok(db.Query("SELECT * FROM Customers ORDER BY " + column));
    }

    // [Good CWE-89] anything unknown is replaced by a constant
    public IActionResult SortedReplaced(string column)
    {
        if (!s_columns.Contains(column))
            column = "Name";
        return Ok(db.Query("SELECT * FROM Customers ORDER BY " + column));
    }

    // [Good CWE-89] Array.IndexOf over constant names
    public IActionResult FromTable(string table)
    {
        if (Array.IndexOf(s_tables, table) < 0)
            throw new ArgumentOutOfRangeException(nameof(table));
        return Ok(db.ExecuteScalar<int>("SELECT COUNT(*) FROM " + table));
    }

    // [Good CWE-89] what is used is the table's value, not the client's key
    public IActionResult Mapped(string key) =>
        s_columnOf.TryGetValue(key, out var column) ? Ok(db.Query($"SELECT {column} FROM Customers")) : NotFound();

    // [Bad CWE-89] if the key is not known, the client's text is used
    public IActionResult MappedWithFallback(string key)
    {
        var column = s_columnOf.TryGetValue(key, out var known) ? known : key;
        return Ok(db.Query($"SELECT {column} FROM Customers"));
    }

    // [Good CWE-89] compared with two constants
    public IActionResult Direction(string direction)
    {
        if (direction != "ASC" && direction != "DESC")
            return BadRequest("direction");
        return Ok(db.Query("SELECT * FROM Customers ORDER BY Name " + direction));
    }

    // [Bad CWE-89] the inequality rules out one value only
    public IActionResult NotDrop(string direction)
    {
        if (direction == "DROP")
            return BadRequest("direction");
        return Ok(db.Query("SELECT * FROM Customers ORDER BY Name " + direction));
    }

    // [Good CWE-89] switch on constants, everything else ends
    public IActionResult Switched(string table)
    {
        switch (table)
        {
            case "Customers":
            case "Leads":
                return Ok(db.Query("SELECT * FROM " + table));
            default:
                return NotFound();
        }
    }

    // [Bad CWE-89] the default branch lets everything else through
    public IActionResult SwitchedOpen(string table)
    {
        switch (table)
        {
            case "":
                return NotFound();
            default:
                return Ok(db.Query("SELECT * FROM " + table));
        }
    }

    // [Good CWE-89] int.TryParse gives the number that is used
    public IActionResult Parsed(string id)
    {
        if (!int.TryParse(id, out var number))
            return BadRequest();
        return Ok(db.Query($"SELECT * FROM Customers WHERE Id = {number}"));
    }

    // [Bad CWE-89] the result of the parse is ignored and the text is used
    public IActionResult ParsedAndIgnored(string id)
    {
        int.TryParse(id, out _);
        return Ok(db.Query($"SELECT * FROM Customers WHERE Id = {id}"));
    }

    // [Good CWE-89] the text is used only where it is a number
    public IActionResult CheckedText(string id)
    {
        if (int.TryParse(id, out _))
            return Ok(db.Query("SELECT * FROM Customers WHERE Id = " + id));
        return BadRequest();
    }

    // [Good CWE-89] the whole text is letters
    public IActionResult Anchored(string column)
    {
        if (!Regex.IsMatch(column, @"^[A-Za-z_]+\z"))
            return BadRequest();
        return Ok(db.Query("SELECT " + column + " FROM Customers"));
    }

    // [Bad CWE-89] without anchors a letter anywhere is enough
    public IActionResult Unanchored(string column)
    {
        if (!Regex.IsMatch(column, "[A-Za-z_]+"))
            return BadRequest();
        return Ok(db.Query("SELECT " + column + " FROM Customers"));
    }

    // [Bad CWE-89] the class allows quotes, blanks and semicolons
    public IActionResult WideClass(string name)
    {
        if (!Regex.IsMatch(name, @"^.{1,200}\z"))
            return BadRequest();
        return Ok(db.Query("SELECT * FROM Customers WHERE Name = '" + name + "'"));
    }

    // [Good CWE-89] Enum.TryParse gives one of the names
    public IActionResult ByEnum(string sort)
    {
        if (!Enum.TryParse<SortColumn>(sort, ignoreCase: true, out var column) || !Enum.IsDefined(column))
            return BadRequest();
        return Ok(db.Query("SELECT * FROM Customers ORDER BY " + column));
    }

    // [Bad CWE-89] checked after it was executed
    public IActionResult CheckedLate(string column)
    {
        var rows = db.Query("SELECT * FROM Customers ORDER BY " + column);
        return s_columns.Contains(column) ? Ok(rows) : BadRequest();
    }

    // [Bad CWE-89] a length check says nothing about the characters
    public IActionResult Short(string name)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Length > 30)
            return BadRequest();
        return Ok(db.Query("SELECT * FROM Customers WHERE Name = '" + name.Trim() + "'"));
    }

    // [Good CWE-89] all characters are letters or digits
    public IActionResult Alphanumeric(string code)
    {
        if (!code.All(char.IsAsciiLetterOrDigit))
            return BadRequest();
        return Ok(db.Query("SELECT * FROM Customers WHERE Code = '" + code + "'"));
    }

    // [Bad CWE-89] the guard is negated: exactly the unknown ones go through
    public IActionResult Negated(string column)
    {
        if (s_columns.Contains(column))
            return BadRequest();
        return Ok(db.Query("SELECT * FROM Customers ORDER BY " + column));
    }

    // [Good CWE-89] a pattern of constants
    public IActionResult Pattern(string column) =>
        column is "Name" or "City" ? Ok(db.Query($"SELECT {column} FROM Customers")) : BadRequest();

    // [Bad CWE-89] one of the two alternatives is not checked
    public IActionResult HalfChecked(string column, bool raw)
    {
        if (raw || s_columns.Contains(column))
            return Ok(db.Query("SELECT " + column + " FROM Customers"));
        return BadRequest();
    }
}

// [Good CWE-89] a helper throws unless the name is known
public class LeadsController(SqlConnection db) : ControllerBase
{
    public IActionResult All(string column)
    {
        EnsureKnown(column);
        return Ok(db.Query("SELECT * FROM Leads ORDER BY " + column));
    }

    static void EnsureKnown(string column)
    {
        if (column is not ("Name" or "City"))
            throw new ArgumentException("unknown column", nameof(column));
    }
}

// [Good CWE-89] a helper answers whether the name is known
public class PartnersController(SqlConnection db) : ControllerBase
{
    static readonly string[] s_known = { "Name", "City" };

    public IActionResult All(string column)
    {
        if (!IsKnown(column))
            return BadRequest();
        return Ok(db.Query("SELECT * FROM Partners ORDER BY " + column));
    }

    static bool IsKnown(string column) => s_known.Contains(column, StringComparer.Ordinal);
}

// [Bad CWE-89] the helper's answer is about something else
public class SuppliersController(SqlConnection db) : ControllerBase
{
    public IActionResult All(string column)
    {
        if (!IsPresent(column))
            return BadRequest();
        return Ok(db.Query("SELECT * FROM Suppliers ORDER BY " + column));
    }

    static bool IsPresent(string column) => !string.IsNullOrEmpty(column);
}
