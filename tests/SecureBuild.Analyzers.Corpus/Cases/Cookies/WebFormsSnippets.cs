// Cookies of the .NET Framework.
using System.Web;
using System.Web.Mvc;
using System.Web.Security;
using System.Web.UI;

namespace Corpus.Cookies.WebFormsSnippets;

// [Bad CWE-614] a ticket in a plain cookie
public class LoginPage : Page
{
    protected void Page_Load(object sender, EventArgs e)
    {
        var cookie = new HttpCookie("AuthToken");
        cookie.Value = Guid.NewGuid().ToString("N");
        cookie.HttpOnly = true;
        Response.Cookies.Add(cookie);
    }
}

// [Good CWE-614] a ticket in a protected cookie
public class SafeLoginPage : Page
{
    protected void Page_Load(object sender, EventArgs e)
    {
        var cookie = new HttpCookie("AuthToken");
        cookie.Value = Session["ticket"] as string;
        cookie.HttpOnly = true;
        cookie.Secure = true;
        Response.Cookies.Add(cookie);
    }
}

// [Bad CWE-1004] a handler that sets it for scripts
public class TicketHandler : IHttpHandler
{
    public bool IsReusable => false;

    public void ProcessRequest(HttpContext context)
    {
        context.Response.Cookies.Set(new HttpCookie("session_id", context.Request["ticket"]) { Secure = true, HttpOnly = false });
    }
}

// [Good CWE-1004] a handler with a helper that sets both
public class SafeTicketHandler : IHttpHandler
{
    public bool IsReusable => false;

    public void ProcessRequest(HttpContext context)
    {
        var cookie = new HttpCookie("session_id", "1");
        Harden(cookie);
        context.Response.Cookies.Set(cookie);
    }

    static void Harden(HttpCookie cookie)
    {
        cookie.Secure = true;
        cookie.HttpOnly = true;
    }
}
