using System.Net.Mail;
using System.Web;
using System.Web.Mvc;
using System.Web.Services;
using System.Web.UI;
using Owin;

namespace Ticket.Office;

public class TicketPage : Page
{
    // [Bad CWE-113] the download's name in the content disposition
    protected void Download(object sender, EventArgs e)
    {
        Response.AppendHeader("Content-Disposition", "attachment; filename=" + Request.QueryString["name"]);
    }

    // [Good CWE-113] the download's name is encoded
    protected void DownloadSafe(object sender, EventArgs e)
    {
        Response.AppendHeader("Content-Disposition", "attachment; filename=" + HttpUtility.UrlEncode(Request.QueryString["name"]));
    }

    // [Bad CWE-113] a header by its name in the collection
    protected void Trace(object sender, EventArgs e)
    {
        Response.Headers["X-Trace"] = Request.Headers["X-Trace"];
    }

    // [Good CWE-113] line breaks are removed
    protected void TraceSafe(object sender, EventArgs e)
    {
        Response.Headers["X-Trace"] = (Request.Headers["X-Trace"] ?? "").Replace("\r", "").Replace("\n", "");
    }

    // [Bad CWE-113] a cookie's value
    protected void Language(object sender, EventArgs e)
    {
        Response.Cookies.Add(new HttpCookie("lang", Request["lang"]) { HttpOnly = true, Secure = true });
    }
}

// [Bad CWE-93] a web service sends mail with a subject of its caller
public class MailService : WebService
{
    [WebMethod]
    public void Ask(string from, string subject, string body)
    {
        var message = new MailMessage();
        message.From = new MailAddress("office@ticket.example");
        message.To.Add("desk@ticket.example");
        message.Headers.Add("X-Asked-By", from);
        message.Subject = "Question";
        message.Body = body;
        using (var client = new SmtpClient("mail.ticket.example"))
            client.Send(message);
    }
}

// [Bad CWE-113] OWIN: a response header
public class OwinHeader
{
    public void Configuration(IAppBuilder app)
    {
        app.Use((context, next) =>
        {
            context.Response.Headers.Set("X-Client", context.Request.Query["client"]);
            return next();
        });
    }
}

// [Good CWE-113] OWIN: a number as a response header
public class OwinHeaderSafe
{
    public void Configuration(IAppBuilder app)
    {
        app.Use((context, next) =>
        {
            int client;
            int.TryParse(context.Request.Query["client"], out client);
            context.Response.Headers.Set("X-Client", client.ToString());
            return next();
        });
    }
}
