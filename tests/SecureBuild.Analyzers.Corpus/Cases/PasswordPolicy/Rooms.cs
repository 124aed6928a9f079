// Rules for passwords and for attempts.
using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Corpus.PasswordPolicy.Rooms;

// [Bad CWE-521] a class of options with four characters
public sealed class ConfigureIdentity : IConfigureOptions<IdentityOptions>
{
    public void Configure(IdentityOptions options)
    {
        options.Password.RequiredLength = 4;
        options.Password.RequireDigit = false;
        options.User.RequireUniqueEmail = true;
    }
}

// [Good CWE-521] a class of options with twelve characters
public sealed class ConfigureIdentityGood : IConfigureOptions<IdentityOptions>
{
    public void Configure(IdentityOptions options)
    {
        options.Password.RequiredLength = 12;
        options.Password.RequiredUniqueChars = 4;
        options.Lockout.MaxFailedAccessAttempts = 5;
    }
}

// [Bad CWE-521] a shared object of password options
public static class Rules
{
    static readonly PasswordOptions s_simple = new() { RequiredLength = 5, RequireNonAlphanumeric = false, RequireUppercase = false, RequireDigit = false };

    public static void Add(IServiceCollection services) => services.Configure<IdentityOptions>(options => options.Password = s_simple);
}

// [Bad CWE-307] no lockout, by post-configuration
public sealed class NoLockout : IPostConfigureOptions<IdentityOptions>
{
    public void PostConfigure(string? name, IdentityOptions options)
    {
        options.Lockout.AllowedForNewUsers = false;
        options.Lockout.MaxFailedAccessAttempts = int.MaxValue;
    }
}

// [Bad CWE-307] sign-in that does not count
public class SignInController(SignInManager<IdentityUser> manager) : ControllerBase
{
    const bool CountFailures = false;

    [HttpPost("/sign-in")]
    public async Task<IActionResult> SignIn(string user, string password)
    {
        var result = await manager.PasswordSignInAsync(user, password, isPersistent: false, CountFailures);
        return result.Succeeded ? Ok() : Unauthorized();
    }
}

// [Good CWE-307] sign-in that counts
public class SignInGoodController(SignInManager<IdentityUser> manager) : ControllerBase
{
    [HttpPost("/sign-in-good")]
    public async Task<IActionResult> SignIn(string user, string password)
    {
        var result = await manager.PasswordSignInAsync(user, password, isPersistent: false, lockoutOnFailure: true);
        return result.IsLockedOut ? StatusCode(429) : result.Succeeded ? Ok() : Unauthorized();
    }
}

// [Bad CWE-521] an attribute of a model
public class RegisterModel
{
    [Required, EmailAddress] public string Email { get; set; } = "";
    [Required, StringLength(100, MinimumLength = 4)] public string Password { get; set; } = "";
}

// [Good CWE-521] an attribute of a model, long enough
public class RegisterModelGood
{
    [Required, EmailAddress] public string Email { get; set; } = "";
    [Required, StringLength(128, MinimumLength = 12)] public string Password { get; set; } = "";
    [StringLength(20, MinimumLength = 2)] public string NickName { get; set; } = "";
}

// [Bad CWE-521] an expression in a field that wants six characters
public partial class PasswordRule
{
    static readonly Regex s_rule = new("^[A-Za-z0-9]{6,20}$", RegexOptions.None, TimeSpan.FromMilliseconds(100));

    public bool IsValidPassword(string password) => s_rule.IsMatch(password);
}

// [Good CWE-521] an expression in a field that wants twelve
public partial class PasswordRuleGood
{
    static readonly Regex s_rule = new("^\\S{12,64}$", RegexOptions.None, TimeSpan.FromMilliseconds(100));

    public bool IsValidPassword(string password) => s_rule.IsMatch(password);
}

// [Bad CWE-521] an own validator that is content with anything
public sealed class NoRules : IPasswordValidator<IdentityUser>
{
    public Task<IdentityResult> ValidateAsync(UserManager<IdentityUser> manager, IdentityUser user, string? password) => Task.FromResult(IdentityResult.Success);
}

// [Good CWE-521] an own validator that looks at the password
public sealed class CompanyRules : IPasswordValidator<IdentityUser>
{
    public Task<IdentityResult> ValidateAsync(UserManager<IdentityUser> manager, IdentityUser user, string? password) =>
        Task.FromResult(password is { Length: >= 14 } && !password.Contains("contoso", StringComparison.OrdinalIgnoreCase)
            ? IdentityResult.Success
            : IdentityResult.Failed(new IdentityError { Code = "Company", Description = "Choose another password." }));
}
