// Who may read our answers.
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Corpus.Cors.Exercises;

// [Bad CWE-942] a policy provider that gives back what every caller asks for
public class EchoProvider : ICorsPolicyProvider
{
    public Task<CorsPolicy?> GetPolicyAsync(HttpContext context, string? policyName)
    {
        var policy = new CorsPolicy { SupportsCredentials = true };
        policy.Origins.Add(context.Request.Headers.Origin.ToString());
        return Task.FromResult<CorsPolicy?>(policy);
    }
}

// [Good CWE-942] a policy provider that looks the origin up
public class TenantProvider(IReadOnlySet<string> tenants) : ICorsPolicyProvider
{
    public Task<CorsPolicy?> GetPolicyAsync(HttpContext context, string? policyName)
    {
        var origin = context.Request.Headers.Origin.ToString();
        var policy = new CorsPolicy { SupportsCredentials = true };
        if (tenants.Contains(origin))
            policy.Origins.Add(origin);
        return Task.FromResult<CorsPolicy?>(policy);
    }
}

// [Bad CWE-942] a filter that sets the header by its name in a constant
public class OpenFilter : ActionFilterAttribute
{
    private const string AllowOrigin = "Access-Control-Allow-Origin";

    public override void OnResultExecuting(ResultExecutingContext context) =>
        context.HttpContext.Response.Headers[AllowOrigin] = "*";
}

// [Good CWE-942] a filter that names our site
public class SiteFilter : ActionFilterAttribute
{
    private const string AllowOrigin = "Access-Control-Allow-Origin";

    public override void OnResultExecuting(ResultExecutingContext context) =>
        context.HttpContext.Response.Headers[AllowOrigin] = "https://www.example.org";
}

// [Bad CWE-942] any of the origins, when the list of the configuration is empty
public static class EmptyList
{
    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        var origins = configuration.GetSection("Cors").Get<string[]>() ?? ["*"];
        services.AddCors(options => options.AddPolicy("web", policy => policy.WithOrigins(origins).AllowAnyHeader()));
    }
}

// [Good CWE-942] nobody, when the list of the configuration is empty
public static class EmptyListNobody
{
    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        var origins = configuration.GetSection("Cors").Get<string[]>() ?? [];
        services.AddCors(options => options.AddPolicy("web", policy => policy.WithOrigins(origins).AllowAnyHeader()));
    }
}

// [Bad CWE-942] the check of an origin looks at its end only
public static class SuffixCheck
{
    public static void Add(IServiceCollection services) =>
        services.AddCors(options => options.AddDefaultPolicy(policy => policy
            .SetIsOriginAllowed(IsOurs)
            .AllowCredentials()));

    static bool IsOurs(string origin) => origin.EndsWith("example.org", StringComparison.OrdinalIgnoreCase);
}

// [Good CWE-942] the check of an origin looks at its host
public static class HostCheck
{
    public static void Add(IServiceCollection services) =>
        services.AddCors(options => options.AddDefaultPolicy(policy => policy
            .SetIsOriginAllowed(IsOurs)
            .AllowCredentials()));

    static bool IsOurs(string origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps && (uri.Host == "example.org" || uri.Host.EndsWith(".example.org", StringComparison.Ordinal));
}

// [Bad CWE-942] a middleware that echoes and allows credentials
public class CrossOriginMiddleware(RequestDelegate next)
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

// [Bad CWE-942] the origin null is one that every sandbox has
public static class NullOrigin
{
    public static void Use(WebApplication app) =>
        app.UseCors(policy => policy.WithOrigins("https://app.example.org", "null").AllowCredentials());
}
