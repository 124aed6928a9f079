// Older pages: Web Forms, handlers, services, in the manner of generated test programs.
using System.Data.SqlClient;
using System.Text;
using System.Web;
using System.Web.UI;
using System.Web.UI.HtmlControls;
using System.Web.UI.WebControls;

namespace Corpus.Xss.WebFormsVariants;

// [Bad CWE-80] the parameter is written with a tag around it
public class ParamsToWrite
{
    public void Bad(HttpRequest req, HttpResponse resp)
    {
        string data = req.Params.Get("name");
        if (data != null)
        {
            resp.Write("<br>Bad(): data = " + data);
        }
    }
}

// [Good CWE-80] a constant is written
public class ParamsToWriteGood
{
    public void GoodG2B(HttpRequest req, HttpResponse resp)
    {
        string data;
        data = "foo";
        if (data != null)
        {
            resp.Write("<br>Bad(): data = " + data);
        }
    }
}

// [Bad CWE-81] the parameter ends in the status text of an error page
public class ErrorPage
{
    public void Bad(HttpRequest req, HttpResponse resp)
    {
        string data = req.QueryString["id"];
        resp.StatusCode = 404;
        resp.Write("<br>Bad() - Parameter name has value " + data);
        resp.End();
    }
}

// [Bad CWE-79] a value of the database is written as it is
public class DatabaseToWrite
{
    public void Bad(HttpResponse resp)
    {
        string data = null;
        using (var connection = new SqlConnection("Data Source=.;Integrated Security=true"))
        {
            connection.Open();
            using (var command = new SqlCommand("select comment from comments where id=1", connection))
            using (var reader = command.ExecuteReader())
            {
                while (reader.Read())
                    data = reader.GetString(0);
            }
        }
        resp.Write("<p>" + data + "</p>");
    }
}

// [Good CWE-79] a value of the database is encoded
public class DatabaseToWriteGood
{
    public void Good(HttpResponse resp)
    {
        using (var connection = new SqlConnection("Data Source=.;Integrated Security=true"))
        using (var command = new SqlCommand("select comment from comments where id=1", connection))
        {
            string data = (string)command.ExecuteScalar();
            resp.Write("<p>" + HttpUtility.HtmlEncode(data) + "</p>");
        }
    }
}

// [Bad CWE-79] a handler that answers with JSONP
public class JsonpHandler : IHttpHandler
{
    public bool IsReusable => false;

    public void ProcessRequest(HttpContext context)
    {
        var callback = context.Request["callback"];
        context.Response.ContentType = "text/html";
        context.Response.Write(callback + "({\"ok\":true})");
    }
}

// [Good CWE-79] a handler that answers with plain text
public class TextHandler : IHttpHandler
{
    public bool IsReusable => true;

    public void ProcessRequest(HttpContext context)
    {
        context.Response.ContentType = "text/plain";
        context.Response.Write("Hello " + context.Request.QueryString["name"]);
    }
}

// [Bad CWE-79] labels do not encode
public class ProfilePage : Page
{
    protected Label NameLabel;
    protected HtmlGenericControl Box;

    protected void Page_Load(object sender, EventArgs e)
    {
        if (!IsPostBack)
            NameLabel.Text = "Welcome, " + Request.QueryString["name"];
    }
}

// [Good CWE-79] InnerText does
public class ProfileGoodPage : Page
{
    protected HtmlGenericControl Box;

    protected void Page_Load(object sender, EventArgs e)
    {
        Box.InnerText = "Welcome, " + Request.QueryString["name"];
    }
}

// [Bad CWE-79] a text box's text in a start-up script
public class AlertPage : Page
{
    protected TextBox Comment;

    protected void Save_Click(object sender, EventArgs e)
    {
        var script = new StringBuilder();
        script.Append("<script>alert('Saved: ").Append(Comment.Text).Append("');</script>");
        ClientScript.RegisterStartupScript(GetType(), "saved", script.ToString());
    }
}

// [Good CWE-79] the text box's text is encoded and shown by a literal that encodes
public class AlertGoodPage : Page
{
    protected TextBox Comment;
    protected Literal Output;

    protected void Save_Click(object sender, EventArgs e)
    {
        Output.Mode = LiteralMode.Encode;
        Output.Text = Comment.Text;
    }
}

// [Bad CWE-79] a custom control renders its cookie
public class ThemeControl : UserControl
{
    protected override void Render(HtmlTextWriter writer)
    {
        var cookie = Request.Cookies["theme"];
        if (cookie != null)
            writer.Write("<body class='" + cookie.Value + "'>");
    }
}

// [Good CWE-79] a custom control renders its cookie encoded
public class ThemeGoodControl : UserControl
{
    protected override void Render(HtmlTextWriter writer)
    {
        var cookie = Request.Cookies["theme"];
        if (cookie != null)
            writer.WriteEncodedText(cookie.Value);
    }
}

// [Bad CWE-79] kept in the view state and shown later
public class StatePage : Page
{
    protected HtmlGenericControl Box;

    protected void Page_Load(object sender, EventArgs e)
    {
        Session["filter"] = Request.Form["filter"];
        Show();
    }

    void Show()
    {
        Box.InnerHtml = (string)Session["filter"];
    }
}
