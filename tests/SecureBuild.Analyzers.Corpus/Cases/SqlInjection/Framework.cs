// Programs of the .NET Framework: pages, handlers, services, data sets.
using System.Collections;
using System.Data;
using System.Data.Common;
using System.Data.Odbc;
using System.Data.OleDb;
using System.Data.SqlClient;
using System.Text;
using System.Web;
using System.Web.Mvc;
using System.Web.UI;
using System.Web.UI.WebControls;

namespace Corpus.SqlInjection.Framework;

// [Bad CWE-89] a page with a grid
public class ProductsPage : Page
{
    protected TextBox SearchBox;
    protected GridView Grid;

    protected void Search_Click(object sender, EventArgs e)
    {
        string text = "SELECT * FROM Products WHERE Name LIKE '%" + SearchBox.Text + "%'";
        SqlDataAdapter adapter = new SqlDataAdapter(text, "Data Source=.;Initial Catalog=Shop;Integrated Security=True");
        DataSet set = new DataSet();
        adapter.Fill(set);
        Grid.DataSource = set;
        Grid.DataBind();
    }
}

// [Good CWE-89] a page with a grid and a parameter
public class ProductsGoodPage : Page
{
    protected TextBox SearchBox;
    protected GridView Grid;

    protected void Search_Click(object sender, EventArgs e)
    {
        using (SqlConnection connection = new SqlConnection("Data Source=.;Initial Catalog=Shop;Integrated Security=True"))
        {
            SqlCommand command = new SqlCommand("SELECT * FROM Products WHERE Name LIKE @name", connection);
            command.Parameters.Add(new SqlParameter("@name", "%" + SearchBox.Text + "%"));
            SqlDataAdapter adapter = new SqlDataAdapter(command);
            DataTable table = new DataTable();
            adapter.Fill(table);
            Grid.DataSource = table;
            Grid.DataBind();
        }
    }
}

// [Bad CWE-89] a data layer that is given the statement
public static class Database
{
    static readonly string s_text = "Provider=Microsoft.Jet.OLEDB.4.0;Data Source=shop.mdb";

    public static DataTable Select(string sql)
    {
        using (OleDbConnection connection = new OleDbConnection(s_text))
        {
            connection.Open();
            OleDbCommand command = new OleDbCommand(sql, connection);
            DataTable table = new DataTable();
            using (IDataReader reader = command.ExecuteReader())
                table.Load(reader);
            return table;
        }
    }
}

// [same case]
public class CustomerPage : Page
{
    protected Label Name;

    protected void Page_Load(object sender, EventArgs e)
    {
        string id = Request.QueryString["CustomerID"];
        DataTable table = Database.Select(String.Format("SELECT * FROM Customers WHERE CustomerID = '{0}'", id));
        if (table.Rows.Count > 0)
            Name.Text = Server.HtmlEncode(table.Rows[0]["Name"].ToString());
    }
}

// [Good CWE-89] a data layer that is given the statement and its values
public static class SafeDatabase
{
    public static object Scalar(string sql, params object[] values)
    {
        using (OdbcConnection connection = new OdbcConnection("DSN=shop"))
        {
            connection.Open();
            OdbcCommand command = new OdbcCommand(sql, connection);
            for (int i = 0; i < values.Length; i++)
                command.Parameters.AddWithValue("@p" + i, values[i]);
            return command.ExecuteScalar();
        }
    }
}

// [same case]
public class CustomerGoodPage : Page
{
    protected Label Name;

    protected void Page_Load(object sender, EventArgs e)
    {
        object name = SafeDatabase.Scalar("SELECT Name FROM Customers WHERE CustomerID = ?", Request.QueryString["CustomerID"]);
        Name.Text = Server.HtmlEncode(Convert.ToString(name));
    }
}

// [Bad CWE-89] a handler and a stored procedure's call as text
public class StockHandler : IHttpHandler
{
    public bool IsReusable { get { return false; } }

    public void ProcessRequest(HttpContext context)
    {
        string sku = context.Request.Params["sku"];
        DbProviderFactory factory = SqlClientLike();
        using (DbConnection connection = factory.CreateConnection())
        {
            DbCommand command = connection.CreateCommand();
            command.CommandType = CommandType.Text;
            command.CommandText = "EXEC GetStock '" + sku + "'";
            context.Response.ContentType = "text/plain";
            context.Response.Write(Convert.ToInt32(command.ExecuteScalar()));
        }
    }

    static DbProviderFactory SqlClientLike() { return null; }
}

// [Good CWE-89] a handler and a stored procedure
public class StockGoodHandler : IHttpHandler
{
    public bool IsReusable { get { return false; } }

