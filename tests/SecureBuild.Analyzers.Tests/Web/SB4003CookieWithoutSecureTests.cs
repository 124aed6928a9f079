using SecureBuild.Testing.Roslyn;
using Fix = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Web.SB4003CookieWithoutSecure, SecureBuild.CodeFixes.Web.SB4003CookieWithoutSecureCodeFix>;
using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Web.SB4003CookieWithoutSecure>;

namespace SecureBuild.Analyzers.Tests.Web;

public sealed class SB4003CookieWithoutSecureTests
{
    const string Usings = """
        using System;
        using Microsoft.AspNetCore.Authentication.Cookies;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.CookiePolicy;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Hosting;

        """;

    [Fact]
    public Task Options_without_secure_are_reported_however_they_are_made() => Verify.AnalyzerAsync(Usings + """
        class C : Controller
        {
            static readonly CookieOptions s_shared = [|new() { HttpOnly = true }|];
            void M(string id, HttpContext context)
            {
                Response.Cookies.Append("sid", id, [|new CookieOptions()|]);
                Response.Cookies.Append("sid", id, new CookieOptions { HttpOnly = true, [|Secure = false|] });
                Response.Cookies.Append("sid", id, [|new() { HttpOnly = true }|]);
                var options = [|new CookieOptions { HttpOnly = true }|];
                options.SameSite = SameSiteMode.Strict;
                context.Response.Cookies.Append("auth", id, options);
                var later = new CookieOptions();
                [|later.Secure = false|];
                Response.Cookies.Append("auth", id, later);
                [|Response.Cookies.Append("auth", id)|];
                Response.Cookies.Append("auth", id, Made());
                Response.Cookies.Append("auth", id, s_shared);
                [|Response.Headers["Set-Cookie"] = $"sid={id}; HttpOnly"|];
                [|Response.Headers.Append("Set-Cookie", "sid=" + id + "; Path=/; HttpOnly")|];
            }
            CookieOptions Made() => [|new CookieOptions { HttpOnly = true }|];
            void Weaken(CookieOptions given) => [|given.Secure = false|];
        }
        """, TestSetup.AspNetCore);

    [Fact]
    public Task Secure_cookies_deleted_cookies_and_cookies_of_appearance_are_not_reported() => Verify.AnalyzerAsync(Usings + """
        class C : Controller
        {
            void M(string id, IHostEnvironment env)
            {
                Response.Cookies.Append("sid", id, new CookieOptions { HttpOnly = true, Secure = true });
                Response.Cookies.Append("sid", id, new CookieOptions { Secure = Request.IsHttps });
                Response.Cookies.Append("sid", id, new CookieOptions { Secure = !env.IsDevelopment() });
                var later = new CookieOptions { HttpOnly = true };
                later.Secure = true;
                Response.Cookies.Append("sid", id, later);
                var hardened = new CookieOptions();
                Harden(hardened);
                Response.Cookies.Append("sid", id, hardened);
                Response.Cookies.Append("theme", "dark");
                Response.Cookies.Append("ui-language", id, new CookieOptions { MaxAge = TimeSpan.FromDays(30) });
                Response.Cookies.Delete("sid", new CookieOptions { Path = "/" });
                Response.Cookies.Append("sid", "", new CookieOptions { Expires = DateTimeOffset.UtcNow.AddDays(-1) });
                Response.Cookies.Append("sid", id, new CookieOptions(later) { Path = "/" });
                var completed = Base();
                completed.Secure = true;
                Response.Cookies.Append("sid", id, completed);
                Response.Headers["Set-Cookie"] = $"sid={id}; HttpOnly; Secure";
                var unused = new CookieOptions();
                if (env.IsDevelopment())
                    Response.Cookies.Append("sid", id, new CookieOptions { Secure = false });
                new System.Text.StringBuilder().Append("a", 0, 1);
            }
            static void Harden(CookieOptions options) => options.Secure = true;
            static CookieOptions Base() => new CookieOptions { HttpOnly = true };
        }
        """, TestSetup.AspNetCore);

    [Fact]
    public Task Settings_of_authentication_and_session_cookies_are_reported() => Verify.AnalyzerAsync(Usings + """
        class C
        {
            void M(IServiceCollection services, IHostEnvironment env)
            {
                services.AddAuthentication().AddCookie(options => [|options.Cookie.SecurePolicy = CookieSecurePolicy.None|]);
                services.AddAuthentication().AddCookie(options => { options.Cookie = new CookieBuilder { Name = "sid", [|SecurePolicy = CookieSecurePolicy.SameAsRequest|] }; });
                services.Configure<CookieAuthenticationOptions>(options => [|options.Cookie.SecurePolicy = CookieSecurePolicy.None|]);
                services.ConfigureApplicationCookie(options => [|options.Cookie.SecurePolicy = CookieSecurePolicy.None|]);
                [|services.AddSession(options => { options.Cookie.HttpOnly = true; options.Cookie.IsEssential = true; })|];
                services.AddSession(options => { options.IdleTimeout = TimeSpan.FromMinutes(20); });
                services.AddSession(options => { options.Cookie.HttpOnly = true; options.Cookie.SecurePolicy = CookieSecurePolicy.Always; });
                services.AddAuthentication().AddCookie(options => options.Cookie.SecurePolicy = CookieSecurePolicy.Always);
                services.AddAuthentication().AddCookie(options => options.Cookie.SecurePolicy = env.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always);
                services.AddAuthentication().AddCookie(options => options.Cookie.HttpOnly = true);
            }
        }
        """, TestSetup.AspNetCore);

