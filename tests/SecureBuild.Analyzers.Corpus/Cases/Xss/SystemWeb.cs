using System.Web;
using System.Web.Mvc;
using System.Web.Security.AntiXss;
using System.Web.UI;
using System.Web.UI.HtmlControls;
using System.Web.UI.WebControls;

namespace Legacy
{
    // [Bad CWE-79] Response.Write of the query
    public class HelloPage : Page
    {
        protected void Page_Load(object sender, EventArgs e) => Response.Write("<h1>" + Request.QueryString["name"] + "</h1>");
    }

    // [Good CWE-79] Response.Write, encoded
    public class HelloPageSafe : Page
    {
        protected void Page_Load(object sender, EventArgs e) => Response.Write("<h1>" + Server.HtmlEncode(Request.QueryString["name"]) + "</h1>");
    }

    // [Bad CWE-79] a label's text is not encoded
    public class LabelPage : Page
    {
        protected Label Message;
        protected TextBox Input;

        protected void Show_Click(object sender, EventArgs e) => Message.Text = "You wrote " + Input.Text;
    }

    // [Good CWE-79] a label's text, encoded
    public class LabelPageSafe : Page
    {
        protected Label Message;
        protected TextBox Input;

        protected void Show_Click(object sender, EventArgs e) => Message.Text = "You wrote " + HttpUtility.HtmlEncode(Input.Text);
    }

    // [Bad CWE-79] a literal, which does not encode by default
    public class LiteralPage : Page
    {
        protected Literal Out;

        protected void Page_Load(object sender, EventArgs e) => Out.Text = Request["text"];
    }

    // [Good CWE-79] a text box encodes what it shows
    public class BoxPage : Page
    {
        protected TextBox Box;

        protected void Page_Load(object sender, EventArgs e) => Box.Text = Request["text"];
    }

    // [Bad CWE-79] InnerHtml
    public class DivPage : Page
    {
        protected HtmlGenericControl Div;

        protected void Page_Load(object sender, EventArgs e) => Div.InnerHtml = "<i>" + Request.Form["text"] + "</i>";
    }

    // [Good CWE-79] InnerText encodes
    public class DivPageSafe : Page
    {
        protected HtmlGenericControl Div;

        protected void Page_Load(object sender, EventArgs e) => Div.InnerText = Request.Form["text"];
    }

    // [Bad CWE-79] a handler
    public class EchoHandler : IHttpHandler
    {
        public bool IsReusable { get { return true; } }

        public void ProcessRequest(HttpContext context)
        {
            context.Response.ContentType = "text/html";
            context.Response.Write(string.Format("<p>{0}</p>", context.Request.Params["text"]));
        }
    }

    // [Good CWE-79] a handler with AntiXssEncoder
    public class EchoHandlerSafe : IHttpHandler
    {
        public bool IsReusable { get { return true; } }

        public void ProcessRequest(HttpContext context)
        {
            context.Response.ContentType = "text/html";
            context.Response.Write(string.Format("<p>{0}</p>", AntiXssEncoder.HtmlEncode(context.Request.Params["text"], true)));
        }
    }

    // [Good CWE-79] a handler that answers with plain text
    public class PlainHandler : IHttpHandler
    {
        public bool IsReusable { get { return true; } }

        public void ProcessRequest(HttpContext context)
        {
            context.Response.ContentType = "text/plain";
            context.Response.Write("You said " + context.Request.Params["text"]);
        }
    }

    // [Bad CWE-79] a start-up script
    public class ScriptPage : Page
    {
        protected void Page_Load(object sender, EventArgs e) =>
            ClientScript.RegisterStartupScript(GetType(), "hello", "alert('" + Request.QueryString["name"] + "');", true);
    }

    public class HomeController : Controller
    {
        // [Bad CWE-79] MVC 5: Content is HTML by default
        public ActionResult Hello(string name) => Content("<b>" + name + "</b>");

        // [Good CWE-79] MVC 5: Content, encoded
        public ActionResult HelloEncoded(string name) => Content("<b>" + HttpUtility.HtmlEncode(name) + "</b>");

        // [Bad CWE-79] MVC 5: MvcHtmlString
        public ActionResult Raw(string text)
        {
            ViewBag.Text = MvcHtmlString.Create(text);
            return View();
        }

        // [Good CWE-79] MVC 5: the view bag holds plain text
        public ActionResult Plain(string text)
        {
            ViewBag.Text = text;
            return View();
        }

        // [Bad CWE-79] MVC 5: Response.Write
        public void Write() => Response.Write("<i>" + Request.Cookies["nick"].Value + "</i>");

        // [Good CWE-79] MVC 5: a number
        public void WriteNumber(int number) => Response.Write("<i>" + number + "</i>");
    }
}
