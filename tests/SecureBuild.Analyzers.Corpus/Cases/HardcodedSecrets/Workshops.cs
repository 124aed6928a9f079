// Secrets that were left in programs.
using System.ComponentModel;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Data.SqlClient;
using Npgsql;
using StackExchange.Redis;

namespace Corpus.HardcodedSecrets.Workshops;

// [Bad CWE-798] by the default of a parameter
public sealed class FtpUpload
{
    public NetworkCredential Login(string user = "upload", string password = "Wx93!kelpie") => new(user, password);
}

// [Good CWE-798] the parameter has no default
public sealed class FtpUploadByCaller
{
    public NetworkCredential Login(string user, string password) => new(user, password);
}

// [Bad CWE-798] in a dictionary of users
public sealed class BasicLogin
{
    static readonly Dictionary<string, string> s_passwords = new(StringComparer.OrdinalIgnoreCase)
    {
        { "maria", "Sommer2024!" },
        { "kenji", "t0kyoTower#7" },
    };

    public bool Check(string user, string password) => s_passwords.TryGetValue(user, out var expected) && expected == password;
}

// [Good CWE-798] a dictionary of texts about passwords
public sealed class Texts
{
    static readonly Dictionary<string, string> s_texts = new()
    {
        ["password.label"] = "Password",
        ["password.hint"] = "At least twelve characters",
    };

    public string Of(string key) => s_texts[key];
}

// [Bad CWE-798] a token in a header
public sealed class Tickets(HttpClient client)
{
    public Task<string> ListAsync()
    {
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "f83kz0QpL2vX9sYt4mN7bR1cW6hJ5dG8");
        return client.GetStringAsync("https://tickets.city.example/api");
    }
}

// [Bad CWE-798] user and password, encoded
public sealed class Basic
{
    public AuthenticationHeaderValue Header() => new("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes("reporting:Vq7!mbX2")));
}

// [Good CWE-798] the token comes from the environment
public sealed class EnvironmentTickets(HttpClient client)
{
    public Task<string> ListAsync()
    {
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Environment.GetEnvironmentVariable("TICKETS_TOKEN"));
        return client.GetStringAsync("https://tickets.city.example/api");
    }
}

// [Bad CWE-798] a connection string in several parts
public sealed class Warehouse
{
    const string Server = "Server=db.city.example;Database=warehouse;";
    const string Login = "User Id=loader;Password=Br0mbeere_88;";

    public NpgsqlConnection Open() => new(Server + Login);
}

// [Good CWE-798] the password is read
public sealed class ReadWarehouse
{
    const string Server = "Server=db.city.example;Database=warehouse;User Id=loader;Password=";

    public NpgsqlConnection Open() => new(Server + File.ReadAllText("/run/secrets/warehouse"));
}

// [Bad CWE-798] the builder of connection strings takes it
public static class BuiltConnection
{
    public static string Text()
    {
        var builder = new SqlConnectionStringBuilder { DataSource = "db", UserID = "sa", Encrypt = true };
        builder.Password = "P@ssw0rd-2023";
        return builder.ConnectionString;
    }
}

// [Good CWE-798] the builder takes it from the configuration
public static class ConfiguredConnection
{
    public static string Text(IConfiguration configuration)
    {
        var builder = new SqlConnectionStringBuilder { DataSource = "db", UserID = "portal", Encrypt = true };
        builder.Password = configuration["Database:Password"]!;
        return builder.ConnectionString;
    }
}

// [Bad CWE-798] the cache's password in its configuration
public static class Cache
{
    public static IConnectionMultiplexer Connect() => ConnectionMultiplexer.Connect("cache.city.example:6380,ssl=true,password=u8Yp3ZkQ1vT7");
}

// [Bad CWE-321] a key as bytes
public sealed class Vault
{
    static readonly byte[] Key = [0x3f, 0x91, 0x07, 0xaa, 0x52, 0xe4, 0x18, 0xcd, 0x66, 0x7b, 0x29, 0xf0, 0x84, 0x1d, 0xb3, 0x5e];

    public byte[] Open(byte[] data, byte[] vector)
    {
        using var aes = Aes.Create();
        return aes.CreateDecryptor(Key, vector).TransformFinalBlock(data, 0, data.Length);
    }
}

// [Good CWE-321] magic numbers of a file format
public sealed class PngFile
{
    static readonly byte[] s_start = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

    public bool Is(ReadOnlySpan<byte> data) => data.StartsWith(s_start);
}

// [Bad CWE-321] a key derived from a phrase in the code
public sealed class PhraseVault
{
    public byte[] Key(byte[] salt) => Rfc2898DeriveBytes.Pbkdf2("the quick brown fox guards the safe", salt, 600_000, HashAlgorithmName.SHA256, 32);
}

// [Bad CWE-798] the certificate's password
public static class Certificates
{
    public static X509Certificate2 Load() => X509CertificateLoader.LoadPkcs12FromFile("signing.pfx", "Zx81!spectrum");
}

// [Good CWE-798] the certificate's password is asked for
public static class AskedCertificates
{
    public static X509Certificate2 Load(IConfiguration configuration) => X509CertificateLoader.LoadPkcs12FromFile("signing.pfx", configuration["Signing:Password"]);
}

// [Bad CWE-798] a way in for the support
[Route("login")]
public sealed class LoginController(Func<string, string, bool> check) : Controller
{
    [HttpPost]
    public IActionResult Post(string user, string password)
    {
        if (user == "support" && password == "letmein-4711")
            return Ok("administrator");
        return check(user, password) ? Ok() : Unauthorized();
    }
}

