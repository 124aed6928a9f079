// Headers of the .NET Framework's answers.
using System.Web;
using System.Web.Mvc;
using System.Web.UI;

namespace Corpus.HeaderInjection.Framework;

// [Bad CWE-113] a header with the parameter
public class AddHeader
{
    public void Bad(HttpRequest req, HttpResponse resp)
    {
        string data = req.Params["name"];
        if (data != null)
            resp.AddHeader("Location", "/author.aspx?lang=" + data);
    }
}

// [Good CWE-113] a header with the encoded parameter
public class AddHeaderGood
{
    public void GoodB2G(HttpRequest req, HttpResponse resp)
    {
        string data = req.Params["name"];
        if (data != null)
        {
            data = HttpUtility.UrlEncode(data, System.Text.Encoding.UTF8);
            resp.AddHeader("Location", "/author.aspx?lang=" + data);
        }
    }
}

// [Bad CWE-113] a cookie with the parameter
public class AddCookie
{
    public void Bad(HttpRequest req, HttpResponse resp)
    {
        string data = req.QueryString["lang"];
        HttpCookie cookie = new HttpCookie("lang", data) { Secure = true, HttpOnly = true };
        resp.AppendHeader("Set-Cookie", "lang=" + data);
        resp.Cookies.Add(cookie);
    }
}

// [Good CWE-113] a cookie with a constant
public class AddCookieGood
{
    public void GoodG2B(HttpRequest req, HttpResponse resp)
    {
        string data = req.QueryString["lang"] == "en" ? "en" : "de";
        HttpCookie cookie = new HttpCookie("lang", data) { Secure = true, HttpOnly = true };
        resp.Cookies.Add(cookie);
    }
}

// [Bad CWE-113] the file's name in the disposition
public class ExportController : Controller
{
    public ActionResult Export(string name)
    {
        Response.AppendHeader("Content-Disposition", "attachment; filename=" + name + ".csv");
        return Content("a;b", "text/csv");
    }
}

// [Good CWE-113] line ends are taken out
public class ExportGoodController : Controller
{
    public ActionResult Export(string name)
    {
        string clean = name.Replace("\r", string.Empty).Replace("\n", string.Empty);
        Response.AppendHeader("X-Export", clean);
        return Content("a;b", "text/csv");
    }
}
