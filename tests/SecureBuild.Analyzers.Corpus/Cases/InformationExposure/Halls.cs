// What comes out, again.
using Microsoft.AspNetCore.HttpLogging;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.InformationExposure.Halls;

public class Member : IdentityUser { public string City { get; set; } = ""; }

// [Bad CWE-201] all members as they are
[ApiController]
public class MembersController(UserManager<Member> members) : ControllerBase
{
    [HttpGet("/members")]
    public IActionResult All() => Ok(members.Users.ToList());
}

// [Good CWE-201] the cities of all members
[ApiController]
public class CitiesController(UserManager<Member> members) : ControllerBase
{
    [HttpGet("/cities")]
    public IActionResult All() => Ok(members.Users.Select(member => member.City).ToList());
}

// [Bad CWE-201] an endpoint that answers with the user
public static class MemberEndpoints
{
    public static void Map(WebApplication app) => app.MapGet("/members/{id}", async (string id, UserManager<Member> members) =>
        await members.FindByIdAsync(id) is { } member ? Results.Ok(member) : Results.NotFound());
}

// [Bad CWE-532] requests with their bodies
public static class Diagnostics
{
    public static void Add(WebApplicationBuilder builder) => builder.Services.AddHttpLogging(logging => logging.LoggingFields = HttpLoggingFields.RequestBody | HttpLoggingFields.RequestPath);
}

// [Good CWE-532] bodies on the developer's machine only
public static class DiagnosticsGood
{
    public static void Add(WebApplicationBuilder builder)
    {
        if (builder.Environment.IsDevelopment())
            builder.Services.AddHttpLogging(logging => logging.LoggingFields = HttpLoggingFields.All);
    }
}

// [Bad CWE-532] cookies among the headers that are shown
public static class HeaderLogging
{
    public static void Add(IServiceCollection services) => services.AddHttpLogging(options => options.RequestHeaders.Add("Cookie"));
}

// [Bad CWE-209] the exception's text by a problem
public class ImportController : ControllerBase
{
    [HttpPost("/imports")]
    public IActionResult Post(IFormFile file)
    {
        try
        {
            using var reader = new StreamReader(file.OpenReadStream());
            return Ok(reader.ReadToEnd().Length);
        }
        catch (Exception e)
        {
            return Problem(title: "Import failed", detail: e.StackTrace, statusCode: 500);
        }
    }
}

// [Bad CWE-532] a message of the log takes the whole token
public partial class TokenService(ILogger<TokenService> logger)
{
    [LoggerMessage(2, LogLevel.Debug, "issued {Token} to {User}")]
    partial void Issued(string token, string user);

    partial void Issued(string token, string user) { }

    public string Issue(string user, string refreshToken)
    {
        Issued(refreshToken, user);
        return logger.IsEnabled(LogLevel.Debug) ? user : refreshToken;
    }
}

// [Good CWE-532] a message of the log takes the length of the token
public partial class TokenServiceGood(ILogger<TokenServiceGood> logger)
{
    [LoggerMessage(2, LogLevel.Debug, "issued {Length} characters to {User}")]
    partial void Issued(int length, string user);

    partial void Issued(int length, string user) { }

    public string Issue(string user, string refreshToken)
    {
        Issued(refreshToken.Length, user);
        return logger.IsEnabled(LogLevel.Debug) ? user : refreshToken;
    }
}
