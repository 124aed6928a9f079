// Rules for passwords.
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;

namespace Corpus.PasswordPolicy.Workshops;

// [Bad CWE-521] four characters are enough
public static class Weak
{
    public static void Add(IServiceCollection services) => services.Configure<IdentityOptions>(options =>
    {
        options.Password.RequiredLength = 4;
        options.Password.RequireNonAlphanumeric = false;
    });
}

// [Good CWE-521] twelve characters
public static class Strong
{
    public static void Add(IServiceCollection services) => services.Configure<IdentityOptions>(options => options.Password.RequiredLength = 12);
}

// [Bad CWE-307] nobody is locked out
public sealed class SignIn(SignInManager<IdentityUser> manager)
{
    public Task<SignInResult> LoginAsync(string user, string password) => manager.PasswordSignInAsync(user, password, isPersistent: true, lockoutOnFailure: false);
}

// [Good CWE-307] too many attempts lock out
public sealed class LockingSignIn(SignInManager<IdentityUser> manager)
{
    public Task<SignInResult> LoginAsync(string user, string password) => manager.PasswordSignInAsync(user, password, isPersistent: false, lockoutOnFailure: true);
}

// [Bad CWE-521] the form wants six characters
public sealed class RegisterForm
{
    [Required, StringLength(100, MinimumLength = 4), DataType(DataType.Password)]
    public string Password { get; set; } = "";
}

// [Good CWE-521] the form wants fourteen
public sealed class LongRegisterForm
{
    [Required, StringLength(100, MinimumLength = 14), DataType(DataType.Password)]
    public string Password { get; set; } = "";
}
