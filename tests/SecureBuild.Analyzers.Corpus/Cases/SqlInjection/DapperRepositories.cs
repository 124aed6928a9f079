using System.Data;
using Dapper;
using Microsoft.AspNetCore.Mvc;

namespace Orders;

public record Order(int Id, string Customer, decimal Total);

// [Bad CWE-89] the controller's text reaches the repository's statement
[Route("orders/by-customer")]
public class OrdersByCustomer(OrdersByCustomer.Repository orders) : ControllerBase
{
    [HttpGet] public IActionResult Get(string customer) => Ok(orders.ByCustomer(customer));

    public class Repository(IDbConnection db)
    {
        public IEnumerable<Order> ByCustomer(string customer) => db.Query<Order>($"SELECT * FROM Orders WHERE Customer = '{customer}'");
    }
}

// [Good CWE-89] the repository uses a parameter
[Route("orders/by-customer-safe")]
public class OrdersByCustomerSafe(OrdersByCustomerSafe.Repository orders) : ControllerBase
{
    [HttpGet] public IActionResult Get(string customer) => Ok(orders.ByCustomer(customer));

    public class Repository(IDbConnection db)
    {
        public IEnumerable<Order> ByCustomer(string customer) => db.Query<Order>("SELECT * FROM Orders WHERE Customer = @customer", new { customer });
    }
}

// [Bad CWE-89] through an interface with one implementation, injected and kept in a field
public class OrderSearch : ControllerBase
{
    readonly IOrderStore _store;
    public OrderSearch(IOrderStore store) => _store = store;

    [HttpGet("search")] public async Task<IActionResult> Search([FromQuery] string text) => Ok(await _store.SearchAsync(text));

    public interface IOrderStore { Task<IEnumerable<Order>> SearchAsync(string text); }

    public class OrderStore(IDbConnection db) : IOrderStore
    {
        public async Task<IEnumerable<Order>> SearchAsync(string text)
        {
            var sql = "SELECT * FROM Orders WHERE Note LIKE '%" + text + "%'";
            return await db.QueryAsync<Order>(sql);
        }
    }
}

// [Good CWE-89] the interface's implementation uses DynamicParameters
public class OrderSearchSafe : ControllerBase
{
    readonly IOrderStore _store;
    public OrderSearchSafe(IOrderStore store) => _store = store;

    [HttpGet("search-safe")] public async Task<IActionResult> Search([FromQuery] string text) => Ok(await _store.SearchAsync(text));

    public interface IOrderStore { Task<IEnumerable<Order>> SearchAsync(string text); }

    public class OrderStore(IDbConnection db) : IOrderStore
    {
        public async Task<IEnumerable<Order>> SearchAsync(string text)
        {
            var parameters = new DynamicParameters();
            parameters.Add("text", "%" + text + "%");
            return await db.QueryAsync<Order>("SELECT * FROM Orders WHERE Note LIKE @text", parameters);
        }
    }
}

public class OrdersController(IDbConnection db) : ControllerBase
{
    // [Bad CWE-89] CommandDefinition holds the statement
    [HttpGet("definition")]
    public async Task<IActionResult> Definition(string status, CancellationToken cancellation)
    {
        var command = new CommandDefinition("SELECT * FROM Orders WHERE Status = '" + status + "'", cancellationToken: cancellation);
        return Ok(await db.QueryAsync<Order>(command));
    }

    // [Good CWE-89] CommandDefinition with parameters
    [HttpGet("definition2")]
    public async Task<IActionResult> DefinitionWithParameters(string status, CancellationToken cancellation)
    {
        var command = new CommandDefinition("SELECT * FROM Orders WHERE Status = @status", new { status }, cancellationToken: cancellation);
        return Ok(await db.QueryAsync<Order>(command));
    }

    // [Bad CWE-89] SqlBuilder's condition is text
    [HttpGet("built")]
    public IActionResult Built(string customer)
    {
        var builder = new SqlBuilder();
        builder.Where("Customer = '" + customer + "'");
        var template = builder.AddTemplate("SELECT * FROM Orders /**where**/");
        return Ok(db.Query<Order>(template.RawSql, template.Parameters));
    }

    // [Good CWE-89] SqlBuilder's condition has a parameter
    [HttpGet("built2")]
    public IActionResult BuiltWithParameter(string customer)
    {
        var builder = new SqlBuilder();
        builder.Where("Customer = @customer", new { customer });
        var template = builder.AddTemplate("SELECT * FROM Orders /**where**/");
        return Ok(db.Query<Order>(template.RawSql, template.Parameters));
    }

    // [Bad CWE-89] the IN list is joined from the client's strings
    [HttpPost("batch")]
    public IActionResult Batch([FromBody] List<string> numbers) =>
        Ok(db.Query<Order>("SELECT * FROM Orders WHERE Number IN ('" + string.Join("','", numbers) + "')"));

    // [Good CWE-89] the IN list is joined from integers
    [HttpPost("batch2")]
    public IActionResult BatchOfIds([FromBody] List<int> ids) =>
        Ok(db.Query<Order>("SELECT * FROM Orders WHERE Id IN (" + string.Join(",", ids) + ")"));

    // [Good CWE-89] Dapper expands the list into parameters
    [HttpPost("batch3")]
    public IActionResult BatchExpanded([FromBody] List<string> numbers) => Ok(db.Query<Order>("SELECT * FROM Orders WHERE Number IN @numbers", new { numbers }));

    // [Good CWE-89] one placeholder for each string
    [HttpPost("batch4")]
    public IActionResult BatchOfPlaceholders([FromBody] List<string> numbers)
    {
        var parameters = new DynamicParameters();
        var names = new List<string>();
        for (var i = 0; i < numbers.Count; i++)
        {
            names.Add("@p" + i);
            parameters.Add("@p" + i, numbers[i]);
        }
        return Ok(db.Query<Order>("SELECT * FROM Orders WHERE Number IN (" + string.Join(",", names) + ")", parameters));
    }
}
