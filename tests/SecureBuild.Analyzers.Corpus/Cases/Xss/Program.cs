using System.Net;
using System.Text.Encodings.Web;

var app = WebApplication.Create(args);

// [Bad CWE-79] Results.Content of type HTML
app.MapGet("/hello", (string name) => Results.Content($"<h1>{name}</h1>", "text/html"));

// [Good CWE-79] Results.Content, encoded
app.MapGet("/hello2", (string name) => Results.Content($"<h1>{HtmlEncoder.Default.Encode(name)}</h1>", "text/html"));

// [Good CWE-79] Results.Text is plain text
app.MapGet("/hello3", (string name) => Results.Text("Hello " + name));

// [Bad CWE-79] Results.Text with an HTML type
app.MapGet("/hello4", (string name) => Results.Text("<p>" + name, "text/html"));

// [Bad CWE-79] TypedResults.Content
app.MapPost("/comment", (Comment comment) => TypedResults.Content("<li>" + comment.Text + "</li>", contentType: "text/html"));

// [Good CWE-79] Results.Json
app.MapPost("/comment2", (Comment comment) => Results.Json(new { html = "<li>" + comment.Text + "</li>" }));

// [Bad CWE-79] WriteAsync with the type set before
app.MapGet("/page", async (HttpContext context) =>
{
    context.Response.ContentType = "text/html";
    await context.Response.WriteAsync("<p>" + context.Request.Query["text"] + "</p>");
});

// [Good CWE-79] WriteAsync, encoded
app.MapGet("/page2", async (HttpContext context) =>
{
    context.Response.ContentType = "text/html";
    await context.Response.WriteAsync("<p>" + WebUtility.HtmlEncode(context.Request.Query["text"].ToString()) + "</p>");
});

// [Good CWE-79] WriteAsync with the type plain
app.MapGet("/page3", async (HttpContext context) =>
{
    context.Response.ContentType = "text/plain";
    await context.Response.WriteAsync("You said " + context.Request.Query["text"]);
});

// [Bad CWE-79] a raw string literal as template
app.MapGet("/raw", (string title) => Results.Content(
    $"""
    <!doctype html>
    <title>{title}</title>
    """, "text/html"));

// [Good CWE-79] the number of letters
app.MapGet("/count", (string title) => Results.Content($"<p>{title.Length}</p>", "text/html"));

app.Run();

record Comment(string Text);
