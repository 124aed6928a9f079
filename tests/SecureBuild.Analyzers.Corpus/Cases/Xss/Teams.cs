// Pages and answers, as teams put them together.
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Corpus.Xss.Teams;

// [Bad CWE-79] HTML encoding does not help within a script
public class ScriptController : ControllerBase
{
    [HttpGet("/script")]
    public ContentResult Get(string name) => Content("<script>greet('" + WebUtility.HtmlEncode(name) + "');</script>", "text/html");
}

// [Good CWE-79] JavaScript encoding within a script
public class EncodedScriptController(JavaScriptEncoder encoder) : ControllerBase
{
    [HttpGet("/encoded-script")]
    public ContentResult Get(string name) => Content("<script>greet('" + encoder.Encode(name) + "');</script>", "text/html");
}

// [Bad CWE-79] a tag helper writes what the query says
public class BadgeTagHelper(IHttpContextAccessor accessor) : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var label = accessor.HttpContext!.Request.Query["label"];
        output.TagName = "span";
        output.Content.SetHtmlContent($"<b>{label}</b>");
    }
}

// [Good CWE-79] a tag helper writes text
public class SafeBadgeTagHelper(IHttpContextAccessor accessor) : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var label = accessor.HttpContext!.Request.Query["label"];
        output.TagName = "span";
        output.Content.SetContent(label);
    }
}

// [Bad CWE-79] a fragment of a component
public class Message : ComponentBase
{
    [Parameter, SupplyParameterFromQuery] public string Text { get; set; } = "";

    protected override void BuildRenderTree(Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "div");
        builder.AddMarkupContent(1, Text.Replace("\n", "<br>"));
        builder.CloseElement();
    }
}

// [Good CWE-79] a fragment of a component as text
public class PlainMessage : ComponentBase
{
    [Parameter, SupplyParameterFromQuery] public string Text { get; set; } = "";

    protected override void BuildRenderTree(Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "div");
        builder.AddContent(1, Text);
        builder.CloseElement();
    }
}

// [Bad CWE-79] an extension of the helper for pages, with a builder of tags
public static class HtmlExtensions
{
    public static IHtmlContent Notice(this IHtmlHelper html)
    {
        var tag = new TagBuilder("p");
        tag.InnerHtml.AppendHtml(html.ViewContext.HttpContext.Request.Query["notice"].ToString());
        return tag;
    }
}

// [Good CWE-79] an extension of the helper for pages, with text
public static class SafeHtmlExtensions
{
    public static IHtmlContent SafeNotice(this IHtmlHelper html)
    {
        var tag = new TagBuilder("p");
        tag.InnerHtml.Append(html.ViewContext.HttpContext.Request.Query["notice"].ToString());
        return tag;
    }
}

// [Bad CWE-79] text of the database that users wrote, as a page of its own
public static class Profile
{
    public static void Map(WebApplication app) => app.MapGet("/profile/{nick}", (string nick) => Results.Text($"<html><body><h1>{nick}</h1></body></html>", "text/html; charset=utf-8", Encoding.UTF8));
}

// [Good CWE-79] the same as JSON
public static class ProfileJson
{
    public static void Map(WebApplication app) => app.MapGet("/profile-json/{nick}", (string nick) => Results.Text($$"""{"nick":"{{System.Text.Json.JsonEncodedText.Encode(nick)}}"}""", "application/json", Encoding.UTF8));
}

// [Bad CWE-79] middleware writes the path that was not found
public sealed class NotFoundMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);
        if (context.Response.StatusCode == 404)
        {
            context.Response.ContentType = "text/html";
            await context.Response.WriteAsync("<p>Nothing at " + WebUtility.UrlDecode(context.Request.Path) + "</p>");
        }
    }
}

// [Good CWE-79] middleware writes the path that was not found, encoded
public sealed class EncodedNotFoundMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);
        if (context.Response.StatusCode == 404)
        {
            context.Response.ContentType = "text/html";
            await context.Response.WriteAsync("<p>Nothing at " + WebUtility.HtmlEncode(WebUtility.UrlDecode(context.Request.Path)) + "</p>");
        }
    }
}
