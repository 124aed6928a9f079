// Logs and answers of services.
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.InformationExposure.Yards;

// [Bad CWE-532] all headers as JSON
[Route("echo")]
public sealed class EchoController(ILogger<EchoController> logger) : Controller
{
    [HttpPost]
    public IActionResult Post()
    {
        logger.LogInformation("Headers: {Headers}", JsonSerializer.Serialize(Request.Headers));
        return Ok();
    }
}

// [Good CWE-532] the headers that are harmless
public sealed class HarmlessHeaders(RequestDelegate next, ILogger<HarmlessHeaders> logger)
{
    static readonly HashSet<string> s_logged = new(StringComparer.OrdinalIgnoreCase) { "Accept", "Content-Type" };

    public Task InvokeAsync(HttpContext context)
    {
        foreach (var header in context.Request.Headers)
            if (s_logged.Contains(header.Key))
                logger.LogInformation("{Name}: {Value}", header.Key, header.Value.ToString());
        return next(context);
    }
}

// [Good CWE-532] the names of the headers
public sealed class HeaderNames(RequestDelegate next, ILogger<HeaderNames> logger)
{
    public Task InvokeAsync(HttpContext context)
    {
        foreach (var header in context.Request.Headers)
            logger.LogInformation("{Name}", header.Key);
        return next(context);
    }
}

public sealed record Credentials(string User, string Password);

// [Bad CWE-532] a record is a text, by interpolation
public sealed class RecordLog(ILogger<RecordLog> logger)
{
    public void Tried(Credentials credentials) => logger.LogInformation($"login: {credentials}");
}

// [Good CWE-532] a member of the record
public sealed class MemberLog(ILogger<MemberLog> logger)
{
    public void Tried(Credentials credentials) => logger.LogInformation("login of {Length} characters", credentials.User.Length);
}

// [Bad CWE-598] the password in a link that is sent
public sealed class Links
{
    public string For(string user, string password) => $"https://portal.city.example/login?user={Uri.EscapeDataString(user)}&password={Uri.EscapeDataString(password)}";
}

// [Good CWE-598] a link with a number of a page
public sealed class PageLinks
{
    public string For(int page, string pageToken) => $"https://portal.city.example/list?page={page}&page_token={pageToken}";
}

// [Bad CWE-209] a minimal API answers with the exception
public static class Endpoint
{
    public static void Map(WebApplication app) => app.MapPost("/import", (string path) =>
    {
        try
        {
            return Results.Ok(File.ReadAllLines("import.csv").Length);
        }
        catch (IOException exception)
        {
            return Results.Problem(detail: exception.ToString(), title: "Import failed");
        }
    });
}

// [Good CWE-209] a message of our own exception
public sealed class RuleException(string message) : Exception(message);

// [same case]
public static class RuleEndpoint
{
    public static void Map(WebApplication app, ILogger logger) => app.MapPost("/import", () =>
    {
        try
        {
            return Results.Ok(File.ReadAllLines("import.csv").Length);
        }
        catch (IOException exception)
        {
            logger.LogError(exception, "Import failed");
            return Results.Problem(detail: "The file cannot be read.", statusCode: 500);
        }
    });
}

// [Bad CWE-532] the key is in the message of the exception that is logged
public sealed class KeyCheck(ILogger<KeyCheck> logger)
{
    public void Check(string apiKey)
    {
        if (apiKey.Length != 32)
            logger.LogError("Key {Key} has the wrong length", apiKey);
    }
}
