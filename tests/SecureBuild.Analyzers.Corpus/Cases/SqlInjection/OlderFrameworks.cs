using System.Collections;
using System.Data;
using System.Data.Entity;
using System.Data.SqlClient;
using System.Runtime.Serialization;
using System.ServiceModel;
using System.ServiceModel.Web;
using System.Web;
using System.Web.Http;
using System.Web.Mvc;
using System.Web.Services;
using System.Web.UI;
using System.Web.UI.WebControls;
using Dapper;
using Microsoft.AspNet.SignalR;
using NHibernate;

namespace Insurance.Sql;

public static class Db
{
    public static string ConnectionString => Environment.GetEnvironmentVariable("INSURANCE_DB");

    public static SqlConnection Open()
    {
        var connection = new SqlConnection(ConnectionString);
        connection.Open();
        return connection;
    }
}

// [Bad CWE-89] the text of a search box goes through a data class
public class PolicySearch : Page
{
    protected TextBox txtHolder;
    protected GridView gridPolicies;

    protected void btnSearch_Click(object sender, EventArgs e)
    {
        string where = "";
        if (txtHolder.Text.Trim().Length > 0)
            where = " WHERE Holder LIKE '" + txtHolder.Text.Trim() + "%'";
        gridPolicies.DataSource = PolicyData.Fill("SELECT PolicyNo, Holder, Premium FROM Policies" + where);
        gridPolicies.DataBind();
    }
}
// [same case]
public static class PolicyData
{
    public static DataTable Fill(string sql, params SqlParameter[] parameters)
    {
        using (var connection = new SqlConnection(Db.ConnectionString))
        using (var command = new SqlCommand(sql, connection))
        {
            command.Parameters.AddRange(parameters);
            var table = new DataTable();
            new SqlDataAdapter(command).Fill(table);
            return table;
        }
    }
}

// [Good CWE-89] the text of the search box is a parameter of such a data class
public class PolicySearchSafe : Page
{
    protected TextBox txtHolder;
    protected GridView gridPolicies;

    protected void btnSearch_Click(object sender, EventArgs e)
    {
        gridPolicies.DataSource = SafePolicyData.Fill("SELECT PolicyNo, Holder, Premium FROM Policies WHERE Holder LIKE @holder", new SqlParameter("@holder", txtHolder.Text.Trim() + "%"));
        gridPolicies.DataBind();
    }
}
// [same case]
public static class SafePolicyData
{
    public static DataTable Fill(string sql, params SqlParameter[] parameters)
    {
        using (var connection = new SqlConnection(Db.ConnectionString))
        using (var command = new SqlCommand(sql, connection))
        {
            command.Parameters.AddRange(parameters);
            var table = new DataTable();
            new SqlDataAdapter(command).Fill(table);
            return table;
        }
    }
}

// [Bad CWE-89] the value chosen in a list is sent by the browser
public class BranchReport : Page
{
    protected DropDownList ddlBranch;
    protected GridView grid;

    protected void ddlBranch_SelectedIndexChanged(object sender, EventArgs e)
    {
        var command = new SqlCommand();
        command.Connection = new SqlConnection(Db.ConnectionString);
        command.CommandType = CommandType.Text;
        command.CommandText = string.Format("SELECT * FROM Claims WHERE Branch = '{0}' ORDER BY Filed", ddlBranch.SelectedValue);
        var adapter = new SqlDataAdapter(command);
        var set = new DataSet();
        adapter.Fill(set);
        grid.DataSource = set;
        grid.DataBind();
    }
}

// [Good CWE-89] the value chosen in a list is a number
public class YearReport : Page
{
    protected DropDownList ddlYear;

    protected int Count()
    {
        int year = int.Parse(ddlYear.SelectedValue);
        using (var connection = new SqlConnection(Db.ConnectionString))
        using (var command = new SqlCommand("SELECT COUNT(*) FROM Claims WHERE YEAR(Filed) = " + year, connection))
        {
            connection.Open();
            return (int)command.ExecuteScalar();
        }
    }
}

// [Bad CWE-89] the data source's command is put together in the page's load
public class AgentPage : Page
{
    protected SqlDataSource agents;

    protected void Page_Load(object sender, EventArgs e)
    {
        var region = Request["region"] ?? "north";
        agents.SelectCommand = "SELECT Name, Phone FROM Agents WHERE Region = '" + region + "'";
    }
}

// [Good CWE-89] the data source has a select parameter
public class AgentPageSafe : Page
{
    protected SqlDataSource agents;

    protected void Page_Load(object sender, EventArgs e)
    {
        agents.SelectCommand = "SELECT Name, Phone FROM Agents WHERE Region = @region";
        agents.SelectParameters.Add("region", Request["region"] ?? "north");
    }
}

