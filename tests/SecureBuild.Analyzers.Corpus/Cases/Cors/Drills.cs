// Origins, once more.
using Microsoft.AspNetCore.Cors;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.Cors.Drills;

// [Bad CWE-942] a policy by a method of its own
public static class Setup
{
    public static void Add(IServiceCollection services) => services.AddCors(options => options.AddPolicy("open", Open));

    static void Open(CorsPolicyBuilder builder) => builder.AllowAnyOrigin().AllowAnyMethod().AllowAnyHeader();
}

// [Good CWE-942] a policy by a method of its own for one origin
public static class OneSetup
{
    public static void Add(IServiceCollection services) => services.AddCors(options => options.AddPolicy("one", One));

    static void One(CorsPolicyBuilder builder) => builder.WithOrigins("https://app.example.org").AllowAnyMethod().AllowAnyHeader();
}

// [Bad CWE-942] the origin of the referrer is good enough
public class Echo : ControllerBase
{
    [HttpGet]
    public IActionResult Get()
    {
        var origin = Request.Headers["Origin"].FirstOrDefault() ?? "*";
        Response.Headers.Append("Access-Control-Allow-Origin", origin);
        Response.Headers.Append("Access-Control-Allow-Credentials", "true");
        return Ok();
    }
}

// [Good CWE-942] the origin is compared first
public class Compared : ControllerBase
{
    private static readonly string[] Allowed = ["https://app.example.org", "https://admin.example.org"];

    [HttpGet]
    public IActionResult Get()
    {
        var origin = Request.Headers["Origin"].FirstOrDefault();
        if (origin is not null && Array.IndexOf(Allowed, origin) >= 0)
        {
            Response.Headers.Append("Access-Control-Allow-Origin", origin);
            Response.Headers.Append("Access-Control-Allow-Credentials", "true");
        }
        return Ok();
    }
}

// [Bad CWE-942] the check is true for those that have our name somewhere
public static class Somewhere
{
    public static void Add(IServiceCollection services) => services.AddCors(options => options.AddDefaultPolicy(policy =>
    {
        policy.SetIsOriginAllowed(origin => origin.Contains("example.org"));
        policy.AllowCredentials();
    }));
}

// [Good CWE-942] the check is true for our machines while developing
public static class Developing
{
    public static void Add(IServiceCollection services, IHostEnvironment environment) => services.AddCors(options => options.AddDefaultPolicy(policy =>
    {
        if (environment.IsDevelopment())
            policy.SetIsOriginAllowed(origin => new Uri(origin).IsLoopback);
        else
            policy.WithOrigins("https://app.example.org");
        policy.AllowCredentials();
    }));
}

// [Bad CWE-942] a star in a field
public static class Star
{
    private static readonly string[] s_origins = ["*"];

    public static void Use(WebApplication app) => app.UseCors(policy => policy.WithOrigins(s_origins).AllowAnyHeader().AllowAnyMethod());
}
