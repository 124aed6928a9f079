// Other origins.
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.Cors.Workshops;

// [Bad CWE-942] every origin with credentials
public static class Reflecting
{
    public static void Add(IServiceCollection services) => services.AddCors(options => options.AddPolicy("web", policy =>
        policy.SetIsOriginAllowed(origin => origin.Length > 0).AllowAnyHeader().AllowAnyMethod().AllowCredentials()));
}

// [Good CWE-942] origins by name
public static class Named
{
    public static void Add(IServiceCollection services) => services.AddCors(options => options.AddPolicy("web", policy =>
        policy.WithOrigins("https://portal.city.example").AllowAnyHeader().AllowAnyMethod().AllowCredentials()));
}

// [Bad CWE-942] the header repeats what the request said
public sealed class OwnCors(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Headers.TryGetValue("Origin", out var origin))
        {
            context.Response.Headers.AccessControlAllowOrigin = origin;
            context.Response.Headers.AccessControlAllowCredentials = "true";
        }
        return next(context);
    }
}

// [Good CWE-942] the header repeats one of ours
public sealed class OwnListCors(RequestDelegate next)
{
    static readonly HashSet<string> s_origins = new(StringComparer.OrdinalIgnoreCase) { "https://portal.city.example", "https://app.city.example" };

    public Task InvokeAsync(HttpContext context)
    {
        var origin = context.Request.Headers.Origin.ToString();
        if (s_origins.Contains(origin))
        {
            context.Response.Headers.AccessControlAllowOrigin = origin;
            context.Response.Headers.AccessControlAllowCredentials = "true";
        }
        return next(context);
    }
}

// [Bad CWE-942] the end of the name is enough
public static class Ending
{
    public static void Configure(CorsPolicyBuilder policy) => policy.SetIsOriginAllowed(origin => origin.EndsWith("city.example", StringComparison.Ordinal)).AllowCredentials();
}

// [Good CWE-942] the whole host or one below it
public static class WholeHost
{
    public static void Configure(CorsPolicyBuilder policy) => policy.SetIsOriginAllowed(origin => Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.Scheme == "https" && uri.Host.EndsWith(".city.example", StringComparison.Ordinal)).AllowCredentials();
}
