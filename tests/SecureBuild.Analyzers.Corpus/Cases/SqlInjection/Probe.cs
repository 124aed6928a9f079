using Microsoft.AspNetCore.Mvc;
using Microsoft.Data.SqlClient;

class ProductsController(string connectionString) : Controller
{
    // [Bad CWE-89] the query string's text is concatenated
    public IActionResult Find(string name)
    {
        using var connection = new SqlConnection(connectionString);
        using var command = new SqlCommand("SELECT * FROM Products WHERE Name = '" + name + "'", connection);
        return Json(command.ExecuteScalar());
    }

    // [Good CWE-89] parameter
    public IActionResult FindSafely(string name)
    {
        using var connection = new SqlConnection(connectionString);
        using var command = new SqlCommand("SELECT * FROM Products WHERE Name = @name", connection);
        command.Parameters.AddWithValue("@name", name);
        return Json(command.ExecuteScalar());
    }
}
