using System.Data;
using System.Data.Entity;
using System.Data.SqlClient;
using System.Web;
using System.Web.Http;
using System.Web.Mvc;
using System.Web.UI;
using System.Web.UI.WebControls;

namespace Legacy
{
    // [Bad CWE-89] a Web Forms page takes the text box
    public class SearchPage : Page
    {
        protected TextBox NameBox;
        protected GridView Grid;

        protected void Search_Click(object sender, EventArgs e)
        {
            using (var connection = new SqlConnection("Server=.;Database=Shop;Integrated Security=true"))
            using (var adapter = new SqlDataAdapter("SELECT * FROM Products WHERE Name LIKE '%" + NameBox.Text + "%'", connection))
            {
                var table = new DataTable();
                adapter.Fill(table);
                Grid.DataSource = table;
                Grid.DataBind();
            }
        }
    }

    // [Good CWE-89] the text box is a parameter's value
    public class SearchPageSafe : Page
    {
        protected TextBox NameBox;

        protected void Search_Click(object sender, EventArgs e)
        {
            using (var connection = new SqlConnection("Server=.;Database=Shop;Integrated Security=true"))
            using (var command = new SqlCommand("SELECT * FROM Products WHERE Name = @name", connection))
            {
                command.Parameters.Add("@name", SqlDbType.NVarChar, 50).Value = NameBox.Text;
                command.ExecuteNonQuery();
            }
        }
    }

    // [Bad CWE-89] Request.QueryString in Page_Load
    public class DetailsPage : Page
    {
        protected void Page_Load(object sender, EventArgs e)
        {
            var connection = new SqlConnection("Server=.;Database=Shop;Integrated Security=true");
            var command = new SqlCommand("SELECT * FROM Products WHERE Code = '" + Request.QueryString["code"] + "'", connection);
            command.ExecuteReader();
        }
    }

    // [Good CWE-89] Request.QueryString, converted to a number
    public class DetailsPageSafe : Page
    {
        protected void Page_Load(object sender, EventArgs e)
        {
            var id = Convert.ToInt32(Request.QueryString["id"]);
            var connection = new SqlConnection("Server=.;Database=Shop;Integrated Security=true");
            var command = new SqlCommand("SELECT * FROM Products WHERE Id = " + id, connection);
            command.ExecuteReader();
        }
    }

    // [Bad CWE-89] a handler reads a form field
    public class SaveHandler : IHttpHandler
    {
        public bool IsReusable => false;

        public void ProcessRequest(HttpContext context)
        {
            string comment = context.Request.Form["comment"];
            using (var connection = new SqlConnection("Server=.;Database=Shop;Integrated Security=true"))
            {
                var command = connection.CreateCommand();
                command.CommandText = "INSERT INTO Comments VALUES ('" + comment + "')";
                command.ExecuteNonQuery();
            }
        }
    }

    public class ShopContext : DbContext { public DbSet<Item> Items { get; set; } }
    public class Item { public int Id { get; set; } public string Name { get; set; } }

    public class ItemsController : Controller
    {
        readonly ShopContext _db = new ShopContext();

        // [Bad CWE-89] an MVC 5 action and EF 6
        public ActionResult Find(string name) => View(_db.Items.SqlQuery("SELECT * FROM Items WHERE Name = '" + name + "'"));

        // [Good CWE-89] EF 6 with a placeholder
        public ActionResult FindSafely(string name) => View(_db.Items.SqlQuery("SELECT * FROM Items WHERE Name = @p0", name));

        // [Bad CWE-89] a cookie and ExecuteSqlCommand
        public ActionResult Touch() => View(_db.Database.ExecuteSqlCommand("UPDATE Items SET Seen = 1 WHERE Name = '" + Request.Cookies["last"].Value + "'"));

        // [Good CWE-89] EF 6 LINQ
        public ActionResult FindByLinq(string name) => View(_db.Items.Where(item => item.Name == name).ToList());
    }

    public class PricesController : ApiController
    {
        readonly ShopContext _db = new ShopContext();

        // [Bad CWE-89] a Web API action
        public IHttpActionResult Get([FromUri] string currency) =>
            Ok(_db.Database.SqlQuery<decimal>("SELECT Price FROM Prices WHERE Currency = '" + currency + "'"));

        // [Good CWE-89] a Web API action with a parameter
        public IHttpActionResult GetSafely([FromUri] string currency) =>
            Ok(_db.Database.SqlQuery<decimal>("SELECT Price FROM Prices WHERE Currency = @c", new SqlParameter("@c", currency)));
    }

    public class HqlController : Controller
    {
        readonly NHibernate.ISession _session;
        public HqlController(NHibernate.ISession session) { _session = session; }

        // [Bad CWE-564] HQL is a query language, too
        public ActionResult Find(string name) => View(_session.CreateQuery("from Item i where i.Name = '" + name + "'").List<Item>());

        // [Good CWE-564] HQL with a named parameter
        public ActionResult FindSafely(string name) => View(_session.CreateQuery("from Item i where i.Name = :name").SetString("name", name).List<Item>());
    }
}
