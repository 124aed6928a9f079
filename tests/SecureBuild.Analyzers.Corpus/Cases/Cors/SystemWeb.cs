using System.Web;
using System.Web.Mvc;

namespace Legacy
{
    // [Bad CWE-942] a handler for all
    public class FeedHandler : IHttpHandler
    {
        public bool IsReusable { get { return true; } }

        public void ProcessRequest(HttpContext context)
        {
            context.Response.AppendHeader("Access-Control-Allow-Origin", "*");
            context.Response.Write("[]");
        }
    }

    // [Good CWE-942] a handler for one
    public class PartnerFeedHandler : IHttpHandler
    {
        public bool IsReusable { get { return true; } }

        public void ProcessRequest(HttpContext context)
        {
            context.Response.AppendHeader("Access-Control-Allow-Origin", "https://partner.example");
            context.Response.Write("[]");
        }
    }

    public class RatesController : Controller
    {
        // [Bad CWE-346] the origin of the request comes back
        public ActionResult Today()
        {
            Response.AddHeader("Access-Control-Allow-Origin", Request.Headers["Origin"]);
            Response.AddHeader("Access-Control-Allow-Credentials", "true");
            return Json(new { Eur = 1.0 });
        }

        // [Good CWE-346] no header at all
        public ActionResult Yesterday()
        {
            return Json(new { Eur = 1.0 });
        }
    }
}
