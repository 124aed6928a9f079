using System.Collections;
using System.Collections.Generic;
using System.Collections.Specialized;
using System.Data;
using System.Data.Common;
using System.Data.Odbc;
using System.Data.OleDb;
using System.Data.SqlClient;
using System.Linq;
using System.Web;
using System.Web.Http;
using System.Web.Mvc;
using System.Web.UI;
using System.Web.UI.WebControls;
using NHibernate;

namespace Clinic.Data;

// [Bad CWE-89] a static helper class with a query that it is given
public static class SqlHelper
{
    public static string ConnectionString = Environment.GetEnvironmentVariable("CLINIC");

    public static object ExecuteScalar(string sql) { return ExecuteScalar(sql, null); }

    public static object ExecuteScalar(string sql, IDictionary<string, object> parameters)
    {
        using (var connection = new SqlConnection(ConnectionString))
        using (var command = new SqlCommand(sql, connection))
        {
            if (parameters != null)
                foreach (var pair in parameters)
                    command.Parameters.AddWithValue(pair.Key, pair.Value);
            connection.Open();
            return command.ExecuteScalar();
        }
    }
}
// [same case]
public class PatientPage : Page
{
    protected TextBox txtSurname;
    protected TextBox txtCount;

    protected void Count_Click(object sender, EventArgs e)
    {
        var sql = "SELECT COUNT(*) FROM Patients";
        sql += " WHERE Surname='" + txtSurname.Text + "'";
        txtCount.Text = Convert.ToString(SqlHelper.ExecuteScalar(sql));
    }
}

// [Good CWE-89] a static helper class with a query and its parameters
public static class SafeSqlHelper
{
    public static string ConnectionString = Environment.GetEnvironmentVariable("CLINIC");

    public static object ExecuteScalar(string sql, IDictionary<string, object> parameters)
    {
        using (var connection = new SqlConnection(ConnectionString))
        using (var command = new SqlCommand(sql, connection))
        {
            foreach (var pair in parameters)
                command.Parameters.AddWithValue(pair.Key, pair.Value);
            connection.Open();
            return command.ExecuteScalar();
        }
    }
}
// [same case]
public class SafePatientPage : Page
{
    protected TextBox txtSurname;
    protected TextBox txtCount;

    protected void Count_Click(object sender, EventArgs e)
    {
        var parameters = new Dictionary<string, object> { { "@surname", txtSurname.Text } };
        txtCount.Text = Convert.ToString(SafeSqlHelper.ExecuteScalar("SELECT COUNT(*) FROM Patients WHERE Surname=@surname", parameters));
    }
}

public class WardPage : Page
{
    protected TextBox txtWard;
    protected GridView grid;

    // [Bad CWE-89] an OLE DB command
    protected void Ole_Click(object sender, EventArgs e)
    {
        using (var connection = new OleDbConnection("Provider=Microsoft.ACE.OLEDB.12.0;Data Source=" + Server.MapPath("~/App_Data/clinic.accdb")))
        {
            connection.Open();
            var command = new OleDbCommand("SELECT * FROM Wards WHERE Ward = '" + txtWard.Text + "'", connection);
            grid.DataSource = command.ExecuteReader();
            grid.DataBind();
        }
    }

    // [Good CWE-89] an OLE DB command with positional parameters
    protected void OleSafe_Click(object sender, EventArgs e)
    {
        using (var connection = new OleDbConnection("Provider=Microsoft.ACE.OLEDB.12.0;Data Source=" + Server.MapPath("~/App_Data/clinic.accdb")))
        {
            connection.Open();
            var command = new OleDbCommand("SELECT * FROM Wards WHERE Ward = ?", connection);
            command.Parameters.AddWithValue("?", txtWard.Text);
            grid.DataSource = command.ExecuteReader();
            grid.DataBind();
        }
    }

