// Which passwords are taken, and how often one may try.
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.PasswordPolicy.Exercises;

// [Bad CWE-521] options that are made and assigned
public static class AssignedOptions
{
    public static void Add(IServiceCollection services) => services.AddIdentity<IdentityUser, IdentityRole>(identity =>
    {
        identity.Password = new PasswordOptions { RequiredLength = 5, RequireDigit = false, RequireNonAlphanumeric = false, RequireUppercase = false, RequireLowercase = false };
    });
}

// [Good CWE-521] options that are made and assigned, long ones
public static class LongOptions
{
    public static void Add(IServiceCollection services) => services.AddIdentity<IdentityUser, IdentityRole>(identity =>
    {
        identity.Password = new PasswordOptions { RequiredLength = 14, RequireNonAlphanumeric = false };
    });
}

// [Bad CWE-521] a constant that is too small, after the options were configured
public static class PostConfigured
{
    private const int Minimum = 4;

    public static void Add(IServiceCollection services) => services.PostConfigure<IdentityOptions>(options => options.Password.RequiredLength = Minimum);
}

// [Bad CWE-521] the registration's form takes four characters
public class RegisterForm
{
    [Required, EmailAddress]
    public string Email { get; set; } = "";

    [Required, DataType(DataType.Password), StringLength(100, MinimumLength = 4)]
    public string Password { get; set; } = "";
}

// [Good CWE-521] the registration's form takes twelve
public class LongRegisterForm
{
    [Required, EmailAddress]
    public string Email { get; set; } = "";

    [Required, DataType(DataType.Password), StringLength(100, MinimumLength = 12)]
    public string Password { get; set; } = "";
}

// [Bad CWE-521] a validator that takes every password
public class AnyPassword : IPasswordValidator<IdentityUser>
{
    public Task<IdentityResult> ValidateAsync(UserManager<IdentityUser> manager, IdentityUser user, string? password) => Task.FromResult(IdentityResult.Success);
}

// [Bad CWE-307] failures are not counted
public class SignInController(SignInManager<IdentityUser> manager) : Controller
{
    [HttpPost, ValidateAntiForgeryToken]
    public async Task<IActionResult> SignIn(string user, string password)
    {
        var result = await manager.PasswordSignInAsync(user, password, isPersistent: false, lockoutOnFailure: false);
        return result.Succeeded ? Redirect("/") : View();
    }
}

// [Good CWE-307] failures are counted
public class CountedSignInController(SignInManager<IdentityUser> manager) : Controller
{
    [HttpPost, ValidateAntiForgeryToken]
    public async Task<IActionResult> SignIn(string user, string password)
    {
        var result = await manager.PasswordSignInAsync(user, password, isPersistent: false, lockoutOnFailure: true);
        return result.Succeeded ? Redirect("/") : View();
    }
}

// [Bad CWE-307] as many attempts as one likes, by the options
public static class Attempts
{
    public static void Add(IServiceCollection services) => services.Configure<IdentityOptions>(options =>
    {
        options.Lockout.MaxFailedAccessAttempts = int.MaxValue;
    });
}

// [Good CWE-307] five attempts
public static class FiveAttempts
{
    public static void Add(IServiceCollection services) => services.Configure<IdentityOptions>(options =>
    {
        options.Lockout.MaxFailedAccessAttempts = 5;
        options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
    });
}
