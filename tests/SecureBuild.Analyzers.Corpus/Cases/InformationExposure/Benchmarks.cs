// What goes out or into logs and should not.
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.InformationExposure.Benchmarks;

public sealed record SignUp(string Mail, string Password, string CardNumber);

// [Bad CWE-532] the whole request in the log
public class SignUpController(ILogger<SignUpController> logger) : ControllerBase
{
    [HttpPost("/sign-up")]
    public IActionResult Post(SignUp request)
    {
        logger.LogDebug("Sign-up of {Mail} with {Password}", request.Mail, request.Password);
        return Ok();
    }
}

// [Good CWE-532] nothing but that it happened
public class SafeSignUpController(ILogger<SafeSignUpController> logger) : ControllerBase
{
    [HttpPost("/safe-sign-up")]
    public IActionResult Post(SignUp request)
    {
        logger.LogDebug("Sign-up with a password of {Length} characters", request.Password.Length);
        return Ok();
    }
}

// [Bad CWE-532] the object as JSON in the log
public class JsonLogController(ILogger<JsonLogController> logger) : ControllerBase
{
    [HttpPost("/json-log")]
    public IActionResult Post(SignUp request)
    {
        logger.LogInformation("Received {Body}", JsonSerializer.Serialize(request));
        return Ok();
    }
}

// [Bad CWE-209] a connection string in an error
public class ErrorController(IConfiguration configuration) : ControllerBase
{
    [HttpGet("/error-details")]
    public IActionResult Get()
    {
        try
        {
            throw new InvalidOperationException();
        }
        catch (Exception e)
        {
            return StatusCode(500, $"Cannot reach {configuration.GetConnectionString("Main")}: {e.Message}");
        }
    }
}

// [Good CWE-209] an own text for an own exception
public sealed class OutOfStockException(string product) : Exception
{
    public string Product { get; } = product;
}

// [same case]
public class StockController : ControllerBase
{
    [HttpGet("/stock/{product:alpha}")]
    public IActionResult Get(string product)
    {
        try
        {
            throw new OutOfStockException(product);
        }
        catch (OutOfStockException e)
        {
            return Conflict("Out of stock: " + e.Product);
        }
    }
}

// [Bad CWE-200] the environment of the process
public static class Endpoint
{
    public static void Map(WebApplication app) => app.MapGet("/debug/env", () => Results.Json(Environment.GetEnvironmentVariables()));
}

// [Good CWE-200] the version of the process
public static class SafeEndpoint
{
    public static void Map(WebApplication app) => app.MapGet("/version", () => Results.Json(new { version = typeof(SafeEndpoint).Assembly.GetName().Version?.ToString() }));
}

// [Bad CWE-312] a password in a file
public static class Remembered
{
    public static void Save(string user, string password) => File.WriteAllText("login.json", JsonSerializer.Serialize(new { user, password }));
}

// [Good CWE-312] a protected password in a file
public static class SafelyRemembered
{
    public static void Save(Microsoft.AspNetCore.DataProtection.IDataProtector protector, string user, string password)
    {
        var sealedText = Microsoft.AspNetCore.DataProtection.DataProtectionCommonExtensions.Protect(protector, password);
        File.WriteAllText("login.json", JsonSerializer.Serialize(new { user, sealedText }));
    }
}

// [Bad CWE-532] a token at the console
public sealed class TokenWorker(HttpClient client, ILogger<TokenWorker> logger)
{
    public async Task RunAsync()
    {
        var accessToken = await client.GetStringAsync("https://login.example.org/token");
        logger.LogTrace("Using token " + accessToken);
        client.DefaultRequestHeaders.Authorization = new("Bearer", accessToken);
    }
}

// [Good CWE-532] the last four characters
public sealed class SafeTokenWorker(HttpClient client, ILogger<SafeTokenWorker> logger)
{
    public async Task RunAsync()
    {
        var accessToken = await client.GetStringAsync("https://login.example.org/token");
        logger.LogTrace("Got a token of {Length} characters", accessToken.Length);
        client.DefaultRequestHeaders.Authorization = new("Bearer", accessToken);
    }
}
