// What comes out in answers and logs.
using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Corpus.InformationExposure.Workshops;

// [Bad CWE-209] the filter answers with the exception
public sealed class ErrorFilter : IExceptionFilter
{
    public void OnException(ExceptionContext context)
    {
        context.Result = new ObjectResult(new { error = context.Exception.Message, trace = context.Exception.StackTrace }) { StatusCode = 500 };
        context.ExceptionHandled = true;
    }
}

// [Good CWE-209] the filter answers with a number to ask for
public sealed class QuietErrorFilter(ILogger<QuietErrorFilter> logger) : IExceptionFilter
{
    public void OnException(ExceptionContext context)
    {
        logger.LogError(context.Exception, "Request {Id} failed", context.HttpContext.TraceIdentifier);
        context.Result = new ObjectResult(new { error = "Internal error", id = context.HttpContext.TraceIdentifier }) { StatusCode = 500 };
        context.ExceptionHandled = true;
    }
}

// [Bad CWE-209] problem details with everything
public sealed class ProblemHandler : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var problem = new ProblemDetails { Status = 500, Title = "Error", Detail = exception.ToString() };
        await httpContext.Response.WriteAsJsonAsync(problem, cancellationToken);
        return true;
    }
}

// [Good CWE-209] problem details with details for developers
public sealed class DevelopmentProblemHandler(IHostEnvironment environment) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var problem = new ProblemDetails { Status = 500, Title = "Error" };
        if (environment.IsDevelopment())
            problem.Detail = exception.ToString();
        await httpContext.Response.WriteAsJsonAsync(problem, cancellationToken);
        return true;
    }
}

// [Bad CWE-532] the password with the failed login
public sealed class Logins(ILogger<Logins> logger, SignInManager<IdentityUser> manager)
{
    public async Task<bool> LoginAsync(LoginForm form)
    {
        var result = await manager.PasswordSignInAsync(form.User, form.Password, false, true);
        if (!result.Succeeded)
            logger.LogWarning("Login of {User} with {Password} failed", form.User, form.Password);
        return result.Succeeded;
    }
}

public sealed class LoginForm { public string User { get; set; } = ""; public string Password { get; set; } = ""; public string CardNumber { get; set; } = ""; }

// [Good CWE-532] the failed login without the password
public sealed class QuietLogins(ILogger<QuietLogins> logger, SignInManager<IdentityUser> manager)
{
    public async Task<bool> LoginAsync(LoginForm form)
    {
        var result = await manager.PasswordSignInAsync(form.User, form.Password, false, true);
        if (!result.Succeeded)
            logger.LogWarning("Login failed: {Locked}, password of {Length} characters", result.IsLockedOut, form.Password.Length);
        return result.Succeeded;
    }
}

// [Bad CWE-532] the whole form as JSON
public sealed class FormLog(ILogger<FormLog> logger)
{
    public void Received(LoginForm form)
    {
        var json = JsonSerializer.Serialize(form);
        logger.LogDebug("received: {Form}", json);
    }
}

// [Bad CWE-532] the connection string at start-up
public static class StartUp
{
    public static void Report(WebApplication app)
    {
        var connection = app.Configuration.GetConnectionString("Default");
        app.Logger.LogInformation("Connecting to " + connection);
    }
}

// [Good CWE-532] whether there is one
public static class QuietStartUp
{
    public static void Report(WebApplication app)
    {
        var connection = app.Configuration.GetConnectionString("Default");
        app.Logger.LogInformation("Connection string configured: {Configured}", !string.IsNullOrEmpty(connection));
    }
}

// [Bad CWE-532] the token into the console, by string.Format
public sealed class Exchange(HttpClient client)
{
    public async Task<string> TokenAsync(string refreshToken)
    {
        Console.WriteLine(string.Format("refreshing with {0}", refreshToken));
        return await client.GetStringAsync("https://id.city.example/refresh");
    }
}

// [Bad CWE-359] card numbers in the log
public sealed class Payments(ILogger<Payments> logger)
{
    public void Pay(Order order) => logger.LogInformation($"Charging card {order.CardNumber} with {order.Amount}");
}

