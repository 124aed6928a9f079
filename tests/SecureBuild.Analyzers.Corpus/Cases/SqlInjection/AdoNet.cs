using System.Data;
using System.Data.Common;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using MySqlConnector;
using Npgsql;

namespace Shop.Data;

[Route("products")]
public class ProductsController(IConfiguration configuration) : Controller
{
    readonly string _connectionString = configuration.GetConnectionString("Shop")!;

    // [Bad CWE-89] the name from the query string is concatenated into the statement
    [HttpGet("find")]
    public IActionResult Find(string name)
    {
        using var connection = new SqlConnection(_connectionString);
        using var command = new SqlCommand("SELECT Id FROM Products WHERE Name = '" + name + "'", connection);
        connection.Open();
        return Ok(command.ExecuteScalar());
    }

    // [Good CWE-89] the name is the value of a parameter
    [HttpGet("find2")]
    public IActionResult FindWithParameter(string name)
    {
        using var connection = new SqlConnection(_connectionString);
        using var command = new SqlCommand("SELECT Id FROM Products WHERE Name = @name", connection);
        command.Parameters.AddWithValue("@name", name);
        connection.Open();
        return Ok(command.ExecuteScalar());
    }

    // [Bad CWE-89] the statement is assigned later, by interpolation
    [HttpGet("category/{category}")]
    public async Task<IActionResult> InCategory(string category)
    {
        await using var connection = new NpgsqlConnection(_connectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"select count(*) from products where category = '{category}'";
        return Ok(await command.ExecuteScalarAsync());
    }

    // [Good CWE-89] only a number is interpolated
    [HttpGet("page/{page:int}")]
    public async Task<IActionResult> Page(int page)
    {
        await using var connection = new NpgsqlConnection(_connectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"select name from products order by id limit 20 offset {page * 20}";
        return Ok(await command.ExecuteScalarAsync());
    }

    // [Bad CWE-89] string.Format puts the header's text into the statement
    [HttpPost("visit")]
    public void Visit([FromHeader(Name = "X-Campaign")] string campaign)
    {
        var sql = string.Format("INSERT INTO visits (campaign) VALUES ('{0}')", campaign);
        using var connection = new MySqlConnection(_connectionString);
        connection.Open();
        new MySqlCommand(sql, connection).ExecuteNonQuery();
    }

    // [Good CWE-89] string.Format puts a constant table name into the statement, the header is a parameter
    [HttpPost("visit2")]
    public void VisitWithParameter([FromHeader(Name = "X-Campaign")] string campaign)
    {
        const string table = "visits";
        var sql = string.Format("INSERT INTO {0} (campaign) VALUES (@campaign)", table);
        using var connection = new MySqlConnection(_connectionString);
        connection.Open();
        using var command = new MySqlCommand(sql, connection);
        command.Parameters.Add(new MySqlParameter("@campaign", campaign));
        command.ExecuteNonQuery();
    }

    // [Bad CWE-89] the ORDER BY column is the client's text
    [HttpGet("sorted")]
    public IActionResult Sorted(string column)
    {
        var table = new DataTable();
        using var connection = new SqlConnection(_connectionString);
        using var adapter = new SqlDataAdapter("SELECT * FROM Products ORDER BY " + column, connection);
        adapter.Fill(table);
        return Ok(table.Rows.Count);
    }

    // [Good CWE-89] the ORDER BY column is one of three constants
    [HttpGet("sorted2")]
    public IActionResult SortedByKnownColumn(string column)
    {
        var known = column switch { "price" => "Price", "name" => "Name", _ => "Id" };
        var table = new DataTable();
        using var connection = new SqlConnection(_connectionString);
        using var adapter = new SqlDataAdapter("SELECT * FROM Products ORDER BY " + known, connection);
        adapter.Fill(table);
        return Ok(table.Rows.Count);
    }

    // [Bad CWE-89] HTML encoding does nothing about what SQL means
    [HttpGet("encoded")]
    public IActionResult Encoded(string name)
    {
        var encoded = System.Net.WebUtility.HtmlEncode(name);
        using var connection = new SqliteConnection(_connectionString);
        connection.Open();
        var command = connection.CreateCommand();
        command.CommandText = "SELECT id FROM products WHERE id = " + encoded;
        return Ok(command.ExecuteScalar());
    }

    // [Good CWE-89] a GUID has only hexadecimal digits and dashes
    [HttpGet("by-guid")]
    public IActionResult ByGuid(Guid id)
    {
        using var connection = new SqliteConnection(_connectionString);
        connection.Open();
        var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM products WHERE key = '" + id + "'";
        return Ok(command.ExecuteScalar());
    }

    // [Bad CWE-89] the abstract DbCommand is a command, too
    [HttpDelete("{key}")]
    public int Delete(string key, [FromServices] DbConnection connection)
    {
        using DbCommand command = connection.CreateCommand();
        command.CommandType = CommandType.Text;
        command.CommandText = string.Concat("DELETE FROM Products WHERE [Key] = '", key, "'");
        return command.ExecuteNonQuery();
    }

    // [Good CWE-89] DbCommand with a parameter made by hand
    [HttpDelete("safe/{key}")]
    public int DeleteWithParameter(string key, [FromServices] DbConnection connection)
    {
        using DbCommand command = connection.CreateCommand();
        command.CommandText = "DELETE FROM Products WHERE [Key] = @key";
        var parameter = command.CreateParameter();
        parameter.ParameterName = "@key";
        parameter.Value = key;
        command.Parameters.Add(parameter);
        return command.ExecuteNonQuery();
    }

    // [Bad CWE-89] a stored procedure's name is fixed, but the text it is given is a statement made here
    [HttpGet("exec")]
    public object Exec(string filter, [FromServices] IDbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "EXEC('SELECT * FROM Products WHERE " + filter + "')";
        return command.ExecuteScalar()!;
    }

    // [Good CWE-89] a stored procedure with a parameter
    [HttpGet("exec2")]
    public object ExecWithParameter(string filter)
    {
        using var connection = new SqlConnection(_connectionString);
        using var command = new SqlCommand("FindProducts", connection) { CommandType = CommandType.StoredProcedure };
        command.Parameters.Add("@filter", SqlDbType.NVarChar, 40).Value = filter;
        return command.ExecuteScalar()!;
    }
}
