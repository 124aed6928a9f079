// Headers, cookies and mails of a town's permit office.
using System.Net.Mail;
using System.Web;
using System.Web.UI;
using System.Web.UI.WebControls;

namespace Corpus.HeaderInjection.Counters
{
    // [Bad CWE-113] the name for the download comes from the query string
    public class ExportHandler : IHttpHandler
    {
        public bool IsReusable { get { return true; } }

        public void ProcessRequest(HttpContext context)
        {
            string name = context.Request.QueryString["name"] ?? "export";
            context.Response.ContentType = "text/csv";
            context.Response.AddHeader("Content-Disposition", "attachment; filename=" + name + ".csv");
            context.Response.Write("a;b;c");
        }
    }

    // [Good CWE-113] line breaks are taken out
    public class SafeExportHandler : IHttpHandler
    {
        public bool IsReusable { get { return true; } }

        private static string OneLine(string value)
        {
            return value.Replace("\r", string.Empty).Replace("\n", string.Empty);
        }

        public void ProcessRequest(HttpContext context)
        {
            string name = OneLine(context.Request.QueryString["name"] ?? "export");
            context.Response.ContentType = "text/csv";
            context.Response.AddHeader("Content-Disposition", "attachment; filename=\"" + name + ".csv\"");
            context.Response.Write("a;b;c");
        }
    }

    // [Bad CWE-113] a cookie with the value of a text box
    public class PreferencesPage : Page
    {
        protected TextBox txtSignature;

        protected void btnSave_Click(object sender, EventArgs e)
        {
            HttpCookie cookie = new HttpCookie("signature");
            cookie.Value = txtSignature.Text;
            cookie.HttpOnly = true;
            cookie.Secure = true;
            cookie.Expires = DateTime.Now.AddDays(30);
            Response.Cookies.Add(cookie);
        }
    }

    // [Good CWE-113] the cookie's value is encoded
    public class ThemePage : Page
    {
        protected TextBox txtSignature;

        protected void btnSave_Click(object sender, EventArgs e)
        {
            HttpCookie cookie = new HttpCookie("signature", Server.UrlEncode(txtSignature.Text));
            cookie.HttpOnly = true;
            cookie.Secure = true;
            Response.Cookies.Add(cookie);
        }
    }
}
