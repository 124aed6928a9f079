// Web Forms, handlers and MVC 5.
using System.Text;
using System.Web;
using System.Web.Mvc;
using System.Web.UI;
using System.Web.UI.WebControls;

namespace Corpus.Xss.QuaysWeb
{
    // [Bad CWE-79] what a post put into the view's bag as markup
    public class NewsController : Controller
    {
        [HttpPost]
        public ActionResult Preview(FormCollection form)
        {
            var builder = new StringBuilder();
            foreach (string key in form)
                builder.AppendFormat("<dt>{0}</dt><dd>{1}</dd>", HttpUtility.HtmlEncode(key), form[key]);
            ViewBag.Preview = new MvcHtmlString("<dl>" + builder + "</dl>");
            return View();
        }
    }

    // [Good CWE-79] keys and values are encoded
    public class SafeNewsController : Controller
    {
        [HttpPost]
        public ActionResult Preview(FormCollection form)
        {
            var builder = new StringBuilder();
            foreach (string key in form)
                builder.AppendFormat("<dt>{0}</dt><dd>{1}</dd>", HttpUtility.HtmlEncode(key), HttpUtility.HtmlEncode(form[key]));
            ViewBag.Preview = new MvcHtmlString("<dl>" + builder + "</dl>");
            return View();
        }
    }

    // [Bad CWE-79] a control renders its property
    public class GreetingControl : Control
    {
        public string Greeting { get; set; }

        protected override void Render(HtmlTextWriter writer)
        {
            writer.Write("<p>" + Greeting + "</p>");
        }
    }

    // [same case]
    public class GreetingPage : Page
    {
        protected GreetingControl greeting = new GreetingControl();

        protected void Page_Load(object sender, EventArgs e)
        {
            greeting.Greeting = Request.QueryString["name"];
        }
    }

    // [Good CWE-79] a control renders its property encoded
    public class SafeGreetingControl : Control
    {
        public string Greeting { get; set; }

        protected override void Render(HtmlTextWriter writer)
        {
            writer.Write("<p>" + HttpUtility.HtmlEncode(Greeting) + "</p>");
        }
    }

    // [same case]
    public class SafeGreetingPage : Page
    {
        protected SafeGreetingControl greeting = new SafeGreetingControl();

        protected void Page_Load(object sender, EventArgs e)
        {
            greeting.Greeting = Request.QueryString["name"];
        }
    }

    // [Bad CWE-79] a message kept in the session, shown by another handler
    public class SaveHandler : IHttpHandler
    {
        public bool IsReusable { get { return false; } }

        public void ProcessRequest(HttpContext context)
        {
            context.Session["notice"] = "Saved " + context.Request.Form["title"];
            context.Response.ContentType = "text/html";
            context.Response.Write((string)context.Session["notice"]);
        }
    }

    // [Good CWE-79] a number kept in the session
    public class CountHandler : IHttpHandler
    {
        public bool IsReusable { get { return false; } }

        public void ProcessRequest(HttpContext context)
        {
            context.Session["count"] = int.Parse(context.Request.Form["count"]);
            context.Response.ContentType = "text/html";
            context.Response.Write("<b>" + context.Session["count"] + "</b>");
        }
    }
}
