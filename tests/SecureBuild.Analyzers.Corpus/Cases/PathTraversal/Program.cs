var builder = WebApplication.CreateBuilder(args);
var app = builder.Build();

// [Bad CWE-22] Results.File with a route value that may hold slashes
app.MapGet("/download/{**path}", (string path) => Results.File("/srv/public/" + path));

// [Good CWE-22] the same, canonical and checked
app.MapGet("/download2/{**path}", (string path) =>
{
    var full = Path.GetFullPath(Path.Combine("/srv/public", path));
    return full.StartsWith("/srv/public/", StringComparison.Ordinal) ? Results.File(full) : Results.NotFound();
});

// [Bad CWE-22] the uploaded file's name
app.MapPost("/upload", async (IFormFile file) =>
{
    await using var stream = File.OpenWrite(Path.Combine("uploads", file.FileName));
    await file.CopyToAsync(stream);
});

// [Good CWE-22] a temporary file
app.MapPost("/upload2", async (IFormFile file) =>
{
    var path = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"));
    await using var stream = File.OpenWrite(path);
    await file.CopyToAsync(stream);
});

// [Bad CWE-22] TypedResults.PhysicalFile
app.MapGet("/invoice", (string number) => TypedResults.PhysicalFile($"/srv/invoices/{number}.pdf", "application/pdf"));

// [Good CWE-22] long is a number
app.MapGet("/invoice2", (long number) => TypedResults.PhysicalFile($"/srv/invoices/{number}.pdf", "application/pdf"));

// [Bad CWE-22] a template chosen by the body
app.MapPost("/letter", async (Letter letter) =>
{
    var template = await File.ReadAllTextAsync(Path.Combine(app.Environment.ContentRootPath, "templates", letter.Template));
    return template.Replace("{name}", letter.Name);
});

// [Good CWE-22] a template chosen by a flag
app.MapPost("/letter2", async (Letter letter) =>
{
    var template = await File.ReadAllTextAsync(Path.Combine(app.Environment.ContentRootPath, "templates", letter.Formal ? "formal.txt" : "plain.txt"));
    return template.Replace("{name}", letter.Name);
});

// [Bad CWE-22] appends to a file that the header names
app.MapPost("/event", (HttpRequest request) => File.AppendAllText("/var/events/" + request.Headers["X-Source"] + ".log", "event\n"));

// [Good CWE-22] appends the header's length to a file of ours
app.MapPost("/event2", (HttpRequest request) => File.AppendAllText("/var/events/all.log", request.Headers["X-Source"].ToString().Length + "\n"));

app.Run();

record Letter(string Template, string Name, bool Formal);
