using System.Collections.Specialized;
using System.Data.SqlClient;
using System.Net;
using System.Net.Http.Headers;
using System.ServiceModel;
using System.ServiceModel.Web;
using System.Text;
using System.Text.RegularExpressions;
using System.Web;
using System.Web.Http;
using System.Web.Mvc;
using System.Web.Script.Serialization;
using System.Web.Security.AntiXss;
using System.Web.UI;
using System.Web.UI.HtmlControls;
using System.Web.UI.WebControls;
using Owin;

namespace Town.Hall;

public class Greeting : Page
{
    protected Label lblGreeting;
    protected LinkButton lnkBack;
    protected CheckBox chkNews;
    protected Literal litTitle;
    protected HyperLink lnkHome;
    protected HtmlGenericControl divNotice;
    protected HtmlAnchor anchor;
    protected PlaceHolder holder;
    protected Table table;
    protected Panel panel;
    protected Repeater repeater;
    protected TextBox txtComment;
    protected DropDownList ddl;

    // [Bad CWE-79] the text of a link button is not encoded
    protected void Back(object sender, EventArgs e)
    {
        lnkBack.Text = "Back to " + Request.QueryString["from"];
    }

    // [Bad CWE-79] nor that of a check box
    protected void News(object sender, EventArgs e)
    {
        string topic = Request.Params.Get("topic");
        if (!string.IsNullOrEmpty(topic))
            chkNews.Text = "Send me news about " + topic;
    }

    // [Bad CWE-79] a cell of a table
    protected void Rows(object sender, EventArgs e)
    {
        foreach (string key in Request.Form.AllKeys)
        {
            var row = new TableRow();
            var cell = new TableCell();
            cell.Text = Request.Form[key];
            row.Cells.Add(cell);
            table.Rows.Add(row);
        }
    }

    // [Good CWE-79] a cell of a table, encoded
    protected void RowsSafe(object sender, EventArgs e)
    {
        foreach (string key in Request.Form.AllKeys)
        {
            var row = new TableRow();
            row.Cells.Add(new TableCell { Text = HttpUtility.HtmlEncode(Request.Form[key]) });
            table.Rows.Add(row);
        }
    }

    // [Bad CWE-79] the inner HTML of a generic control, from a cookie's sub-value
    protected void Notice(object sender, EventArgs e)
    {
        HttpCookie cookie = Request.Cookies["prefs"];
        if (cookie != null)
            divNotice.InnerHtml = "<em>" + cookie["nick"] + "</em>";
    }

    // [Good CWE-79] the inner text of a generic control
    protected void NoticeText(object sender, EventArgs e)
    {
        HttpCookie cookie = Request.Cookies["prefs"];
        if (cookie != null)
            divNotice.InnerText = cookie["nick"];
    }

    // [Bad CWE-79] a literal control that is added to a place holder
    protected void Add(object sender, EventArgs e)
    {
        holder.Controls.Add(new LiteralControl("<li>" + txtComment.Text + "</li>"));
    }

    // [Good CWE-79] a literal control with what an AntiXSS encoder gave
    protected void AddSafe(object sender, EventArgs e)
    {
        holder.Controls.Add(new LiteralControl("<li>" + AntiXssEncoder.HtmlEncode(txtComment.Text, true) + "</li>"));
    }

    // [Bad CWE-79] decoded again after it was encoded
    protected void Decoded(object sender, EventArgs e)
    {
        string text = Server.HtmlEncode(Request["text"]);
        lblGreeting.Text = Server.HtmlDecode(text);
    }

    // [Bad CWE-79] only the word script is removed
    protected void Filtered(object sender, EventArgs e)
    {
        string text = Request["text"];
        text = Regex.Replace(text, "<script", "", RegexOptions.IgnoreCase);
        lblGreeting.Text = text;
    }

    // [Good CWE-79] a date that was parsed and is written anew
    protected void When(object sender, EventArgs e)
    {
        DateTime day;
        if (DateTime.TryParse(Request.QueryString["day"], out day))
            lblGreeting.Text = "Open on " + day.ToString("D");
        else
            lblGreeting.Text = "Unknown day";
    }

