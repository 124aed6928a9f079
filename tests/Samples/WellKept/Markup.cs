using System.Collections.Frozen;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace WellKept.Markup;

/// <summary>A small Markdown: headings, paragraphs, lists, code, emphasis, links. Text is encoded, links are checked.</summary>
public sealed partial class MarkdownRenderer(HtmlEncoder encoder)
{
    static readonly FrozenSet<string> s_schemes = FrozenSet.ToFrozenSet(["http", "https", "mailto"], StringComparer.OrdinalIgnoreCase);

    public IHtmlContent Render(string? markdown)
    {
        var html = new HtmlContentBuilder();
        var inList = false;
        foreach (var line in (markdown ?? "").ReplaceLineEndings("\n").Split('\n'))
        {
            var isItem = line.StartsWith("- ", StringComparison.Ordinal);
            if (isItem != inList)
                html.AppendHtml(isItem ? "<ul>" : "</ul>");
            inList = isItem;
            if (isItem)
                Wrap(html, "li", line[2..]);
            else if (Heading().Match(line) is { Success: true } heading)
                Wrap(html, "h" + heading.Groups[1].Length, heading.Groups[2].Value);
            else if (line.Length > 0)
                Wrap(html, "p", line);
        }
        if (inList)
            html.AppendHtml("</ul>");
        return html;
    }

    void Wrap(HtmlContentBuilder html, string name, string text)
    {
        var tag = new TagBuilder(name);
        tag.InnerHtml.AppendHtml(Inline(text));
        html.AppendHtml(tag);
    }

    HtmlString Inline(string text)
    {
        var result = new StringBuilder(text.Length * 2);
        var position = 0;
        foreach (Match match in Span().Matches(text))
        {
            result.Append(encoder.Encode(text[position..match.Index]));
            if (match.Groups["code"].Success)
                result.Append("<code>").Append(encoder.Encode(match.Groups["code"].Value)).Append("</code>");
            else if (match.Groups["strong"].Success)
                result.Append("<strong>").Append(encoder.Encode(match.Groups["strong"].Value)).Append("</strong>");
            else
                result.Append(Link(match.Groups["text"].Value, match.Groups["url"].Value));
            position = match.Index + match.Length;
        }
        return new HtmlString(result.Append(encoder.Encode(text[position..])).ToString());
    }