    [Fact]
    public Task A_policy_for_all_cookies_is_seen() => Verify.AnalyzerAsync(Usings + """
        class C : Controller
        {
            void M(string id) => Response.Cookies.Append("sid", id, new CookieOptions { HttpOnly = true });
            void Unseen(string id) => [|Response.Headers.Append("Set-Cookie", "sid=" + id + "; Path=/; HttpOnly")|];
        }
        class Startup
        {
            void Configure(IApplicationBuilder app) => app.UseCookiePolicy(new CookiePolicyOptions { Secure = CookieSecurePolicy.Always, HttpOnly = HttpOnlyPolicy.Always });
        }
        """, TestSetup.AspNetCore);

    [Fact]
    public Task A_policy_for_all_cookies_that_wants_no_encryption_is_reported() => Verify.AnalyzerAsync(Usings + """
        class Startup
        {
            void Configure(IApplicationBuilder app) => app.UseCookiePolicy(new CookiePolicyOptions { [|Secure = CookieSecurePolicy.None|], MinimumSameSitePolicy = SameSiteMode.Lax });
        }
        """, TestSetup.AspNetCore);

    [Fact]
    public Task System_web_is_reported_unless_web_config_requires_ssl()
    {
        const string source = """
            using System.Web;
            class C
            {
                void M(HttpResponse response, string id)
                {
                    response.Cookies.Add({0}new HttpCookie("sid", id) {{ HttpOnly = true }}{1});
                    var cookie = {0}new HttpCookie("sid"){1};
                    cookie.Value = id;
                    response.Cookies.Add(cookie);
                    response.Cookies.Add(new HttpCookie("sid", id) {{ Secure = true }});
                    response.Cookies.Add(new HttpCookie("sid") {{ Expires = System.DateTime.Now.AddDays(-1) }});
                }
            }
            namespace System.Web
            {
                public class HttpCookie { public HttpCookie(string name) { } public HttpCookie(string name, string value) { } public string Value { get; set; } public bool Secure { get; set; } public bool HttpOnly { get; set; } public System.DateTime Expires { get; set; } }
                public class HttpCookieCollection { public void Add(HttpCookie cookie) { } }
                public class HttpResponse { public HttpCookieCollection Cookies { get; } }
            }
            """;
        return Task.WhenAll(
            Verify.AnalyzerAsync(source.Replace("{0}", "[|").Replace("{1}", "|]").Replace("{{", "{").Replace("}}", "}")),
            Verify.AnalyzerAsync(source.Replace("{0}", "").Replace("{1}", "").Replace("{{", "{").Replace("}}", "}"), new TestSetup { AdditionalFiles = [("/test/web.config", "<configuration><system.web><httpCookies httpOnlyCookies=\"true\" requireSSL=\"true\" /></system.web></configuration>")] }));
    }

    [Fact]
    public Task Without_the_api_nothing_is_reported() => Verify.AnalyzerAsync("""
        class CookieOptions { public bool Secure; }
        class C { void M(System.Collections.Generic.List<CookieOptions> list) => list.Add(new CookieOptions { Secure = false }); }
        """);

    [Fact]
    public Task The_fix_sets_the_flag() => Fix.CodeFixAsync(Usings + """
        class C : Controller
        {
            void M(string id, CookieBuilder builder)
            {
                Response.Cookies.Append("sid", id, [|new CookieOptions()|]);
                Response.Cookies.Append("sid", id, [|new CookieOptions { HttpOnly = true }|]);
                Response.Cookies.Append("sid", id, new CookieOptions { [|Secure = false|] });
                var options = [|new CookieOptions
                {
                    HttpOnly = true,
                    Path = "/",
                }|];
                Response.Cookies.Append("sid", id, options);
                [|builder.SecurePolicy = CookieSecurePolicy.None|];
            }
        }
        """, Usings + """
        class C : Controller
        {
            void M(string id, CookieBuilder builder)
            {
                Response.Cookies.Append("sid", id, new CookieOptions { Secure = true });
                Response.Cookies.Append("sid", id, new CookieOptions { HttpOnly = true, Secure = true });
                Response.Cookies.Append("sid", id, new CookieOptions { Secure = true });
                var options = new CookieOptions
                {
                    HttpOnly = true,
                    Path = "/",
                    Secure = true,
                };
                Response.Cookies.Append("sid", id, options);
                builder.SecurePolicy = CookieSecurePolicy.Always;
            }
        }
        """, TestSetup.AspNetCore);

    [Fact]
    public Task No_fix_is_offered_where_there_are_no_options() => Fix.NoCodeFixAsync(Usings + """
        class C : Controller { void M(string id) => [|Response.Cookies.Append("sid", id)|]; }
        """, TestSetup.AspNetCore);

    [Fact]
    public Task A_flag_that_only_one_branch_sets_is_off_in_the_other() => Verify.AnalyzerAsync(Usings + """
        class C : Controller
        {
            void One(string id, bool remember)
            {
                var options = [|new CookieOptions()|];
                if (remember)
                    options.Secure = true;
                Response.Cookies.Append("sid", id, options);
            }
            void Both(string id, bool remember)
            {
                var options = new CookieOptions();
                if (remember)
                    options.Secure = true;
                else
                    options.Secure = true;
                Response.Cookies.Append("sid", id, options);
            }
            void ByConnection(string id)
            {
                var options = new CookieOptions();
                if (Request.IsHttps)
                    options.Secure = true;
                Response.Cookies.Append("sid", id, options);
            }
        }
        """, TestSetup.AspNetCore);
}