    // [Good CWE-79] the text of the page's own controls that are not inputs
    protected void Copy(object sender, EventArgs e)
    {
        litTitle.Text = "Town hall – " + (ddl.Items.FindByValue("x") == null ? "closed" : "open");
    }

    // [Bad CWE-79] a script that is registered with a value of the query string
    protected void Registered(object sender, EventArgs e)
    {
        ScriptManager.RegisterStartupScript(this, GetType(), "msg", "showMessage('" + Request.QueryString["msg"] + "');", true);
    }

    // [Good CWE-79] the script's value is encoded for JavaScript
    protected void RegisteredSafe(object sender, EventArgs e)
    {
        ScriptManager.RegisterStartupScript(this, GetType(), "msg", "showMessage('" + HttpUtility.JavaScriptStringEncode(Request.QueryString["msg"]) + "');", true);
    }

    // [Good CWE-79] a JSON serializer makes the script's value
    protected void RegisteredJson(object sender, EventArgs e)
    {
        var json = new JavaScriptSerializer().Serialize(Request.QueryString["msg"]);
        ClientScript.RegisterStartupScript(GetType(), "msg", "showMessage(" + json + ");", true);
    }

    // [Bad CWE-79] the address of a link may be a script
    protected void Linked(object sender, EventArgs e)
    {
        lnkHome.NavigateUrl = Request.QueryString["home"];
    }

    // [Bad CWE-79] written through the response's text writer
    protected void Out(object sender, EventArgs e)
    {
        Response.Output.Write("<h2>{0}</h2>", Request.QueryString["title"]);
    }
}

// [Bad CWE-79] a control of our own renders a property that a page sets from the query
public class Badge : System.Web.UI.Control
{
    public string Caption { get; set; }

    protected override void Render(HtmlTextWriter writer)
    {
        writer.RenderBeginTag(HtmlTextWriterTag.Span);
        writer.Write(Caption);
        writer.RenderEndTag();
    }
}
// [same case]
public class BadgePage : Page
{
    protected Badge badge;
    protected void Page_Load(object sender, EventArgs e) { badge.Caption = Request.QueryString["caption"]; }
}

// [Good CWE-79] a control of our own writes encoded text
public class SafeBadge : System.Web.UI.Control
{
    public string Caption { get; set; }

    protected override void Render(HtmlTextWriter writer)
    {
        writer.AddAttribute(HtmlTextWriterAttribute.Title, Caption);
        writer.RenderBeginTag(HtmlTextWriterTag.Span);
        writer.WriteEncodedText(Caption);
        writer.RenderEndTag();
    }
}
// [same case]
public class SafeBadgePage : Page
{
    protected SafeBadge badge;
    protected void Page_Load(object sender, EventArgs e) { badge.Caption = Request.QueryString["caption"]; }
}

// [Bad CWE-79] a handler answers JSONP with the callback of the request
public class WeatherHandler : IHttpHandler
{
    public bool IsReusable { get { return true; } }

    public void ProcessRequest(HttpContext context)
    {
        string callback = context.Request["callback"];
        context.Response.ContentType = "text/html";
        context.Response.Write(callback + "({\"temperature\":12})");
    }
}

// [Good CWE-79] a handler answers plain text
public class EchoHandler : IHttpHandler
{
    public bool IsReusable { get { return true; } }

    public void ProcessRequest(HttpContext context)
    {
        context.Response.ContentType = "text/plain";
        context.Response.Write("You said " + context.Request["what"]);
    }
}

// [Bad CWE-79] a module writes the path of the request into its error page
public class NotFoundModule : IHttpModule
{
    public void Init(HttpApplication application)
    {
        application.EndRequest += OnEnd;
    }

    private void OnEnd(object sender, EventArgs e)
    {
        var application = (HttpApplication)sender;
        if (application.Response.StatusCode == 404)
            application.Response.Write("<p>There is no " + application.Request.RawUrl + " here.</p>");
    }

    public void Dispose() { }
}

// [Bad CWE-79] an asynchronous handler writes what it read of the body
public class NoteHandler : HttpTaskAsyncHandler
{
    public override async Task ProcessRequestAsync(HttpContext context)
    {
        using (var reader = new StreamReader(context.Request.InputStream))
        {
            var note = await reader.ReadToEndAsync();
            context.Response.Write("<div class='note'>" + note + "</div>");
        }
    }
}

