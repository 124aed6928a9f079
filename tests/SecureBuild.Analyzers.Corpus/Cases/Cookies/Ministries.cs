using System;
using System.Web;
using System.Web.Mvc;
using System.Web.Security;

namespace Ministry.Portal.Web
{
    public static class CookieManager
    {
        // [Bad CWE-614] the ticket travels without TLS too, and scripts can read it
        public static void SignIn(string userName, string userData)
        {
            var ticket = new FormsAuthenticationTicket(1, userName, DateTime.Now, DateTime.Now.AddMinutes(20), false, userData);
            var cookie = new HttpCookie(FormsAuthentication.FormsCookieName);
            cookie.Value = FormsAuthentication.Encrypt(ticket);
            cookie.Path = "/";
            HttpContext.Current.Response.Cookies.Add(cookie);
        }

        // [Good CWE-614] both flags
        public static void SignInSecurely(string userName, string userData)
        {
            var ticket = new FormsAuthenticationTicket(1, userName, DateTime.Now, DateTime.Now.AddMinutes(20), false, userData);
            var cookie = new HttpCookie(FormsAuthentication.FormsCookieName);
            cookie.Value = FormsAuthentication.Encrypt(ticket);
            cookie.Path = "/";
            cookie.HttpOnly = true;
            cookie.Secure = true;
            HttpContext.Current.Response.Cookies.Add(cookie);
        }

        // [Bad CWE-614] off when the site is called over HTTP, behind the balancer always
        public static void WriteSession(string sessionId)
        {
            Write(new HttpCookie("SessionRef", sessionId) { Secure = false, HttpOnly = true });
        }

        // [Good CWE-614] the site's own writer sets the flags for all
        public static void WriteReference(string reference)
        {
            Write(new HttpCookie("UserRef", reference));
        }

        private static void Write(HttpCookie cookie)
        {
            if (cookie.Name != "SessionRef")
            {
                cookie.Secure = true;
                cookie.HttpOnly = true;
            }
            HttpContext.Current.Response.SetCookie(cookie);
        }
    }

    public abstract class PortalController : Controller
    {
        // [Bad CWE-1004] the token of the user for scripts to take
        protected void Remember(string token)
        {
            HttpCookie cookie = Request.Cookies["AuthToken"] ?? new HttpCookie("AuthToken");
            cookie.Value = token;
            cookie.Secure = true;
            cookie.HttpOnly = false;
            cookie.Expires = DateTime.Now.AddDays(30);
            Response.Cookies.Set(cookie);
        }

        // [Good CWE-1004] a token that has gone
        protected void Forget()
        {
            var cookie = new HttpCookie("AuthToken", string.Empty);
            cookie.Secure = true;
            cookie.HttpOnly = true;
            cookie.Expires = DateTime.Now.AddDays(-1);
            Response.Cookies.Set(cookie);
        }
    }
}
