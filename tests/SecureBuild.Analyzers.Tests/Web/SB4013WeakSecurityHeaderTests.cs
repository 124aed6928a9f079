using SecureBuild.Testing.Roslyn;
using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Web.SB4013WeakSecurityHeader>;

namespace SecureBuild.Analyzers.Tests.Web;

public sealed class SB4013WeakSecurityHeaderTests
{
    [Fact]
    public Task Values_that_do_not_protect_are_reported() => Verify.AnalyzerAsync("""
        using System;
        using Microsoft.AspNetCore.Antiforgery;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.HttpsPolicy;
        using Microsoft.Extensions.DependencyInjection;
        class C
        {
            void M(HttpResponse response, IServiceCollection services, string nonce)
            {
                [|response.Headers["X-Frame-Options"] = "ALLOWALL"|];
                [|response.Headers.Append("X-Frame-Options", "ALLOW-FROM https://city.example")|];
                [|response.Headers.ContentSecurityPolicy = "default-src 'self'; script-src 'self' 'unsafe-inline'"|];
                [|response.Headers["Content-Security-Policy"] = "default-src *"|];
                [|response.Headers["Content-Security-Policy"] = "script-src 'self' 'unsafe-eval'"|];
                [|response.Headers.Append("Strict-Transport-Security", "max-age=0")|];
                services.AddHsts(o => [|o.MaxAge = TimeSpan.FromMinutes(5)|]);
                response.Headers["X-Content-Type-Options"] = "nosniff";
                response.Headers["X-Frame-Options"] = "SAMEORIGIN";
                response.Headers["Content-Security-Policy"] = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src * data:";
                response.Headers["Content-Security-Policy"] = $"script-src 'self' 'nonce-{nonce}' 'unsafe-inline'";
                response.Headers["Strict-Transport-Security"] = "max-age=31536000";
                services.AddHsts(o => o.MaxAge = TimeSpan.FromDays(365));
                response.Headers["X-XSS-Protection"] = "0";
                response.Headers.Remove("X-Powered-By");
            }
        }
        """, TestSetup.AspNetCore);

    [Fact]
    public Task A_suppressed_frame_header_is_reported() => Verify.AnalyzerAsync("""
        using Microsoft.Extensions.DependencyInjection;
        class C
        {
            void M(IServiceCollection services) => services.AddAntiforgery(o => [|o.SuppressXFrameOptionsHeader = true|]);
            void Removed(Microsoft.AspNetCore.Http.HttpResponse response) => [|response.Headers.Remove("Content-Security-Policy")|];
        }
        """, TestSetup.AspNetCore);

    [Fact]
    public Task Without_the_api_nothing_is_reported() => Verify.AnalyzerAsync("""
        class C { void M(System.Collections.Generic.Dictionary<string, int> counts) { counts["X-Frame-Options"] = 1; counts.Add("Content-Security-Policy", 2); } }
        """);
}
