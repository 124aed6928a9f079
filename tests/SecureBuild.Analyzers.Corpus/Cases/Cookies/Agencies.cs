using System;
using System.Web;
using System.Web.Mvc;
using System.Web.Security;

namespace Agency.Vehicles.Session
{
    public static class SessionCookies
    {
        // [Bad CWE-614] the cookie of the response is made by naming it
        public static void Start(string sessionToken)
        {
            HttpContext.Current.Response.Cookies["SessionToken"].Value = sessionToken;
            HttpContext.Current.Response.Cookies["SessionToken"].HttpOnly = true;
            HttpContext.Current.Response.Cookies["SessionToken"].Secure = false;
        }

        // [Good CWE-614] the same with both flags
        public static void StartSecurely(string sessionToken)
        {
            HttpContext.Current.Response.Cookies["SessionToken"].Value = sessionToken;
            HttpContext.Current.Response.Cookies["SessionToken"].HttpOnly = true;
            HttpContext.Current.Response.Cookies["SessionToken"].Secure = true;
        }
    }

    public class TicketModule : IHttpModule
    {
        public void Init(HttpApplication context)
        {
            context.EndRequest += OnEnd;
        }

        // [Bad CWE-614] the module renews the ticket and forgets its flags
        private static void OnEnd(object sender, EventArgs e)
        {
            var application = (HttpApplication)sender;
            HttpCookie old = application.Request.Cookies[FormsAuthentication.FormsCookieName];
            if (old == null)
                return;
            FormsAuthenticationTicket ticket = FormsAuthentication.Decrypt(old.Value);
            var renewed = new HttpCookie(FormsAuthentication.FormsCookieName, FormsAuthentication.Encrypt(ticket)) { Expires = DateTime.Now.AddHours(1) };
            application.Response.AppendCookie(renewed);
        }

        // [Good CWE-614] the module signs out
        private static void OnSignOut(object sender, EventArgs e)
        {
            var application = (HttpApplication)sender;
            var gone = new HttpCookie(FormsAuthentication.FormsCookieName, "") { Expires = new DateTime(1999, 1, 1), Secure = true, HttpOnly = true };
            application.Response.AppendCookie(gone);
        }

        public void Dispose()
        {
        }
    }
}
