using SecureBuild.Testing.Roslyn;
using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Identity.SB2206LockoutDisabled>;

namespace SecureBuild.Analyzers.Tests.Identity;

public sealed class SB2206LockoutDisabledTests
{
    const string Usings = """
        using System;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Identity;

        """;

    [Fact]
    public Task Endless_tries_are_reported() => Verify.AnalyzerAsync(Usings + """
        class C
        {
            const bool Lock = false;
            async Task M(SignInManager<IdentityUser> manager, IdentityUser user, IdentityOptions options)
            {
                await [|manager.PasswordSignInAsync("name", "password", false, lockoutOnFailure: false)|];
                await [|manager.CheckPasswordSignInAsync(user, "password", Lock)|];
                [|options.Lockout.AllowedForNewUsers = false|];
                [|options.Lockout.MaxFailedAccessAttempts = 1000|];
                [|options.Lockout.DefaultLockoutTimeSpan = TimeSpan.Zero|]; options.ToString();
                [|options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromSeconds(5)|];
            }
        }
        """, TestSetup.AspNetCore);

    [Fact]
    public Task Lock_outs_are_not() => Verify.AnalyzerAsync(Usings + """
        class C
        {
            async Task M(SignInManager<IdentityUser> manager, IdentityUser user, IdentityOptions options, bool configured)
            {
                await manager.PasswordSignInAsync("name", "password", false, lockoutOnFailure: true);
                await manager.CheckPasswordSignInAsync(user, "password", configured);
                options.Lockout.AllowedForNewUsers = true;
                options.Lockout.MaxFailedAccessAttempts = 5;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
            }
        }
        """, TestSetup.AspNetCore);
}
