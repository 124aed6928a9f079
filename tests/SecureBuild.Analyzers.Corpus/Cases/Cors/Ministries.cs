using System;
using System.Linq;
using System.Web;
using System.Web.Http;
using System.Web.Http.Cors;

namespace Ministry.Open.Api
{
    public static class CorsConfig
    {
        // [Bad CWE-942] any site, with the user's cookies
        public static void Register(HttpConfiguration config)
        {
            var cors = new EnableCorsAttribute("*", "*", "*") { SupportsCredentials = true };
            config.EnableCors(cors);
        }

        // [Good CWE-942] the two sites of the ministry
        public static void RegisterOwn(HttpConfiguration config)
        {
            var cors = new EnableCorsAttribute("https://www.ministry.example,https://app.ministry.example", "accept,content-type", "GET,POST") { SupportsCredentials = true };
            config.EnableCors(cors);
        }
    }

    // [Bad CWE-942] who asks is who is allowed
    public class CorsModule : IHttpModule
    {
        public void Init(HttpApplication context)
        {
            context.BeginRequest += delegate
            {
                string origin = HttpContext.Current.Request.Headers["Origin"];
                if (!string.IsNullOrEmpty(origin))
                {
                    HttpContext.Current.Response.AppendHeader("Access-Control-Allow-Origin", origin);
                    HttpContext.Current.Response.AppendHeader("Access-Control-Allow-Credentials", "true");
                }
            };
        }

        public void Dispose()
        {
        }
    }

    // [Good CWE-942] who asks must be on the list
    public class ListedCorsModule : IHttpModule
    {
        private static readonly string[] Origins = { "https://www.ministry.example", "https://app.ministry.example" };

        public void Init(HttpApplication context)
        {
            context.BeginRequest += delegate
            {
                string origin = HttpContext.Current.Request.Headers["Origin"];
                if (Origins.Contains(origin, StringComparer.OrdinalIgnoreCase))
                {
                    HttpContext.Current.Response.AppendHeader("Access-Control-Allow-Origin", origin);
                    HttpContext.Current.Response.AppendHeader("Access-Control-Allow-Credentials", "true");
                }
            };
        }

        public void Dispose()
        {
        }
    }
}
