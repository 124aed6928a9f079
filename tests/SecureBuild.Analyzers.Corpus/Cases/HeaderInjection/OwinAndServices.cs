using System.ServiceModel;
using System.ServiceModel.Web;
using System.Web;
using System.Web.Http;
using System.Web.Mvc;
using System.Web.UI;
using Owin;

namespace Ferry.Headers;

public class FerryController : Controller
{
    // [Bad CWE-113] MVC: the download's name by hand
    public ActionResult Ticket(string name)
    {
        Response.AddHeader("Content-Disposition", "attachment; filename=" + name);
        return Content("ticket", "text/plain");
    }

    // [Good CWE-113] MVC: a number in the download's name
    public ActionResult TicketNumber(int number)
    {
        Response.AddHeader("Content-Disposition", "attachment; filename=ticket" + number + ".txt");
        return Content("ticket", "text/plain");
    }

    // [Bad CWE-113] MVC: the status's description
    public ActionResult Fail(string reason)
    {
        Response.AppendHeader("X-Reason", reason.Trim());
        return new HttpStatusCodeResult(400);
    }
}

// [Bad CWE-113] WCF: a header of the outgoing response
[ServiceContract]
public class FerryService
{
    [OperationContract, WebGet(UriTemplate = "/port/{name}")]
    public int Port(string name)
    {
        WebOperationContext.Current.OutgoingResponse.Headers.Add("X-Port", name);
        return 1;
    }
}

// [Good CWE-113] WCF: a header of the outgoing response with a constant
[ServiceContract]
public class FerryServiceSafe
{
    [OperationContract, WebGet(UriTemplate = "/port/{name}")]
    public int Port(string name)
    {
        WebOperationContext.Current.OutgoingResponse.Headers.Add("X-Port", name == "north" ? "north" : "south");
        return 1;
    }
}

// [Bad CWE-113] OWIN: a cookie's value
public class FerryStartup
{
    public void Configuration(IAppBuilder app)
    {
        app.Run(context =>
        {
            context.Response.Cookies.Append("port", context.Request.Query["port"], new Microsoft.Owin.CookieOptions { HttpOnly = true, Secure = true });
            return context.Response.WriteAsync("ok");
        });
    }
}

// [Good CWE-113] OWIN: a cookie's value, escaped
public class FerryStartupSafe
{
    public void Configuration(IAppBuilder app)
    {
        app.Run(context =>
        {
            context.Response.Cookies.Append("port", Uri.EscapeDataString(context.Request.Query["port"]), new Microsoft.Owin.CookieOptions { HttpOnly = true, Secure = true });
            return context.Response.WriteAsync("ok");
        });
    }
}

// [Bad CWE-113] OWIN: a header by its name
public class FerryMiddleware : Microsoft.Owin.OwinMiddleware
{
    public FerryMiddleware(Microsoft.Owin.OwinMiddleware next) : base(next) { }

    public override Task Invoke(Microsoft.Owin.IOwinContext context)
    {
        context.Response.Headers["X-Trip"] = context.Request.Headers["X-Trip"];
        return Next.Invoke(context);
    }
}
