// Cookies of System.Web.
using System.Web;
using System.Web.Mvc;
using System.Web.Security;

namespace Corpus.Cookies.OldDrills;

public class AccountController : Controller
{
    // [Bad CWE-614] the ticket's cookie, made by hand
    [HttpPost]
    public ActionResult SignIn(string user)
    {
        var ticket = new FormsAuthenticationTicket(1, user, DateTime.Now, DateTime.Now.AddMinutes(30), false, "");
        var cookie = new HttpCookie(FormsAuthentication.FormsCookieName, FormsAuthentication.Encrypt(ticket));
        cookie.HttpOnly = true;
        Response.Cookies.Add(cookie);
        return RedirectToAction("Index");
    }

    // [Good CWE-614] the ticket's cookie, made by hand with all flags
    [HttpPost]
    public ActionResult SignInSafely(string user)
    {
        var ticket = new FormsAuthenticationTicket(1, user, DateTime.Now, DateTime.Now.AddMinutes(30), false, "");
        var cookie = new HttpCookie(FormsAuthentication.FormsCookieName, FormsAuthentication.Encrypt(ticket));
        cookie.HttpOnly = true;
        cookie.Secure = true;
        Response.Cookies.Add(cookie);
        return RedirectToAction("Index");
    }
}

// [Bad CWE-1004] a handler's cookie by the collection's indexer
public class Handler : IHttpHandler
{
    public bool IsReusable => true;

    public void ProcessRequest(HttpContext context)
    {
        var cookie = new HttpCookie("authToken") { Value = Guid.NewGuid().ToString("N"), Secure = true, Expires = DateTime.Now.AddDays(1) };
        context.Response.SetCookie(cookie);
    }
}

// [Good CWE-1004] a helper that makes all cookies of a site
public static class SiteCookies
{
    public static HttpCookie Make(string name, string value)
    {
        var cookie = new HttpCookie(name, value);
        cookie.Secure = cookie.HttpOnly = true;
        return cookie;
    }
}
