using SecureBuild.Testing.Roslyn;
using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Identity.SB2205PasswordPolicyWeak>;

namespace SecureBuild.Analyzers.Tests.Identity;

public sealed class SB2205PasswordPolicyWeakTests
{
    const string Usings = """
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Identity;
        using Microsoft.Extensions.DependencyInjection;

        """;

    [Fact]
    public Task Short_or_simple_passwords_are_reported() => Verify.AnalyzerAsync(Usings + """
        class C
        {
            void M(IServiceCollection services)
            {
                services.Configure<IdentityOptions>(options => { [|options.Password.RequiredLength = 4|]; options.Password.RequireDigit = false; });
            }
            void Default(IServiceCollection services)
            {
                services.AddIdentity<IdentityUser, IdentityRole>(o => { [|o.Password.RequireDigit = false|]; o.Password.RequireUppercase = false; });
            }
            void Whole(IServiceCollection services) => services.Configure<IdentityOptions>(options => options.Password = new PasswordOptions { [|RequiredLength = 6|] });
            void N(IdentityOptions options)
            {
                options.Password.RequiredLength = 8;
                [|options.Password.RequireDigit = false|];
                options.Password.RequireLowercase = false;
                options.Password.RequireUppercase = false;
                options.Password.RequireNonAlphanumeric = false;
            }
        }
        """, TestSetup.AspNetCore);

    [Fact]
    public Task Long_passwords_need_no_rules() => Verify.AnalyzerAsync(Usings + """
        class C
        {
            void M(IdentityOptions options)
            {
                options.Password.RequiredLength = 12;
                options.Password.RequireDigit = false;
                options.Password.RequireLowercase = false;
                options.Password.RequireUppercase = false;
                options.Password.RequireNonAlphanumeric = false;
            }
            void N(IdentityOptions options) => options.Password.RequireNonAlphanumeric = false;
        }
        class Own { public int RequiredLength { get; set; } void M() => RequiredLength = 2; }
        """, TestSetup.AspNetCore);

    [Fact]
    public Task Forms_that_take_very_short_new_passwords_are_reported() => Verify.AnalyzerAsync(Usings + """
        class Form
        {
            [[|System.ComponentModel.DataAnnotations.StringLength(100, MinimumLength = 4)|]] public string Password { get; set; }
            [[|System.ComponentModel.DataAnnotations.MinLength(5)|]] public string NewPassword { get; set; }
            [System.ComponentModel.DataAnnotations.StringLength(100, MinimumLength = 12)] public string Strong { get; set; }
            [System.ComponentModel.DataAnnotations.MinLength(10)] public string ConfirmPassword { get; set; }
            [System.ComponentModel.DataAnnotations.MinLength(1)] public string CurrentPassword { get; set; }
            [System.ComponentModel.DataAnnotations.MinLength(2)] public string Name { get; set; }
        }
        """, TestSetup.AspNetCore);
}
