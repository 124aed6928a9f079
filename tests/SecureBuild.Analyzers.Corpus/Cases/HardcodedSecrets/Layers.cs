using System.Net;
using System.Net.Http.Headers;
using System.Net.Mail;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Layers;

public sealed class ApiOptions { public string BaseUrl { get; set; } = ""; public string ApiKey { get; set; } = ""; public string Password { get; set; } = ""; }

// [Bad CWE-798] a mail server's password
public sealed class Mailer
{
    public SmtpClient Create() => new("smtp.example.com", 587) { EnableSsl = true, Credentials = new NetworkCredential("mailer", "T7#kPq9!vLw2") };
}

// [Good CWE-798] a mail server's password from the settings
public sealed class SafeMailer(IConfiguration configuration)
{
    public SmtpClient Create() => new("smtp.example.com", 587) { EnableSsl = true, Credentials = new NetworkCredential("mailer", configuration["Mail:Password"]) };
}

// [Bad CWE-798] options with a key in the code
public static class Registration
{
    public static void Add(IServiceCollection services) => services.Configure<ApiOptions>(options =>
    {
        options.BaseUrl = "https://api.example.com";
        options.ApiKey = "ak_3f9a8e71c4b24d0d9b61f0a27c5e8d13";
    });
}

// [Good CWE-798] options with a key from the settings
public static class SafeRegistration
{
    public static void Add(IServiceCollection services, IConfiguration configuration) => services.Configure<ApiOptions>(options => options.ApiKey = configuration["Api:Key"] ?? throw new InvalidOperationException("Api:Key is missing"));
}

// [Bad CWE-798] a bearer token
public sealed class GitClient
{
    readonly HttpClient _client = new();
    public GitClient() => _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "ghp_x8Kd02mLqRt5VbNz7YcWf3HsJp6Ge1UaT4Xo");
}

// [Good CWE-798] a field's name
public static class Fields
{
    public const string PasswordField = "password";
    public const string TokenHeader = "X-Auth-Token";
    public static bool IsPassword(string name) => name.Equals("password", StringComparison.OrdinalIgnoreCase) || name == PasswordField;
}

// [Good CWE-798] does the form's field have this name
public static class FormReader
{
    public static bool Hide(string passwordField) => passwordField.Equals("password") || passwordField == "Password";
}

// [Bad CWE-259] compared with a password in the code
[ApiController]
public sealed class DoorController : ControllerBase
{
    const string AdminPassword = "S3same!Open#42";

    [HttpPost("door")]
    public IActionResult Open([FromForm] string password) => password == AdminPassword ? Ok() : Unauthorized();
}

// [Good CWE-259] a placeholder
public static class Defaults { public const string Password = "<set in the vault>"; public static string ApiKey { get; set; } = "CHANGE_ME"; }

// [Bad CWE-321] a key in the code
public sealed class Vault
{
    static readonly byte[] s_key = Encoding.ASCII.GetBytes("q8Zt4LmX2vRk9PwB");
    public ICryptoTransform Open(Aes aes) { aes.Key = s_key; return aes.CreateEncryptor(); }
}

// [Good CWE-321] a key from the environment
public sealed class SafeVault
{
    public ICryptoTransform Open(Aes aes) { aes.Key = Convert.FromBase64String(Environment.GetEnvironmentVariable("VAULT_KEY")!); return aes.CreateEncryptor(); }
}

// [Bad CWE-798] a connection string in the code
public static class Db { public static string Main => "Host=db.example.com;Username=app;Password=9fK2-wLq8.Zx;Database=main"; }

// [Good CWE-798] a connection string without a password
public static class SafeDb { public static string Main => "Server=db.example.com;Database=main;Integrated Security=true;Encrypt=true"; }

// [Good CWE-798] an error's text
public static class Messages
{
    public const string PasswordRequired = "Please enter your password";
    public const string InvalidToken = "The token is not valid any more";
    public static readonly Dictionary<string, string> Texts = new() { ["password"] = "Password", ["new-password"] = "New password" };
}