// [Bad CWE-89] a page's property that reads the query
public class ClaimDetails : Page
{
    string ClaimId { get { return Request.QueryString["claim"]; } }

    protected Label lblStatus;

    protected override void OnLoad(EventArgs e)
    {
        using (var connection = new SqlConnection(Db.ConnectionString))
        {
            connection.Open();
            var command = connection.CreateCommand();
            command.CommandText = "SELECT Status FROM Claims WHERE ClaimId = " + ClaimId;
            lblStatus.Visible = command.ExecuteScalar() != null;
        }
    }
}

// [Good CWE-89] a page's property that converts what the query has
public class ClaimDetailsSafe : Page
{
    int ClaimId
    {
        get
        {
            int id;
            return int.TryParse(Request.QueryString["claim"], out id) ? id : 0;
        }
    }

    protected Label lblStatus;

    protected override void OnLoad(EventArgs e)
    {
        using (var connection = new SqlConnection(Db.ConnectionString))
        {
            connection.Open();
            var command = connection.CreateCommand();
            command.CommandText = "SELECT Status FROM Claims WHERE ClaimId = " + ClaimId;
            lblStatus.Visible = command.ExecuteScalar() != null;
        }
    }
}

// [Bad CWE-89] the argument of a row's command
public class RowCommands : Page
{
    protected void grid_RowCommand(object sender, GridViewCommandEventArgs e)
    {
        if (e.CommandName == "Remove")
        {
            var key = e.CommandArgument.ToString();
            using (var connection = new SqlConnection(Db.ConnectionString))
            {
                connection.Open();
                new SqlCommand("DELETE FROM Drafts WHERE DraftKey = '" + key + "' AND Owner = '" + Request.Form["owner"] + "'", connection).ExecuteNonQuery();
            }
        }
    }
}

public interface IClaimStore { int Close(string claim, string reason); }

// [Bad CWE-89] a web service's parameter reaches a store behind an interface
[WebService(Namespace = "urn:insurance")]
public class ClaimService : WebService
{
    private readonly IClaimStore _store = new ClaimStore();

    [WebMethod(Description = "Closes a claim")]
    public bool CloseClaim(string claim, string reason)
    {
        return _store.Close(claim, reason) == 1;
    }
}
// [same case]
public class ClaimStore : IClaimStore
{
    public int Close(string claim, string reason)
    {
        using (var connection = new SqlConnection(Db.ConnectionString))
            return connection.Execute("UPDATE Claims SET Closed = 1, Reason = '" + reason.Replace("\r\n", " ") + "' WHERE ClaimId = @claim", new { claim });
    }
}

// [Bad CWE-89] a web service builds the statement itself
public class QuoteService : WebService
{
    [WebMethod]
    public decimal GetQuote(string product, int age)
    {
        using (var connection = new SqlConnection(Db.ConnectionString))
        {
            connection.Open();
            var sql = "SELECT Rate FROM Rates WHERE Product='" + product + "' AND MinAge<=" + age;
            using (var command = new SqlCommand(sql, connection))
                return Convert.ToDecimal(command.ExecuteScalar());
        }
    }
}

// [Good CWE-89] the web service's text is a parameter, its number part of the statement
public class QuoteServiceSafe : WebService
{
    [WebMethod]
    public decimal GetQuote(string product, int age)
    {
        using (var connection = new SqlConnection(Db.ConnectionString))
        {
            connection.Open();
            var sql = "SELECT Rate FROM Rates WHERE Product=@product AND MinAge<=" + age;
            using (var command = new SqlCommand(sql, connection))
            {
                command.Parameters.Add("@product", SqlDbType.NVarChar, 40).Value = product;
                return Convert.ToDecimal(command.ExecuteScalar());
            }
        }
    }

    // Not exposed: no attribute, only other code calls it, with words of its own.
    public decimal Default()
    {
        return GetRate("base");
    }

    decimal GetRate(string product)
    {
        using (var connection = new SqlConnection(Db.ConnectionString))
        {
            connection.Open();
            return Convert.ToDecimal(new SqlCommand("SELECT Rate FROM Rates WHERE Product='" + product + "'", connection).ExecuteScalar());
        }
    }
}

[DataContract]
public class PersonQuery
{
    [DataMember] public string LastName { get; set; }
    [DataMember] public int MaxRows { get; set; }
    [DataMember] public List<string> Cities { get; set; }
}

[ServiceContract]
public interface IPeopleService
{
    [OperationContract] List<string> Find(PersonQuery query);
    [OperationContract] List<string> FindSafely(PersonQuery query);
    [OperationContract] int CountIn(PersonQuery query);
}

