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

    [Fact]
    public Task Every_way_to_let_all_origins_in_is_reported() => Verify.AnalyzerAsync(Usings + """
        class C
        {
            static readonly string[] s_all = { "*" };
            static readonly Func<string, bool> s_anybody = _ => true;
            void M(IApplicationBuilder app)
            {
                app.UseCors(policy => policy.[|WithOrigins|](s_all).AllowCredentials());
                app.UseCors(policy => policy.[|SetIsOriginAllowed|](s_anybody).AllowCredentials());
                app.UseCors(policy => policy.[|SetIsOriginAllowed|](origin => !string.IsNullOrEmpty(origin)).AllowCredentials());
                app.UseCors(policy => policy.[|SetIsOriginAllowed|](origin => origin != null).AllowCredentials());
                var built = [|new CorsPolicyBuilder("*")|].AllowCredentials().Build();
                var policy = new CorsPolicy { SupportsCredentials = true };
                [|policy.Origins.Add(CorsConstants.AnyOrigin)|];
                app.UseCors(policy => policy.SetIsOriginAllowed(origin => origin.EndsWith(".city.example")).AllowCredentials());
                app.UseCors(policy => policy.WithOrigins("https://city.example").WithHeaders("*").AllowCredentials());
            }
        }
        """, TestSetup.AspNetCore);

    [Fact]
    public Task Headers_by_hand_that_repeat_the_origin_are_reported() => Verify.AnalyzerAsync(Usings + """
        using System.Collections.Generic;
        using Microsoft.AspNetCore.Http;
        class C
        {
            void M(IApplicationBuilder app, HashSet<string> allowed)
            {
                app.Use((context, next) =>
                {
                    [|context.Response.Headers["Access-Control-Allow-Origin"] = context.Request.Headers["Origin"]|];
                    context.Response.Headers["Access-Control-Allow-Credentials"] = "true";
                    return next(context);
                });
                app.Use((context, next) =>
                {
                    var origin = context.Request.Headers.Origin.ToString();
                    if (!string.IsNullOrEmpty(origin))
                    {
                        [|context.Response.Headers.Append("Access-Control-Allow-Origin", origin)|];
                        context.Response.Headers.AccessControlAllowCredentials = "true";
                    }
                    return next(context);
                });
                app.Use((context, next) =>
                {
                    var origin = context.Request.Headers["Origin"].ToString();
                    if (allowed.Contains(origin))
                    {
                        context.Response.Headers["Access-Control-Allow-Origin"] = origin;
                        context.Response.Headers["Access-Control-Allow-Credentials"] = "true";
                    }
                    return next(context);
                });
                app.Use((context, next) =>
                {
                    context.Response.Headers["Access-Control-Allow-Origin"] = "https://city.example";
                    context.Response.Headers["Access-Control-Allow-Credentials"] = "true";
                    return next(context);
                });
                app.Use((context, next) =>
                {
                    context.Response.Headers["Access-Control-Allow-Origin"] = context.Request.Headers.Origin;
                    return next(context);
                });
            }
        }
        """, TestSetup.AspNetCore);

    [Fact]
    public Task Web_api_and_owin_are_reported() => Verify.AnalyzerAsync("""
        using System.Web.Http.Cors;
        using System.Web.Cors;
        using Microsoft.Owin.Cors;
        [[|EnableCors("*", "*", "*", SupportsCredentials = true)|]] class Open { }
        [EnableCors("https://city.example", "*", "*", SupportsCredentials = true)] class Named { }
        [EnableCors("*", "*", "*")] class Public { }
        class C
        {
            object Attribute() => [|new EnableCorsAttribute(headers: "*", origins: "*", methods: "*") { SupportsCredentials = true }|];
            object Policy() => new CorsPolicy { [|AllowAnyOrigin = true|], SupportsCredentials = true };
            object Harmless() => new CorsPolicy { AllowAnyOrigin = true };
            object All() => [|CorsOptions.AllowAll|];
        }
        """, new TestSetup
    {
        Stubs =
        [
            ("Cors.cs", """
                namespace System.Web.Http.Cors { public class EnableCorsAttribute : System.Attribute { public EnableCorsAttribute(string origins, string headers, string methods) { } public bool SupportsCredentials { get; set; } } }
                namespace System.Web.Cors { public class CorsPolicy { public bool AllowAnyOrigin { get; set; } public bool SupportsCredentials { get; set; } } }
                namespace Microsoft.Owin.Cors { public class CorsOptions { public static CorsOptions AllowAll => null; } }
                """),
        ],
    });
}
