using System.Data;
using System.Data.Common;
using Dapper;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Data.SqlClient;

namespace Clinic;

// [Bad CWE-89] a helper builds the condition and returns it
public class PatientSearch(SqlConnection db) : ControllerBase
{
    public IActionResult Find(string name) => Ok(db.Query("SELECT * FROM Patients WHERE " + Equal("Name", name)));

    static string Equal(string column, string value) => column + " = '" + value + "'";
}

// [Good CWE-89] the same kind of helper, called with constants
public class PatientList(SqlConnection db) : ControllerBase
{
    public IActionResult Active(string ignored) => Ok(db.Query("SELECT * FROM Patients WHERE " + Equal("Status", "active")));

    static string Equal(string column, string value) => column + " = '" + value + "'";
}

// [Bad CWE-89] an out parameter
public class WardSearch(SqlConnection db) : ControllerBase
{
    public IActionResult Find(string ward)
    {
        Build(ward, out var sql);
        return Ok(db.Query(sql));
    }

    static void Build(string ward, out string sql) => sql = "SELECT * FROM Beds WHERE Ward = '" + ward + "'";
}

// [Bad CWE-89] a ref parameter
public class WardFilter(SqlConnection db) : ControllerBase
{
    public IActionResult Find(string ward)
    {
        var sql = "SELECT * FROM Beds";
        AddCondition(ref sql, ward);
        return Ok(db.Query(sql));
    }

    static void AddCondition(ref string sql, string ward) => sql += " WHERE Ward = '" + ward + "'";
}

// [Good CWE-89] the helper's result does not depend on the client's text
public class BedList(SqlConnection db) : ControllerBase
{
    public IActionResult Find(string ward) => Ok(db.Query("SELECT * FROM Beds ORDER BY " + OrderFor(ward)));

    static string OrderFor(string ward)
    {
        if (ward.StartsWith('A'))
            return "Number";
        return "Floor, Number";
    }
}

// [Bad CWE-89] a method four calls down executes it
public class Audit(SqlConnection db) : ControllerBase
{
    public void Log(string message) => First(message);
    void First(string text) => Second(text, 3);
    void Second(string text, int level) => Third("[" + level + "] " + text);
    void Third(string line) => Execute("INSERT INTO Audit (Line) VALUES ('" + line + "')");

    void Execute(string sql)
    {
        using var command = new SqlCommand(sql, db);
        command.ExecuteNonQuery();
    }
}

// [Good CWE-89] a central Execute is called with a constant and parameters
public class AuditSafe(SqlConnection db) : ControllerBase
{
    public void Log(string message) => Execute("INSERT INTO Audit (Line) VALUES (@line)", ("@line", message));

    void Execute(string sql, params (string Name, object Value)[] parameters)
    {
        using var command = new SqlCommand(sql, db);
        foreach (var (name, value) in parameters)
            command.Parameters.AddWithValue(name, value);
        command.ExecuteNonQuery();
    }
}

// [Bad CWE-89] an extension method on the connection
public class StaffController(SqlConnection db) : ControllerBase
{
    public IActionResult Find(string role) => Ok(db.AllWhere("Role = '" + role + "'"));
}

// [same case]
static class ConnectionExtensions
{
    public static IEnumerable<dynamic> AllWhere(this IDbConnection db, string condition) => db.Query("SELECT * FROM Staff WHERE " + condition);
}

// [Good CWE-89] the sanitising helper keeps letters and digits only
public class CodesController(SqlConnection db) : ControllerBase
{
    public IActionResult Find(string code) => Ok(db.Query("SELECT * FROM Codes WHERE Code = '" + Clean(code) + "'"));

    static string Clean(string text) => new(text.Where(char.IsLetterOrDigit).ToArray());
}

// [Bad CWE-89] the helper that is called Clean only trims
public class NamesController(SqlConnection db) : ControllerBase
{
    public IActionResult Find(string name) => Ok(db.Query("SELECT * FROM Names WHERE Name = '" + Clean(name) + "'"));

    static string Clean(string text) => text.Trim();
}

// [Bad CWE-89] a generic pass-through
public class Generic(SqlConnection db) : ControllerBase
{
    public IActionResult Find(string code) => Ok(db.Query("SELECT * FROM Codes WHERE Code = '" + Same(code) + "'"));

    static T Same<T>(T value) => value;
}

// [Good CWE-89] the virtual method's override that runs returns a constant
public class Sorting(SqlConnection db) : ControllerBase
{
    public IActionResult All(string order) => Ok(db.Query("SELECT * FROM Rooms ORDER BY " + new Fixed().Column(order)));

    class Base { public virtual string Column(string order) => order; }
    sealed class Fixed : Base { public override string Column(string order) => "Id"; }
}

// [Bad CWE-89] the override that runs returns the client's text
public class SortingOpen(SqlConnection db) : ControllerBase
{
    public IActionResult All(string order)
    {
        Base column = new Open();
        return Ok(db.Query("SELECT * FROM Rooms ORDER BY " + column.Column(order)));
    }

    abstract class Base { public abstract string Column(string order); }
    sealed class Open : Base { public override string Column(string order) => order; }
}

// [Bad CWE-89] one of the interface's two implementations executes the text
public class Exporter(IEnumerable<Exporter.ISource> sources) : ControllerBase
{
    public void Export(string filter)
    {
        foreach (var source in sources)
            source.Read(filter);
    }

    public interface ISource { void Read(string filter); }
    public class Memory : ISource { public void Read(string filter) { } }
    public class Table(DbConnection db) : ISource { public void Read(string filter) => db.Query("SELECT * FROM T WHERE " + filter); }
}

// [Bad CWE-89] a template method in the base class
public class LabController(SqlConnection db) : QueryController(db)
{
    public IActionResult Find(string test) => Run("Test = '" + test + "'");
}

// [same case]
public abstract class QueryController(SqlConnection db) : ControllerBase
{
    protected IActionResult Run(string condition) => Ok(db.Query("SELECT * FROM Tests WHERE " + condition));
}

// [Bad CWE-89] recursion builds the condition
public class Tree(SqlConnection db) : ControllerBase
{
    public IActionResult Find(string path) => Ok(db.Query("SELECT * FROM Nodes WHERE " + Condition(path.Split('/'), 0)));

    static string Condition(string[] parts, int at) =>
        at == parts.Length ? "1 = 1" : "Level" + at + " = '" + parts[at] + "' AND " + Condition(parts, at + 1);
}

// [Bad CWE-89] an optional argument and a named one
public class Named(SqlConnection db) : ControllerBase
{
    public IActionResult Find(string city) => Ok(db.Query(Statement(where: "City = '" + city + "'", table: "Clinics")));

    static string Statement(string table, string where = "1 = 1", int top = 10) => $"SELECT TOP {top} * FROM {table} WHERE {where}";
}
