using System.Net;
using System.Net.Mail;

namespace Shop.Passwords;

public sealed record Account(string User, string Password);

// [Bad CWE-259] a constant
public static class Admin
{
    public const string Password = "Tr0ub4dor&3x";
}

// [Good CWE-259] the name of a setting
public static class SettingNames
{
    public const string Password = "Database:Password";
}

// [Good CWE-259] labels of a form
public static class Labels
{
    public const string Password = "Password";
    public const string PasswordHint = "Enter your password";
    public const string PasswordTooShort = "The password must have 12 characters.";
    public static readonly string ConfirmPassword = "Please confirm your new password";
}

public class Mailer(IConfiguration configuration)
{
    // [Bad CWE-259] in a network credential
    public SmtpClient Connect() => new("smtp.shop.example", 587)
    {
        EnableSsl = true,
        Credentials = new NetworkCredential("postmaster", "w1nter-Is-c0ming"),
    };

    // [Good CWE-259] from the configuration
    public SmtpClient ConnectConfigured() => new("smtp.shop.example", 587)
    {
        EnableSsl = true,
        Credentials = new NetworkCredential(configuration["Smtp:User"], configuration["Smtp:Password"]),
    };

    // [Bad CWE-259] a local
    public NetworkCredential Local()
    {
        var user = "reports";
        var password = "Qz7!pLm2#vR";
        return new NetworkCredential(user, password);
    }

    // [Good CWE-259] an empty one that is filled later
    public NetworkCredential Empty(TextReader input)
    {
        var password = string.Empty;
        while (password.Length < 12)
            password = input.ReadLine() ?? "";
        return new NetworkCredential("reports", password);
    }

    // [Bad CWE-259] a default for what is not configured
    public string PasswordOrDefault()
    {
        var smtpPassword = configuration["Smtp:Password"] ?? "kT9$hwq2Lx";
        return smtpPassword;
    }

    // [Good CWE-259] no default for what is not configured
    public string PasswordOrFail()
    {
        var smtpPassword = configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not configured");
        return smtpPassword;
    }

    // [Bad CWE-259] a parameter's default
    public void Login(string user, string password = "s3cr3t-Default!") => Console.WriteLine($"{user} {password.Length}");

    // [Good CWE-259] a parameter's default is null
    public void LoginOrAsk(string user, string? password = null) => Console.WriteLine($"{user} {password?.Length}");

    // [Bad CWE-259] compared with what the user typed
    public bool IsAdmin(string user, string password) => user == "admin" && password == "Adm1n!2024";

    // [Good CWE-259] the password is compared with nothing
    public bool IsMissing(string password) => password == "" || password.Equals("password", StringComparison.OrdinalIgnoreCase);

    // [Bad CWE-259] a named argument of a record
    public Account Seed() => new(User: "root", Password: "hJ8#kd02!mZ");

    // [Good CWE-259] the environment says it
    public Account FromEnvironment() => new("root", Environment.GetEnvironmentVariable("ROOT_PASSWORD") ?? "");

    // [Bad CWE-259] with Equals
    public string Door(string pin, string adminPassword)
    {
        if (adminPassword.Equals("0penSesame!!", StringComparison.Ordinal))
            return "open";
        return pin.Length > 0 ? "ask" : "closed";
    }

    // [Good CWE-259] a URL where passwords are reset
    public string ResetLink(string user)
    {
        var passwordResetUrl = "https://shop.example/account/reset-password";
        return $"{passwordResetUrl}?user={Uri.EscapeDataString(user)}";
    }

    // [Good CWE-259] a message with the word
    public void Validate(string password)
    {
        if (password.Length < 12)
            throw new ArgumentException("password: at least 12 characters are needed", nameof(password));
    }

    // [Good CWE-259] the mask that is shown instead
    public string Display(Account account)
    {
        var maskedPassword = "********";
        return account.User + " / " + maskedPassword;
    }
}

// [Bad CWE-259] a property
public class FtpOptions
{
    public string Host { get; set; } = "ftp.partner.example";
    public string Password { get; set; } = "ftp!Up7oad9";
}

// [Good CWE-259] a property without a value
public class SftpOptions
{
    public string Host { get; set; } = "sftp.partner.example";
    public string Password { get; set; } = "";
    public string PasswordFile { get; set; } = "/run/secrets/sftp-password";
}

// [Good CWE-259] an enumeration and its words
public static class Grant
{
    public const string GrantType = "password";
    public const string PasswordColumn = "PasswordHash";
    public const string PasswordPattern = "^(?=.*[A-Z])(?=.*[0-9]).{12,}$";
}
