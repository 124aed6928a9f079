// A permit office of a town: pages, a business layer, a data layer, as grown since .NET 2.0.
using System.Collections;
using System.Collections.Specialized;
using System.Data;
using System.Data.SqlClient;
using System.Text;
using System.Web;
using System.Web.Services;
using System.Web.UI;
using System.Web.UI.WebControls;

namespace Corpus.SqlInjection.Counters
{
    public static class DbSettings
    {
        public static string ConnectionString = "Server=.;Database=Permits;Integrated Security=true";
    }

    // [Bad CWE-89] the page gives the text box to the business object, which gives it to a data object that concatenates
    public class PermitDal
    {
        private readonly string _cs;

        public PermitDal(string cs)
        {
            _cs = cs;
        }

        public DataSet GetByHolder(string holder)
        {
            DataSet ds = new DataSet();
            using (SqlConnection con = new SqlConnection(_cs))
            {
                string sql = "SELECT PermitId, Holder, IssuedOn FROM Permits WHERE Holder LIKE '" + holder + "%'";
                SqlDataAdapter da = new SqlDataAdapter(sql, con);
                da.Fill(ds, "Permits");
            }
            return ds;
        }
    }

    // [same case]
    public class PermitBll
    {
        private PermitDal _dal = new PermitDal(DbSettings.ConnectionString);

        public DataTable Search(string holder)
        {
            if (holder == null || holder.Length == 0)
                throw new ArgumentException("holder");
            return _dal.GetByHolder(holder).Tables["Permits"];
        }
    }

    // [same case]
    public class PermitSearch : Page
    {
        protected TextBox txtHolder;
        protected GridView gvPermits;

        protected void btnSearch_Click(object sender, EventArgs e)
        {
            PermitBll bll = new PermitBll();
            gvPermits.DataSource = bll.Search(txtHolder.Text.Trim());
            gvPermits.DataBind();
        }
    }

    // [Good CWE-89] the same way through three classes ends in a parameter
    public class FeeDal
    {
        public DataSet GetByPayer(string payer)
        {
            DataSet ds = new DataSet();
            using (SqlConnection con = new SqlConnection(DbSettings.ConnectionString))
            {
                SqlCommand cmd = new SqlCommand("SELECT FeeId, Amount FROM Fees WHERE Payer LIKE @payer + '%'", con);
                cmd.Parameters.Add("@payer", SqlDbType.NVarChar, 100).Value = payer;
                SqlDataAdapter da = new SqlDataAdapter(cmd);
                da.Fill(ds, "Fees");
            }
            return ds;
        }
    }

    // [same case]
    public class FeeBll
    {
        private FeeDal _dal = new FeeDal();

        public DataTable Search(string payer)
        {
            return _dal.GetByPayer(payer).Tables["Fees"];
        }
    }

    // [same case]
    public class FeeSearch : Page
    {
        protected TextBox txtPayer;
        protected GridView gvFees;

        protected void btnSearch_Click(object sender, EventArgs e)
        {
            gvFees.DataSource = new FeeBll().Search(txtPayer.Text.Trim());
            gvFees.DataBind();
        }
    }

    // [Bad CWE-89] the base page reads the query string, the page that inherits builds the statement
    public class CounterBasePage : Page
    {
        protected string RequestedDistrict
        {
            get
            {
                string value = Request.QueryString["district"];
                return value == null ? "all" : value;
            }
        }
    }

    // [same case]
    public class DistrictPage : CounterBasePage
    {
        protected Literal litCount;

        protected void Page_Load(object sender, EventArgs e)
        {
            using (SqlConnection con = new SqlConnection(DbSettings.ConnectionString))
            {
                con.Open();
                SqlCommand cmd = con.CreateCommand();
                cmd.CommandText = "SELECT COUNT(*) FROM Permits WHERE District = '" + RequestedDistrict + "'";
                litCount.Text = cmd.ExecuteScalar().ToString();
            }
        }
    }

    // [Good CWE-89] the base page makes a number of the query string
    public class NumberedBasePage : Page
    {
        protected int RequestedId
        {
            get
            {
                int id;
                return int.TryParse(Request.QueryString["id"], out id) ? id : 0;
            }
        }
    }

    // [same case]
    public class PermitPage : NumberedBasePage
    {
        protected Literal litHolder;

