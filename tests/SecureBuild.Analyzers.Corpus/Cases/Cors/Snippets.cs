// Other origins, as they stand in small samples.
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.Cors.Snippets;

// [Bad CWE-942] a policy that a builder makes
public static class BuilderPolicy
{
    public static CorsPolicy Make()
    {
        var builder = new CorsPolicyBuilder();
        builder.AllowAnyHeader();
        builder.AllowAnyMethod();
        builder.SetIsOriginAllowed(_ => true);
        builder.AllowCredentials();
        return builder.Build();
    }
}

// [Good CWE-942] a policy that a builder makes for our subdomains
public static class SubdomainPolicy
{
    public static CorsPolicy Make()
    {
        var builder = new CorsPolicyBuilder();
        builder.AllowAnyHeader();
        builder.SetIsOriginAllowedToAllowWildcardSubdomains();
        builder.WithOrigins("https://*.example.org");
        builder.AllowCredentials();
        return builder.Build();
    }
}

// [Bad CWE-942] the origins of a policy, by its lists
public static class ListPolicy
{
    public static CorsPolicy Make()
    {
        var policy = new CorsPolicy { SupportsCredentials = true };
        policy.Headers.Add("*");
        policy.IsOriginAllowed = origin => true;
        return policy;
    }
}

// [Bad CWE-942] a star in the list of origins
public static class StarPolicy
{
    public static void Add(IServiceCollection services) => services.AddCors(options =>
    {
        var policy = new CorsPolicy();
        policy.Origins.Add("*");
        policy.Methods.Add("*");
        options.AddPolicy("public", policy);
    });
}

// [Good CWE-942] our front end in the list of origins
public static class FrontEndPolicy
{
    public static void Add(IServiceCollection services) => services.AddCors(options =>
    {
        var policy = new CorsPolicy { SupportsCredentials = true };
        policy.Origins.Add("https://shop.example.org");
        policy.Methods.Add("GET");
        options.AddPolicy("shop", policy);
    });
}

// [Bad CWE-346] every origin that ends with our name
public static class SuffixPolicy
{
    public static void Add(IServiceCollection services) => services.AddCors(options => options.AddDefaultPolicy(policy =>
        policy.SetIsOriginAllowed(origin => origin.EndsWith("example.org")).AllowCredentials()));
}

// [Good CWE-346] hosts that are ours
public static class HostPolicy
{
    public static void Add(IServiceCollection services) => services.AddCors(options => options.AddDefaultPolicy(policy =>
        policy.SetIsOriginAllowed(origin => Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.Scheme == "https" && (uri.Host == "example.org" || uri.Host.EndsWith(".example.org", StringComparison.Ordinal))).AllowCredentials()));
}

// [Bad CWE-346] every origin that holds our name
public static class ContainsPolicy
{
    public static void Add(IServiceCollection services) => services.AddCors(options => options.AddPolicy("app", policy =>
    {
        policy.SetIsOriginAllowed(IsOurs);
        policy.AllowAnyHeader().AllowAnyMethod().AllowCredentials();
    }));

    static bool IsOurs(string origin) => origin.Contains("example.org");
}

// [Good CWE-346] a set of origins
public static class SetPolicy
{
    static readonly HashSet<string> s_origins = new(StringComparer.OrdinalIgnoreCase) { "https://example.org", "https://www.example.org" };

    public static void Add(IServiceCollection services) => services.AddCors(options => options.AddPolicy("app", policy =>
    {
        policy.SetIsOriginAllowed(IsOurs);
        policy.AllowAnyHeader().AllowAnyMethod().AllowCredentials();
    }));

    static bool IsOurs(string origin) => s_origins.Contains(origin);
}

// [Bad CWE-942] a filter that answers with the origin that asks
public class EchoOriginAttribute : Microsoft.AspNetCore.Mvc.Filters.ActionFilterAttribute
{
    public override void OnActionExecuting(Microsoft.AspNetCore.Mvc.Filters.ActionExecutingContext context)
    {
        var request = context.HttpContext.Request;
        var headers = context.HttpContext.Response.Headers;
        if (request.Headers.TryGetValue("Origin", out var origin))
        {
            headers["Access-Control-Allow-Origin"] = origin;
            headers["Access-Control-Allow-Credentials"] = "true";
        }
    }
}

// [Good CWE-942] a filter that answers with the origin if it is known
public class KnownOriginAttribute : Microsoft.AspNetCore.Mvc.Filters.ActionFilterAttribute
{
    static readonly string[] s_known = ["https://shop.example.org", "https://admin.example.org"];

    public override void OnActionExecuting(Microsoft.AspNetCore.Mvc.Filters.ActionExecutingContext context)
    {
        var request = context.HttpContext.Request;
        var headers = context.HttpContext.Response.Headers;
        if (request.Headers.TryGetValue("Origin", out var origin) && Array.IndexOf(s_known, origin.ToString()) >= 0)
        {
            headers["Access-Control-Allow-Origin"] = origin;
            headers["Access-Control-Allow-Credentials"] = "true";
            headers["Vary"] = "Origin";
        }
    }
}

// [Bad CWE-942] a constant of the class names any origin
public static class ConstantStar
{
    const string Anybody = "*";

    public static void Answer(HttpResponse response)
    {
        response.Headers.AccessControlAllowOrigin = Anybody;
        response.Headers.AccessControlAllowMethods = "GET, POST, DELETE";
    }
}

// [Good CWE-942] the origins stand in the configuration
public static class ConfiguredOrigins
{
    public static void Add(WebApplicationBuilder builder)
    {
        var origins = builder.Configuration.GetSection("Cors:Origins").Get<string[]>() ?? [];
        builder.Services.AddCors(options => options.AddDefaultPolicy(policy => policy.WithOrigins(origins).AllowCredentials().AllowAnyHeader()));
    }
}

// [Bad CWE-942] the origin "null" is every sandboxed frame
public static class NullOrigin
{
    public static void Add(IServiceCollection services) => services.AddCors(options => options.AddPolicy("files", policy =>
        policy.WithOrigins("null", "https://example.org").AllowCredentials()));
}

// [Bad CWE-942] a route for anybody's scripts with the user's cookies
public static class Endpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/me", (HttpContext context) => context.User.Identity!.Name)
        .RequireCors(policy => policy.SetIsOriginAllowed(origin => !string.IsNullOrEmpty(origin)).AllowCredentials());
}

// [Good CWE-942] a route for one front end
public static class SafeEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/me", (HttpContext context) => context.User.Identity!.Name)
        .RequireCors(policy => policy.WithOrigins("https://shop.example.org").AllowCredentials());
}
