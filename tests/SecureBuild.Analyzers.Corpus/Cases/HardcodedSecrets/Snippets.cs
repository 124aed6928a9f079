// Secrets in unusual places, and what only looks like one.
using System.ComponentModel;
using System.Data.Common;
using System.Net;
using System.Net.Http.Headers;
using System.Security;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Data.SqlClient;

namespace Corpus.HardcodedSecrets.Snippets;

// [Bad CWE-798] in a dictionary of settings
public static class Defaults
{
    public static readonly Dictionary<string, string> Settings = new()
    {
        ["Smtp:Host"] = "smtp.example.org",
        ["Smtp:Password"] = "Tr0ub4dor&3x!",
        ["Retry"] = "3",
    };
}

// [Good CWE-798] names of settings in a dictionary
public static class DefaultNames
{
    public static readonly Dictionary<string, string> Settings = new()
    {
        ["Smtp:Host"] = "smtp.example.org",
        ["Smtp:Password"] = "",
        ["Smtp:PasswordFile"] = "/run/secrets/smtp_password",
    };
}

// [Bad CWE-798] in memory configuration
public static class InMemory
{
    public static void Add(IConfigurationBuilder builder) => builder.AddInMemoryCollection(new Dictionary<string, string?>
    {
        { "ConnectionStrings:Main", "Server=db;Database=shop;User Id=sa;Password=Xk29!mmQp77" },
    });
}

// [Bad CWE-798] JSON in a string
public static class JsonText
{
    const string ServiceAccount = """
        {
          "type": "service_account",
          "client_email": "robot@shop.example.org",
          "client_secret": "q8Vf-27dLmZx0PwR5tYc9NbK"
        }
        """;

    public static JsonDocument Read() => JsonDocument.Parse(ServiceAccount);
}

// [Good CWE-798] JSON in a string, as an example
public static class JsonExample
{
    const string Sample = """
        {
          "client_email": "you@example.org",
          "client_secret": "<your client secret>"
        }
        """;

    public static void Print() => Console.WriteLine("Expected form:\n" + Sample);
}

// [Bad CWE-798] the default of an attribute
public sealed class FtpOptions
{
    [DefaultValue("Winter2024!ftp")]
    public string Password { get; set; } = "Winter2024!ftp";
}

// [Good CWE-798] no default
public sealed class SafeFtpOptions
{
    [DefaultValue("")]
    public string Password { get; set; } = "";
}

// [Bad CWE-798] the default of a parameter
public static class Login
{
    public static NetworkCredential For(string user = "backup", string password = "B4ckup-n1ght!") => new(user, password);
}

// [Good CWE-798] the default of a parameter is nothing
public static class SafeLogin
{
    public static NetworkCredential For(string user = "backup", string? password = null) =>
        new(user, password ?? Environment.GetEnvironmentVariable("BACKUP_PASSWORD"));
}

// [Bad CWE-798] concatenated from pieces
public static class Pieces
{
    const string First = "sk_live_";
    const string Second = "51HqLyjWDarjtT1zdp7dc";

    public static AuthenticationHeaderValue Header() => new("Bearer", First + Second);
}

// [Bad CWE-259] compared with a constant
public static class BackDoor
{
    public static bool IsAdmin(string user, string password) => user == "root" && password == "let-me-1n-2day";
}

// [Good CWE-259] compared with the stored hash
public static class NoBackDoor
{
    public static bool IsAdmin(string user, string password, Func<string, string> hash, IConfiguration configuration) =>
        user == "root" && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(hash(password)), Encoding.UTF8.GetBytes(configuration["AdminHash"]!));
}

// [Bad CWE-321] a key of bytes
public static class ByteKey
{
    static readonly byte[] s_key = [0x2b, 0x7e, 0x15, 0x16, 0x28, 0xae, 0xd2, 0xa6, 0xab, 0xf7, 0x15, 0x88, 0x09, 0xcf, 0x4f, 0x3c];

    public static ICryptoTransform Encryptor()
    {
        using var aes = Aes.Create();
        aes.Key = s_key;
        return aes.CreateEncryptor();
    }
}

// [Good CWE-321] bytes that are no key
public static class FileMagic
{
    static readonly byte[] s_png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

    public static bool IsPng(ReadOnlySpan<byte> start) => start.StartsWith(s_png);
}

// [Bad CWE-321] a key as UTF-8 literal
public static class Utf8Key
{
    public static byte[] Sign(byte[] data) => HMACSHA256.HashData("c0rrect-horse-battery-staple"u8, data);
}

// [Good CWE-321] a label as UTF-8 literal
public static class Utf8Label
{
    public static byte[] Derive(byte[] key) => HKDF.DeriveKey(HashAlgorithmName.SHA256, key, 32, info: "shop session v1"u8.ToArray());
}

// [Bad CWE-321] a key from Base64
public static class Base64Key
{
    public static Aes Make()
    {
        var aes = Aes.Create();
        aes.Key = Convert.FromBase64String("q83vASNFZ4mrze8BI0VniavN7wEjRWeJq83vASNFZ4k=");
        return aes;
    }
}