public class PeopleService : IPeopleService
{
    // [Bad CWE-89] a member of a data contract that a WCF operation receives
    public List<string> Find(PersonQuery query)
    {
        using (var connection = new SqlConnection(Db.ConnectionString))
            return connection.Query<string>(string.Format("SELECT TOP {0} FullName FROM People WHERE LastName = '{1}'", query.MaxRows, query.LastName)).ToList();
    }

    // [Good CWE-89] of the data contract only the number is part of the statement
    public List<string> FindSafely(PersonQuery query)
    {
        using (var connection = new SqlConnection(Db.ConnectionString))
            return connection.Query<string>(string.Format("SELECT TOP {0} FullName FROM People WHERE LastName = @LastName", query.MaxRows), new { query.LastName }).ToList();
    }

    // [Bad CWE-89] a list of the data contract is joined
    public int CountIn(PersonQuery query)
    {
        var cities = string.Join(",", query.Cities.Select(city => "'" + city + "'"));
        using (var connection = new SqlConnection(Db.ConnectionString))
            return connection.ExecuteScalar<int>("SELECT COUNT(*) FROM People WHERE City IN (" + cities + ")");
    }
}

// [Bad CWE-89] a query parameter of a WCF web operation
[ServiceContract]
public class RestPeople
{
    [OperationContract, WebGet(UriTemplate = "/people")]
    public int Count()
    {
        var city = WebOperationContext.Current.IncomingRequest.UriTemplateMatch.QueryParameters["city"];
        using (var connection = new SqlConnection(Db.ConnectionString))
            return connection.ExecuteScalar<int>("SELECT COUNT(*) FROM People WHERE City = '" + city + "'");
    }
}

public class Policy { public int Id { get; set; } public string Number { get; set; } public string Holder { get; set; } }

public class PolicyContext : System.Data.Entity.DbContext
{
    public System.Data.Entity.DbSet<Policy> Policies => Set<Policy>();
}

public class PoliciesController : Controller
{
    private readonly PolicyContext db = new PolicyContext();

    // [Bad CWE-89] Entity Framework 6: the parameter of an MVC action in a raw query
    public ActionResult ByNumber(string number)
    {
        var found = db.Policies.SqlQuery("SELECT * FROM dbo.Policies WHERE Number = '" + number + "'").FirstOrDefault();
        return found == null ? (ActionResult)HttpNotFound() : View(found);
    }

    // [Good CWE-89] Entity Framework 6: a placeholder
    public ActionResult ByNumberSafe(string number)
    {
        var found = db.Policies.SqlQuery("SELECT * FROM dbo.Policies WHERE Number = @p0", number).FirstOrDefault();
        return found == null ? (ActionResult)HttpNotFound() : View(found);
    }

    // [Good CWE-89] Entity Framework 6: LINQ
    public ActionResult ByHolder(string holder)
    {
        return View(db.Policies.Where(p => p.Holder.Contains(holder)).OrderBy(p => p.Number).Take(50).ToList());
    }

    // [Bad CWE-89] the column to sort by comes from the form collection
    [System.Web.Mvc.HttpPost]
    public ActionResult List(FormCollection form)
    {
        string sort = form["sort"];
        string direction = form["dir"] == "desc" ? "DESC" : "ASC";
        var rows = db.Database.SqlQuery<Policy>("SELECT * FROM dbo.Policies ORDER BY " + sort + " " + direction);
        return View(rows.ToList());
    }

    // [Good CWE-89] the column to sort by is one of a switch
    [System.Web.Mvc.HttpPost]
    public ActionResult ListSafe(FormCollection form)
    {
        string column;
        switch (form["sort"])
        {
            case "holder": column = "Holder"; break;
            case "number": column = "Number"; break;
            default: column = "Id"; break;
        }
        return View(db.Database.SqlQuery<Policy>("SELECT * FROM dbo.Policies ORDER BY " + column).ToList());
    }

    // [Bad CWE-89] a value of the route
    public ActionResult Archive()
    {
        var year = RouteData.Values["year"] as string;
        db.Database.ExecuteSqlCommand("EXEC dbo.ArchivePolicies '" + year + "'");
        return RedirectToAction("List");
    }
}

public class PolicyFilter
{
    public string Holder { get; set; }
    public string Product { get; set; }
    public int? Page { get; set; }

    public string ToWhere()
    {
        var parts = new ArrayList();
        if (!string.IsNullOrEmpty(Holder))
            parts.Add("Holder LIKE '%" + Holder + "%'");
        if (!string.IsNullOrEmpty(Product))
            parts.Add("Product = '" + Product + "'");
        return parts.Count == 0 ? "1=1" : string.Join(" AND ", parts.ToArray());
    }
}

