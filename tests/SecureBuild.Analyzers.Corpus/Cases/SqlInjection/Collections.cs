using Dapper;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace Stock;

public class ItemsController(NpgsqlConnection db) : ControllerBase
{
    // [Bad CWE-89] a list element
    public IActionResult FromList(string sku)
    {
        var values = new List<string>();
        values.Add(sku);
        return Ok(db.Query("select * from items where sku = '" + values[0] + "'"));
    }

    // [Good CWE-89] the list is cleared and filled with a constant
    public IActionResult ClearedList(string sku)
    {
        var values = new List<string> { sku };
        values.Clear();
        values.Add("A-1");
        return Ok(db.Query("select * from items where sku = '" + values[0] + "'"));
    }

    // [Bad CWE-89] the dictionary's entry with the client's value
    public IActionResult FromDictionary(string sku)
    {
        var map = new Dictionary<string, string> { ["default"] = "A-1", ["asked"] = sku };
        return Ok(db.Query("select * from items where sku = '" + map["asked"] + "'"));
    }

    // [Good CWE-89] the dictionary's other entry
    public IActionResult OtherKey(string sku)
    {
        var map = new Dictionary<string, string> { ["default"] = "A-1", ["asked"] = sku };
        return Ok(db.Query("select * from items where sku = '" + map["default"] + "'"));
    }

    // [Good CWE-89] the array's other slot
    public IActionResult OtherSlot(string order)
    {
        var parts = new string[2];
        parts[0] = "sku";
        parts[1] = order;
        return Ok(db.Query("select * from items order by " + parts[0]));
    }

    // [Bad CWE-89] the array's slot with the client's value
    public IActionResult SameSlot(string order)
    {
        var parts = new string[2];
        parts[0] = "sku";
        parts[1] = order;
        return Ok(db.Query("select * from items order by " + parts[1]));
    }

    // [Bad CWE-89] a queue
    public IActionResult Queue(string sku)
    {
        var queue = new Queue<string>();
        queue.Enqueue(sku);
        return Ok(db.Query("select * from items where sku = '" + queue.Dequeue() + "'"));
    }

    // [Bad CWE-89] an array from the query string, one element by index
    public IActionResult FromQueryArray([FromQuery] string[] skus) => Ok(db.Query("select * from items where sku = '" + skus[0] + "'"));

    // [Good CWE-89] only how many there are
    public IActionResult CountOnly([FromQuery] string[] skus) => Ok(db.Query("select * from items limit " + skus.Length));

    // [Bad CWE-89] Select and string.Join
    public IActionResult Linq([FromBody] IEnumerable<string> skus)
    {
        var quoted = skus.Where(sku => sku.Length > 0).Select(sku => "'" + sku + "'");
        return Ok(db.Query("select * from items where sku in (" + string.Join(", ", quoted) + ")"));
    }

    // [Good CWE-89] Select makes numbers of them
    public IActionResult LinqNumbers([FromBody] IEnumerable<string> ids)
    {
        var numbers = ids.Select(int.Parse);
        return Ok(db.Query("select * from items where id in (" + string.Join(", ", numbers) + ")"));
    }

    // [Bad CWE-89] query syntax
    public IActionResult QuerySyntax([FromBody] string[] filters)
    {
        var conditions = from filter in filters where filter != "" orderby filter select "name = '" + filter + "'";
        return Ok(db.Query("select * from items where " + conditions.Aggregate((a, b) => a + " or " + b)));
    }

    // [Good CWE-89] query syntax over the columns we know
    public IActionResult QuerySyntaxIntersect([FromBody] string[] columns)
    {
        string[] known = ["sku", "name", "price"];
        var wanted = from column in known where columns.Contains(column) select column;
        return Ok(db.Query("select " + string.Join(",", wanted) + " from items"));
    }

    // [Good CWE-89] only names that are in the list of known ones pass the filter
    public IActionResult Filtered([FromBody] string[] columns)
    {
        string[] known = ["sku", "name", "price"];
        var wanted = columns.Where(column => known.Contains(column));
        return Ok(db.Query("select " + string.Join(",", wanted) + " from items"));
    }

    // [Bad CWE-89] a collection expression with a spread
    public IActionResult Spread([FromQuery] string[] conditions)
    {
        string[] all = ["available", .. conditions];
        return Ok(db.Query("select * from items where " + string.Join(" and ", all)));
    }

    // [Bad CWE-89] keys of the body's dictionary are the client's, too
    public IActionResult Keys(int id, [FromBody] Dictionary<string, string> changes)
    {
        var set = string.Join(", ", changes.Keys.Select(key => key + " = @" + key));
        var parameters = new DynamicParameters(changes);
        return Ok(db.Execute("update items set " + set + " where id = " + id, parameters));
    }

    // [Bad CWE-89] foreach over key and value of the query
    public IActionResult AllOfQuery()
    {
        var sql = "select * from items where true";
        foreach (var (key, value) in Request.Query)
            sql += $" and {key} = '{value}'";
        return Ok(db.Query(sql));
    }

    // [Bad CWE-89] an iterator yields the conditions
    public IActionResult Yielded(string name, string colour) => Ok(db.Query("select * from items where " + string.Join(" and ", Conditions(name, colour))));

    static IEnumerable<string> Conditions(string name, string colour)
    {
        if (name != "")
            yield return "name = '" + name + "'";
        yield return "colour = '" + colour + "'";
    }
}
