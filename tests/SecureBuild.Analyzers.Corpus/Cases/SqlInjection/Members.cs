using Dapper;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Data.SqlClient;

namespace Hotel;

public class GuestFilter
{
    public string Name { get; set; } = "";
    public string City { get; set; } = "";
    public int MinAge { get; set; }
    public string Where => "City = '" + City + "'";
    public string AgeCondition => "Age >= " + MinAge;
}

public record Paging(string Order, int Size);

public class GuestsController(SqlConnection db) : ControllerBase
{
    // [Bad CWE-89] a property of the bound model
    public IActionResult ByName(GuestFilter filter) => Ok(db.Query("SELECT * FROM Guests WHERE Name = '" + filter.Name + "'"));

    // [Good CWE-89] a number of the bound model
    public IActionResult ByAge(GuestFilter filter) => Ok(db.Query("SELECT * FROM Guests WHERE Age >= " + filter.MinAge));

    // [Bad CWE-89] a computed property holds the concatenation
    public IActionResult ByWhere([FromBody] GuestFilter filter) => Ok(db.Query("SELECT * FROM Guests WHERE " + filter.Where));

    // [Good CWE-89] a computed property made of a number
    public IActionResult ByAgeCondition([FromBody] GuestFilter filter) => Ok(db.Query("SELECT * FROM Guests WHERE " + filter.AgeCondition));

    // [Bad CWE-89] object initialiser, then the same property
    public IActionResult Initialised(string name)
    {
        var filter = new GuestFilter { Name = name, City = "Kyoto" };
        return Ok(db.Query("SELECT * FROM Guests WHERE Name = '" + filter.Name + "'"));
    }

    // [Good CWE-89] object initialiser, then the other property
    public IActionResult InitialisedOther(string name)
    {
        var filter = new GuestFilter { Name = name, City = "Kyoto" };
        return Ok(db.Query("SELECT * FROM Guests WHERE City = '" + filter.City + "'"));
    }

    // [Bad CWE-89] a record's member
    public IActionResult Record(string order)
    {
        var paging = new Paging(order, 20);
        return Ok(db.Query("SELECT * FROM Guests ORDER BY " + paging.Order));
    }

    // [Good CWE-89] a record copied with the member replaced
    public IActionResult RecordWith(string order)
    {
        var paging = new Paging(order, 20) with { Order = "Name" };
        return Ok(db.Query("SELECT * FROM Guests ORDER BY " + paging.Order));
    }

    // [Bad CWE-89] a record copied with another member replaced
    public IActionResult RecordWithOther(string order)
    {
        var paging = new Paging(order, 20) with { Size = 50 };
        return Ok(db.Query("SELECT TOP " + paging.Size + " * FROM Guests ORDER BY " + paging.Order));
    }

    // [Bad CWE-89] a record taken apart
    public IActionResult Deconstructed(string order)
    {
        var (column, size) = new Paging(order, 10);
        return Ok(db.Query($"SELECT TOP {size} * FROM Guests ORDER BY {column}"));
    }

    // [Good CWE-89] of the tuple the number and the constant are used
    public IActionResult Tuple(string order)
    {
        var pair = (Column: "Name", Raw: order);
        return Ok(db.Query("SELECT * FROM Guests ORDER BY " + pair.Column));
    }

    // [Bad CWE-89] of the tuple the client's part is used
    public IActionResult TupleRaw(string order)
    {
        var pair = (Column: "Name", Raw: order);
        return Ok(db.Query("SELECT * FROM Guests ORDER BY " + pair.Item2));
    }

    // [Bad CWE-89] a tuple swaps the two
    public IActionResult Swapped(string order)
    {
        var a = "Name";
        var b = order;
        (a, b) = (b, a);
        return Ok(db.Query("SELECT * FROM Guests ORDER BY " + a));
    }

    // [Good CWE-89] after the swap the constant is used
    public IActionResult SwappedBack(string order)
    {
        var a = "Name";
        var b = order;
        (a, b) = (b, a);
        return Ok(db.Query("SELECT * FROM Guests ORDER BY " + b));
    }

