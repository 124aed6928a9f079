using SecureBuild.Testing.Roslyn;
using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Web.SB4002CorsAnyOrigin>;

namespace SecureBuild.Analyzers.Tests.Web;

public sealed class SB4002CorsAnyOriginTests
{
    const string Usings = """
        using System;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Cors.Infrastructure;
        using Microsoft.AspNetCore.Http;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Hosting;

        """;

    [Fact]
    public Task Every_way_to_allow_any_origin_is_reported() => Verify.AnalyzerAsync(Usings + """
        class C
        {
            void M(IServiceCollection services, IApplicationBuilder app, HttpContext context)
            {
                services.AddCors(cors => cors.AddPolicy("a", policy => policy.[|AllowAnyOrigin|]().AllowAnyMethod()));
                services.AddCors(cors => cors.AddDefaultPolicy(policy => { policy.AllowAnyHeader(); policy.[|SetIsOriginAllowed|](_ => true); }));
                app.UseCors(policy => policy.[|WithOrigins|]("*"));
                var policy = new CorsPolicyBuilder().[|AllowAnyOrigin|]().Build();
                var other = [|new CorsPolicyBuilder("*")|].AllowAnyMethod().Build();
                var open = new CorsPolicy { Origins = { [|"*"|] } };
                open.IsOriginAllowed = [|origin => true|];
                open.Origins.Add("https://city.example");
                [|context.Response.Headers["Access-Control-Allow-Origin"] = "*"|];
                [|context.Response.Headers.Append("Access-Control-Allow-Origin", "*")|];
                [|context.Response.Headers.AccessControlAllowOrigin = "*"|];
            }
        }
        """, TestSetup.AspNetCore);

    [Fact]
    public Task Named_origins_credentials_reading_only_and_development_are_not_reported() => Verify.AnalyzerAsync(Usings + """
        class C
        {
            void M(IServiceCollection services, IApplicationBuilder app, IHostEnvironment env, HttpContext context)
            {
                app.UseCors(policy => policy.WithOrigins("https://city.example").AllowAnyMethod());
                app.UseCors(policy => policy.SetIsOriginAllowed(origin => new Uri(origin).Host == "city.example"));
                app.UseCors(policy => policy.AllowAnyOrigin().AllowCredentials()); // SB4001
                app.UseCors(policy => policy.AllowAnyOrigin().WithMethods("GET", "HEAD"));
                app.UseCors(policy => policy.AllowAnyOrigin().WithMethods(HttpMethods.Get));
                app.UseCors(policy => { if (env.IsDevelopment()) policy.AllowAnyOrigin(); else policy.WithOrigins("https://city.example"); });
                if (!env.IsProduction())
                    app.UseCors(policy => policy.AllowAnyOrigin());
        #if !NEVER
                app.UseCors(policy => policy.[|AllowAnyOrigin|]());
        #endif
                context.Response.Headers["Access-Control-Allow-Origin"] = "https://city.example";
                context.Response.Headers["Access-Control-Allow-Methods"] = "*";
            }

            void Local(IApplicationBuilder app, IHostEnvironment env)
            {
                if (!env.IsDevelopment())
                    return;
                app.UseCors(policy => policy.AllowAnyOrigin());
            }
        }
        """, TestSetup.AspNetCore);

    [Fact]
    public Task Without_the_api_nothing_is_reported() => Verify.AnalyzerAsync("""
        class Builder { public Builder AllowAnyOrigin() => this; }
        class C { object M() => new Builder().AllowAnyOrigin(); }
        """);

    [Fact]
    public Task Web_api_is_reported_also_from_source() => Verify.AnalyzerAsync("""
        using System.Web.Http.Cors;
        using System.Web.Cors;
        [[|EnableCors("*", "*", "*")|]] class Open { }
        [EnableCors("https://city.example", "*", "*")] class Named { }
        [EnableCors("*", "*", "*", SupportsCredentials = true)] class WithCredentials { }
        class C
        {
            object Policy() => new CorsPolicy { [|AllowAnyOrigin = true|] };
        }
        namespace System.Web.Http.Cors { public class EnableCorsAttribute : System.Attribute { public EnableCorsAttribute(string origins, string headers, string methods) { } public bool SupportsCredentials { get; set; } } }
        namespace System.Web.Cors { public class CorsPolicy { public bool AllowAnyOrigin { get; set; } public bool SupportsCredentials { get; set; } } }
        """);

    [Fact]
    public Task Origins_that_anybody_can_register_are_reported() => Verify.AnalyzerAsync(Usings + """
        class C
        {
            void M(IApplicationBuilder app)
            {
                app.UseCors(policy => policy.[|SetIsOriginAllowed|](origin => origin.EndsWith("city.example")));
                app.UseCors(policy => policy.[|SetIsOriginAllowed|](origin => origin.StartsWith("https://city.example")));
                app.UseCors(policy => policy.[|SetIsOriginAllowed|](origin => origin != null && new Uri(origin).Host.Contains("city.example")));
                app.UseCors(policy => policy.SetIsOriginAllowed(origin => new Uri(origin).Host.EndsWith(".city.example")));
                app.UseCors(policy => policy.SetIsOriginAllowed(origin => origin == "https://city.example" || origin.EndsWith("://m.city.example")));
                app.UseCors(policy => policy.SetIsOriginAllowed(origin => origin.StartsWith("https://city.example:") || origin.StartsWith("https://city.example:8443")));
                app.UseCors(policy => policy.SetIsOriginAllowed(origin => origin.StartsWith("https://") && new Uri(origin).Host == "city.example"));
            }
        }
        """, TestSetup.AspNetCore);
}
