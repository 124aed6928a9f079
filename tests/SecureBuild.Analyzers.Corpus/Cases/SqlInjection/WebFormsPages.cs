using System.Collections.Generic;
using System.Data;
using System.Data.SqlClient;
using System.Linq;
using System.Text;
using System.Web;
using System.Web.Mvc;
using System.Web.UI;
using System.Web.UI.HtmlControls;
using System.Web.UI.WebControls;

namespace Museum.Pages;

public static class Settings
{
    public static readonly string Connection = Environment.GetEnvironmentVariable("MUSEUM_DB");
}

public class ExhibitFilter
{
    private readonly List<string> _conditions = new List<string>();
    public void Add(string column, string value) { _conditions.Add(column + " = '" + value + "'"); }
    public override string ToString() { return _conditions.Count == 0 ? "" : " WHERE " + string.Join(" AND ", _conditions); }
}

// [Bad CWE-89] a filter object that becomes text
public class ExhibitList : Page
{
    protected HtmlInputText txtArtist;
    protected RadioButtonList rblEra;
    protected GridView grid;

    protected void Filter_Click(object sender, EventArgs e)
    {
        var filter = new ExhibitFilter();
        if (txtArtist.Value != "")
            filter.Add("Artist", txtArtist.Value);
        filter.Add("Era", rblEra.SelectedValue);
        using (var adapter = new SqlDataAdapter("SELECT * FROM Exhibits" + filter, Settings.Connection))
        {
            var table = new DataTable();
            adapter.Fill(table);
            grid.DataSource = table;
        }
    }
}

// [Bad CWE-89] the sort column of the view state
public class SortedGrid : Page
{
    protected GridView grid;

    private string SortExpression
    {
        get { return ViewState["SortExpression"] == null ? "Title" : (string)ViewState["SortExpression"]; }
        set { ViewState["SortExpression"] = value; }
    }

    protected void Sort_Command(object sender, CommandEventArgs e)
    {
        SortExpression = (string)e.CommandArgument;
        Bind();
    }

    private void Bind()
    {
        using (var connection = new SqlConnection(Settings.Connection))
        using (var adapter = new SqlDataAdapter("SELECT Id, Title FROM Exhibits ORDER BY " + SortExpression, connection))
        {
            var table = new DataTable();
            adapter.Fill(table);
            grid.DataSource = table;
            grid.DataBind();
        }
    }
}

// [Good CWE-89] the sort column is one of the known
public class SafeSortedGrid : Page
{
    static readonly string[] Columns = { "Title", "Artist", "Year" };

    protected GridView grid;

    protected void Sort_Command(object sender, CommandEventArgs e)
    {
        string column = Array.IndexOf(Columns, (string)e.CommandArgument) >= 0 ? (string)e.CommandArgument : "Title";
        using (var connection = new SqlConnection(Settings.Connection))
        using (var adapter = new SqlDataAdapter("SELECT Id, Title FROM Exhibits ORDER BY " + column, connection))
        {
            var table = new DataTable();
            adapter.Fill(table);
            grid.DataSource = table;
        }
    }
}

// [Bad CWE-89] controls that are found by their ids
public class FormViewPage : Page
{
    protected void Save_Click(object sender, EventArgs e)
    {
        var box = (TextBox)FindControl("txtTitle");
        var list = FindControl("ddlHall") as DropDownList;
        using (var connection = new SqlConnection(Settings.Connection))
        {
            connection.Open();
            var transaction = connection.BeginTransaction();
            var command = new SqlCommand("UPDATE Exhibits SET Title = '" + box.Text.Replace("'", "") + "', Hall = " + list.SelectedItem.Value, connection, transaction);
            command.ExecuteNonQuery();
            transaction.Commit();
        }
    }
}

// [Bad CWE-89] a user control's property that a page fills
public class ExhibitPicker : UserControl
{
    public string Category { get; set; }

    public DataTable Load()
    {
        using (var connection = new SqlConnection(Settings.Connection))
        using (var adapter = new SqlDataAdapter("SELECT * FROM Exhibits WHERE Category = '" + Category + "'", connection))
        {
            var table = new DataTable();
            adapter.Fill(table);
            return table;
        }
    }
}
// [same case]
public class PickerPage : Page
{
    protected ExhibitPicker picker;

    protected override void OnLoad(EventArgs e)
    {
        picker.Category = Request.QueryString["category"];
        picker.Load();
    }
}

public abstract class DataPage : Page
{
    protected abstract string Table { get; }

    protected abstract string Key();

    // [Bad CWE-89] a template method whose key a derived page reads from the request
    protected void Page_Load(object sender, EventArgs e)
    {
        using (var connection = new SqlConnection(Settings.Connection))
        {
            connection.Open();
            using (var command = new SqlCommand("SELECT * FROM " + Table + " WHERE Id = '" + Key() + "'", connection))
                command.ExecuteReader();
        }
    }
}

public class GuidePage : DataPage
{
    protected override string Table { get { return "Guides"; } }
    protected override string Key() { return Request.QueryString["id"]; }
}

