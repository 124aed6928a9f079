using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;

namespace Pages;

public class GreetingController(HtmlEncoder encoder, UrlEncoder urls, JavaScriptEncoder scripts) : Controller
{
    // [Bad CWE-79] the name is written into HTML
    public IActionResult Hello(string name) => Content("<h1>Hello " + name + "</h1>", "text/html");

    // [Good CWE-79] the name is encoded
    public IActionResult HelloEncoded(string name) => Content("<h1>Hello " + WebUtility.HtmlEncode(name) + "</h1>", "text/html");

    // [Good CWE-79] plain text is not run by a browser
    public IActionResult HelloPlain(string name) => Content("Hello " + name, "text/plain");

    // [Good CWE-79] Content without a type is plain text
    public IActionResult HelloDefault(string name) => Content("Hello " + name);

    // [Bad CWE-79] a ContentResult of type text/html
    public IActionResult Result(string message) => new ContentResult { ContentType = "text/html; charset=utf-8", Content = $"<p>{message}</p>" };

    // [Good CWE-79] a ContentResult of type JSON
    public IActionResult ResultJson(string message) =>
        new ContentResult { ContentType = "application/json", Content = System.Text.Json.JsonSerializer.Serialize(new { message }) };

    // [Bad CWE-79] written to the response
    public async Task Write(string text)
    {
        Response.ContentType = "text/html";
        await Response.WriteAsync("<div>" + text + "</div>");
    }

    // [Good CWE-79] written to the response after encoding by the injected encoder
    public async Task WriteEncoded(string text)
    {
        Response.ContentType = "text/html";
        await Response.WriteAsync("<div>" + encoder.Encode(text) + "</div>");
    }

    // [Bad CWE-79] URL encoding the wrong variable
    public async Task WriteWrong(string text, string link)
    {
        Response.ContentType = "text/html";
        var encoded = urls.Encode(link);
        await Response.WriteAsync("<a href='/x?l=" + encoded + "'>" + text + "</a>");
    }

    // [Good CWE-79] URL-encoded in an attribute of a link
    public async Task WriteLink(string term)
    {
        Response.ContentType = "text/html";
        await Response.WriteAsync("<a href=\"/search?q=" + urls.Encode(term) + "\">again</a>");
    }

    // [Bad CWE-79] bytes of the page
    public async Task WriteBytes(string title)
    {
        Response.ContentType = "text/html";
        var bytes = Encoding.UTF8.GetBytes("<title>" + title + "</title>");
        await Response.Body.WriteAsync(bytes);
    }

    // [Bad CWE-79] HtmlString says the text is HTML already
    public IActionResult Raw(string bio)
    {
        ViewData["Bio"] = new HtmlString(bio);
        return View();
    }

    // [Good CWE-79] the view encodes plain text
    public IActionResult Encoded(string bio)
    {
        ViewData["Bio"] = bio;
        return View();
    }

    // [Good CWE-79] HtmlString over encoded text
    public IActionResult RawEncoded(string bio)
    {
        ViewData["Bio"] = new HtmlString("<b>" + HtmlEncoder.Default.Encode(bio) + "</b>");
        return View();
    }

    // [Bad CWE-79] AppendHtml
    public IHtmlContent Builder(string item)
    {
        var builder = new HtmlContentBuilder();
        builder.AppendHtml("<li>").AppendHtml(item).AppendHtml("</li>");
        return builder;
    }

    // [Good CWE-79] Append encodes
    public IHtmlContent BuilderAppend(string item)
    {
        var builder = new HtmlContentBuilder();
        builder.AppendHtml("<li>").Append(item).AppendHtml("</li>");
        return builder;
    }

    // [Bad CWE-79] StringBuilder makes the page
    public ContentResult Table([FromQuery] string[] rows)
    {
        var html = new StringBuilder("<table>");
        foreach (var row in rows)
            html.Append("<tr><td>").Append(row).Append("</td></tr>");
        return Content(html.Append("</table>").ToString(), "text/html");
    }

    // [Good CWE-79] StringBuilder with encoded cells
    public ContentResult TableEncoded([FromQuery] string[] rows)
    {
        var html = new StringBuilder("<table>");
        foreach (var row in rows)
            html.Append("<tr><td>").Append(WebUtility.HtmlEncode(row)).Append("</td></tr>");
        return Content(html.Append("</table>").ToString(), "text/html");
    }

    // [Good CWE-79] numbers in the page
    public ContentResult Sum(int a, int b) => Content($"<p>{a} + {b} = {a + b}</p>", "text/html");

    // [Bad CWE-79] encoded, then decoded again
    public ContentResult Decoded(string text)
    {
        var encoded = WebUtility.HtmlEncode(text);
        var plain = WebUtility.HtmlDecode(encoded);
        return Content("<p>" + plain + "</p>", "text/html");
    }

    // [Bad CWE-79] only the script tag is removed
    public ContentResult Stripped(string text) => Content("<p>" + text.Replace("<script>", "") + "</p>", "text/html");

    // [Good CWE-79] overwritten in the end
    public ContentResult Overwritten(string text)
    {
        var shown = text;
        shown = "Thank you";
        return Content("<p>" + shown + "</p>", "text/html");
    }

    // [Bad CWE-79] a cookie
    public ContentResult Theme() => Content("<body class='" + Request.Cookies["theme"] + "'>", "text/html");

    // [Good CWE-79] a cookie that must be one of two words
    public ContentResult KnownTheme()
    {
        var theme = Request.Cookies["theme"];
        if (theme != "dark" && theme != "light")
            theme = "light";
        return Content("<body class='" + theme + "'>", "text/html");
    }

    // [Bad CWE-79] into a script without encoding
    public ContentResult Script(string user) => Content("<script>var user = '" + user + "';</script>", "text/html");

    // [Good CWE-79] into a script, encoded for script
    public ContentResult ScriptEncoded(string user) => Content("<script>var user = '" + scripts.Encode(user) + "';</script>", "text/html");

    // [Good CWE-79] parsed as a date
    public ContentResult Day(string day) => Content("<p>" + DateTime.Parse(day).ToString("d") + "</p>", "text/html");

    // [Bad CWE-79] svg runs script, too
    public ContentResult Badge(string label) => Content("<svg xmlns='http://www.w3.org/2000/svg'><text>" + label + "</text></svg>", "image/svg+xml");

    // [Bad CWE-79] the upload's name in the page
    public ContentResult Uploaded(IFormFile file) => Content("<p>Stored " + file.FileName + "</p>", "text/html");

    // [Good CWE-79] the upload's length in the page
    public ContentResult UploadedLength(IFormFile file) => Content("<p>Stored " + file.Length + " bytes</p>", "text/html");

    // [Bad CWE-79] a File result of HTML
    public FileContentResult Download(string title) => File(Encoding.UTF8.GetBytes("<h1>" + title + "</h1>"), "text/html");

    // [Good CWE-79] an action that returns the text itself: plain text
    public string Echo(string text) => "You said " + text;

    // [Good CWE-79] an object: JSON, escaped
    public object EchoObject(string text) => new { said = "<b>" + text + "</b>" };
}
