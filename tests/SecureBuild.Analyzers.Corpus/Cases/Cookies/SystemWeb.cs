using System;
using System.Web;
using System.Web.Mvc;

namespace Legacy
{
    public class BasketController : Controller
    {
        // [Bad CWE-614] neither flag
        public ActionResult Create()
        {
            Response.Cookies.Add(new HttpCookie("basket", Guid.NewGuid().ToString()));
            return View();
        }

        // [Good CWE-614] both flags
        public ActionResult CreateSafely()
        {
            Response.Cookies.Add(new HttpCookie("basket", Guid.NewGuid().ToString()) { Secure = true, HttpOnly = true, SameSite = SameSiteMode.Lax });
            return View();
        }

        // [Bad CWE-1004] one flag is off
        public ActionResult Auth(string ticket)
        {
            var cookie = new HttpCookie("auth", ticket);
            cookie.Secure = true;
            cookie.HttpOnly = false;
            Response.SetCookie(cookie);
            return View();
        }

        // [Good CWE-1004] the flags are set one by one
        public ActionResult AuthSafely(string ticket)
        {
            var cookie = new HttpCookie("auth", ticket);
            cookie.Secure = true;
            cookie.HttpOnly = true;
            cookie.SameSite = SameSiteMode.Strict;
            Response.SetCookie(cookie);
            return View();
        }

        // [Good CWE-614] a cookie is taken away
        public ActionResult Logout()
        {
            var cookie = new HttpCookie("auth", "") { Expires = DateTime.Now.AddDays(-1), Secure = true, HttpOnly = true };
            Response.Cookies.Set(cookie);
            return RedirectToAction("Index");
        }

        // [Bad CWE-614] a method of the class makes it
        public ActionResult Remember(string user)
        {
            Response.Cookies.Add(Make("remember", user));
            return View();

            HttpCookie Make(string name, string value)
            {
                return new HttpCookie(name, value) { HttpOnly = true, Secure = false, Expires = DateTime.Now.AddMonths(1) };
            }
        }
    }
}
