// Rules for passwords, again.
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;

namespace Corpus.PasswordPolicy.Halls;

// [Bad CWE-521] a generated expression for five characters
public static partial class Registration
{
    static readonly Regex s_password = new(@"^(?=.*\d)[A-Za-z\d]{5,}$");

    public static bool IsAcceptable(string newPassword)
    {
        if (!s_password.IsMatch(newPassword))
            return false;
        return newPassword != "admin1";
    }
}

// [Good CWE-521] an expression that only asks for a digit, after a length
public static class Composition
{
    public static bool IsAcceptable(string newPassword) => newPassword.Length >= 12 && Regex.IsMatch(newPassword, "^.*[0-9].*$");
}

// [Bad CWE-521] the length has a fallback
public static class Setup
{
    public static void Add(IServiceCollection services, IConfiguration configuration) => services.AddIdentityCore<IdentityUser>(options =>
        options.Password.RequiredLength = configuration.GetValue("Passwords:Length", 4));
}

// [Bad CWE-307] lockout by a setting that is off where nobody sets it
public class Entry(SignInManager<IdentityUser> manager, IConfiguration configuration)
{
    public Task<SignInResult> EnterAsync(string user, string password) => manager.PasswordSignInAsync(user, password, false, lockoutOnFailure: configuration.GetValue("Lockout", false));
}

// [Good CWE-307] lockout by a setting that is on where nobody sets it
public class EntryGood(SignInManager<IdentityUser> manager, IConfiguration configuration)
{
    public Task<SignInResult> EnterAsync(string user, string password) => manager.PasswordSignInAsync(user, password, false, lockoutOnFailure: configuration.GetValue("Lockout", true));
}
