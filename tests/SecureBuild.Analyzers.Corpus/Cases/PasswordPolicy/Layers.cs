using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Layers;

public class User : IdentityUser;

// [Bad CWE-521] short and simple
public static class WeakIdentity
{
    public static void Configure(IServiceCollection services) => services.Configure<IdentityOptions>(options =>
    {
        options.Password.RequiredLength = 4;
        options.Password.RequireDigit = false;
        options.Password.RequireNonAlphanumeric = false;
    });
}

// [Good CWE-521] long
public static class StrongIdentity
{
    public static void Configure(IServiceCollection services) => services.Configure<IdentityOptions>(options =>
    {
        options.Password.RequiredLength = 14;
        options.Lockout.MaxFailedAccessAttempts = 5;
    });
}

// [Bad CWE-521] a form that takes four letters
public class WeakForm
{
    [Required, StringLength(100, MinimumLength = 4), DataType(DataType.Password)]
    public string Password { get; set; } = "";
}

// [Good CWE-521] a form that takes twelve letters
public class StrongForm
{
    [Required, StringLength(100, MinimumLength = 12), DataType(DataType.Password)]
    public string Password { get; set; } = "";
}

// [Bad CWE-307] attempts without end
[ApiController]
public class LoginController(SignInManager<User> signIn) : ControllerBase
{
    [HttpPost("login")]
    public async Task<IActionResult> Login([FromForm] string name, [FromForm] string password)
    {
        var result = await signIn.PasswordSignInAsync(name, password, isPersistent: false, lockoutOnFailure: false);
        return result.Succeeded ? Ok() : Unauthorized();
    }
}

// [Good CWE-307] attempts are counted
[ApiController]
public class SafeLoginController(SignInManager<User> signIn) : ControllerBase
{
    [HttpPost("login")]
    public async Task<IActionResult> Login([FromForm] string name, [FromForm] string password)
    {
        var result = await signIn.PasswordSignInAsync(name, password, isPersistent: false, lockoutOnFailure: true);
        return result.Succeeded ? Ok() : Unauthorized();
    }
}