// [Bad CWE-79] the body of a comment, read from the database, in a repeater's item
public class CommentList : UserControl
{
    protected void comments_ItemDataBound(object sender, RepeaterItemEventArgs e)
    {
        var text = (Literal)e.Item.FindControl("litText");
        using (var connection = new SqlConnection(Environment.GetEnvironmentVariable("TOWN")))
        using (var command = new SqlCommand("SELECT Body FROM Comments WHERE Id = @id", connection))
        {
            command.Parameters.AddWithValue("@id", (int)e.Item.DataItem);
            connection.Open();
            text.Text = command.ExecuteScalar().ToString();
        }
    }
}

public class CommentModel
{
    public int Id { get; set; }
    [AllowHtml] public string Body { get; set; }
    public string Author { get; set; }
}

public class CommentsController : Controller
{
    // [Bad CWE-79] an action answers HTML that it puts together
    [ValidateInput(false)]
    public ActionResult Preview(CommentModel comment)
    {
        return Content("<blockquote>" + comment.Body + "</blockquote>");
    }

    // [Good CWE-79] an action answers HTML with encoded parts
    public ActionResult PreviewSafe(CommentModel comment)
    {
        return Content("<blockquote>" + HttpUtility.HtmlEncode(comment.Body) + "</blockquote>", "text/html");
    }

    // [Good CWE-79] the view encodes its model
    public ActionResult Show(CommentModel comment)
    {
        ViewBag.Author = comment.Author;
        return View(comment);
    }

    // [Bad CWE-79] a helper makes HTML that the view does not encode
    public ActionResult Helped(string text)
    {
        ViewBag.Html = Paragraph(text);
        return View();
    }
    // [same case]
    private static MvcHtmlString Paragraph(string text)
    {
        var tag = new TagBuilder("p");
        tag.InnerHtml = text;
        return MvcHtmlString.Create(tag.ToString());
    }

    // [Good CWE-79] a helper sets the text of a tag
    public ActionResult HelpedSafe(string text)
    {
        ViewBag.Html = SafeParagraph(text);
        return View();
    }
    // [same case]
    private static MvcHtmlString SafeParagraph(string text)
    {
        var tag = new TagBuilder("p");
        tag.SetInnerText(text);
        return MvcHtmlString.Create(tag.ToString());
    }

    // [Bad CWE-79] markup for the view from the request
    public ActionResult Raw(string text)
    {
        ViewBag.Html = new HtmlString("<b>" + text + "</b>");
        return View();
    }

    // [Good CWE-79] markup for the view, of encoded text
    public ActionResult RawSafe(string text)
    {
        ViewBag.Html = new HtmlString("<b>" + Server.HtmlEncode(text).Replace("\n", "<br>") + "</b>");
        return View();
    }

    // [Bad CWE-79] a script that is made of the request's value
    public ActionResult Script(string name)
    {
        return JavaScript("document.title = '" + name + "';");
    }

    // [Bad CWE-79] written to the response of the controller
    [System.Web.Mvc.HttpPost]
    public void Ping()
    {
        Response.Write("<pre>" + Request.UserAgent + "</pre>");
    }

    // [Good CWE-79] JSON is not rendered
    public ActionResult Data(string name)
    {
        return Json(new { greeting = "Hello " + name }, JsonRequestBehavior.AllowGet);
    }
}

// [Bad CWE-79] a helper for views writes an attribute's value as it is
public static class LinkHelper
{
    public static HtmlString Link(this HtmlHelper html, string address)
    {
        var query = html.ViewContext.HttpContext.Request.QueryString["ref"];
        return new HtmlString("<a href=\"" + address + "?ref=" + query + "\">more</a>");
    }
}

// [Good CWE-79] a helper for views encodes the attribute's value
public static class SafeLinkHelper
{
    public static HtmlString Link(this HtmlHelper html, string address)
    {
        var query = html.ViewContext.HttpContext.Request.QueryString["ref"];
        return new HtmlString("<a href=\"" + html.AttributeEncode(address + "?ref=" + query) + "\">more</a>");
    }
}

