using SecureBuild.Testing.Roslyn;
using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Web.SB4005CookieSameSiteNone>;

namespace SecureBuild.Analyzers.Tests.Web;

public sealed class SB4005CookieSameSiteNoneTests
{
    [Fact]
    public Task SameSite_none_is_reported_where_a_sign_in_elsewhere_does_not_need_it() => Verify.AnalyzerAsync("""
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Authentication.OAuth;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Hosting;
        class C
        {
            void M(HttpResponse response, string id, IServiceCollection services, IHostEnvironment env)
            {
                response.Cookies.Append("sid", id, new CookieOptions { [|SameSite = SameSiteMode.None|], Secure = true });
                services.AddSession(o => [|o.Cookie.SameSite = SameSiteMode.None|]);
                services.ConfigureApplicationCookie(o => { [|o.Cookie.SameSite = SameSiteMode.None|]; });
                [|response.Headers.Append("Set-Cookie", "sid=" + id + "; SameSite=None; Secure; HttpOnly")|];
                response.Cookies.Append("sid", id, new CookieOptions { SameSite = SameSiteMode.Strict });
                services.AddSession(o => o.Cookie.SameSite = SameSiteMode.Lax);
                services.Configure<OAuthOptions>(o => o.CorrelationCookie.SameSite = SameSiteMode.None);
                services.AddSession(o => o.Cookie.SameSite = env.IsDevelopment() ? SameSiteMode.None : SameSiteMode.Lax);
            }
        }
        """, TestSetup.AspNetCore);

    [Fact]
    public Task Without_the_api_nothing_is_reported() => Verify.AnalyzerAsync("""
        enum SameSiteMode { None }
        class Options { public SameSiteMode SameSite { get; set; } }
        class C { object M() => new Options { SameSite = SameSiteMode.None }; }
        """);
}
