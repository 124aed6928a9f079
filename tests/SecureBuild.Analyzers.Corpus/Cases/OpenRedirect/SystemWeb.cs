using System.Web;
using System.Web.Http;
using System.Web.Mvc;
using System.Web.UI;

namespace Legacy
{
    // [Bad CWE-601] Response.Redirect of the query
    public class LoginPage : Page
    {
        protected void Page_Load(object sender, EventArgs e) => Response.Redirect(Request.QueryString["ReturnUrl"]);
    }

    // [Good CWE-601] Response.Redirect to a page of the site
    public class LoginPageSafe : Page
    {
        protected void Page_Load(object sender, EventArgs e) => Response.Redirect("~/Default.aspx?from=" + Server.UrlEncode(Request.QueryString["from"]));
    }

    // [Bad CWE-601] a handler and AddHeader
    public class GoHandler : IHttpHandler
    {
        public bool IsReusable { get { return true; } }

        public void ProcessRequest(HttpContext context)
        {
            context.Response.StatusCode = 302;
            context.Response.AddHeader("Location", context.Request["u"]);
        }
    }

    // [Good CWE-601] a handler with the page's number
    public class GoHandlerSafe : IHttpHandler
    {
        public bool IsReusable { get { return true; } }

        public void ProcessRequest(HttpContext context)
        {
            context.Response.StatusCode = 302;
            context.Response.AddHeader("Location", "/page/" + int.Parse(context.Request["p"]));
        }
    }

    public class AccountController : Controller
    {
        // [Bad CWE-601] MVC 5
        public ActionResult LogOn(string returnUrl) => Redirect(returnUrl);

        // [Good CWE-601] MVC 5 with IsLocalUrl
        public ActionResult LogOnChecked(string returnUrl)
        {
            if (Url.IsLocalUrl(returnUrl))
            {
                return Redirect(returnUrl);
            }
            return RedirectToAction("Index", "Home");
        }

        // [Bad CWE-601] MVC 5: only the length is checked
        public ActionResult LogOnLength(string returnUrl)
        {
            if (returnUrl != null && returnUrl.Length < 200)
                return new RedirectResult(returnUrl);
            return RedirectToAction("Index");
        }
    }

    public class LinksController : ApiController
    {
        // [Bad CWE-601] Web API
        public IHttpActionResult Get([FromUri] string url) => Redirect(url);

        // [Good CWE-601] Web API with a constant
        public IHttpActionResult GetDocs([FromUri] string url) => Redirect("https://docs.example.com/");
    }
}