public sealed class Order { public string CardNumber { get; set; } = ""; public decimal Amount { get; set; } public string Reference { get; set; } = ""; }

// [Good CWE-359] the last four digits
public sealed class MaskedPayments(ILogger<MaskedPayments> logger)
{
    public void Pay(Order order) => logger.LogInformation("Charging card ****{Last} with {Amount}", order.CardNumber[^4..], order.Amount);
}

// [Good CWE-359] the reference of the order
public sealed class ReferencePayments(ILogger<ReferencePayments> logger)
{
    public void Pay(Order order) => logger.LogInformation("Charging order {Reference}", order.Reference);
}

// [Bad CWE-200] the answer has the hash of the password
public static class UserEndpoint
{
    public static void Map(WebApplication app, UserManager<IdentityUser> users) => app.MapGet("/users/{id}", async (string id) =>
    {
        var user = await users.FindByIdAsync(id);
        return user is null ? Results.NotFound() : Results.Ok(new { user.UserName, user.Email, user.PasswordHash });
    }).RequireAuthorization();
}

// [Good CWE-200] the answer has the name
public static class NameEndpoint
{
    public static void Map(WebApplication app, UserManager<IdentityUser> users) => app.MapGet("/users/{id}", async (string id) =>
    {
        var user = await users.FindByIdAsync(id);
        return user is null ? Results.NotFound() : Results.Ok(new { user.UserName });
    }).RequireAuthorization();
}

// [Bad CWE-532] all headers of a request, the credentials among them
public sealed class HeaderLog(RequestDelegate next, ILogger<HeaderLog> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        foreach (var header in context.Request.Headers)
            logger.LogInformation("{Name}: {Value}", header.Key, header.Value.ToString());
        await next(context);
    }
}

// [Good CWE-532] one header of a request
public sealed class OneHeaderLog(RequestDelegate next, ILogger<OneHeaderLog> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        logger.LogInformation("Content type {Type}", context.Request.ContentType?.ReplaceLineEndings(""));
        await next(context);
    }
}

// [Bad CWE-209] the text of the exception by a local and a helper
[Route("imports")]
public sealed class ImportsController : Controller
{
    [HttpPost]
    public IActionResult Post([FromBody] string[] lines)
    {
        string? error = null;
        try
        {
            System.IO.File.WriteAllLines("import.txt", lines);
        }
        catch (Exception exception)
        {
            error = Describe(exception);
        }
        return error is null ? Ok() : StatusCode(500, error);
    }

    static string Describe(Exception exception) => $"Import failed: {exception.InnerException?.Message ?? exception.Message}\n{exception.StackTrace}";
}

// [Good CWE-209] the kind of error alone
[Route("imports2")]
public sealed class QuietImportsController(ILogger<QuietImportsController> logger) : Controller
{
    [HttpPost]
    public IActionResult Post([FromBody] string[] lines)
    {
        try
        {
            System.IO.File.WriteAllLines("import.txt", lines);
            return Ok();
        }
        catch (IOException exception)
        {
            logger.LogError(exception, "Import failed");
            return StatusCode(500, "Import failed");
        }
    }
}

// [Bad CWE-598] the token in the address
public sealed class ReportClient(HttpClient client)
{
    public Task<string> GetAsync(string accessToken) => client.GetStringAsync($"https://reports.city.example/api?access_token={accessToken}");
}

// [Good CWE-598] the token in a header
public sealed class HeaderReportClient(HttpClient client)
{
    public async Task<string> GetAsync(string accessToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://reports.city.example/api");
        request.Headers.Authorization = new("Bearer", accessToken);
        using var answer = await client.SendAsync(request);
        return await answer.Content.ReadAsStringAsync();
    }
}

// [Bad CWE-312] the password into a file of settings
public sealed class Settings
{
    public void Save(LoginForm form) => File.WriteAllText("settings.json", JsonSerializer.Serialize(new { form.User, form.Password }));
}

// [Good CWE-312] protected before it is kept
public sealed class ProtectedSettings(Microsoft.AspNetCore.DataProtection.IDataProtector protector)
{
    public void Save(LoginForm form) => File.WriteAllText("settings.bin", protector.Protect(form.Password));
}
