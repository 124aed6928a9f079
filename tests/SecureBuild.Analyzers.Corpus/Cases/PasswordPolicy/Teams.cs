// Rules for passwords, as teams write them.
using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.PasswordPolicy.Teams;

// [Bad CWE-521] five characters will do
public static class OwnRule
{
    public static bool IsAcceptable(string? password) => !string.IsNullOrWhiteSpace(password) && password.Length >= 5;
}

// [Good CWE-521] twelve characters are needed
public static class LongerRule
{
    public static bool IsAcceptable(string? password) => !string.IsNullOrWhiteSpace(password) && password.Length >= 12;
}

// [Bad CWE-521] a pattern that takes four digits
public sealed class SignUp
{
    [Required, EmailAddress] public string Email { get; set; } = "";
    [Required, RegularExpression("^[A-Za-z0-9]{4,16}$")] public string Password { get; set; } = "";
}

// [Good CWE-521] a pattern that takes fourteen characters
public sealed class LongSignUp
{
    [Required, EmailAddress] public string Email { get; set; } = "";
    [Required, RegularExpression("^.{14,128}$")] public string Password { get; set; } = "";
}

// [Bad CWE-521] errors are gathered, the first begins below six
public class RegisterController : ControllerBase
{
    const int MinimumPasswordLength = 6;

    [HttpPost("/register")]
    public IActionResult Register(string email, string password)
    {
        var errors = new List<string>();
        if (!email.Contains('@'))
            errors.Add("no address");
        if (password.Length < MinimumPasswordLength)
            errors.Add("too short");
        return errors.Count == 0 ? Ok() : BadRequest(errors);
    }
}

// [Good CWE-521] errors are gathered, the first begins below twelve
public class StrictRegisterController : ControllerBase
{
    const int MinimumPasswordLength = 12;

    [HttpPost("/strict-register")]
    public IActionResult Register(string email, string password)
    {
        var errors = new List<string>();
        if (!email.Contains('@'))
            errors.Add("no address");
        if (password.Length < MinimumPasswordLength)
            errors.Add("too short");
        return errors.Count == 0 ? Ok() : BadRequest(errors);
    }
}

// [Bad CWE-307] a sign-in that never locks
public class SessionController(SignInManager<IdentityUser> manager) : ControllerBase
{
    [HttpPost("/session")]
    public async Task<IActionResult> Create(string name, string password)
    {
        var outcome = await manager.PasswordSignInAsync(name, password, isPersistent: true, lockoutOnFailure: false);
        return outcome.Succeeded ? NoContent() : Unauthorized();
    }
}

// [Good CWE-307] a sign-in that locks
public class LockingSessionController(SignInManager<IdentityUser> manager) : ControllerBase
{
    [HttpPost("/locking-session")]
    public async Task<IActionResult> Create(string name, string password)
    {
        var outcome = await manager.PasswordSignInAsync(name, password, isPersistent: true, lockoutOnFailure: true);
        return outcome.Succeeded ? NoContent() : Unauthorized();
    }
}

// [Bad CWE-521] a validator that takes four characters
public sealed class SignUpValidator : AbstractValidator<SignUp>
{
    public SignUpValidator() => RuleFor(form => form.Password).NotEmpty().Length(4, 100);
}

// [Good CWE-521] a validator that takes twelve characters, and addresses of five
public sealed class LongSignUpValidator : AbstractValidator<LongSignUp>
{
    public LongSignUpValidator()
    {
        RuleFor(form => form.Password).NotEmpty().MinimumLength(12);
        RuleFor(form => form.Email).NotEmpty().MinimumLength(5);
    }
}

// [Good CWE-521] points for what is long, and a mask
public static class Meter
{
    public static int Strength(string password)
    {
        var points = 0;
        if (password.Length >= 4)
            points++;
        if (password.Length >= 12)
            points++;
        return points;
    }

    public static string Shown(string password) => password.Length < 3 ? "***" : password[0] + "***";
}

// [Good CWE-521] whoever signs in with a short one is told at once that it is wrong
public class SignInController : ControllerBase
{
    [HttpPost("/sign-in")]
    public IActionResult Login(string name, string password)
    {
        if (password.Length < 6)
            return Unauthorized();
        return Ok(name);
    }
}