    // [Bad CWE-89] a property pattern takes the value out of the model
    public IActionResult Pattern(GuestFilter filter)
    {
        if (filter is { City: { Length: > 0 } city })
            return Ok(db.Query("SELECT * FROM Guests WHERE City = '" + city + "'"));
        return NoContent();
    }

    // [Good CWE-89] an anonymous object's other member
    public IActionResult Anonymous(string name)
    {
        var query = new { Sql = "SELECT * FROM Guests WHERE Name = @Value", Value = name };
        return Ok(db.Query(query.Sql, new { query.Value }));
    }

    // [Bad CWE-89] the same object under another name
    public IActionResult Aliased(string name)
    {
        var filter = new GuestFilter();
        var same = filter;
        same.Name = name;
        return Ok(db.Query("SELECT * FROM Guests WHERE Name = '" + filter.Name + "'"));
    }

    // [Good CWE-89] two objects: the client's value is in the other one
    public IActionResult TwoObjects(string name)
    {
        var first = new GuestFilter { Name = "Smith" };
        var second = new GuestFilter { Name = name };
        Response.Headers["X-Length"] = second.Name.Length.ToString();
        return Ok(db.Query("SELECT * FROM Guests WHERE Name = '" + first.Name + "'"));
    }
}

// [Bad CWE-89] a field set by one method, used by another
public class RoomSearch(SqlConnection db) : ControllerBase
{
    string _floor = "1";

    public IActionResult OnFloor(string floor)
    {
        _floor = floor;
        return Run();
    }

    IActionResult Run() => Ok(db.Query("SELECT * FROM Rooms WHERE Floor = '" + _floor + "'"));
}

// [Good CWE-89] the field that reaches the statement is set from constants only
public class RoomList(SqlConnection db) : ControllerBase
{
    string _order = "Number";
    string _title = "";

    public IActionResult List(string title, bool byPrice)
    {
        _title = title;
        _order = byPrice ? "Price" : "Number";
        return Run();
    }

    IActionResult Run()
    {
        Response.Headers["X-Title-Length"] = _title.Length.ToString();
        return Ok(db.Query("SELECT * FROM Rooms ORDER BY " + _order));
    }
}

// [Bad CWE-89] static state between two requests
public class Preferences(SqlConnection db) : ControllerBase
{
    static string s_order = "Id";

    public void Set(string order) => s_order = order;

    public IActionResult Show() => Ok(db.Query("SELECT * FROM Rooms ORDER BY " + s_order));
}

// [Bad CWE-89] the constructor keeps the value, a method uses it
public class BookingQuery(string customer)
{
    readonly string _sql = "SELECT * FROM Bookings WHERE Customer = '" + customer + "'";

    public IEnumerable<dynamic> Run(SqlConnection db) => db.Query(_sql);

    public class BookingsController(SqlConnection db) : ControllerBase
    {
        public IActionResult Find(string customer) => Ok(new BookingQuery(customer).Run(db));
    }
}

// [Good CWE-89] the constructor keeps the value as a parameter's value
public class BookingQuerySafe(string customer)
{
    const string Sql = "SELECT * FROM Bookings WHERE Customer = @customer";

    public IEnumerable<dynamic> Run(SqlConnection db) => db.Query(Sql, new { customer });

    public class BookingsController(SqlConnection db) : ControllerBase
    {
        public IActionResult Find(string customer) => Ok(new BookingQuerySafe(customer).Run(db));
    }
}

// [Bad CWE-89] a property setter stores it elsewhere
public class InvoiceSearch(SqlConnection db) : ControllerBase
{
    string _condition = "1 = 1";

    string Number { set => _condition = "Number = '" + value + "'"; }

    public IActionResult ByNumber(string number)
    {
        Number = number;
        return Ok(db.Query("SELECT * FROM Invoices WHERE " + _condition));
    }
}
