// Rules for passwords, in small samples.
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.PasswordPolicy.Snippets;

// [Bad CWE-521] four characters, in another method
public static class Weak
{
    public static void Add(IServiceCollection services) => services.AddIdentityCore<IdentityUser>(Configure);

    static void Configure(IdentityOptions options)
    {
        var password = options.Password;
        password.RequiredLength = 4;
        password.RequireDigit = false;
    }
}

// [Good CWE-521] twelve characters, in another method
public static class Strong
{
    public static void Add(IServiceCollection services) => services.AddIdentityCore<IdentityUser>(Configure);

    static void Configure(IdentityOptions options)
    {
        var password = options.Password;
        password.RequiredLength = 12;
        password.RequireNonAlphanumeric = true;
    }
}

// [Bad CWE-521] rules as an object
public static class WeakObject
{
    public static void Add(IServiceCollection services) => services.Configure<IdentityOptions>(options => options.Password = new PasswordOptions
    {
        RequiredLength = 1,
        RequireDigit = false,
        RequireLowercase = false,
        RequireUppercase = false,
        RequireNonAlphanumeric = false,
    });
}

// [Good CWE-521] rules as an object
public static class StrongObject
{
    public static void Add(IServiceCollection services) => services.Configure<IdentityOptions>(options => options.Password = new PasswordOptions { RequiredLength = 14, RequiredUniqueChars = 6 });
}

// [Bad CWE-307] as many attempts as anybody likes
public class LoginController(SignInManager<IdentityUser> signIn) : Controller
{
    [HttpPost, ValidateAntiForgeryToken]
    public async Task<IActionResult> Login(string user, string password)
    {
        var result = await signIn.PasswordSignInAsync(user, password, isPersistent: false, lockoutOnFailure: false);
        return result.Succeeded ? RedirectToAction("Index", "Home") : View();
    }
}

// [Good CWE-307] attempts are counted
public class CountingLoginController(SignInManager<IdentityUser> signIn) : Controller
{
    [HttpPost, ValidateAntiForgeryToken]
    public async Task<IActionResult> Login(string user, string password)
    {
        var result = await signIn.PasswordSignInAsync(user, password, isPersistent: false, lockoutOnFailure: true);
        return result.Succeeded ? RedirectToAction("Index", "Home") : View();
    }
}

// [Bad CWE-307] a thousand attempts
public static class Patient
{
    public static void Add(IServiceCollection services) => services.Configure<IdentityOptions>(options => options.Lockout.MaxFailedAccessAttempts = 1000);
}

// [Good CWE-307] five attempts
public static class Impatient
{
    public static void Add(IServiceCollection services) => services.Configure<IdentityOptions>(options =>
    {
        options.Lockout.MaxFailedAccessAttempts = 5;
        options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
    });
}