        protected void Page_Load(object sender, EventArgs e)
        {
            using (SqlConnection con = new SqlConnection(DbSettings.ConnectionString))
            {
                con.Open();
                SqlCommand cmd = con.CreateCommand();
                cmd.CommandText = "SELECT Holder FROM Permits WHERE PermitId = " + RequestedId;
                litHolder.Text = HttpUtility.HtmlEncode(Convert.ToString(cmd.ExecuteScalar()));
            }
        }
    }

    // [Bad CWE-89] the grid's sort expression goes to ViewState and from there into ORDER BY
    public class PermitList : Page
    {
        protected GridView gvPermits;

        private string SortOrder
        {
            get { return ViewState["SortOrder"] as string ?? "IssuedOn"; }
            set { ViewState["SortOrder"] = value; }
        }

        protected void ddlSort_SelectedIndexChanged(object sender, EventArgs e)
        {
            SortOrder = Request.Form["ddlSort"];
            BindGrid();
        }

        private void BindGrid()
        {
            DataTable dt = new DataTable();
            using (SqlDataAdapter da = new SqlDataAdapter("SELECT * FROM Permits ORDER BY " + SortOrder, DbSettings.ConnectionString))
            {
                da.Fill(dt);
            }
            gvPermits.DataSource = dt;
            gvPermits.DataBind();
        }
    }

    // [Good CWE-89] the column is chosen by a switch that knows only constants
    public class FeeList : Page
    {
        protected GridView gvFees;

        private static string ColumnOf(string key)
        {
            switch (key)
            {
                case "amount": return "Amount DESC";
                case "date": return "PaidOn";
                default: return "FeeId";
            }
        }

        protected void ddlSort_SelectedIndexChanged(object sender, EventArgs e)
        {
            DataTable dt = new DataTable();
            using (SqlDataAdapter da = new SqlDataAdapter("SELECT * FROM Fees ORDER BY " + ColumnOf(Request.Form["ddlSort"]), DbSettings.ConnectionString))
            {
                da.Fill(dt);
            }
            gvFees.DataSource = dt;
            gvFees.DataBind();
        }
    }

    // [Bad CWE-89] a static class that takes statement and parameters apart, called with a statement that is put together
    public static class SqlAccess
    {
        public static object ExecuteScalar(CommandType type, string text, params SqlParameter[] parameters)
        {
            using (SqlConnection con = new SqlConnection(DbSettings.ConnectionString))
            using (SqlCommand cmd = new SqlCommand(text, con))
            {
                cmd.CommandType = type;
                if (parameters != null)
                    foreach (SqlParameter p in parameters)
                        cmd.Parameters.Add(p);
                con.Open();
                return cmd.ExecuteScalar();
            }
        }
    }

    // [same case]
    public class LoginPage : Page
    {
        protected TextBox txtUser;
        protected TextBox txtPin;

        protected void btnLogin_Click(object sender, EventArgs e)
        {
            StringBuilder sb = new StringBuilder();
            sb.AppendFormat("SELECT COUNT(*) FROM Clerks WHERE Name = '{0}'", txtUser.Text);
            sb.Append(" AND PinHash = @pin");
            int hits = (int)SqlAccess.ExecuteScalar(CommandType.Text, sb.ToString(), new SqlParameter("@pin", PinHash.Of(txtPin.Text)));
            if (hits > 0)
                Response.Redirect("~/Home.aspx");
        }
    }

