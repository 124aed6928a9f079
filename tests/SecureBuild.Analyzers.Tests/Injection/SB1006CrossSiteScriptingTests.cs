using Fix = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Injection.SB1006CrossSiteScripting, SecureBuild.CodeFixes.Injection.SB1006CrossSiteScriptingCodeFix>;
using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Injection.SB1006CrossSiteScripting>;

namespace SecureBuild.Analyzers.Tests.Injection;

public sealed class SB1006CrossSiteScriptingTests
{
    [Fact]
    public Task Html_with_text_of_a_client_is_reported() => Verify.AnalyzerAsync("""
        using System.Net;
        using System.Text.Encodings.Web;
        using Microsoft.AspNetCore.Html;
        public class PageController : Controller
        {
            public IActionResult Text(string name) => Content([|"<p>" + name + "</p>"|], "text/html");
            public IHtmlContent Html(string name) => new HtmlString([|name|]);
            public async Task Write(string name)
            {
                Response.ContentType = "text/html";
                await Response.WriteAsync([|$"<p>{name}</p>"|]);
            }
            public IActionResult Result(string name) => new ContentResult { ContentType = "text/html", Content = [|name|] };
            public IResult Minimal(string name) => Results.Content([|$"<b>{name}</b>"|], "text/html");
        }
        """, FlowSetup.Web);

    [Fact]
    public Task Encoded_html_and_other_answers_are_not_reported() => Verify.AnalyzerAsync("""
        using System.Net;
        using System.Text.Encodings.Web;
        using Microsoft.AspNetCore.Html;
        public class PageController : Controller
        {
            public IActionResult Encoded(string name) => Content("<p>" + HtmlEncoder.Default.Encode(name) + "</p>", "text/html");
            public IHtmlContent Html(string name) => new HtmlString(WebUtility.HtmlEncode(name));
            public IActionResult Plain(string name) => Content(name, "text/plain");
            public IActionResult Data(string name) => Json(new { name });
            public IActionResult Number(int id) => Content($"<p>{id}</p>", "text/html");
            public IResult Minimal(string name) => Results.Content($"<b>{WebUtility.HtmlEncode(name)}</b>", "text/html");
            public IActionResult Model(string name) => View("Hello", name);
        }
        """, FlowSetup.Web);

    [Fact]
    public Task The_fix_encodes_the_value() => Fix.CodeFixAsync("""
        using Microsoft.AspNetCore.Html;
        public class PageController : Controller
        {
            public object Html(string name) => new HtmlString([|name|]);
            public IActionResult Text(string name) => Content([|"<p>" + name + "</p>"|], "text/html");
            public IActionResult Interpolated(string name) => Content([|$"<p>{name}</p>"|], "text/html");
        }
        """, """
        using System.Text.Encodings.Web;
        using Microsoft.AspNetCore.Html;
        public class PageController : Controller
        {
            public object Html(string name) => new HtmlString(HtmlEncoder.Default.Encode(name));
            public IActionResult Text(string name) => Content("<p>" + HtmlEncoder.Default.Encode(name) + "</p>", "text/html");
            public IActionResult Interpolated(string name) => Content($"<p>{HtmlEncoder.Default.Encode(name)}</p>", "text/html");
        }
        """, FlowSetup.Web);

    [Fact]
    public Task What_has_no_mechanical_repair_is_left_to_its_author() => Fix.NoCodeFixAsync("""
        using Microsoft.AspNetCore.Html;
        public class PageController : Controller
        {
            public object Two(string name, string town) => new HtmlString([|$"<p>{name}</p><p>{town}</p>"|]);
            public object Local(string name)
            {
                var html = "<p>" + name + "</p>";
                return new HtmlString([|html|]);
            }
        }
        """, FlowSetup.Web);
}
