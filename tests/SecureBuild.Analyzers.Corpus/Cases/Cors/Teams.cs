// Other origins, as teams let them in.
using Microsoft.AspNetCore.Cors;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.Cors.Teams;

// [Bad CWE-942] whoever has our name at the end
public static class Suffix
{
    public static void Add(IServiceCollection services) => services.AddCors(cors => cors.AddPolicy("own", policy => policy
        .SetIsOriginAllowed(origin => new Uri(origin).Host.EndsWith("example.org"))
        .AllowAnyHeader().AllowCredentials()));
}

// [Good CWE-942] whoever is below our name
public static class Subdomain
{
    public static void Add(IServiceCollection services) => services.AddCors(cors => cors.AddPolicy("own", policy => policy
        .SetIsOriginAllowed(origin => new Uri(origin).Host.EndsWith(".example.org", StringComparison.OrdinalIgnoreCase))
        .AllowAnyHeader().AllowCredentials()));
}

// [Bad CWE-942] a policy object, put together
public static class PolicyObject
{
    public static CorsPolicy Create()
    {
        var policy = new CorsPolicy { SupportsCredentials = true };
        policy.IsOriginAllowed = _ => true;
        policy.Headers.Add("*");
        return policy;
    }
}

// [Good CWE-942] a policy object with one origin
public static class OneOriginObject
{
    public static CorsPolicy Create()
    {
        var policy = new CorsPolicy { SupportsCredentials = true };
        policy.Origins.Add("https://www.example.org");
        policy.Headers.Add("*");
        return policy;
    }
}

// [Bad CWE-942] middleware of our own says who asks
public sealed class OwnCors(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Headers.Origin is [{ } origin, ..])
        {
            context.Response.Headers.AccessControlAllowOrigin = origin;
            context.Response.Headers.AccessControlAllowCredentials = "true";
        }
        return next(context);
    }
}

// [Good CWE-942] middleware of our own that knows who may
public sealed class ListedCors(RequestDelegate next)
{
    static readonly HashSet<string> s_origins = ["https://www.example.org", "https://m.example.org"];

    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Headers.Origin is [{ } origin, ..] && s_origins.Contains(origin))
        {
            context.Response.Headers.AccessControlAllowOrigin = origin;
            context.Response.Headers.AccessControlAllowCredentials = "true";
        }
        return next(context);
    }
}

// [Bad CWE-942] the origins of an array, a star among them
public static class StarInArray
{
    static readonly string[] s_origins = ["https://www.example.org", "*"];

    public static void Use(WebApplication app) => app.UseCors(policy => policy.WithOrigins(s_origins).WithMethods("GET", "POST"));
}
