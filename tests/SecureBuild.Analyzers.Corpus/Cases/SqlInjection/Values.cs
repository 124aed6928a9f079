using System.Text;
using Dapper;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace Library;

public class BooksController(NpgsqlConnection db) : ControllerBase
{
    // [Bad CWE-89] through three locals
    public IActionResult Locals(string title)
    {
        var trimmed = title.Trim();
        var lower = trimmed.ToLowerInvariant();
        var condition = "lower(title) = '" + lower + "'";
        var sql = "select * from books where " + condition;
        return Ok(db.Query(sql));
    }

    // [Good CWE-89] overwritten by a constant before it is used
    public IActionResult Overwritten(string title)
    {
        var order = title;
        order = "title";
        return Ok(db.Query("select * from books order by " + order));
    }

    // [Bad CWE-89] a constant overwritten by the client's value
    public IActionResult OverwrittenByInput(string order)
    {
        var column = "title";
        if (!string.IsNullOrEmpty(order))
            column = order;
        return Ok(db.Query("select * from books order by " + column));
    }

    // [Bad CWE-89] StringBuilder collects the statement
    public IActionResult Builder(string author, string? year)
    {
        var sql = new StringBuilder("select * from books where author = '");
        sql.Append(author).Append('\'');
        if (year != null)
            sql.AppendFormat(" and year = {0}", year);
        return Ok(db.Query(sql.ToString()));
    }

    // [Good CWE-89] StringBuilder collects constants; the values are parameters
    public IActionResult BuilderOfConstants(string? author, int? year)
    {
        var sql = new StringBuilder("select * from books where true");
        var parameters = new DynamicParameters();
        if (author != null)
        {
            sql.Append(" and author = @author");
            parameters.Add("author", author);
        }
        if (year != null)
            sql.Append(" and year = ").Append(year.Value);
        return Ok(db.Query(sql.ToString(), parameters));
    }

    // [Good CWE-89] the builder with the client's text is not the one that is executed
    public IActionResult OtherBuilder(string author)
    {
        var note = new StringBuilder("searched for ").Append(author);
        var sql = new StringBuilder("select count(*) from books").Append(" where available");
        Response.Headers["X-Note"] = note.Length.ToString();
        return Ok(db.ExecuteScalar<int>(sql.ToString()));
    }

    // [Bad CWE-89] Replace fills a template
    public IActionResult Template(string shelf)
    {
        const string template = "select * from books where shelf = '{shelf}'";
        return Ok(db.Query(template.Replace("{shelf}", shelf)));
    }

    // [Bad CWE-89] removing the word DROP is no protection
    public IActionResult Blacklisted(string title)
    {
        title = title.Replace("drop", "", StringComparison.OrdinalIgnoreCase).Replace(";", "");
        return Ok(db.Query($"select * from books where title = '{title}'"));
    }

    // [Bad CWE-89] joined from an array that holds the client's value
    public IActionResult Joined(string shelf)
    {
        var conditions = new[] { "available", "shelf = '" + shelf + "'" };
        return Ok(db.Query("select * from books where " + string.Join(" and ", conditions)));
    }

    // [Good CWE-89] only the length of the client's text is used
    public IActionResult Length(string title) => Ok(db.Query("select * from books where length(title) = " + title.Length));

    // [Good CWE-89] only whether the text is there decides
    public IActionResult Flag(string? all)
    {
        var where = all is null ? "where available" : "";
        return Ok(db.Query("select * from books " + where));
    }

    // [Bad CWE-89] the part of the text after the colon
    public IActionResult Part(string key)
    {
        var parts = key.Split(':');
        var value = parts.Length > 1 ? parts[1] : parts[0];
        return Ok(db.Query("select * from books where isbn = '" + value + "'"));
    }

    // [Bad CWE-89] a span over the client's text
    public IActionResult Span(string key)
    {
        ReadOnlySpan<char> span = key.AsSpan(2);
        return Ok(db.Query("select * from books where isbn = '" + span.ToString() + "'"));
    }

    // [Good CWE-89] a branch that can never be taken
    public IActionResult DeadBranch(string order)
    {
        const bool allowAny = false;
        var column = "title";
        if (allowAny)
            column = order;
        return Ok(db.Query("select * from books order by " + column));
    }

    // [Good CWE-89] arithmetic on constants decides for the constant
    public IActionResult ConstantCondition(string order)
    {
        var limit = 86;
        string column;
        if (7 * 42 - limit > 200)
            column = "title";
        else
            column = order;
        return Ok(db.Query("select * from books order by " + column));
    }

    // [Bad CWE-89] arithmetic on constants decides for the client's value
    public IActionResult ConstantConditionForInput(string order)
    {
        var limit = 106;
        string column;
        if (7 * 18 + limit > 200)
            column = order;
        else
            column = "title";
        return Ok(db.Query("select * from books order by " + column));
    }

    // [Bad CWE-89] the conditional expression and the default operator
    public IActionResult Coalesced(string? order, bool descending) =>
        Ok(db.Query("select * from books order by " + (order ?? "title") + (descending ? " desc" : "")));

    // [Bad CWE-89] a switch expression one arm of which is the input
    public IActionResult SwitchExpression(string order)
    {
        var column = order switch { null or "" => "title", "new" => "added", _ => order };
        return Ok(db.Query("select * from books order by " + column));
    }

    // [Good CWE-89] a switch expression of constants only
    public IActionResult SwitchOfConstants(string order)
    {
        var column = order switch { "new" => "added desc", "old" => "added", _ => "title" };
        return Ok(db.Query("select * from books order by " + column));
    }

    // [Bad CWE-89] gathered in a loop
    public IActionResult Loop(string[] words)
    {
        var sql = "select * from books where true";
        foreach (var word in words)
            sql += " and title like '%" + word + "%'";
        return Ok(db.Query(sql));
    }

    // [Good CWE-89] the loop gathers placeholders
    public IActionResult LoopOfPlaceholders(string[] words)
    {
        var sql = "select * from books where true";
        var parameters = new DynamicParameters();
        for (var i = 0; i < words.Length; i++)
        {
            sql += " and title like @word" + i;
            parameters.Add("word" + i, "%" + words[i] + "%");
        }
        return Ok(db.Query(sql, parameters));
    }

    // [Bad CWE-89] in the catch block the statement is made from the text that could not be parsed
    public IActionResult Caught(string year)
    {
        try
        {
            return Ok(db.Query("select * from books where year = " + int.Parse(year)));
        }
        catch (FormatException)
        {
            return Ok(db.Query("select * from books where era = '" + year + "'"));
        }
    }

    // [Good CWE-89] the catch block uses a constant
    public IActionResult CaughtConstant(string year)
    {
        int number;
        try { number = int.Parse(year); }
        catch (FormatException) { number = DateTime.UtcNow.Year; }
        return Ok(db.Query("select * from books where year = " + number));
    }

    // [Bad CWE-89] decoding gives the client's text back
    public IActionResult Decoded(string key)
    {
        var isbn = Encoding.UTF8.GetString(Convert.FromBase64String(key));
        return Ok(db.Query("select * from books where isbn = '" + isbn + "'"));
    }

    // [Good CWE-89] a digest in hexadecimal is harmless
    public IActionResult Hashed(string key)
    {
        var digest = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(key)));
        return Ok(db.Query("select * from loans where ticket = '" + digest + "'"));
    }
}
