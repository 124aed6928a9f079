namespace Parcelpoint.Web;

public static class CorsModule
{
    // [Bad CWE-942] the origins of the configuration, or all
    public static IServiceCollection AddOrigins(this IServiceCollection services, IConfiguration configuration) =>
        services.AddCors(o => o.AddPolicy("spa", p => p.WithOrigins(configuration.GetSection("Cors").Get<string[]>() ?? ["*"]).AllowAnyHeader().AllowAnyMethod()));

    // [Good CWE-942] the origins of the configuration, or none
    public static IServiceCollection AddListedOrigins(this IServiceCollection services, IConfiguration configuration) =>
        services.AddCors(o => o.AddPolicy("spa", p => p.WithOrigins(configuration.GetSection("Cors").Get<string[]>() ?? []).AllowAnyHeader().AllowAnyMethod()));

    // [Bad CWE-942] a middleware of our own reflects the origin
    public static IApplicationBuilder UseOrigins(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        context.Response.Headers.AccessControlAllowOrigin = context.Request.Headers.Origin;
        context.Response.Headers.AccessControlAllowCredentials = "true";
        await next(context);
    });

    // [Good CWE-942] a middleware of our own names our site
    public static IApplicationBuilder UseOwnOrigin(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        context.Response.Headers.AccessControlAllowOrigin = "https://app.parcelpoint.example";
        context.Response.Headers.AccessControlAllowCredentials = "true";
        await next(context);
    });
}
