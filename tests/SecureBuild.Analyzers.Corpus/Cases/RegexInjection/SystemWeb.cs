using System.Text.RegularExpressions;
using System.Web;
using System.Web.Mvc;

namespace Legacy
{
    public class GrepController : Controller
    {
        // [Bad CWE-730] MVC 5
        public ActionResult Find(string pattern) => Content(new Regex(pattern).Matches(Server.MapPath("~/")).Count.ToString());

        // [Good CWE-730] MVC 5, escaped
        public ActionResult FindText(string text) => Content(new Regex(Regex.Escape(text)).Matches(Server.MapPath("~/")).Count.ToString());

        // [Bad CWE-730] Split by the client's pattern
        public ActionResult Split() => Json(Regex.Split("a,b;c", Request.QueryString["by"]));
    }

    // [Bad CWE-730] a handler
    public class GrepHandler : IHttpHandler
    {
        public bool IsReusable { get { return true; } }

        public void ProcessRequest(HttpContext context)
        {
            var match = Regex.Match("some text", context.Request.Form["pattern"], RegexOptions.Compiled);
            context.Response.StatusCode = match.Success ? 200 : 404;
        }
    }
}
