// Other origins by configuration and own middleware.
using Microsoft.AspNetCore.Cors.Infrastructure;

namespace Corpus.Cors.Offices;

// [Bad CWE-942] without a configured list everybody may
public static class Fallback
{
    public static void Add(IServiceCollection services, IConfiguration configuration) => services.AddCors(cors => cors.AddDefaultPolicy(policy =>
    {
        var origins = configuration.GetSection("Cors").GetChildren().Select(each => each.Value!).ToArray();
        if (origins.Length == 0)
            policy.AllowAnyOrigin().AllowAnyMethod().AllowAnyHeader();
        else
            policy.WithOrigins(origins).AllowAnyMethod().AllowAnyHeader();
    }));
}

// [Good CWE-942] without a configured list nobody may
public static class NoFallback
{
    public static void Add(IServiceCollection services, IConfiguration configuration) => services.AddCors(cors => cors.AddDefaultPolicy(policy =>
    {
        var origins = configuration.GetSection("Cors").GetChildren().Select(each => each.Value!).ToArray();
        policy.WithOrigins(origins).AllowAnyMethod().AllowAnyHeader();
    }));
}

// [Bad CWE-942] a provider that answers with what is asked
public sealed class EchoProvider : ICorsPolicyProvider
{
    public Task<CorsPolicy?> GetPolicyAsync(HttpContext context, string? policyName)
    {
        var builder = new CorsPolicyBuilder(context.Request.Headers.Origin.ToString());
        return Task.FromResult<CorsPolicy?>(builder.AllowCredentials().AllowAnyHeader().Build());
    }
}

// [Good CWE-942] a provider with its own list
public sealed class ListProvider(IConfiguration configuration) : ICorsPolicyProvider
{
    public Task<CorsPolicy?> GetPolicyAsync(HttpContext context, string? policyName)
    {
        var builder = new CorsPolicyBuilder(configuration["Cors:Origin"]!);
        return Task.FromResult<CorsPolicy?>(builder.AllowCredentials().AllowAnyHeader().Build());
    }
}
