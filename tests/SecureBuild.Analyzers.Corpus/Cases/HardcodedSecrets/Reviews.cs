// Secrets and what is none, as reviewers meet them.
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Data.SqlClient;
using Microsoft.IdentityModel.Tokens;
using Npgsql;

namespace Corpus.HardcodedSecrets.Reviews;

// [Bad CWE-798] in an interface
public interface IPaymentConstants
{
    const string MerchantSecret = "8f3kD92mQpZx71LwVt5s";
}

// [Bad CWE-798] turned round
public static class Reversed
{
    static string ApiKey => new(("7Kd0qLmX2vB9" + "sR4tY6uW8zA1").Reverse().ToArray());

    public static void Set(HttpClient client) => client.DefaultRequestHeaders.Add("X-Api-Key", ApiKey);
}

// [Bad CWE-798] in Base64
public static class Hidden
{
    public static NetworkCredential Login() => new("svc", Encoding.UTF8.GetString(Convert.FromBase64String("UzNjcjN0LVBhc3N3MHJk")));
}

// [Good CWE-798] Base64 of what the environment has
public static class NotHidden
{
    public static NetworkCredential Login() => new("svc", Encoding.UTF8.GetString(Convert.FromBase64String(Environment.GetEnvironmentVariable("SVC_PASSWORD_B64")!)));
}

// [Bad CWE-798] a secret by a property with a body
public sealed class MailSettings
{
    public string Host { get; set; } = "smtp.example.org";
    public string Password
    {
        get { return "m4il-r3lay-2022"; }
    }
}

// [Good CWE-798] a secret by a property that reads a file
public sealed class FileMailSettings
{
    public string Host { get; set; } = "smtp.example.org";
    public string Password
    {
        get { return File.ReadAllText("/run/secrets/mail").Trim(); }
    }
}

// [Bad CWE-798] the default of an environment variable
public static class WithDefault
{
    public static string DbPassword => Environment.GetEnvironmentVariable("DB_PASSWORD") ?? "postgres_Pr0d!";

    public static NpgsqlConnection Open() => new($"Host=db;Username=app;Password={DbPassword}");
}

// [Good CWE-798] no default of an environment variable
public static class WithoutDefault
{
    public static string DbPassword => Environment.GetEnvironmentVariable("DB_PASSWORD") ?? throw new InvalidOperationException("DB_PASSWORD is missing");

    public static NpgsqlConnection Open() => new($"Host=db;Username=app;Password={DbPassword}");
}

// [Bad CWE-798] a token in an address
public static class Hook
{
    public static Task PostAsync(HttpClient client, string text) =>
        client.PostAsync("https://hooks.slack.com/services/T01ABCDEFGH/B02HIJKLMNO/p9Qr8sT7uV6wX5yZ4aB3cD2e", new StringContent(text));
}

// [Good CWE-798] an address that the configuration has
public static class ConfiguredHook
{
    public static Task PostAsync(HttpClient client, IConfiguration configuration, string text) => client.PostAsync(configuration["Slack:Hook"], new StringContent(text));
}

// [Bad CWE-798] a token of the source's host
public static class Repository
{
    public static void Sign(HttpRequestMessage message) => message.Headers.Authorization = new AuthenticationHeaderValue("token", "ghp_x7Kq2LmN9pRsT4uVwXyZ1aBcD3eF5gH6iJ8k");
}

// [Good CWE-321] a key that a store returns
public sealed class SafeKeyStore(Func<string, byte[]> vault)
{
    public byte[] Encrypt(byte[] data)
    {
        using var aes = Aes.Create();
        aes.Key = vault("master-key");
        return aes.EncryptCbc(data, aes.IV);
    }
}

// [Bad CWE-321] a key made of a password in the source
public static class Derived
{
    public static byte[] Key(byte[] salt) => Rfc2898DeriveBytes.Pbkdf2("our company's pass phrase", salt, 600_000, HashAlgorithmName.SHA256, 32);
}

// [Good CWE-321] a key made of a password that is given
public static class DerivedOfGiven
{
    public static byte[] Key(string passphrase, byte[] salt) => Rfc2898DeriveBytes.Pbkdf2(passphrase, salt, 600_000, HashAlgorithmName.SHA256, 32);
}

// [Good CWE-798] a hash of a password is compared with
public static class Hashed
{
    const string AdminPasswordHash = "AQAAAAIAAYagAAAAEJ8mZ0Yw2mZl1kq0uQxk3gY6v1yXo8c5n2b4m7d9f1h3j5l7n9p1r3t5v7x9zA==";

    public static bool IsAdmin(Microsoft.AspNetCore.Identity.IPasswordHasher<object> hasher, string password) =>
        hasher.VerifyHashedPassword(new object(), AdminPasswordHash, password) == Microsoft.AspNetCore.Identity.PasswordVerificationResult.Success;
}

// [Good CWE-798] fields of a form
public class FormController : Controller
{
    [HttpGet("/form")]
    public IActionResult Form() => Content("<form><input type='password' name='password' placeholder='Your password'><input name='token' type='hidden'></form>", "text/html");
}

// [Good CWE-798] placeholders
public static class Samples
{
    public const string ConnectionString = "Server=localhost;Database=shop;User Id=sa;Password=<password>";
    public const string ApiKey = "YOUR_API_KEY_HERE";
    public const string Token = "{token}";
    public const string Secret = "********";
    public const string Password = "${DB_PASSWORD}";
}

// [Good CWE-798] what identifies and is no secret
public static class Identifiers
{
    public const string ClientId = "0f8fad5b-d9cb-469f-a165-70867728950e";
    public const string PublicKeyToken = "b77a5c561934e089";
    public const string TenantId = "7c9e6679-7425-40de-944b-e07fc1f90ae7";
    public const string TokenEndpoint = "https://login.example.org/oauth2/token";
}

// [Good CWE-798] texts of a grammar
public static class Grammar
{
    public static bool IsToken(string kind) => kind == "identifier-token" || kind == "string-token";

    public static string NextToken => "end-of-file";
}

// [Bad CWE-798] two users of the basic authentication
public sealed class BasicUsers
{
    static readonly Dictionary<string, string> s_passwords = new(StringComparer.Ordinal)
    {
        { "monitor", "M0n!tor-77" },
        { "deploy", "D3pl0y-88" },
    };

    public bool IsKnown(string user, string password) => s_passwords.TryGetValue(user, out var expected) && expected == password;
}

// [Good CWE-798] two users of the basic authentication, from the configuration
public sealed class ConfiguredUsers(IConfiguration configuration)
{
    public bool IsKnown(string user, string password) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(configuration[$"Users:{user}"] ?? ""), Encoding.UTF8.GetBytes(password));
}

// [Bad CWE-321] the key of tokens, by an array of numbers
public static class Signing
{
    public static SecurityKey Key() => new SymmetricSecurityKey(new byte[] { 12, 45, 99, 201, 7, 33, 18, 250, 64, 91, 11, 83, 144, 5, 77, 29, 61, 8, 190, 221, 3, 17, 42, 99, 128, 54, 200, 1, 9, 88, 71, 66 });
}

// [Bad CWE-798] a password to the shell
public static class Backup
{
    public static void Run() => System.Diagnostics.Process.Start("/usr/bin/pg_dump", "postgresql://backup:Nightly-2024!@db.example.org/shop -f /backup/shop.sql");
}

// [Good CWE-798] a password file to the shell
public static class SafeBackup
{
    public static void Run() => System.Diagnostics.Process.Start("/usr/bin/pg_dump", "--no-password --username=backup --host=db.example.org shop -f /backup/shop.sql");
}