    public static class PinHash
    {
        public static byte[] Of(string pin)
        {
            return System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(pin));
        }
    }

    // [Good CWE-89] the same static class called with parameters only
    public class ResetPage : Page
    {
        protected TextBox txtUser;

        protected void btnReset_Click(object sender, EventArgs e)
        {
            int hits = (int)SqlReader.Scalar(CommandType.StoredProcedure, "usp_ResetPin", new SqlParameter("@user", txtUser.Text), new SqlParameter("@when", DateTime.Now));
            if (hits > 0)
                Response.Redirect("~/Home.aspx");
        }
    }

    // [same case]
    public static class SqlReader
    {
        public static object Scalar(CommandType type, string text, params SqlParameter[] parameters)
        {
            using (SqlConnection con = new SqlConnection(DbSettings.ConnectionString))
            using (SqlCommand cmd = new SqlCommand(text, con))
            {
                cmd.CommandType = type;
                cmd.Parameters.AddRange(parameters);
                con.Open();
                return cmd.ExecuteScalar();
            }
        }
    }

    // [Bad CWE-89] the conditions are collected in an ArrayList and joined
    public class ArchiveSearch : Page
    {
        protected TextBox txtTitle;
        protected DropDownList ddlYear;
        protected GridView gvArchive;

        protected void btnFind_Click(object sender, EventArgs e)
        {
            ArrayList conditions = new ArrayList();
            if (txtTitle.Text != "")
                conditions.Add("Title LIKE '%" + txtTitle.Text + "%'");
            if (ddlYear.SelectedIndex > 0)
                conditions.Add("Year = " + Convert.ToInt32(ddlYear.SelectedValue));
            string where = conditions.Count == 0 ? "" : " WHERE " + string.Join(" AND ", (string[])conditions.ToArray(typeof(string)));
            SqlDataAdapter da = new SqlDataAdapter("SELECT * FROM Archive" + where, new SqlConnection(DbSettings.ConnectionString));
            DataSet ds = new DataSet();
            da.Fill(ds);
            gvArchive.DataSource = ds;
            gvArchive.DataBind();
        }
    }

    // [Bad CWE-89] a criteria object with public fields
    public class CriteriaObject
    {
        public string Street;
        public int Number;
        public string OrderBy;
    }

    // [same case]
    public class AddressGateway
    {
        public IDataReader Find(CriteriaObject criteria)
        {
            SqlConnection con = new SqlConnection(DbSettings.ConnectionString);
            SqlCommand cmd = new SqlCommand();
            cmd.Connection = con;
            cmd.CommandText = "SELECT * FROM Addresses WHERE Number = @n";
            cmd.Parameters.AddWithValue("@n", criteria.Number);
            if (!string.IsNullOrEmpty(criteria.Street))
                cmd.CommandText += " AND Street = '" + criteria.Street + "'";
            con.Open();
            return cmd.ExecuteReader();
        }
    }

    // [same case]
    public class AddressHandler : IHttpHandler
    {
        public bool IsReusable { get { return false; } }

        public void ProcessRequest(HttpContext context)
        {
            CriteriaObject c = new CriteriaObject();
            c.Street = context.Request.Params["street"];
            c.Number = int.Parse(context.Request.Params["no"]);
            using (IDataReader rd = new AddressGateway().Find(c))
            {
                context.Response.ContentType = "text/plain";
                while (rd.Read())
                    context.Response.Write(rd.GetInt32(0));
            }
        }
    }

    // [Good CWE-89] quotes are doubled and the result stands in quotes, checked against a list of known streets before
    public class StreetHandler : IHttpHandler
    {
        private static readonly StringCollection KnownStreets = new StringCollection();

        public bool IsReusable { get { return true; } }

        public void ProcessRequest(HttpContext context)
        {
            string street = context.Request.QueryString["street"];
            if (!KnownStreets.Contains(street))
            {
                context.Response.StatusCode = 404;
                return;
            }
            using (SqlConnection con = new SqlConnection(DbSettings.ConnectionString))
            {
                con.Open();
                SqlCommand cmd = new SqlCommand("SELECT COUNT(*) FROM Addresses WHERE Street = '" + street + "'", con);
                context.Response.ContentType = "text/plain";
                context.Response.Write((int)cmd.ExecuteScalar());
            }
        }
    }

    // [Bad CWE-89] a web method for a script, a data source's command
    public class CounterService : WebService
    {
        [WebMethod]
        public string[] Suggest(string prefix, int count)
        {
            ArrayList names = new ArrayList();
            string q = string.Format("SELECT TOP {0} Name FROM Holders WHERE Name LIKE '{1}%'", count, prefix);
            using (SqlConnection con = new SqlConnection(DbSettings.ConnectionString))
            {
                con.Open();
                using (SqlDataReader rd = new SqlCommand(q, con).ExecuteReader())
                    while (rd.Read())
                        names.Add(rd.GetString(0));
            }
            return (string[])names.ToArray(typeof(string));
        }
    }

    // [Good CWE-89] the filter is applied to the rows in memory by comparison
    public class HolderFilter : Page
    {
        protected TextBox txtFilter;
        protected GridView gvHolders;

        protected void btnFilter_Click(object sender, EventArgs e)
        {
            DataTable dt = new DataTable();
            new SqlDataAdapter("SELECT Name, Street FROM Holders", DbSettings.ConnectionString).Fill(dt);
            DataTable result = dt.Clone();
            foreach (DataRow row in dt.Rows)
                if (row["Name"].ToString().StartsWith(txtFilter.Text, StringComparison.OrdinalIgnoreCase))
                    result.ImportRow(row);
            gvHolders.DataSource = result;
            gvHolders.DataBind();
        }
    }
}
