// Secrets and personal data in logs and answers.
using System.Security.Claims;
using Microsoft.AspNetCore.HttpLogging;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.InformationExposure.Rooms;

public sealed record LoginRequest(string Email, string Password);

// [Bad CWE-532] the whole request for a login is logged
public class LoginController(ILogger<LoginController> logger) : ControllerBase
{
    [HttpPost("/login")]
    public IActionResult Login([FromBody] LoginRequest request)
    {
        logger.LogInformation("Login {@Request}", request);
        return Ok();
    }
}

// [Good CWE-532] only that somebody logs in
public class LoginGoodController(ILogger<LoginGoodController> logger) : ControllerBase
{
    [HttpPost("/login-good")]
    public IActionResult Login([FromBody] LoginRequest request)
    {
        logger.LogInformation("Login with a password of {Length} characters", request.Password.Length);
        return Ok();
    }
}

// [Bad CWE-532] a source-generated message with the password
public static partial class Log
{
    [LoggerMessage(Level = LogLevel.Debug, Message = "Trying {User} with {Password}")]
    public static partial void TryingPassword(ILogger logger, string user, string password);

    public static partial void TryingPassword(ILogger logger, string user, string password) { }

    public static void Attempt(ILogger logger, LoginRequest request) => TryingPassword(logger, request.Email, request.Password);
}

// [Bad CWE-532] the header with the token among all headers
public class HeaderDump(RequestDelegate next, ILogger<HeaderDump> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        foreach (var header in context.Request.Headers)
            logger.LogDebug("{Name}: {Value}", header.Key, header.Value);
        await next(context);
    }
}

// [Good CWE-532] the header with the token is left out
public class HeaderDumpGood(RequestDelegate next, ILogger<HeaderDumpGood> logger)
{
    static readonly HashSet<string> s_shown = new(StringComparer.OrdinalIgnoreCase) { "Accept", "Content-Type", "User-Agent" };

    public async Task InvokeAsync(HttpContext context)
    {
        foreach (var name in context.Request.Headers.Keys.Where(s_shown.Contains))
            logger.LogDebug("Header {Name} is present", name);
        await next(context);
    }
}

// [Bad CWE-532] bodies are logged
public static class HttpLogging
{
    public static void Add(IServiceCollection services) => services.AddHttpLogging(options =>
    {
        options.LoggingFields = HttpLoggingFields.All;
        options.RequestHeaders.Add("Authorization");
    });
}

// [Good CWE-532] method, path and status
public static class HttpLoggingGood
{
    public static void Add(IServiceCollection services) => services.AddHttpLogging(options =>
        options.LoggingFields = HttpLoggingFields.RequestMethod | HttpLoggingFields.RequestPath | HttpLoggingFields.ResponseStatusCode);
}

// [Bad CWE-532] the link that sets a new password
public class ResetController(UserManager<IdentityUser> users, ILogger<ResetController> logger) : ControllerBase
{
    [HttpPost("/reset")]
    public async Task<IActionResult> Reset(string email)
    {
        var user = await users.FindByEmailAsync(email);
        if (user is null)
            return Ok();
        var token = await users.GeneratePasswordResetTokenAsync(user);
        logger.LogInformation("Reset link: https://portal.contoso.com/reset?token={Token}", token);
        return Ok();
    }
}

// [Bad CWE-359] the number of a passport
public class PassengerService(ILogger<PassengerService> logger)
{
    public sealed record Passenger(string Name, string PassportNumber, DateOnly BirthDate);

    public void CheckIn(Passenger passenger) => logger.LogInformation("Checked in passport {Passport}", passenger.PassportNumber);
}

// [Good CWE-359] the number of the booking
public class PassengerServiceGood(ILogger<PassengerServiceGood> logger)
{
    public sealed record Passenger(string BookingReference, string PassportNumber);

    public void CheckIn(Passenger passenger) => logger.LogInformation("Checked in booking {Booking}", passenger.BookingReference);
}

// [Bad CWE-532] the connection string is written when the connection fails
public class ConnectionCheck(IConfiguration configuration, ILogger<ConnectionCheck> logger)
{
    public void Run()
    {
        var connectionString = configuration.GetConnectionString("Default");
        try
        {
            using var connection = new Microsoft.Data.SqlClient.SqlConnection(connectionString);
            connection.Open();
        }
        catch (Exception e)
        {
            logger.LogError(e, "Cannot open {ConnectionString}", connectionString);
        }
    }
}

// [Bad CWE-201] the entity of the user with its hash goes to the client
[ApiController]
public class UsersController(UserManager<IdentityUser> users) : ControllerBase
{
    [HttpGet("/users/{id}")]
    public async Task<ActionResult<IdentityUser>> Get(string id)
    {
        var user = await users.FindByIdAsync(id);
        return user is null ? NotFound() : Ok(user);
    }
}

// [Good CWE-201] a view of the user
[ApiController]
public class UserViewsController(UserManager<IdentityUser> users) : ControllerBase
{
    public sealed record UserView(string Id, string? Name);

    [HttpGet("/user-views/{id}")]
    public async Task<ActionResult<UserView>> Get(string id)
    {
        var user = await users.FindByIdAsync(id);
        return user is null ? NotFound() : new UserView(user.Id, user.UserName);
    }
}

// [Bad CWE-532] a secret of the configuration on the console
public static class Startup
{
    public static void Show(IConfiguration configuration) => Console.WriteLine($"Using API key {configuration["Payments:ApiKey"]}");
}

// [Bad CWE-497] the whole environment as an answer
public static class DiagnosticEndpoint
{
    public static void Map(WebApplication app) => app.MapGet("/debug/env", () => Environment.GetEnvironmentVariables());
}

// [Bad CWE-598] the token in the address
public class TokenLink(HttpClient http)
{
    public Task<string> ProfileAsync(string accessToken) => http.GetStringAsync($"https://api.contoso.com/profile?access_token={accessToken}");
}

// [Good CWE-598] the token in the header
public class TokenHeader(HttpClient http)
{
    public async Task<string> ProfileAsync(string accessToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://api.contoso.com/profile?culture=en");
        request.Headers.Authorization = new("Bearer", accessToken);
        using var response = await http.SendAsync(request);
        return await response.Content.ReadAsStringAsync();
    }
}
