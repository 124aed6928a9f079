// Rules for passwords in rarer shapes.
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.PasswordPolicy.Rarities;

// [Bad CWE-521] an attribute asks for four letters
public class RegisterModel
{
    [Required, EmailAddress]
    public string Mail { get; set; } = "";

    [Required, StringLength(100, MinimumLength = 4), DataType(DataType.Password)]
    public string Password { get; set; } = "";
}

// [Good CWE-521] an attribute asks for twelve letters
public class SafeRegisterModel
{
    [Required, EmailAddress]
    public string Mail { get; set; } = "";

    [Required, StringLength(100, MinimumLength = 12), DataType(DataType.Password)]
    public string Password { get; set; } = "";
}

// [Good CWE-521] a check of our own asks for fourteen letters
public class SafePasswordController : ControllerBase
{
    [HttpPost("/safe-password")]
    public IActionResult Set(string newPassword)
    {
        if (newPassword.Length < 14)
            return BadRequest("Too short");
        return Ok();
    }
}

// [Bad CWE-307] the password is compared without counting
public class CheckController(SignInManager<IdentityUser> signIn, UserManager<IdentityUser> users) : Controller
{
    [HttpPost, ValidateAntiForgeryToken]
    public async Task<IActionResult> Check(string name, string password)
    {
        var user = await users.FindByNameAsync(name);
        var result = await signIn.CheckPasswordSignInAsync(user!, password, false);
        return result.Succeeded ? Ok() : Unauthorized();
    }
}

// [Good CWE-307] the password is compared and counted
public class SafeCheckController(SignInManager<IdentityUser> signIn, UserManager<IdentityUser> users) : Controller
{
    [HttpPost, ValidateAntiForgeryToken]
    public async Task<IActionResult> Check(string name, string password)
    {
        var user = await users.FindByNameAsync(name);
        var result = await signIn.CheckPasswordSignInAsync(user!, password, true);
        return result.Succeeded ? Ok() : Unauthorized();
    }
}

// [Bad CWE-307] nobody is locked out
public static class NoLockout
{
    public static void Add(IServiceCollection services) => services.Configure<IdentityOptions>(options =>
    {
        options.Lockout.AllowedForNewUsers = false;
    });
}