    // [Bad CWE-89] a provider's factory
    protected void Factory_Click(object sender, EventArgs e)
    {
        DbProviderFactory factory = DbProviderFactories.GetFactory("System.Data.SqlClient");
        using (DbConnection connection = factory.CreateConnection())
        using (DbCommand command = connection.CreateCommand())
        {
            connection.ConnectionString = SqlHelper.ConnectionString;
            connection.Open();
            command.CommandText = string.Concat("DELETE FROM Wards WHERE Ward = '", txtWard.Text, "'");
            command.ExecuteNonQuery();
        }
    }

    // [Bad CWE-89] a list of ids that were only split
    protected void Many_Click(object sender, EventArgs e)
    {
        string[] ids = Request.Form.GetValues("id");
        using (var connection = new OdbcConnection("DSN=clinic"))
        {
            connection.Open();
            new OdbcCommand("DELETE FROM Beds WHERE Id IN (" + string.Join(",", ids) + ")", connection).ExecuteNonQuery();
        }
    }

    // [Good CWE-89] a list of ids that are numbers
    protected void ManySafe_Click(object sender, EventArgs e)
    {
        var ids = Request.Form.GetValues("id").Select(int.Parse).ToList();
        using (var connection = new OdbcConnection("DSN=clinic"))
        {
            connection.Open();
            new OdbcCommand("DELETE FROM Beds WHERE Id IN (" + string.Join(",", ids) + ")", connection).ExecuteNonQuery();
        }
    }

    // [Bad CWE-89] quotes are doubled for one value, the other stands without quotes
    protected void Quote_Click(object sender, EventArgs e)
    {
        using (var connection = new SqlConnection(SqlHelper.ConnectionString))
        {
            connection.Open();
            var sql = "UPDATE Wards SET Name = '" + txtWard.Text.Replace("'", "''") + "' WHERE Id = " + Request.Form["id"];
            new SqlCommand(sql, connection).ExecuteNonQuery();
        }
    }
}

public interface IUnitOfWork { NHibernate.ISession Session { get; } }

public class VisitRepository
{
    private readonly IUnitOfWork _unit;

    public VisitRepository(IUnitOfWork unit) { _unit = unit; }

    public IList<object> Find(string doctor, string order)
    {
        return _unit.Session.CreateSQLQuery("select * from visits where doctor = :doctor order by " + order).SetString("doctor", doctor).List<object>();
    }

    public IList<object> Latest(string doctor)
    {
        return _unit.Session.CreateSQLQuery("select * from visits where doctor = :doctor order by day desc").SetString("doctor", doctor).List<object>();
    }
}

public class VisitsController : ApiController
{
    private readonly VisitRepository _visits;

    public VisitsController(VisitRepository visits) { _visits = visits; }

    // [Good CWE-89] NHibernate: the order is the repository's own
    public IHttpActionResult Get(string doctor) { return Ok(_visits.Latest(doctor)); }
}

// [Bad CWE-89] NHibernate: a repository takes the order from an API
public class OrderedVisitRepository
{
    private readonly IUnitOfWork _unit;

    public OrderedVisitRepository(IUnitOfWork unit) { _unit = unit; }

    public IList<object> Find(string doctor, string order)
    {
        return _unit.Session.CreateSQLQuery("select * from visits where doctor = :doctor order by " + order).SetString("doctor", doctor).List<object>();
    }
}
// [same case]
public class OrderedVisitsController : ApiController
{
    private readonly OrderedVisitRepository _visits;

    public OrderedVisitsController(OrderedVisitRepository visits) { _visits = visits; }

    public IHttpActionResult Get(string doctor, string order = "day") { return Ok(_visits.Find(doctor, order)); }
}

// [Bad CWE-89] a fluent query of our own, chained in an action
public class FluentQuery
{
    private string _text = "SELECT * FROM Rooms WHERE 1=1";

    public FluentQuery Where(string column, string value)
    {
        _text += " AND " + column + " = '" + value + "'";
        return this;
    }