public abstract class FixedPage : Page
{
    protected abstract string Table { get; }

    protected abstract int Key();

    // [Good CWE-89] a template method whose key is a number
    protected void Page_Load(object sender, EventArgs e)
    {
        using (var connection = new SqlConnection(Settings.Connection))
        {
            connection.Open();
            using (var command = new SqlCommand("SELECT * FROM " + Table + " WHERE Id = '" + Key() + "'", connection))
                command.ExecuteReader();
        }
    }
}

public class RoomPage : FixedPage
{
    protected override string Table { get { return "Rooms"; } }
    protected override int Key() { return Convert.ToInt32(Request.QueryString["id"]); }
}

// [Bad CWE-89] a parameter by name, but the name of the procedure from the form
public class ReportPage : Page
{
    protected void Run_Click(object sender, EventArgs e)
    {
        using (var connection = new SqlConnection(Settings.Connection))
        using (var command = connection.CreateCommand())
        {
            connection.Open();
            command.CommandText = "EXEC report_" + Request.Form["report"] + " @from, @to";
            command.Parameters.AddWithValue("@from", Request.Form["from"]);
            command.Parameters.AddWithValue("@to", Request.Form["to"]);
            command.ExecuteNonQuery();
        }
    }
}

// [Good CWE-89] a stored procedure whose name is a constant
public class SafeReportPage : Page
{
    protected void Run_Click(object sender, EventArgs e)
    {
        using (var connection = new SqlConnection(Settings.Connection))
        using (var command = new SqlCommand("report_visitors", connection) { CommandType = CommandType.StoredProcedure })
        {
            connection.Open();
            foreach (string key in new[] { "from", "to" })
                command.Parameters.AddWithValue("@" + key, Request.Form[key]);
            command.ExecuteNonQuery();
        }
    }
}

// [Bad CWE-89] an application's module that logs every request into a table
public class AccessModule : IHttpModule
{
    public void Init(HttpApplication context)
    {
        context.BeginRequest += (sender, e) => Log(((HttpApplication)sender).Context);
    }

    static void Log(HttpContext context)
    {
        using (var connection = new SqlConnection(Settings.Connection))
        {
            connection.Open();
            var text = new StringBuilder("INSERT INTO Access (Path, Agent) VALUES ('");
            text.Append(context.Request.Path).Append("', '").Append(context.Request.UserAgent).Append("')");
            new SqlCommand(text.ToString(), connection).ExecuteNonQuery();
        }
    }

    public void Dispose() { }
}

// [Bad CWE-89] a model binder makes an object that an action gives to a query
public class PeriodBinder : IModelBinder
{
    public object BindModel(ControllerContext controllerContext, ModelBindingContext bindingContext)
    {
        var value = bindingContext.ValueProvider.GetValue(bindingContext.ModelName).AttemptedValue;
        using (var connection = new SqlConnection(Settings.Connection))
        {
            connection.Open();
            return new SqlCommand("SELECT Id FROM Periods WHERE Name = '" + value + "'", connection).ExecuteScalar();
        }
    }
}

public class VisitorsController : Controller
{
    // [Bad CWE-89] an action's dictionary of arguments in the overridden filter method
    protected override void OnActionExecuting(ActionExecutingContext filterContext)
    {
        object who;
        if (filterContext.ActionParameters.TryGetValue("visitor", out who))
            using (var connection = new SqlConnection(Settings.Connection))
            {
                connection.Open();
                new SqlCommand("INSERT INTO Seen VALUES ('" + who + "')", connection).ExecuteNonQuery();
            }
    }

    // [Good CWE-89] an enumeration of the request
    public ActionResult ByKind(VisitorKind kind)
    {
        using (var connection = new SqlConnection(Settings.Connection))
        {
            connection.Open();
            return View(new SqlCommand("SELECT COUNT(*) FROM Visitors WHERE Kind = '" + kind + "'", connection).ExecuteScalar());
        }
    }

    // [Good CWE-89] the name of who is signed in is a parameter, the page's number is one
    public ActionResult Mine(int? page)
    {
        using (var connection = new SqlConnection(Settings.Connection))
        using (var command = new SqlCommand("SELECT * FROM Visits WHERE Who = @who ORDER BY Id OFFSET " + (page ?? 0) * 20 + " ROWS", connection))
        {
            command.Parameters.AddWithValue("@who", User.Identity.Name);
            connection.Open();
            command.ExecuteReader();
            return View();
        }
    }

    // [Bad CWE-89] a private method that another action of the same controller calls with a cookie
    public ActionResult Resume()
    {
        return Find(Request.Cookies["visit"] == null ? "0" : Request.Cookies["visit"].Value);
    }
    // [same case]
    private ActionResult Find(string visit)
    {
        using (var connection = new SqlConnection(Settings.Connection))
        {
            connection.Open();
            return View(new SqlCommand("SELECT * FROM Visits WHERE Id = " + visit, connection).ExecuteScalar());
        }
    }
}

public enum VisitorKind { Child, Adult, Group }