// [Good CWE-798] words that are no passwords
public sealed class Guesses
{
    static readonly string[] s_common = ["password", "123456", "qwerty", "letmein"];

    public bool Refused(string password) => s_common.Contains(password, StringComparer.OrdinalIgnoreCase) || password is "admin" or "test1234";
}

// [Bad CWE-798] the setting's default, by an attribute
public sealed class MailSettings
{
    public string Host { get; set; } = "mail.city.example";

    [DefaultValue("kD83-lm0Q-zz71")]
    public string Password { get; set; } = "kD83-lm0Q-zz71";
}

// [Good CWE-798] the setting is empty until it is bound
public sealed class EmptyMailSettings
{
    public string Host { get; set; } = "mail.city.example";

    [PasswordPropertyText(true)]
    public string Password { get; set; } = "";
}

// [Bad CWE-798] an anonymous object for the token endpoint
public sealed class Tokens(HttpClient client)
{
    public async Task<string> FetchAsync()
    {
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = "portal",
            ["client_secret"] = "7Qz~mR4vK0p.XbT2wY9sLcE6hUjN3dFg",
        };
        using var answer = await client.PostAsync("https://id.city.example/token", new FormUrlEncodedContent(form));
        return await answer.Content.ReadAsStringAsync();
    }
}

// [Good CWE-798] the same with the secret from a vault
public sealed class VaultTokens(HttpClient client, IConfiguration configuration)
{
    public async Task<string> FetchAsync()
    {
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = "portal",
            ["client_secret"] = configuration["Id:ClientSecret"] ?? throw new InvalidOperationException("Id:ClientSecret is not set."),
        };
        using var answer = await client.PostAsync("https://id.city.example/token", new FormUrlEncodedContent(form));
        return await answer.Content.ReadAsStringAsync();
    }
}

// [Bad CWE-798] a way to say it with string.Format
public static class Formatted
{
    public static SqlConnection Open(string server)
    {
        var text = string.Format("Server={0};Database=portal;User Id={1};Password={2};Encrypt=true", server, "portal", "Gr4nat-apfel");
        return new SqlConnection(text);
    }
}

// [Good CWE-798] a way to say it with string.Format, without the secret
public static class FormattedByCaller
{
    public static SqlConnection Open(string server, string password) =>
        new(string.Format("Server={0};Database=portal;User Id={1};Password={2};Encrypt=true", server, "portal", password));
}

// [Bad CWE-798] a field that a method hands to the client
public sealed class Sftp
{
    private readonly string _pwd = "Xk29vm!Qr";

    public NetworkCredential Credential => new("transfer", _pwd);
}

// [Good CWE-798] a field that the constructor sets
public sealed class SetSftp(string pwd)
{
    private readonly string _pwd = pwd;

    public NetworkCredential Credential => new("transfer", _pwd);
}

// [Bad CWE-798] base64 does not hide it
public static class Hidden
{
    public static string DatabasePassword => Encoding.UTF8.GetString(Convert.FromBase64String("U29tbWVycmVnZW4yMDI0IQ=="));
}

// [Bad CWE-798] when the environment has none
public sealed class Fallback
{
    public string ApiKey { get; } = Environment.GetEnvironmentVariable("WEATHER_API_KEY") ?? "c8a1f0e27b6d4935a2e8f7c4d1b09a63";
}

// [Good CWE-798] when the environment has none, nothing goes
public sealed class NoFallback
{
    public string ApiKey { get; } = Environment.GetEnvironmentVariable("WEATHER_API_KEY") ?? throw new InvalidOperationException("WEATHER_API_KEY is not set.");
}

// [Bad CWE-321] the key of a code that authenticates
public sealed class Links
{
    const string LinkSecret = "s1gn-these-links-please";

    public string Sign(string path)
    {
        using var mac = new HMACSHA256(Encoding.UTF8.GetBytes(LinkSecret));
        return path + "?s=" + Convert.ToHexString(mac.ComputeHash(Encoding.UTF8.GetBytes(path)));
    }
}

// [Good CWE-321] the key of a code that authenticates, read
public sealed class ReadLinks(IConfiguration configuration)
{
    const string LinkSecret = "Links:Secret";

    public string Sign(string path)
    {
        using var mac = new HMACSHA256(Encoding.UTF8.GetBytes(configuration[LinkSecret]!));
        return path + "?s=" + Convert.ToHexString(mac.ComputeHash(Encoding.UTF8.GetBytes(path)));
    }
}

// [Good CWE-798] constants that name things about passwords
public static class Names
{
    public const string PasswordField = "password";
    public const string TokenHeader = "X-Auth-Token";
    public const string SecretName = "portal-database";
    public const string ApiKeyParameter = "api_key";
    public const string PasswordPattern = "^(?=.*[A-Z])(?=.*[0-9]).{12,}$";
}

// [Bad CWE-798] users are made with a password of ours
public sealed class Seeding(Microsoft.AspNetCore.Identity.UserManager<Microsoft.AspNetCore.Identity.IdentityUser> users)
{
    public async Task RunAsync()
    {
        var admin = new Microsoft.AspNetCore.Identity.IdentityUser { UserName = "admin", Email = "admin@city.example" };
        await users.CreateAsync(admin, "Admin!2345");
    }
}