[System.Web.Http.RoutePrefix("api/policies")]
public class PoliciesApiController : ApiController
{
    // [Bad CWE-89] Web API 2: a complex parameter builds its own condition
    [System.Web.Http.HttpGet]
    public IHttpActionResult Search([FromUri] PolicyFilter filter)
    {
        return Ok(Db.Open().Query<Policy>("SELECT * FROM Policies WHERE " + filter.ToWhere()));
    }

    // [Bad CWE-89] Web API 2: the pairs of the query string of the request message
    [System.Web.Http.HttpGet]
    public IHttpActionResult Raw()
    {
        var pairs = Request.GetQueryNameValuePairs().ToDictionary(p => p.Key, p => p.Value);
        return Ok(Db.Open().Query<Policy>("SELECT * FROM Policies WHERE Product = '" + pairs["product"] + "'"));
    }

    // [Good CWE-89] Web API 2: a GUID of the route
    [System.Web.Http.HttpGet, System.Web.Http.Route("{id:guid}")]
    public IHttpActionResult ById(Guid id)
    {
        return Ok(Db.Open().Query<Policy>("SELECT * FROM Policies WHERE RowId = '" + id + "'"));
    }

    // [Bad CWE-89] Web API 2: a header of the request message
    [System.Web.Http.HttpPost]
    public IHttpActionResult Touch([FromBody] int id)
    {
        var tenant = Request.Headers.GetValues("X-Tenant").FirstOrDefault();
        using (var connection = new SqlConnection(Db.ConnectionString))
            connection.Execute("UPDATE " + tenant + ".Policies SET Touched = GETDATE() WHERE Id = @id", new { id });
        return Ok();
    }
}

// [Bad CWE-89] NHibernate: an HQL query from a handler
public class HolderHandler : IHttpHandler
{
    readonly NHibernate.ISession _session;

    public HolderHandler(NHibernate.ISession session) { _session = session; }

    public bool IsReusable { get { return false; } }

    public void ProcessRequest(HttpContext context)
    {
        var found = _session.CreateQuery("from Policy p where p.Holder = '" + context.Request.Params["holder"] + "'").List<Policy>();
        context.Response.StatusCode = found.Count > 0 ? 200 : 404;
    }
}

// [Good CWE-89] NHibernate: a named parameter
public class HolderHandlerSafe : IHttpHandler
{
    readonly NHibernate.ISession _session;

    public HolderHandlerSafe(NHibernate.ISession session) { _session = session; }

    public bool IsReusable { get { return false; } }

    public void ProcessRequest(HttpContext context)
    {
        var found = _session.CreateQuery("from Policy p where p.Holder = :holder").SetString("holder", context.Request.Params["holder"]).List<Policy>();
        context.Response.StatusCode = found.Count > 0 ? 200 : 404;
    }
}

// [Bad CWE-89] the session keeps what a former request sent
public class WizardPage : Page
{
    protected TextBox txtCity;

    protected void Next_Click(object sender, EventArgs e)
    {
        Session["city"] = txtCity.Text;
        Response.Redirect("Wizard2.aspx");
    }

    protected void Finish_Click(object sender, EventArgs e)
    {
        string city = (string)Session["city"];
        Session["offices"] = Db.Open().Query<string>("SELECT Name FROM Offices WHERE City='" + city + "'").ToList();
    }
}

// [Bad CWE-89] the older SignalR: a hub's method
public class ClaimHub : Hub
{
    public int Subscribe(string claim)
    {
        using (var connection = new SqlConnection(Db.ConnectionString))
            return connection.Execute("INSERT INTO Subscriptions (Claim) VALUES ('" + claim + "')");
    }
}

// [Good CWE-89] the older SignalR: the connection's own id and a parameter
public class ClaimHubSafe : Hub
{
    public int Subscribe(string claim)
    {
        using (var connection = new SqlConnection(Db.ConnectionString))
            return connection.Execute("INSERT INTO Subscriptions (Claim) VALUES (@claim)", new { claim });
    }
}

// [Good CWE-89] quotes are not the matter: only letters and digits pass
public class CodePage : Page
{
    protected void Page_Load(object sender, EventArgs e)
    {
        var code = Request.QueryString["code"];
        if (code == null || !System.Text.RegularExpressions.Regex.IsMatch(code, @"^[A-Z0-9]{1,12}\z"))
        {
            Response.StatusCode = 400;
            Response.End();
            return;
        }
        Session["vouchers"] = Db.Open().Query<int>("SELECT Id FROM Vouchers WHERE Code = '" + code + "'").ToList();
    }
}
