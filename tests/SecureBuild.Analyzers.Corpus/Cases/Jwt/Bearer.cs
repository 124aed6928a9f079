using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Shop.Bearer;

public static class Registration
{
    // [Bad CWE-347] the audience is not checked
    public static void AddAny(IServiceCollection services) =>
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(options =>
        {
            options.Authority = "https://login.shop.example";
            options.TokenValidationParameters = new TokenValidationParameters { ValidateAudience = false };
        });

    // [Good CWE-347] the audience is named
    public static void AddNamed(IServiceCollection services) =>
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(options =>
        {
            options.Authority = "https://login.shop.example";
            options.Audience = "orders";
        });

    // [Bad CWE-319] the keys are fetched over HTTP
    public static void AddPlain(IServiceCollection services) =>
        services.AddAuthentication().AddJwtBearer(options =>
        {
            options.Authority = "http://login.internal.example";
            options.RequireHttpsMetadata = false;
        });

    // [Good CWE-319] HTTP for developers only
    public static void AddDevelopment(IServiceCollection services, IWebHostEnvironment environment) =>
        services.AddAuthentication().AddJwtBearer(options =>
        {
            options.Authority = "https://login.shop.example";
            options.Audience = "orders";
            options.RequireHttpsMetadata = !environment.IsDevelopment();
        });

    // [Bad CWE-347] by the options pattern
    public static void Configure(IServiceCollection services) =>
        services.Configure<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme, options =>
        {
            options.TokenValidationParameters.ValidateIssuerSigningKey = false;
            options.TokenValidationParameters.ValidateIssuer = false;
        });

    // [Good CWE-347] by the options pattern, strict
    public static void ConfigureStrict(IServiceCollection services) =>
        services.PostConfigure<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme, options =>
        {
            options.TokenValidationParameters.ValidateIssuer = true;
            options.TokenValidationParameters.ValidAlgorithms = [SecurityAlgorithms.RsaSha256];
        });

    // [Bad CWE-345] the sign-in has no nonce
    public static void AddOpenId(IServiceCollection services) =>
        services.AddAuthentication().AddOpenIdConnect(options =>
        {
            options.Authority = "https://login.shop.example";
            options.ProtocolValidator = new OpenIdConnectProtocolValidator { RequireNonce = false };
        });

    // [Good CWE-345] the sign-in with the defaults
    public static void AddOpenIdDefault(IServiceCollection services, IConfiguration configuration) =>
        services.AddAuthentication().AddOpenIdConnect(options =>
        {
            options.Authority = "https://login.shop.example";
            options.ClientId = configuration["Oidc:ClientId"];
            options.ClientSecret = configuration["Oidc:ClientSecret"];
            options.ResponseType = "code";
        });

    // [Bad CWE-319] OpenID Connect's metadata over HTTP
    public static void AddOpenIdPlain(IServiceCollection services) =>
        services.AddAuthentication().AddOpenIdConnect("corp", options => options.RequireHttpsMetadata = false);

    // [Good CWE-319] OpenID Connect's metadata over HTTPS
    public static void AddOpenIdSecure(IServiceCollection services) =>
        services.AddAuthentication().AddOpenIdConnect("corp", options => options.RequireHttpsMetadata = true);
}
