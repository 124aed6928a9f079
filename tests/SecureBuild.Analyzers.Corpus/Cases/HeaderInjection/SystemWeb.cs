using System.Net.Mail;
using System.Web;
using System.Web.Mvc;

namespace Legacy
{
    public class PrefsController : Controller
    {
        // [Bad CWE-113] a header's value
        public ActionResult Header(string lang)
        {
            Response.AddHeader("X-Language", lang);
            return View();
        }

        // [Good CWE-113] a header's value, encoded
        public ActionResult HeaderEncoded(string lang)
        {
            Response.AddHeader("X-Language", HttpUtility.UrlEncode(lang));
            return View();
        }

        // [Good CWE-113] a header's value, without line breaks
        public ActionResult HeaderClean(string lang)
        {
            Response.AddHeader("X-Language", lang.Replace("\r", "").Replace("\n", ""));
            return View();
        }

        // [Good CWE-113] a header's value, one of two
        public ActionResult HeaderKnown(string lang)
        {
            Response.AppendHeader("X-Language", lang == "ja" ? "ja" : "en");
            return View();
        }

        // [Bad CWE-113] a header's name
        public ActionResult Name(string name)
        {
            Response.AppendHeader(name, "1");
            return View();
        }
    }

    // [Bad CWE-113] a download's name
    public class ExportHandler : IHttpHandler
    {
        public bool IsReusable { get { return true; } }

        public void ProcessRequest(HttpContext context) =>
            context.Response.AppendHeader("Content-Disposition", "attachment; filename=" + context.Request.QueryString["name"]);
    }

    // [Good CWE-113] a download's name with the date
    public class ExportHandlerSafe : IHttpHandler
    {
        public bool IsReusable { get { return true; } }

        public void ProcessRequest(HttpContext context) =>
            context.Response.AppendHeader("Content-Disposition", "attachment; filename=export-" + DateTime.UtcNow.ToString("yyyyMMdd") + ".csv");
    }

    // [Bad CWE-93] a mail's header
    public class ContactHandler : IHttpHandler
    {
        public bool IsReusable { get { return true; } }

        public void ProcessRequest(HttpContext context)
        {
            var mail = new MailMessage("shop@example.com", "sales@example.com");
            mail.Headers.Add("Reply-To", context.Request.Form["mail"]);
            new SmtpClient("localhost").Send(mail);
        }
    }
}
