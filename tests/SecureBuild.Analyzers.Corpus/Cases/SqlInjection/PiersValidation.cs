// What is validated before an action runs.
using System.ComponentModel.DataAnnotations;
using System.Data;
using Dapper;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.SqlInjection.PiersValidation;

public sealed class SortedQuery
{
    [Required, RegularExpression("[a-z_]{1,30}")]
    public string Sort { get; set; } = "name";

    [AllowedValues("ASC", "DESC")]
    public string Direction { get; set; } = "ASC";

    public string? Name { get; set; }
}

// [Good CWE-89] attributes let only names into the statement, and the controller answers by itself
[ApiController]
public sealed class SortedController(IDbConnection connection) : ControllerBase
{
    [HttpGet("sorted")]
    public IEnumerable<string> Get([FromQuery] SortedQuery query) => connection.Query<string>($"SELECT name FROM people WHERE name = @Name ORDER BY {query.Sort} {query.Direction}", new { query.Name });
}

// [Bad CWE-89] the member without an attribute is in the statement
[ApiController]
public sealed class UnsortedController(IDbConnection connection) : ControllerBase
{
    [HttpGet("unsorted")]
    public IEnumerable<string> Get([FromQuery] SortedQuery query) => connection.Query<string>($"SELECT name FROM people WHERE name = '{query.Name}' ORDER BY {query.Sort}");
}

// [Bad CWE-89] nobody asks whether the object is valid
public sealed class UnaskedController(IDbConnection connection) : Controller
{
    [HttpGet]
    public IActionResult Index(SortedQuery query) => View(connection.Query<string>("SELECT name FROM people ORDER BY " + query.Sort));
}

// [Good CWE-89] the action asks whether the object is valid
public sealed class AskedController(IDbConnection connection) : Controller
{
    [HttpGet]
    public IActionResult Index(SortedQuery query)
    {
        if (!ModelState.IsValid)
            return BadRequest(ModelState);
        return View(connection.Query<string>("SELECT name FROM people ORDER BY " + query.Sort));
    }
}

public sealed record Page([RegularExpression("^.{1,40}$")] string Order);

// [Bad CWE-89] the pattern lets everything in
[ApiController]
public sealed class AnythingController(IDbConnection connection) : ControllerBase
{
    [HttpGet("anything")]
    public IEnumerable<string> Get([FromQuery] Page page) => connection.Query<string>("SELECT name FROM people ORDER BY " + page.Order);
}

// [Good CWE-89] the parameter itself has to match
[ApiController]
public sealed class MatchedController(IDbConnection connection) : ControllerBase
{
    [HttpGet("matched")]
    public IEnumerable<string> Get([FromQuery, RegularExpression("^[A-Za-z]+$")] string order) => connection.Query<string>("SELECT name FROM people ORDER BY " + order);
}