    public int Run()
    {
        using (var connection = new SqlConnection(SqlHelper.ConnectionString))
        {
            connection.Open();
            return new SqlCommand(_text, connection).ExecuteNonQuery();
        }
    }
}
// [same case]
public class RoomsController : Controller
{
    public ActionResult Find(string floor, string kind)
    {
        return View(new FluentQuery().Where("Floor", floor).Where("Kind", kind).Run());
    }
}

// [Good CWE-89] a fluent query of our own that collects parameters
public class ParameterQuery
{
    private readonly SqlCommand _command = new SqlCommand("SELECT * FROM Rooms WHERE 1=1");

    public ParameterQuery Where(Column column, string value)
    {
        var name = "@p" + _command.Parameters.Count;
        _command.CommandText += " AND " + column + " = " + name;
        _command.Parameters.AddWithValue(name, value);
        return this;
    }

    public int Run()
    {
        using (var connection = new SqlConnection(SqlHelper.ConnectionString))
        {
            _command.Connection = connection;
            connection.Open();
            return _command.ExecuteNonQuery();
        }
    }
}
// [same case]
public class SafeRoomsController : Controller
{
    public ActionResult Find(string floor, string kind)
    {
        return View(new ParameterQuery().Where(Column.Floor, floor).Where(Column.Kind, kind).Run());
    }
}

public enum Column { Floor, Kind }

public class AppointmentsController : Controller
{
    // [Bad CWE-89] try, catch and finally around it
    public ActionResult Cancel(string number)
    {
        SqlConnection connection = null;
        try
        {
            connection = new SqlConnection(SqlHelper.ConnectionString);
            connection.Open();
            var command = connection.CreateCommand();
            command.CommandText = "DELETE FROM Appointments WHERE Number = '" + number + "'";
            command.ExecuteNonQuery();
        }
        catch (SqlNullValueException)
        {
            return HttpNotFound();
        }
        finally
        {
            if (connection != null)
                connection.Dispose();
        }
        return RedirectToAction("Index");
    }

    // [Good CWE-89] a number in the text of a route is checked by a conversion that throws
    public ActionResult Confirm(string number)
    {
        var key = Convert.ToInt64(number);
        using (var connection = new SqlConnection(SqlHelper.ConnectionString))
        {
            connection.Open();
            new SqlCommand("UPDATE Appointments SET Confirmed = 1 WHERE Number = '" + key + "'", connection).ExecuteNonQuery();
        }
        return RedirectToAction("Index");
    }

    // [Bad CWE-89] an out parameter
    public ActionResult Move(string number)
    {
        string condition;
        if (TryMake(number, out condition))
            using (var connection = new SqlConnection(SqlHelper.ConnectionString))
            {
                connection.Open();
                new SqlCommand("UPDATE Appointments SET Day = Day + 1 WHERE " + condition, connection).ExecuteNonQuery();
            }
        return RedirectToAction("Index");
    }

    static bool TryMake(string number, out string condition)
    {
        condition = "Number = '" + number + "'";
        return number.Length > 0;
    }

    // [Good CWE-89] an out parameter that is a constant
    public ActionResult MoveSafe(string number)
    {
        string condition;
        if (TryName(number, out condition))
            using (var connection = new SqlConnection(SqlHelper.ConnectionString))
            {
                connection.Open();
                new SqlCommand("UPDATE Appointments SET Day = Day + 1 WHERE " + condition, connection).ExecuteNonQuery();
            }
        return RedirectToAction("Index");
    }

    static bool TryName(string number, out string condition)
    {
        condition = number == "all" ? "1=1" : "Open = 1";
        return number.Length > 0;
    }

    // [Bad CWE-89] a delegate that builds the text
    public ActionResult Search(string q)
    {
        Func<string, string> like = value => "Title LIKE '%" + value + "%'";
        using (var connection = new SqlConnection(SqlHelper.ConnectionString))
        {
            connection.Open();
            return View(new SqlCommand("SELECT COUNT(*) FROM Appointments WHERE " + like(q), connection).ExecuteScalar());
        }
    }
}

public class SqlNullValueException : Exception { }
