using SecureBuild.Testing.Roslyn;
using Fix = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Web.SB4004CookieWithoutHttpOnly, SecureBuild.CodeFixes.Web.SB4004CookieWithoutHttpOnlyCodeFix>;
using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Web.SB4004CookieWithoutHttpOnly>;

namespace SecureBuild.Analyzers.Tests.Web;

public sealed class SB4004CookieWithoutHttpOnlyTests
{
    const string Usings = """
        using System;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.CookiePolicy;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.Extensions.DependencyInjection;

        """;

    [Fact]
    public Task Cookies_that_script_can_read_are_reported() => Verify.AnalyzerAsync(Usings + """
        class C : Controller
        {
            void M(string token, IServiceCollection services, bool remember)
            {
                Response.Cookies.Append("jwt", token, [|new CookieOptions { Secure = true }|]);
                Response.Cookies.Append("jwt", token, new CookieOptions { Secure = true, [|HttpOnly = false|] });
                CookieOptions options = [|new() { Secure = true }|];
                if (remember)
                    options.Expires = DateTimeOffset.UtcNow.AddDays(7);
                Response.Cookies.Append("jwt", token, options);
                [|Response.Cookies.Append("jwt", token)|];
                [|Response.Headers.SetCookie = "jwt=" + token + "; Secure"|];
                services.AddSession(o => [|o.Cookie.HttpOnly = false|]);
                services.AddAuthentication().AddCookie(o => { o.Cookie.Name = "auth"; [|o.Cookie.HttpOnly = false|]; });
            }
        }
        """, TestSetup.AspNetCore);

    [Fact]
    public Task Hidden_cookies_and_those_made_for_script_are_not_reported() => Verify.AnalyzerAsync(Usings + """
        class C : Controller
        {
            const string Xsrf = "XSRF-TOKEN";
            void M(string token, IServiceCollection services)
            {
                Response.Cookies.Append("jwt", token, new CookieOptions { Secure = true, HttpOnly = true });
                Response.Cookies.Append(Xsrf, token, new CookieOptions { Secure = true, HttpOnly = false });
                Response.Cookies.Append("culture", "ja", new CookieOptions { Secure = true });
                var options = new CookieOptions();
                options.HttpOnly = true;
                Response.Cookies.Append("jwt", token, options);
                services.AddSession(o => o.Cookie.HttpOnly = true);
                services.AddAuthentication().AddCookie(o => o.Cookie.Name = "auth");
                Response.Cookies.Delete("jwt", new CookieOptions());
            }
        }
        """, TestSetup.AspNetCore);

    [Fact]
    public Task A_policy_for_all_cookies_is_seen() => Verify.AnalyzerAsync(Usings + """
        class C : Controller
        {
            void M(string id) => Response.Cookies.Append("sid", id, new CookieOptions { Secure = true });
            void Start(IServiceCollection services, IApplicationBuilder app)
            {
                services.Configure<CookiePolicyOptions>(options => options.HttpOnly = HttpOnlyPolicy.Always);
                app.UseCookiePolicy();
            }
        }
        """, TestSetup.AspNetCore);

    [Fact]
    public Task Without_the_api_nothing_is_reported() => Verify.AnalyzerAsync("""
        class CookieOptions { public bool HttpOnly; }
        class C { object M() => new CookieOptions { HttpOnly = false }; }
        """);

    [Fact]
    public Task The_fix_sets_the_flag() => Fix.CodeFixAsync(Usings + """
        class C : Controller
        {
            void M(string id) => Response.Cookies.Append("sid", id, [|new CookieOptions { Secure = true }|]);
            void N(string id) => Response.Cookies.Append("sid", id, new() { [|HttpOnly = false|] });
        }
        """, Usings + """
        class C : Controller
        {
            void M(string id) => Response.Cookies.Append("sid", id, new CookieOptions { Secure = true, HttpOnly = true });
            void N(string id) => Response.Cookies.Append("sid", id, new() { HttpOnly = true });
        }
        """, TestSetup.AspNetCore);
}
