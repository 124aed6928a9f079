using Microsoft.AspNetCore.Mvc;

var app = WebApplication.Create(args);

// [Bad CWE-601] Results.Redirect
app.MapGet("/out", (string url) => Results.Redirect(url));

// [Good CWE-601] Results.LocalRedirect
app.MapGet("/in", (string url) => Results.LocalRedirect(url));

// [Bad CWE-601] TypedResults.Redirect by the body
app.MapPost("/next", (Next next) => TypedResults.Redirect(next.Url));

// [Good CWE-601] a number in the path
app.MapGet("/go/{id:int}", (int id) => Results.Redirect($"/items/{id}"));

// [Bad CWE-601] the context's response
app.MapGet("/context", (HttpContext context) => context.Response.Redirect(context.Request.Query["to"]!));

// [Good CWE-601] compared with the request's own host
app.MapGet("/host", (HttpContext context, string url) =>
    Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Host == "www.example.com" ? Results.Redirect(url) : Results.BadRequest());

// [Bad CWE-601] a cookie
app.MapGet("/last", (HttpRequest request) => Results.Redirect(request.Cookies["last"] ?? "/"));

app.Run();

record Next(string Url);