public class NewsController : ApiController
{
    // [Bad CWE-79] Web API 2 answers HTML
    public HttpResponseMessage Get(string id)
    {
        var response = new HttpResponseMessage(HttpStatusCode.OK);
        response.Content = new StringContent("<h1>" + id + "</h1>", Encoding.UTF8, "text/html");
        return response;
    }

    // [Good CWE-79] Web API 2 answers plain text
    public HttpResponseMessage GetText(string id)
    {
        return new HttpResponseMessage { Content = new StringContent("News " + id, Encoding.UTF8, "text/plain") };
    }

    // [Bad CWE-79] Web API 2: the content type is set after
    public HttpResponseMessage GetPage(string name)
    {
        var response = Request.CreateResponse(HttpStatusCode.OK);
        response.Content = new StringContent(string.Format("<html><body>{0}</body></html>", name));
        response.Content.Headers.ContentType = new MediaTypeHeaderValue("text/html");
        return response;
    }

    // [Good CWE-79] Web API 2 serialises
    public IHttpActionResult GetItem(string name)
    {
        return Ok(new { name });
    }
}

// [Bad CWE-79] OWIN: a value of the query in the page
public class Startup
{
    public void Configuration(IAppBuilder app)
    {
        app.Run(context =>
        {
            context.Response.ContentType = "text/html";
            return context.Response.WriteAsync("<p>Hello " + context.Request.Query["name"] + "</p>");
        });
    }
}

// [Good CWE-79] OWIN: the value is encoded
public class SafeStartup
{
    public void Configuration(IAppBuilder app)
    {
        app.Run(context =>
        {
            context.Response.ContentType = "text/html";
            return context.Response.WriteAsync("<p>Hello " + WebUtility.HtmlEncode(context.Request.Query["name"]) + "</p>");
        });
    }
}

// [Bad CWE-79] OWIN: middleware of its own class, a form's field
public class GuestBook : Microsoft.Owin.OwinMiddleware
{
    public GuestBook(Microsoft.Owin.OwinMiddleware next) : base(next) { }

    public override async Task Invoke(Microsoft.Owin.IOwinContext context)
    {
        if (context.Request.Method == "POST")
        {
            var form = await context.Request.ReadFormAsync();
            context.Response.ContentType = "text/html; charset=utf-8";
            await context.Response.WriteAsync("<p>Thank you, " + form["who"] + "</p>");
            return;
        }
        await Next.Invoke(context);
    }
}

// [Bad CWE-79] WCF: a page as a stream
[ServiceContract]
public class PageService
{
    [OperationContract, WebGet(UriTemplate = "/hello?name={name}")]
    public Stream Hello(string name)
    {
        WebOperationContext.Current.OutgoingResponse.ContentType = "text/html";
        return new MemoryStream(Encoding.UTF8.GetBytes("<html><body>Hello " + name + "</body></html>"));
    }
}

public abstract class TownPage : Page
{
    protected string Arg(string name)
    {
        return Request.QueryString[name] ?? string.Empty;
    }

    protected string Safe(string name)
    {
        return HttpUtility.HtmlEncode(Arg(name));
    }
}

public class BasePages : TownPage
{
    protected Label lbl;

    // [Bad CWE-79] the base class reads the request
    protected void One(object sender, EventArgs e) { lbl.Text = Arg("street"); }

    // [Good CWE-79] the base class encodes what it reads
    protected void Two(object sender, EventArgs e) { lbl.Text = Safe("street"); }

    // [Good CWE-79] a branch that is never taken
    protected void Three(object sender, EventArgs e)
    {
        const bool trace = false;
        string text = "Street";
        if (trace)
            text = Arg("street");
        lbl.Text = text;
    }
}

// [Bad CWE-79] the application's state is shown to everybody
public class Board : Page
{
    protected Label lblLast;

    protected void Post_Click(object sender, EventArgs e)
    {
        Application.Lock();
        Application["last"] = Request.Form["message"];
        Application.UnLock();
    }

    protected override void OnPreRender(EventArgs e)
    {
        lblLast.Text = "Last: " + Application["last"];
    }
}