// [Good CWE-321] a public key in Base64
public static class PublicKey
{
    const string Key = "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEQ1ZJ3aXjK8mQ0c3rY0v3sQ1u2w5x7z9b1d3f5h7j9l1n3p5r7t9v1x3z5B7D9F1H3J5L7N9P1R3T5V7X9Zw==";

    public static ECDsa Read()
    {
        var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(Key), out _);
        return key;
    }
}

// [Bad CWE-321] a private key in the source
public static class PrivateKey
{
    const string Pem = """
        -----BEGIN EC PRIVATE KEY-----
        MHcCAQEEIKp9Qm2V5lqY0rX7Wc3sT8uN4hJ6fG1dB2aZ5xC7vE9boAoGCCqGSM49
        AwEHoUQDQgAE3w7Lr2Vt5Xq8Zp1Nn4Ks6Jd9Fh0Gb3Mc7Yv5Ta2Re8Wu6Io4Pl1Qk
        -----END EC PRIVATE KEY-----
        """;

    public static ECDsa Read()
    {
        var key = ECDsa.Create();
        key.ImportFromPem(Pem);
        return key;
    }
}

// [Bad CWE-798] a connection string builder
public static class BuilderByIndexer
{
    public static string Text()
    {
        var builder = new DbConnectionStringBuilder { ["Server"] = "db", ["Uid"] = "shop", ["Pwd"] = "s3cr3t-Pa55!" };
        return builder.ToString();
    }
}

// [Good CWE-798] a connection string builder
public static class SafeBuilderByIndexer
{
    public static string Text(IConfiguration configuration)
    {
        var builder = new DbConnectionStringBuilder { ["Server"] = "db", ["Uid"] = "shop", ["Pwd"] = configuration["Db:Password"]! };
        return builder.ToString();
    }
}

// [Bad CWE-798] interpolated with constants
public static class Interpolated
{
    const string User = "reporting";
    const string Pass = "R3p0rt!ng#2023";

    public static SqlConnection Open(string server) => new($"Server={server};Database=reports;User ID={User};Password={Pass};Encrypt=true");
}

// [Good CWE-798] interpolated with what is given
public static class InterpolatedFromOutside
{
    const string User = "reporting";

    public static SqlConnection Open(string server, string pass) => new($"Server={server};Database=reports;User ID={User};Password={pass};Encrypt=true");
}

// [Good CWE-798] no password at all
public static class Integrated
{
    public static SqlConnection Open() => new("Server=db;Database=reports;Integrated Security=true;Encrypt=true");
}

// [Bad CWE-798] basic authentication, encoded before
public static class EncodedBasic
{
    public static void Set(HttpRequestMessage request) => request.Headers.TryAddWithoutValidation("Authorization", "Basic YWRtaW46UzNjcmV0UGFzcyE=");
}

// [Good CWE-798] basic authentication with what is given
public static class GivenBasic
{
    public static void Set(HttpRequestMessage request, string user, string password) =>
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}")));
}

// [Bad CWE-798] characters one by one
public static class CharByChar
{
    public static SecureString Make()
    {
        var secure = new SecureString();
        foreach (var c in "Passw0rd!2024#")
            secure.AppendChar(c);
        return secure;
    }
}

// [Bad CWE-798] an address with its password
public static class AddressWithPassword
{
    static readonly Uri s_queue = new("amqp://worker:pr0duct10n-Pw@queue.example.org:5672/jobs");

    public static string Host => s_queue.Host;
}

// [Good CWE-798] an address without
public static class AddressWithoutPassword
{
    static readonly Uri s_queue = new("amqps://queue.example.org:5671/jobs");

    public static string Host => s_queue.Host;
}

// [Good CWE-798] a message about passwords
public static class Messages
{
    public const string PasswordTooShort = "The password is too short.";
    public const string PasswordLabel = "Password";
    public const string PasswordPolicyUrl = "https://example.org/password-policy";
    public const string SecretQuestion = "What was your first pet's name?";
}

// [Good CWE-798] names of headers, claims and settings
public static class Names
{
    public const string ApiKeyHeader = "X-Api-Key";
    public const string TokenClaim = "access_token";
    public const string ClientSecretSetting = "Authentication:ClientSecret";
    public const string PasswordParameter = "p_password";
}

// [Bad CWE-798] by a switch over environments
public static class PerEnvironment
{
    public static string ApiKey(string environment) => environment switch
    {
        "prod" => "AKIAIOSFODNN7QWERTYU",
        _ => "",
    };
}

// [Good CWE-798] by a switch over environments
public static class SettingPerEnvironment
{
    public static string ApiKeyVariable(string environment) => environment switch
    {
        "prod" => "SHOP_PROD_API_KEY",
        _ => "SHOP_TEST_API_KEY",
    };
}

// [Bad CWE-798] a tuple of credentials
public static class Accounts
{
    static readonly (string User, string Password)[] s_seed = [("admin", "Adm1n#Start99"), ("clerk", "Cl3rk#Start99")];

    public static IEnumerable<string> Users => s_seed.Select(each => each.User);

    public static bool Check(string user, string password) => s_seed.Any(each => each.User == user && each.Password == password);
}
