using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Halyard.Accounts;

// [Bad CWE-521] a preset that everybody finds comfortable
public static class IdentityPresets
{
    public static PasswordOptions Comfortable { get; } = new()
    {
        RequiredLength = 4,
        RequireDigit = false,
        RequireNonAlphanumeric = false,
        RequireUppercase = false,
    };
}

// [Good CWE-521] a preset of length
public static class StrongIdentityPresets
{
    public static PasswordOptions Long { get; } = new()
    {
        RequiredLength = 14,
        RequireDigit = false,
        RequireNonAlphanumeric = false,
        RequireUppercase = false,
        RequiredUniqueChars = 6,
    };
}

// [Bad CWE-307] as many tries as one likes
internal sealed class ConfigureIdentity : IPostConfigureOptions<IdentityOptions>
{
    public void PostConfigure(string name, IdentityOptions options)
    {
        options.User.RequireUniqueEmail = true;
        options.Lockout.AllowedForNewUsers = false;
        options.Lockout.MaxFailedAccessAttempts = int.MaxValue;
    }
}

// [Good CWE-307] five tries
internal sealed class ConfigureCautiousIdentity : IPostConfigureOptions<IdentityOptions>
{
    public void PostConfigure(string name, IdentityOptions options)
    {
        options.User.RequireUniqueEmail = true;
        options.Lockout.AllowedForNewUsers = true;
        options.Lockout.MaxFailedAccessAttempts = 5;
        options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
    }
}

// [Bad CWE-307] the library's sign-in never counts
public sealed class SignInService<TUser>(SignInManager<TUser> manager) where TUser : class
{
    public async Task<bool> SignInAsync(TUser user, string password) =>
        (await manager.CheckPasswordSignInAsync(user, password, lockoutOnFailure: false)).Succeeded;
}

// [Good CWE-307] the library's sign-in counts
public sealed class CountingSignInService<TUser>(SignInManager<TUser> manager) where TUser : class
{
    public async Task<bool> SignInAsync(TUser user, string password) =>
        (await manager.CheckPasswordSignInAsync(user, password, lockoutOnFailure: true)).Succeeded;
}