    string Link(string text, string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && s_schemes.Contains(address.Scheme)
            ? $"<a href=\"{encoder.Encode(address.AbsoluteUri)}\" rel=\"nofollow noopener\">{encoder.Encode(text)}</a>"
            : encoder.Encode(text);

    [GeneratedRegex(@"^(#{1,3}) (.+)$", RegexOptions.None, matchTimeoutMilliseconds: 500)]
    private static partial Regex Heading();

    [GeneratedRegex(@"`(?<code>[^`]+)`|\*\*(?<strong>[^*]+)\*\*|\[(?<text>[^\]]+)\]\((?<url>[^)\s]+)\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 500)]
    private static partial Regex Span();
}

/// <summary>Templates with <c>{{name}}</c>; what is filled in is text, never markup.</summary>
public sealed partial class MailTemplate(string template)
{
    public string Fill(IReadOnlyDictionary<string, string> values) =>
        Hole().Replace(template, match => values.TryGetValue(match.Groups[1].Value, out var value) ? WebUtility.HtmlEncode(value) : "");

    public static async Task<MailTemplate> LoadAsync(IWebHostEnvironment environment, string culture, CancellationToken cancellation)
    {
        var language = culture is "ja" or "de" ? culture : "en";
        return new(await File.ReadAllTextAsync(Path.Combine(environment.ContentRootPath, "templates", $"welcome.{language}.html"), cancellation));
    }

    [GeneratedRegex(@"\{\{\s*([a-z]{1,40})\s*\}\}")]
    private static partial Regex Hole();
}

[HtmlTargetElement("person-badge")]
public sealed class PersonBadge : TagHelper
{
    public string Name { get; set; } = "";

    public Uri? Picture { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.Attributes.SetAttribute("class", "badge");
        output.Attributes.SetAttribute("title", Name);
        if (Picture is { Scheme: "https" })
        {
            var image = new TagBuilder("img") { TagRenderMode = TagRenderMode.SelfClosing };
            image.Attributes["src"] = Picture.ToString();
            image.Attributes["alt"] = "";
            output.Content.AppendHtml(image);
        }
        output.Content.Append(Name);
    }
}

public sealed record Article(int Id, string Slug, string Title, string Text, string Author)
{
    public DateTimeOffset? Published { get; init; }
}

public interface IArticles
{
    Task<Article?> FindAsync(string slug, CancellationToken cancellation);

    Task<IReadOnlyList<Article>> SearchAsync(string text, int page, CancellationToken cancellation);

    Task SaveAsync(Article article, CancellationToken cancellation);
}

public sealed class ReadModel(IArticles articles, MarkdownRenderer renderer) : PageModel
{
    public Article? Article { get; private set; }

    public IHtmlContent? Body { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation)
    {
        Article = await articles.FindAsync(slug, cancellation);
        if (Article is not { Published: not null })
            return NotFound();
        Body = renderer.Render(Article.Text);
        return Page();
    }
}

public sealed class SearchModel(IArticles articles) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Text { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Number { get; set; } = 1;

    [BindNever]
    public IReadOnlyList<Article> Found { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        ViewData["Title"] = $"Search for {Text}";
        if (Text is { Length: > 1 and < 100 })
            Found = await articles.SearchAsync(Text, Math.Clamp(Number, 1, 100), cancellation);
    }
}

[Authorize(Policy = "editor")]
public sealed partial class EditModel(IArticles articles, IAuthorizationService authorization, ILogger<EditModel> log) : PageModel
{
    [BindProperty]
    public required Input Form { get; set; }

    [TempData]
    public string? Saved { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation)
    {
        if (await articles.FindAsync(slug, cancellation) is not { } article)
            return NotFound();
        if (!(await authorization.AuthorizeAsync(User, article, "edit-article")).Succeeded)
            return Forbid();
        Form = new() { Title = article.Title, Text = article.Text };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, string? returnUrl, CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
            return Page();
        if (await articles.FindAsync(slug, cancellation) is not { } article)
            return NotFound();
        if (!(await authorization.AuthorizeAsync(User, article, "edit-article")).Succeeded)
            return Forbid();
        await articles.SaveAsync(article with { Title = Form.Title, Text = Form.Text }, cancellation);
        LogSaved(article.Id, User.Identity?.Name);
        Saved = $"{Form.Title} is saved.";
        if (!Url.IsLocalUrl(returnUrl))
            return RedirectToPage("Read", new { slug = article.Slug });
        return Redirect(returnUrl);
    }

    public async Task<IActionResult> OnPostPublishAsync(string slug, CancellationToken cancellation)
    {
        var article = await articles.FindAsync(slug, cancellation);
        if (article is null || !(await authorization.AuthorizeAsync(User, article, "edit-article")).Succeeded)
            return Forbid();
        await articles.SaveAsync(article with { Published = DateTimeOffset.UtcNow }, cancellation);
        return RedirectToPage("Read", new { slug });
    }

    public IActionResult OnGetPreview([FromServices] HtmlEncoder encoder, string title) => Content("<h1>" + encoder.Encode(title) + "</h1>", "text/html");

    [LoggerMessage(EventId = 7, Level = LogLevel.Information, Message = "Article {Id} was saved by {Name}")]
    partial void LogSaved(int id, string? name);

    public sealed class Input
    {
        [System.ComponentModel.DataAnnotations.StringLength(200, MinimumLength = 1)]
        public required string Title { get; set; }

        [System.ComponentModel.DataAnnotations.MaxLength(100_000)]
        public required string Text { get; set; }
    }
}

/// <summary>Feeds and answers without a page.</summary>
public static class MarkupEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/hello", (string? name) => Results.Content($"<p>Hello {HtmlEncoder.Default.Encode(name ?? "you")}</p>", "text/html")).AllowAnonymous();
        routes.MapGet("/plain", (string? name) => Results.Text("Hello " + name)).AllowAnonymous();
        routes.MapGet("/echo", (string text) => TypedResults.Json(new { text })).AllowAnonymous();
        routes.MapGet("/articles/{slug}.txt", async (string slug, IArticles articles, HttpContext context) =>
        {
            var article = await articles.FindAsync(slug, context.RequestAborted);
            context.Response.ContentType = "text/plain; charset=utf-8";
            context.Response.Headers.XContentTypeOptions = "nosniff";
            await context.Response.WriteAsync(article?.Text ?? "Nothing is known of " + slug, context.RequestAborted);
        }).AllowAnonymous();
        routes.MapGet("/xsrf", (IAntiforgery antiforgery, HttpContext context) =>
        {
            var tokens = antiforgery.GetAndStoreTokens(context);
            context.Response.Cookies.Append("XSRF-TOKEN", tokens.RequestToken!, new CookieOptions { HttpOnly = false, Secure = true, SameSite = SameSiteMode.Strict });
            return Results.NoContent();
        }).RequireAuthorization();
        routes.MapGet("/language/{culture}", (string culture, HttpContext context) =>
        {
            if (culture is not ("en" or "ja" or "de"))
                return Results.NotFound();
            context.Response.Cookies.Append("language", culture, new() { Secure = true, HttpOnly = true, SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromDays(365) });
            return Results.LocalRedirect("~/");
        }).AllowAnonymous();
    }
}
