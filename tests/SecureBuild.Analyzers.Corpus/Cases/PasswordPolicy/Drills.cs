// Passwords and attempts, once more.
using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.PasswordPolicy.Drills;

// [Bad CWE-521] Identity's core with small demands
public static class Core
{
    public static void Add(IServiceCollection services) => services.AddIdentityCore<IdentityUser>(Configure);

    static void Configure(IdentityOptions options)
    {
        options.Password.RequiredLength = 6;
        options.Password.RequireNonAlphanumeric = false;
        options.Password.RequireUppercase = false;
    }
}

// [Good CWE-521] Identity's core with a small demand that is raised
public static class RaisedCore
{
    public static void Add(IServiceCollection services) => services.AddIdentityCore<IdentityUser>(options =>
    {
        options.Password.RequiredLength = 6;
        options.Password.RequiredLength = 12;
    });
}

// [Bad CWE-521] a new password is taken if it is not empty
public class Registration(UserManager<IdentityUser> users) : Controller
{
    static readonly Regex Shape = new("^.{3,}$");

    [HttpPost, ValidateAntiForgeryToken]
    public async Task<IActionResult> Register(string user, string newPassword)
    {
        if (!Shape.IsMatch(newPassword))
            return BadRequest();
        await users.CreateAsync(new IdentityUser(user), newPassword);
        return Ok();
    }
}

// [Good CWE-521] a new password is taken if it is long
public class LongRegistration(UserManager<IdentityUser> users) : Controller
{
    [HttpPost, ValidateAntiForgeryToken]
    public async Task<IActionResult> Register(string user, string newPassword)
    {
        if (newPassword.Length < 12)
            return BadRequest();
        await users.CreateAsync(new IdentityUser(user), newPassword);
        return Ok();
    }
}

// [Bad CWE-521] a form without any demand on the password
public record SignUp([Required] string User, [property: MinLength(3)] string Password);

// [Good CWE-521] a form with demands
public record LongSignUp([Required] string User, [property: MinLength(10)] string Password);

// [Bad CWE-307] the password is checked without counting
public class TokenController(UserManager<IdentityUser> users, SignInManager<IdentityUser> signIn) : ControllerBase
{
    [HttpPost("/token")]
    public async Task<IActionResult> Token(string name, string password)
    {
        var user = await users.FindByNameAsync(name);
        var result = await signIn.CheckPasswordSignInAsync(user!, password, false);
        return result.Succeeded ? Ok() : Unauthorized();
    }
}

// [Bad CWE-307] failures count for nobody new
public static class NewUsers
{
    public static void Add(IServiceCollection services) => services.Configure<IdentityOptions>(options => options.Lockout = new LockoutOptions { AllowedForNewUsers = false });
}

// [Good CWE-307] failures count
public static class AllUsers
{
    public static void Add(IServiceCollection services) => services.Configure<IdentityOptions>(options => options.Lockout = new LockoutOptions { MaxFailedAccessAttempts = 4, DefaultLockoutTimeSpan = TimeSpan.FromMinutes(30) });
}
