// Cookies of the .NET Framework, as reviewers meet them.
using System.Web;
using System.Web.Mvc;
using System.Web.UI;

namespace Corpus.Cookies.OldWebReviews;

// [Bad CWE-614] a method that writes cookies for others
public static class CookieWriter
{
    public static void Write(HttpResponseBase response, string name, string value)
    {
        var cookie = new HttpCookie(name, value) { Expires = DateTime.Now.AddHours(8) };
        response.Cookies.Add(cookie);
    }
}

// [same case]
public class SignInController : Controller
{
    [HttpPost, ValidateAntiForgeryToken]
    public ActionResult SignIn(string user)
    {
        CookieWriter.Write(Response, "auth_ticket", user);
        return RedirectToAction("Index");
    }
}

// [Good CWE-614] a method that writes protected cookies for others
public static class SafeCookieWriter
{
    public static void Write(HttpResponseBase response, string name, string value)
    {
        var cookie = new HttpCookie(name, value) { Expires = DateTime.Now.AddHours(8) };
        cookie.Secure = true;
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Lax;
        response.Cookies.Add(cookie);
    }
}

// [Bad CWE-1004] by AppendCookie
public class BasketPage : Page
{
    protected void Page_Load(object sender, EventArgs e)
    {
        HttpCookie cookie = new HttpCookie("SessionToken", Session["token"] as string);
        cookie.Secure = true;
        Response.Cookies.Set(cookie);
    }
}

// [Good CWE-1004] a cookie that ends
public class LogoutPage : Page
{
    protected void Page_Load(object sender, EventArgs e)
    {
        var cookie = new HttpCookie("SessionToken", "");
        cookie.Expires = DateTime.Now.AddDays(-1);
        Response.Cookies.Add(cookie);
    }
}
