using Microsoft.AspNetCore.Identity;

namespace Shop.PasswordRules;

public sealed class ShopUser : IdentityUser;

public static class Registration
{
    // [Bad CWE-521] four characters
    public static void AddShort(IServiceCollection services) => services.AddIdentityCore<ShopUser>(options => options.Password.RequiredLength = 4);

    // [Good CWE-521] fourteen characters
    public static void AddLong(IServiceCollection services) => services.AddIdentityCore<ShopUser>(options => options.Password.RequiredLength = 14);

    // [Bad CWE-521] by the options pattern
    public static void Configure(IServiceCollection services) => services.Configure<IdentityOptions>(options =>
    {
        options.Password.RequireDigit = false;
        options.Password.RequireUppercase = false;
        options.Password.RequireNonAlphanumeric = false;
        options.Password.RequiredLength = 6;
    });

    // [Good CWE-521] long ones need no special characters
    public static void ConfigureLong(IServiceCollection services) => services.Configure<IdentityOptions>(options =>
    {
        options.Password.RequiredLength = 16;
        options.Password.RequireNonAlphanumeric = false;
        options.Password.RequireUppercase = false;
    });

    // [Bad CWE-307] never locked out
    public static void AddWithoutLockout(IServiceCollection services) => services.Configure<IdentityOptions>(options => options.Lockout.MaxFailedAccessAttempts = 10_000);

    // [Good CWE-307] locked out after five
    public static void AddLockout(IServiceCollection services) => services.Configure<IdentityOptions>(options =>
    {
        options.Lockout.MaxFailedAccessAttempts = 5;
        options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
        options.Lockout.AllowedForNewUsers = true;
    });

    // [Bad CWE-307] new users are not locked out
    public static void AddForOldUsers(IServiceCollection services) => services.Configure<IdentityOptions>(options => options.Lockout.AllowedForNewUsers = false);

    // [Bad CWE-521] an object of options
    public static PasswordOptions Weak() => new() { RequiredLength = 1, RequireDigit = false, RequireLowercase = false, RequireNonAlphanumeric = false, RequireUppercase = false };

    // [Good CWE-521] an object of strict options
    public static PasswordOptions Strict() => new() { RequiredLength = 12, RequiredUniqueChars = 6 };

    // [Good CWE-521] a length of something else
    public static StoreOptions Keys() => new() { MaxLengthForKeys = 4 };
}

public class SignIn(SignInManager<ShopUser> manager)
{
    // [Bad CWE-307] failures are not counted
    public async Task<bool> Login(string user, string password) =>
        (await manager.PasswordSignInAsync(user, password, isPersistent: false, lockoutOnFailure: false)).Succeeded;

    // [Good CWE-307] failures are counted
    public async Task<bool> LoginCounted(string user, string password) =>
        (await manager.PasswordSignInAsync(user, password, isPersistent: false, lockoutOnFailure: true)).Succeeded;

    // [Bad CWE-307] failures of the check are not counted
    public async Task<bool> Check(ShopUser user, string password)
    {
        var result = await manager.CheckPasswordSignInAsync(user, password, false);
        return result.Succeeded;
    }

    // [Good CWE-307] failures of the check are counted
    public async Task<bool> CheckCounted(ShopUser user, string password)
    {
        var result = await manager.CheckPasswordSignInAsync(user, password, true);
        return result.Succeeded && !result.IsLockedOut;
    }
}
