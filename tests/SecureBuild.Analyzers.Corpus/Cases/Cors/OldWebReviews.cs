// Origins in the .NET Framework.
using System.Web;

namespace Corpus.Cors.OldWebReviews;

// [Bad CWE-942] a module answers everybody
public class CorsModule : IHttpModule
{
    public void Init(HttpApplication context) => context.BeginRequest += (sender, e) =>
    {
        var response = HttpContext.Current.Response;
        response.AddHeader("Access-Control-Allow-Origin", "*");
        response.AddHeader("Access-Control-Allow-Headers", "*");
    };

    public void Dispose() { }
}

// [Good CWE-942] a module answers one site
public class SiteModule : IHttpModule
{
    public void Init(HttpApplication context) => context.BeginRequest += (sender, e) =>
    {
        var response = HttpContext.Current.Response;
        response.AddHeader("Access-Control-Allow-Origin", "https://shop.example.org");
    };

    public void Dispose() { }
}

// [Bad CWE-942] a handler repeats the origin
public class EchoHandler : IHttpHandler
{
    public bool IsReusable => true;

    public void ProcessRequest(HttpContext context)
    {
        string origin = context.Request.Headers["Origin"];
        if (origin != null)
            context.Response.AppendHeader("Access-Control-Allow-Origin", origin);
        context.Response.AppendHeader("Access-Control-Allow-Credentials", "true");
        context.Response.Write("{}");
    }
}

// [Good CWE-942] a handler repeats the origin if it is ours
public class SafeEchoHandler : IHttpHandler
{
    public bool IsReusable => true;

    public void ProcessRequest(HttpContext context)
    {
        string origin = context.Request.Headers["Origin"];
        switch (origin)
        {
            case "https://shop.example.org":
            case "https://www.example.org":
                context.Response.AppendHeader("Access-Control-Allow-Origin", origin);
                context.Response.AppendHeader("Access-Control-Allow-Credentials", "true");
                break;
        }
        context.Response.Write("{}");
    }
}
