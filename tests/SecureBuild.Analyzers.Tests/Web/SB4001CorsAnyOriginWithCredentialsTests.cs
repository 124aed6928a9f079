using SecureBuild.Testing.Roslyn;
using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Web.SB4001CorsAnyOriginWithCredentials>;

namespace SecureBuild.Analyzers.Tests.Web;

public sealed class SB4001CorsAnyOriginWithCredentialsTests
{
    const string Usings = """
        using System;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Cors.Infrastructure;
        using Microsoft.Extensions.DependencyInjection;

        """;

    [Fact]
    public Task Any_origin_in_a_chain_with_credentials_is_reported() => Verify.AnalyzerAsync(Usings + """
        class C
        {
            void M(IServiceCollection services, IApplicationBuilder app)
            {
                services.AddCors(cors => cors.AddPolicy("a", policy => policy.[|AllowAnyOrigin|]().AllowAnyHeader().AllowCredentials()));
                services.AddCors(cors => cors.AddDefaultPolicy(policy => policy.AllowCredentials().[|SetIsOriginAllowed|](_ => true)));
                app.UseCors(policy => policy.[|WithOrigins|]("*").AllowCredentials());
                var built = new CorsPolicyBuilder().[|SetIsOriginAllowed|](origin => { return true; }).AllowCredentials().Build();
            }
        }
        """, TestSetup.AspNetCore);

    [Fact]
    public Task Statements_on_one_builder_are_reported() => Verify.AnalyzerAsync(Usings + """
        class C
        {
            void M(IApplicationBuilder app, CorsPolicyBuilder shared)
            {
                app.UseCors(policy =>
                {
                    policy.[|SetIsOriginAllowed|](Anybody);
                    policy.AllowAnyMethod().AllowCredentials();
                });
                var builder = new CorsPolicyBuilder();
                builder.[|AllowAnyOrigin|]();
                builder.AllowCredentials();
            }

            static bool Anybody(string origin) => true;
        }
        """, TestSetup.AspNetCore);

    [Fact]
    public Task A_policy_object_is_reported() => Verify.AnalyzerAsync(Usings + """
        class C
        {
            void M()
            {
                var policy = new CorsPolicy();
                [|policy.Origins.Add("*")|];
                policy.SupportsCredentials = true;
                var initialised = new CorsPolicy { Origins = { [|"*"|] }, SupportsCredentials = true };
                CorsPolicy open = new() { IsOriginAllowed = [|_ => true|], SupportsCredentials = true };
            }
        }
        """, TestSetup.AspNetCore);

    [Fact]
    public Task Named_origins_or_no_credentials_are_not_reported() => Verify.AnalyzerAsync(Usings + """
        class C
        {
            void M(IServiceCollection services, IApplicationBuilder app, bool isPublic)
            {
                services.AddCors(cors => cors.AddPolicy("a", policy => policy.WithOrigins("https://city.example").AllowCredentials()));
                services.AddCors(cors => { cors.AddPolicy("open", policy => policy.AllowAnyOrigin()); cors.AddPolicy("own", policy => policy.WithOrigins("https://city.example").AllowCredentials()); });
                app.UseCors(policy => policy.SetIsOriginAllowed(origin => new Uri(origin).Host == "city.example").AllowCredentials());
                app.UseCors(policy => policy.AllowAnyOrigin().DisallowCredentials());
                app.UseCors(policy =>
                {
                    if (isPublic)
                        policy.AllowAnyOrigin();
                    else
                        policy.WithOrigins("https://city.example").AllowCredentials();
                });
                var policy = new CorsPolicy { Origins = { "https://city.example" }, SupportsCredentials = true };
                var open = new CorsPolicy { Origins = { "*" }, SupportsCredentials = false };
            }
        }
        """, TestSetup.AspNetCore);

    [Fact]
    public Task Without_the_api_nothing_is_reported() => Verify.AnalyzerAsync("""
        class Builder { public Builder AllowAnyOrigin() => this; public Builder AllowCredentials() => this; }
        class C { object M() => new Builder().AllowAnyOrigin().AllowCredentials(); }
        """);
}
