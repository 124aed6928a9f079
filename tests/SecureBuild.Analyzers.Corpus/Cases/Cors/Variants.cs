// Origins, in many styles.
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.Cors.Variants;

// [Bad CWE-942] whatever origin asks, with cookies
public static class AnyOrigin
{
    public static void Add(IServiceCollection services) => services.AddCors(options => options.AddDefaultPolicy(policy => policy
        .SetIsOriginAllowed(_ => true).AllowAnyHeader().AllowAnyMethod().AllowCredentials()));
}

// [Good CWE-942] our origins, with cookies
public static class OurOrigins
{
    public static void Add(IServiceCollection services, IConfiguration configuration) => services.AddCors(options => options.AddDefaultPolicy(policy => policy
        .WithOrigins(configuration.GetSection("Cors:Origins").Get<string[]>() ?? []).AllowAnyHeader().AllowAnyMethod().AllowCredentials()));
}

// [Bad CWE-942] a star
public static class Star
{
    public static void Use(IApplicationBuilder app) => app.UseCors(policy => policy.WithOrigins("*").AllowAnyMethod().AllowAnyHeader());
}

// [Good CWE-942] localhost
public static class LocalHost
{
    public static void Use(IApplicationBuilder app) => app.UseCors(policy => policy.WithOrigins("http://localhost:3000", "https://localhost:5173").AllowAnyMethod().AllowAnyHeader());
}

// [Bad CWE-942] the origin's end is compared, without the dot
public static class EndsWith
{
    public static void Add(CorsOptions options) => options.AddPolicy("suffix", policy => policy
        .SetIsOriginAllowed(origin => new Uri(origin).Host.EndsWith("example.org")).AllowCredentials());
}

// [Good CWE-942] the origin's end with the dot
public static class EndsWithDot
{
    public static void Add(CorsOptions options) => options.AddPolicy("suffix", policy => policy
        .SetIsOriginAllowed(origin => new Uri(origin).Host is var host && (host == "example.org" || host.EndsWith(".example.org", StringComparison.Ordinal))).AllowCredentials());
}

// [Bad CWE-942] the origin comes back
public class EchoController : ControllerBase
{
    [HttpGet("/echo")]
    public IActionResult Get()
    {
        Response.Headers.AccessControlAllowOrigin = Request.Headers.Origin;
        Response.Headers.AccessControlAllowCredentials = "true";
        return Ok();
    }
}

// [Good CWE-942] the origin comes back if it is known
public class EchoGoodController : ControllerBase
{
    static readonly HashSet<string> s_known = ["https://app.example.org"];

    [HttpGet("/echo-good")]
    public IActionResult Get()
    {
        var origin = Request.Headers.Origin.ToString();
        if (s_known.Contains(origin))
        {
            Response.Headers.AccessControlAllowOrigin = origin;
            Response.Headers.AccessControlAllowCredentials = "true";
        }
        return Ok();
    }
}
