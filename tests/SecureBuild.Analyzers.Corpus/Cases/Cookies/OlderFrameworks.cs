using System.Net;
using System.Net.Http.Headers;
using System.Web;
using System.Web.Http;
using System.Web.Mvc;
using System.Web.Security;
using System.Web.UI;
using Microsoft.Owin.Security.Cookies;
using Owin;

namespace Bank.Branch;

public class BranchPage : Page
{
    // [Bad CWE-614] a cookie for the sign-in without a word about transport
    protected void SignIn(object sender, EventArgs e)
    {
        var cookie = new HttpCookie("auth", Guid.NewGuid().ToString("N"));
        cookie.HttpOnly = true;
        cookie.Expires = DateTime.Now.AddMinutes(20);
        Response.Cookies.Add(cookie);
    }

    // [Good CWE-614] a cookie for the sign-in with both flags
    protected void SignInSafe(object sender, EventArgs e)
    {
        var cookie = new HttpCookie("auth", Guid.NewGuid().ToString("N"));
        cookie.HttpOnly = true;
        cookie.Secure = true;
        cookie.SameSite = SameSiteMode.Lax;
        Response.Cookies.Add(cookie);
    }

    // [Bad CWE-1004] scripts may read the ticket
    protected void Ticket(object sender, EventArgs e)
    {
        var ticket = new FormsAuthenticationTicket(1, User.Identity.Name, DateTime.Now, DateTime.Now.AddMinutes(30), false, "teller");
        var cookie = new HttpCookie(FormsAuthentication.FormsCookieName, FormsAuthentication.Encrypt(ticket)) { Secure = true };
        Response.Cookies.Add(cookie);
    }

    // [Good CWE-1004] scripts may not read the ticket
    protected void TicketSafe(object sender, EventArgs e)
    {
        var ticket = new FormsAuthenticationTicket(1, User.Identity.Name, DateTime.Now, DateTime.Now.AddMinutes(30), false, "teller");
        var cookie = new HttpCookie(FormsAuthentication.FormsCookieName, FormsAuthentication.Encrypt(ticket)) { Secure = true, HttpOnly = true };
        Response.SetCookie(cookie);
    }

    // [Bad CWE-614] the flag is taken back
    protected void Remember(object sender, EventArgs e)
    {
        var cookie = new HttpCookie("session-token", Session.SessionID) { HttpOnly = true, Secure = true };
        cookie.Secure = false;
        Response.AppendCookie(cookie);
    }
}

public static class CookieJar
{
    // [Good CWE-614] one place makes all cookies
    public static HttpCookie Make(string name, string value)
    {
        return new HttpCookie(name, value) { HttpOnly = true, Secure = true, Path = "/" };
    }
}

public class BranchController : Controller
{
    // [Good CWE-614] made by that place
    public ActionResult Enter()
    {
        Response.Cookies.Add(CookieJar.Make("token", Guid.NewGuid().ToString()));
        return RedirectToAction("Index");
    }

    // [Good CWE-614] emptied: nothing is in it that could be lost
    public ActionResult Leave()
    {
        Response.SetCookie(new HttpCookie("token") { Value = "", Expires = DateTime.UtcNow.AddDays(-1), HttpOnly = true });
        return RedirectToAction("Index");
    }
}

public class OwinStartup
{
    // [Bad CWE-614] OWIN: the authentication's cookie over any connection
    public void Configuration(IAppBuilder app)
    {
        app.UseCookieAuthentication(new CookieAuthenticationOptions
        {
            AuthenticationType = "ApplicationCookie",
            CookieSecure = CookieSecureOption.Never,
            CookieHttpOnly = true,
        });
    }

    // [Good CWE-614] OWIN: the authentication's cookie over TLS
    public void ConfigurationSafe(IAppBuilder app)
    {
        app.UseCookieAuthentication(new CookieAuthenticationOptions
        {
            AuthenticationType = "ApplicationCookie",
            CookieSecure = CookieSecureOption.Always,
            CookieHttpOnly = true,
        });
    }

    // [Bad CWE-1004] OWIN: scripts may read the authentication's cookie
    public void ConfigurationOpen(IAppBuilder app)
    {
        var options = new CookieAuthenticationOptions { AuthenticationType = "ApplicationCookie", CookieSecure = CookieSecureOption.Always };
        options.CookieHttpOnly = false;
        app.UseCookieAuthentication(options);
    }

    // [Bad CWE-614] OWIN: a cookie that is appended without options
    public void Middleware(IAppBuilder app)
    {
        app.Run(context =>
        {
            context.Response.Cookies.Append("auth_token", Guid.NewGuid().ToString());
            return Task.FromResult(0);
        });
    }

    // [Good CWE-614] OWIN: a cookie that is appended with options
    public void MiddlewareSafe(IAppBuilder app)
    {
        app.Run(context =>
        {
            context.Response.Cookies.Append("auth_token", Guid.NewGuid().ToString(), new Microsoft.Owin.CookieOptions { HttpOnly = true, Secure = true });
            return Task.FromResult(0);
        });
    }
}
