using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Shop.Cors1;

public static class Registration
{
    // [Bad CWE-942] any origin with credentials, by the back door
    public static void AddAll(IServiceCollection services) => services.AddCors(options =>
        options.AddPolicy("all", policy => policy.SetIsOriginAllowed(_ => true).AllowCredentials().AllowAnyHeader().AllowAnyMethod()));

    // [Good CWE-942] two origins with credentials
    public static void AddTwo(IServiceCollection services) => services.AddCors(options =>
        options.AddPolicy("two", policy => policy.WithOrigins("https://shop.example", "https://admin.shop.example").AllowCredentials().AllowAnyHeader().AllowAnyMethod()));

    // [Bad CWE-942] any origin by default
    public static void AddDefault(IServiceCollection services) => services.AddCors(options =>
        options.AddDefaultPolicy(policy => policy.AllowAnyOrigin().AllowAnyHeader().AllowAnyMethod()));

    // [Good CWE-942] origins of the configuration
    public static void AddConfigured(IServiceCollection services, IConfiguration configuration) => services.AddCors(options =>
        options.AddDefaultPolicy(policy => policy.WithOrigins(configuration.GetSection("Cors:Origins").Get<string[]>() ?? []).AllowAnyHeader()));

    // [Bad CWE-942] the star as an origin
    public static void AddStar(IServiceCollection services) => services.AddCors(options =>
        options.AddPolicy("star", policy => policy.WithOrigins("*").WithMethods("PUT", "DELETE")));

    // [Good CWE-942] subdomains of ours
    public static void AddSubdomains(IServiceCollection services) => services.AddCors(options =>
        options.AddPolicy("sub", policy => policy.WithOrigins("https://*.shop.example").SetIsOriginAllowedToAllowWildcardSubdomains().AllowAnyHeader()));

    // [Bad CWE-346] a suffix without a dot
    public static void AddSuffix(IServiceCollection services) => services.AddCors(options =>
        options.AddPolicy("suffix", policy => policy.SetIsOriginAllowed(origin => origin.EndsWith("shop.example")).AllowCredentials()));

    // [Good CWE-346] the host is compared
    public static void AddHost(IServiceCollection services) => services.AddCors(options =>
        options.AddPolicy("host", policy => policy.SetIsOriginAllowed(origin => new Uri(origin).Host == "shop.example").AllowCredentials()));

    // [Bad CWE-942] the middleware's own policy
    public static void Use(WebApplication app) => app.UseCors(policy => policy.AllowAnyOrigin().AllowAnyMethod());

    // [Good CWE-942] the middleware's own policy with an origin
    public static void UseOne(WebApplication app) => app.UseCors(policy => policy.WithOrigins("https://shop.example").AllowAnyMethod());

    // [Good CWE-942] any origin while developing
    public static void UseDevelopment(WebApplication app)
    {
        if (app.Environment.IsDevelopment())
            app.UseCors(policy => policy.AllowAnyOrigin().AllowAnyMethod().AllowAnyHeader());
    }

    // [Bad CWE-942] a policy object
    public static CorsPolicy Build()
    {
        var policy = new CorsPolicy { SupportsCredentials = false };
        policy.Origins.Add("*");
        policy.Headers.Add("*");
        return policy;
    }

    // [Good CWE-942] a policy object with an origin
    public static CorsPolicy BuildOne()
    {
        var policy = new CorsPolicy { SupportsCredentials = true };
        policy.Origins.Add("https://shop.example");
        return policy;
    }

    // [Bad CWE-942] a builder that is used step by step
    public static CorsPolicy Steps()
    {
        var builder = new CorsPolicyBuilder();
        builder.AllowAnyOrigin();
        builder.WithExposedHeaders("X-Total");
        return builder.Build();
    }
}

public class DataController : Controller
{
    // [Bad CWE-942] the header by hand
    public IActionResult Open()
    {
        Response.Headers.AccessControlAllowOrigin = "*";
        return Json(new { Balance = 12.5m });
    }

    // [Good CWE-942] the header by hand with our origin
    public IActionResult Ours()
    {
        Response.Headers.AccessControlAllowOrigin = "https://shop.example";
        return Json(new { Balance = 12.5m });
    }

    // [Bad CWE-346] whoever asks is allowed, with credentials
    public IActionResult Echo()
    {
        Response.Headers["Access-Control-Allow-Origin"] = Request.Headers["Origin"];
        Response.Headers["Access-Control-Allow-Credentials"] = "true";
        return Json(new { Balance = 12.5m });
    }

    // [Good CWE-346] who asks is compared
    public IActionResult EchoKnown()
    {
        var origin = Request.Headers.Origin.ToString();
        if (origin == "https://shop.example" || origin == "https://m.shop.example")
        {
            Response.Headers["Access-Control-Allow-Origin"] = origin;
            Response.Headers.Vary = "Origin";
        }
        return Json(new { Balance = 12.5m });
    }

    // [Bad CWE-942] appended by name
    public IActionResult Appended()
    {
        HttpContext.Response.Headers.Append("Access-Control-Allow-Origin", "*");
        return NoContent();
    }

    // [Good CWE-942] another header
    public IActionResult Timing()
    {
        HttpContext.Response.Headers.Append("Timing-Allow-Origin", "https://shop.example");
        HttpContext.Response.Headers.Append("Accept-Patch", "*");
        return NoContent();
    }
}
