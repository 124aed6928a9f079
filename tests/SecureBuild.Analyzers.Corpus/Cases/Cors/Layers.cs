using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Extensions.Options;

namespace Layers;

public sealed class CorsSettings { public string[] Origins { get; set; } = []; }

// [Bad CWE-942] any origin with its cookies
public static class OpenCors
{
    public static IServiceCollection AddOpenCors(this IServiceCollection services) => services.AddCors(options =>
        options.AddPolicy("open", policy => policy.SetIsOriginAllowed(origin => true).AllowAnyHeader().AllowAnyMethod().AllowCredentials()));
}

// [Good CWE-942] the origins of the settings
public static class KnownCors
{
    public static IServiceCollection AddKnownCors(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = configuration.GetSection("Cors").Get<CorsSettings>() ?? new CorsSettings();
        return services.AddCors(options => options.AddDefaultPolicy(policy => policy.WithOrigins(settings.Origins).AllowAnyHeader().AllowCredentials()));
    }
}

// [Bad CWE-942] the origin comes back as it came
public sealed class EchoMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var origin = context.Request.Headers.Origin;
        context.Response.Headers.AccessControlAllowOrigin = origin;
        context.Response.Headers.AccessControlAllowCredentials = "true";
        return next(context);
    }
}

// [Good CWE-942] the origin comes back if it is known
public sealed class KnownMiddleware(RequestDelegate next, IOptions<CorsSettings> options)
{
    public Task InvokeAsync(HttpContext context)
    {
        var origin = context.Request.Headers.Origin.ToString();
        if (options.Value.Origins.Contains(origin))
        {
            context.Response.Headers.AccessControlAllowOrigin = origin;
            context.Response.Headers.Vary = "Origin";
        }
        return next(context);
    }
}

// [Bad CWE-942] every host that ends so
public static class SuffixCors
{
    public static void Use(WebApplication app) => app.UseCors(policy => policy.SetIsOriginAllowed(origin => origin.EndsWith("example.com")).AllowCredentials());
}

// [Good CWE-942] a host and its subdomains
public static class HostCors
{
    public static void Use(WebApplication app) => app.UseCors(policy => policy.SetIsOriginAllowed(origin => new Uri(origin).Host is "example.com" or "www.example.com").AllowCredentials());
}

// [Bad CWE-942] a policy by its builder
public static class BuiltCors
{
    public static CorsPolicy Build() => new CorsPolicyBuilder().AllowAnyOrigin().AllowAnyMethod().AllowAnyHeader().Build();
}

// [Good CWE-942] a policy by its builder for one origin
public static class SafeBuiltCors
{
    public static CorsPolicy Build() => new CorsPolicyBuilder("https://www.example.com").AllowAnyMethod().Build();
}