    public void ProcessRequest(HttpContext context)
    {
        using (SqlConnection connection = new SqlConnection("context connection=true"))
        {
            SqlCommand command = new SqlCommand("GetStock", connection);
            command.CommandType = CommandType.StoredProcedure;
            command.Parameters.AddWithValue("@sku", context.Request.Params["sku"]);
            context.Response.ContentType = "text/plain";
            context.Response.Write(Convert.ToInt32(command.ExecuteScalar()));
        }
    }
}

// [Bad CWE-89] a data view's filter and a data table's selection
public class FilterPage : Page
{
    protected DropDownList Category;

    protected void Page_Load(object sender, EventArgs e)
    {
        DataTable table = (DataTable)Session["products"];
        DataRow[] rows = table.Select("Category = '" + Request.Form["category"] + "'");
        ViewState["count"] = rows.Length;
    }
}

// [Bad CWE-89] a data source's command
public class SourcePage : Page
{
    protected SqlDataSource Source;

    protected void Page_Load(object sender, EventArgs e)
    {
        Source.SelectCommand = "SELECT * FROM Orders WHERE Status = '" + Request["status"] + "'";
    }
}

// [Bad CWE-89] a list of conditions in an array list
public class ReportController : Controller
{
    public ActionResult Index(FormValues values)
    {
        ArrayList conditions = new ArrayList();
        if (!string.IsNullOrEmpty(values.City))
            conditions.Add("City = '" + values.City + "'");
        if (values.Year > 0)
            conditions.Add("Year = " + values.Year);
        StringBuilder sql = new StringBuilder("SELECT * FROM Reports");
        for (int i = 0; i < conditions.Count; i++)
            sql.Append(i == 0 ? " WHERE " : " AND ").Append(conditions[i]);
        using (SqlConnection connection = new SqlConnection("context connection=true"))
        {
            SqlCommand command = connection.CreateCommand();
            command.CommandText = sql.ToString();
            return Json(command.ExecuteScalar());
        }
    }

    public class FormValues { public string City { get; set; } public int Year { get; set; } }
}

// [Good CWE-89] only the year
public class YearController : Controller
{
    public ActionResult Index(FormValues values)
    {
        ArrayList conditions = new ArrayList();
        if (values.Year > 0)
            conditions.Add("Year = " + values.Year);
        using (SqlConnection connection = new SqlConnection("context connection=true"))
        {
            SqlCommand command = connection.CreateCommand();
            command.CommandText = "SELECT * FROM Reports WHERE " + string.Join(" AND ", (string[])conditions.ToArray(typeof(string)));
            return Json(command.ExecuteScalar());
        }
    }

    public class FormValues { public string City { get; set; } public int Year { get; set; } }
}

// [Bad CWE-89] a login in the old style
public class LoginPage : Page
{
    protected TextBox UserName;
    protected TextBox Password;

    protected void Login_Click(object sender, EventArgs e)
    {
        if (IsValidUser(UserName.Text.Trim(), Password.Text))
            Response.Redirect("~/Default.aspx");
    }

    bool IsValidUser(string user, string password)
    {
        bool found = false;
        SqlConnection connection = new SqlConnection("context connection=true");
        try
        {
            connection.Open();
            SqlCommand command = new SqlCommand();
            command.Connection = connection;
            command.CommandText = @"SELECT COUNT(*) FROM Users
                WHERE UserName = '" + user + @"' AND Password = '" + password + "'";
            found = (int)command.ExecuteScalar() > 0;
        }
        finally
        {
            connection.Close();
        }
        return found;
    }
}

// [Good CWE-89] an identifier that must be a number
public class DetailPage : Page
{
    protected void Page_Load(object sender, EventArgs e)
    {
        int id;
        if (!int.TryParse(Request.QueryString["id"], out id))
        {
            Response.StatusCode = 400;
            return;
        }
        using (SqlConnection connection = new SqlConnection("context connection=true"))
            new SqlCommand("SELECT Title FROM Pages WHERE Id = " + id, connection).ExecuteScalar();
    }
}

// [Bad CWE-89] a cookie's second value
public class CookiePage : Page
{
    protected void Page_Load(object sender, EventArgs e)
    {
        HttpCookie cookie = Request.Cookies["prefs"];
        if (cookie == null)
            return;
        string sort = cookie.Values["sort"];
        using (SqlConnection connection = new SqlConnection("context connection=true"))
            new SqlCommand("SELECT * FROM Items ORDER BY " + sort, connection).ExecuteReader();
    }
}

// [Good CWE-89] a cookie's second value chooses
public class CookieGoodPage : Page
{
    protected void Page_Load(object sender, EventArgs e)
    {
        HttpCookie cookie = Request.Cookies["prefs"];
        string sort = "Name";
        switch (cookie == null ? null : cookie.Values["sort"])
        {
            case "price": sort = "Price DESC"; break;
            case "date": sort = "CreatedOn"; break;
        }
        using (SqlConnection connection = new SqlConnection("context connection=true"))
            new SqlCommand("SELECT * FROM Items ORDER BY " + sort, connection).ExecuteReader();
    }
}
