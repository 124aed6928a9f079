// Cookies of the .NET Framework.
using System.Web;
using System.Web.UI;

namespace Corpus.Cookies.Framework;

// [Bad CWE-614] Secure is off
public class SignIn : Page
{
    protected void Page_Load(object sender, EventArgs e)
    {
        HttpCookie cookie = new HttpCookie("SecretMessage", "test");
        cookie.Secure = false;
        cookie.HttpOnly = true;
        Response.Cookies.Add(cookie);
    }
}

// [Good CWE-614] Secure is on
public class SignInGood : Page
{
    protected void Page_Load(object sender, EventArgs e)
    {
        HttpCookie cookie = new HttpCookie("SecretMessage", "test");
        cookie.Secure = true;
        cookie.HttpOnly = true;
        Response.Cookies.Add(cookie);
    }
}

// [Bad CWE-1004] HttpOnly is not set
public class Ticket : IHttpHandler
{
    public bool IsReusable { get { return false; } }

    public void ProcessRequest(HttpContext context)
    {
        var cookie = new HttpCookie("session_token", Guid.NewGuid().ToString("N")) { Secure = true, Path = "/" };
        context.Response.SetCookie(cookie);
    }
}

// [Good CWE-1004] HttpOnly by a helper
public class TicketGood : IHttpHandler
{
    public bool IsReusable { get { return false; } }

    static HttpCookie Protected(string name, string value)
    {
        var cookie = new HttpCookie(name, value);
        cookie.Secure = true;
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Strict;
        return cookie;
    }

    public void ProcessRequest(HttpContext context) => context.Response.SetCookie(Protected("session_token", Guid.NewGuid().ToString("N")));
}
