using System.Data.SqlClient;
using System.Web;
using System.Web.Mvc;
using System.Web.UI;
using System.Web.UI.WebControls;

namespace Legacy.Xss;

public class PageOne : Page
{
    protected Label lbl = new();
    protected Literal lit = new();
    protected TextBox box = new();

    // [Bad CWE-79] the query into a label
    protected void Load1(object sender, EventArgs e) => lbl.Text = "Hello " + Request.QueryString["name"];

    // [Good CWE-79] encoded into a label
    protected void Load2(object sender, EventArgs e) => lbl.Text = "Hello " + Server.HtmlEncode(Request.QueryString["name"]);

    // [Good CWE-79] a literal that encodes
    protected void Load3(object sender, EventArgs e)
    {
        lit.Mode = LiteralMode.Encode;
        lit.Text = Request["name"];
    }

    // [Bad CWE-79] what was typed into a box, written into the page
    protected void Click(object sender, EventArgs e) => Response.Write("<p>" + box.Text + "</p>");

    // [Good CWE-79] a box is filled: its text is encoded as an attribute
    protected void Fill(object sender, EventArgs e) => box.Text = Request.QueryString["name"];

    // [Bad CWE-79] kept in the view state between two requests
    protected void Keep(object sender, EventArgs e)
    {
        ViewState["name"] = Request.Form["name"];
        lbl.Text = (string)ViewState["name"];
    }

    // [Bad CWE-79] kept in the session, shown by another handler
    protected void Remember(object sender, EventArgs e)
    {
        Session["n"] = Request.Form["n"];
        Response.Write(Session["n"]);
    }

    // [Bad CWE-79] read from the database and written as it is
    protected void Stored(object sender, EventArgs e)
    {
        using var con = new SqlConnection("Server=.;Database=a;Integrated Security=true;Encrypt=true");
        using var cmd = new SqlCommand("select text from news", con);
        using var reader = cmd.ExecuteReader();
        while (reader.Read())
            Response.Write("<li>" + reader.GetString(0) + "</li>");
    }

    // [Bad CWE-79] into a script block
    protected void Script(object sender, EventArgs e) =>
        ClientScript.RegisterStartupScript(GetType(), "k", "<script>alert('" + Request["m"] + "')</script>");

    // [Good CWE-79] a number of the query
    protected void Number(object sender, EventArgs e) => lbl.Text = "Page " + Convert.ToInt32(Request.QueryString["p"]);
}

public class Handler : IHttpHandler
{
    public bool IsReusable => true;

    // [Bad CWE-79] a handler answers markup
    public void ProcessRequest(HttpContext context)
    {
        context.Response.ContentType = "text/html";
        context.Response.Write(context.Request.Params["x"]);
    }
}

public class PlainHandler : IHttpHandler
{
    public bool IsReusable => true;

    // [Good CWE-79] a handler answers plain text
    public void ProcessRequest(HttpContext context)
    {
        context.Response.ContentType = "text/plain";
        context.Response.Write(context.Request.Params["x"]);
    }
}

public class OldController : Controller
{
    // [Bad CWE-79] MVC 5's content is a page by default
    public ActionResult Echo(string q) => Content("<b>" + q + "</b>");

    // [Good CWE-79] MVC 5's content as plain text
    public ActionResult Text(string q) => Content(q, "text/plain");
}
