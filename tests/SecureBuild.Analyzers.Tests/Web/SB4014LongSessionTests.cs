using SecureBuild.Testing.Roslyn;
using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Web.SB4014LongSession>;

namespace SecureBuild.Analyzers.Tests.Web;

public sealed class SB4014LongSessionTests
{
    [Fact]
    public Task Spans_of_months_are_reported_and_those_of_hours_are_not() => Verify.AnalyzerAsync("""
        using System;
        using Microsoft.AspNetCore.Authentication;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Identity;
        using Microsoft.Extensions.DependencyInjection;
        class C
        {
            const int Days = 365;
            void M(IServiceCollection services)
            {
                services.AddAuthentication().AddCookie(o => [|o.ExpireTimeSpan = TimeSpan.FromDays(Days)|]);
                services.ConfigureApplicationCookie(o => [|o.ExpireTimeSpan = TimeSpan.MaxValue|]);
                services.AddSession(o => [|o.IdleTimeout = TimeSpan.FromDays(30)|]);
                services.Configure<SecurityStampValidatorOptions>(o => [|o.ValidationInterval = new TimeSpan(30, 0, 0, 0)|]);
                var properties = new AuthenticationProperties { IsPersistent = true, [|ExpiresUtc = DateTimeOffset.UtcNow.AddYears(10)|] };
                services.AddAuthentication().AddCookie(o => o.ExpireTimeSpan = TimeSpan.FromDays(14));
                services.AddSession(o => o.IdleTimeout = TimeSpan.FromMinutes(20));
                properties.ToString();
                properties.ExpiresUtc = DateTimeOffset.UtcNow.AddHours(8);
            }
        }
        """, TestSetup.AspNetCore);

    [Fact]
    public Task Without_the_api_nothing_is_reported() => Verify.AnalyzerAsync("""
        class Cache { public System.TimeSpan ExpireTimeSpan { get; set; } }
        class C { object M() => new Cache { ExpireTimeSpan = System.TimeSpan.FromDays(900) }; }
        """);

    [Fact]
    public Task A_token_for_years_is_reported_and_one_for_minutes_is_not() => Verify.AnalyzerAsync("""
        using System;
        class SecurityTokenDescriptor { public DateTime? Expires { get; set; } }
        class C
        {
            object Years() => new SecurityTokenDescriptor { [|Expires = DateTime.UtcNow.AddYears(10)|] };
            object Minutes() => new SecurityTokenDescriptor { Expires = DateTime.UtcNow.AddMinutes(15) };
        }
        """);
}
