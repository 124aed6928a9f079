using System.Web;
using System.Web.Mvc;

namespace Legacy
{
    public class CookiesController : Controller
    {
        // [Bad CWE-113] a cookie's value
        public ActionResult Set(string lang)
        {
            Response.Cookies.Add(new HttpCookie("lang", lang) { Secure = true, HttpOnly = true });
            return View();
        }

        // [Good CWE-113] a cookie's value, encoded
        public ActionResult SetEncoded(string lang)
        {
            Response.Cookies.Add(new HttpCookie("lang", HttpUtility.UrlEncode(lang)) { Secure = true, HttpOnly = true });
            return View();
        }

        // [Bad CWE-113] a cookie's value by property
        public ActionResult Property()
        {
            var cookie = new HttpCookie("theme") { Secure = true, HttpOnly = true };
            cookie.Value = Request.QueryString["theme"];
            Response.SetCookie(cookie);
            return View();
        }

        // [Good CWE-113] a cookie's value, one of two
        public ActionResult Known()
        {
            var cookie = new HttpCookie("theme") { Secure = true, HttpOnly = true };
            cookie.Value = Request.QueryString["theme"] == "dark" ? "dark" : "light";
            Response.SetCookie(cookie);
            return View();
        }
    }
}
