// Other origins, let in by policies that are made elsewhere.
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Corpus.Cors.Rooms;

// [Bad CWE-942] a class of options with a policy for everybody
public sealed class ConfigureCors : IConfigureOptions<CorsOptions>
{
    public void Configure(CorsOptions options) => options.AddDefaultPolicy(policy => policy.SetIsOriginAllowed(_ => true).AllowAnyHeader().AllowAnyMethod().AllowCredentials());
}

// [Good CWE-942] a class of options with the origins of the configuration
public sealed class ConfigureCorsGood(IConfiguration configuration) : IConfigureOptions<CorsOptions>
{
    public void Configure(CorsOptions options)
    {
        var origins = configuration.GetSection("Cors:Origins").Get<string[]>() ?? [];
        options.AddDefaultPolicy(policy => policy.WithOrigins(origins).AllowAnyHeader().AllowAnyMethod().AllowCredentials());
    }
}

// [Bad CWE-942] a policy object, built and shared
public static class Policies
{
    public static readonly CorsPolicy Open = new CorsPolicyBuilder().SetIsOriginAllowed(IsAllowed).AllowCredentials().AllowAnyHeader().Build();

    static bool IsAllowed(string origin) => !string.IsNullOrEmpty(origin);

    public static void Add(IServiceCollection services) => services.AddCors(options => options.AddPolicy("open", Open));
}

// [Bad CWE-942] the end of the name is compared without a dot
public static class SuffixPolicy
{
    public static IServiceCollection AddPartners(this IServiceCollection services) => services.AddCors(options =>
        options.AddPolicy("partners", policy => policy.SetIsOriginAllowed(origin => new Uri(origin).Host.EndsWith("contoso.com")).AllowCredentials()));
}

// [Good CWE-942] the end of the name with its dot, and https
public static class SuffixPolicyGood
{
    public static IServiceCollection AddPartners(this IServiceCollection services) => services.AddCors(options =>
        options.AddPolicy("partners", policy => policy.SetIsOriginAllowed(origin =>
            Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps && uri.Host.EndsWith(".contoso.com", StringComparison.OrdinalIgnoreCase)).AllowCredentials()));
}

// [Bad CWE-942] a middleware that repeats the origin
public class OpenOrigins(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Headers.TryGetValue("Origin", out var origin))
        {
            context.Response.Headers["Access-Control-Allow-Origin"] = origin;
            context.Response.Headers["Access-Control-Allow-Credentials"] = "true";
        }
        await next(context);
    }
}

// [Good CWE-942] a middleware that repeats an origin of its list
public class ListedOrigins(RequestDelegate next)
{
    static readonly string[] s_origins = ["https://shop.contoso.com", "https://admin.contoso.com"];

    public async Task InvokeAsync(HttpContext context)
    {
        var origin = context.Request.Headers.Origin.ToString();
        if (s_origins.Contains(origin, StringComparer.OrdinalIgnoreCase))
        {
            context.Response.Headers.AccessControlAllowOrigin = origin;
            context.Response.Headers.AccessControlAllowCredentials = "true";
            context.Response.Headers.Vary = "Origin";
        }
        await next(context);
    }
}

// [Bad CWE-942] an origin of the configuration, and everybody where there is none
public static class FallbackOrigins
{
    public static void Use(WebApplication app) => app.UseCors(policy =>
    {
        var origins = app.Configuration["Cors:Origins"] ?? "*";
        policy.WithOrigins(origins.Split(';')).AllowAnyHeader().AllowAnyMethod();
    });
}

// [Good CWE-942] everybody only while developing
public static class DevelopmentOrigins
{
    public static void Use(WebApplication app)
    {
        if (app.Environment.IsDevelopment())
            app.UseCors(policy => policy.AllowAnyOrigin().AllowAnyHeader().AllowAnyMethod());
        else
            app.UseCors(policy => policy.WithOrigins("https://shop.contoso.com"));
    }
}
