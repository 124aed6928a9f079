using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace Shop.Cookies2;

public static class Registration
{
    // [Bad CWE-614] the sign-in cookie over HTTP
    public static void AddPlain(IServiceCollection services) =>
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(options => options.Cookie.SecurePolicy = CookieSecurePolicy.None);

    // [Good CWE-614] the sign-in cookie over HTTPS
    public static void AddSecure(IServiceCollection services) =>
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(options => options.Cookie.SecurePolicy = CookieSecurePolicy.Always);

    // [Bad CWE-1004] the sign-in cookie for scripts
    public static void AddScripted(IServiceCollection services) =>
        services.AddAuthentication().AddCookie("app", options =>
        {
            options.Cookie.Name = "shop.auth";
            options.Cookie.HttpOnly = false;
        });

    // [Good CWE-1004] the sign-in cookie with its defaults
    public static void AddDefault(IServiceCollection services) =>
        services.AddAuthentication().AddCookie("app", options =>
        {
            options.Cookie.Name = "shop.auth";
            options.SlidingExpiration = true;
        });

    // [Bad CWE-1004] the session's cookie
    public static void AddSession(IServiceCollection services) => services.AddSession(session =>
    {
        session.IdleTimeout = TimeSpan.FromMinutes(20);
        session.Cookie.HttpOnly = false;
    });

    // [Good CWE-1004] the session's cookie is protected
    public static void AddSafeSession(IServiceCollection services) => services.AddSession(session =>
    {
        session.IdleTimeout = TimeSpan.FromMinutes(20);
        session.Cookie.HttpOnly = true;
        session.Cookie.SecurePolicy = CookieSecurePolicy.Always;
        session.Cookie.SameSite = SameSiteMode.Strict;
    });

    // [Bad CWE-614] the application's cookie of Identity
    public static void ConfigureIdentity(IServiceCollection services) =>
        services.ConfigureApplicationCookie(options =>
        {
            options.LoginPath = "/login";
            options.Cookie.SecurePolicy = CookieSecurePolicy.None;
        });

    // [Good CWE-614] the application's cookie of Identity, protected
    public static void ConfigureIdentitySafely(IServiceCollection services) =>
        services.ConfigureApplicationCookie(options =>
        {
            options.LoginPath = "/login";
            options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
            options.ExpireTimeSpan = TimeSpan.FromHours(1);
        });

    // [Bad CWE-614] antiforgery's cookie
    public static void AddAntiforgery(IServiceCollection services) => services.AddAntiforgery(options =>
    {
        options.Cookie.SecurePolicy = CookieSecurePolicy.None;
        options.HeaderName = "X-XSRF-TOKEN";
    });

    // [Good CWE-614] antiforgery's cookie, protected
    public static void AddSafeAntiforgery(IServiceCollection services) => services.AddAntiforgery(options =>
    {
        options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
        options.HeaderName = "X-XSRF-TOKEN";
    });

    // [Good CWE-614] the unsafe setting is for developers
    public static void AddForDevelopers(IServiceCollection services, IHostEnvironment environment) =>
        services.Configure<CookieAuthenticationOptions>(CookieAuthenticationDefaults.AuthenticationScheme, options =>
            options.Cookie.SecurePolicy = environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always);

    // [Bad CWE-1275] the sign-in cookie goes everywhere
    public static void AddEverywhere(IServiceCollection services) =>
        services.Configure<CookieAuthenticationOptions>(CookieAuthenticationDefaults.AuthenticationScheme, options =>
        {
            options.Cookie.SameSite = SameSiteMode.None;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });

    // [Bad CWE-1004] a builder replaces the cookie
    public static void Replace(CookieAuthenticationOptions options) =>
        options.Cookie = new CookieBuilder { Name = "auth", HttpOnly = false, SecurePolicy = CookieSecurePolicy.Always };

    // [Good CWE-1004] a builder replaces the cookie and keeps the flags
    public static void ReplaceSafely(CookieAuthenticationOptions options) =>
        options.Cookie = new CookieBuilder { Name = "auth", HttpOnly = true, SecurePolicy = CookieSecurePolicy.Always, SameSite = SameSiteMode.Lax };
}
