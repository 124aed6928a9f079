// Secrets of a program in its text, at places where they are used; and texts that are no secrets.
using System.Data.Odbc;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Mail;
using System.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Data.SqlClient;
using Microsoft.IdentityModel.Tokens;

namespace Corpus.HardcodedSecrets.Exercises;

// [Bad CWE-798] the builder of a connection string, member by member
public class Warehouse
{
    public SqlConnection Open()
    {
        var builder = new SqlConnectionStringBuilder();
        builder.DataSource = "sql.warehouse.local";
        builder.UserID = "app";
        builder.Password = "Wh4rehouse!2019";
        return new SqlConnection(builder.ConnectionString);
    }
}

// [Good CWE-798] the builder of a connection string, with the password of the environment
public class ConfiguredWarehouse
{
    public SqlConnection Open()
    {
        var builder = new SqlConnectionStringBuilder();
        builder.DataSource = "sql.warehouse.local";
        builder.UserID = "app";
        builder.Password = Environment.GetEnvironmentVariable("WAREHOUSE_PASSWORD") ?? throw new InvalidOperationException("WAREHOUSE_PASSWORD is missing");
        return new SqlConnection(builder.ConnectionString);
    }
}

// [Bad CWE-798] the mail account, through a helper that makes credentials
public class Mailer
{
    static NetworkCredential Account(string user, string secret) => new(user, secret);

    public void Send(MailMessage message)
    {
        using var client = new SmtpClient("smtp.example.org", 587) { EnableSsl = true, Credentials = Account("noreply@example.org", "T9#kkw02-mail") };
        client.Send(message);
    }
}

// [Bad CWE-321] a key of bytes that a method gives back
public class Vault
{
    static byte[] Key() => new byte[] { 0x21, 0x5a, 0x90, 0x13, 0x77, 0xfe, 0x08, 0x3c, 0x55, 0x61, 0xd2, 0xee, 0x19, 0x4b, 0xa0, 0x0f };

    public byte[] Seal(byte[] data)
    {
        using var aes = Aes.Create();
        aes.Key = Key();
        return aes.EncryptCbc(data, aes.IV);
    }
}

// [Good CWE-321] a key that is read from a file of the machine
public class FileVault(IConfiguration configuration)
{
    byte[] Key() => File.ReadAllBytes(configuration["Vault:KeyFile"]!);

    public byte[] Seal(byte[] data)
    {
        using var aes = Aes.Create();
        aes.Key = Key();
        return aes.EncryptCbc(data, aes.IV);
    }
}

// [Bad CWE-321] a key of text for a MAC, from UTF-8
public class Links
{
    private const string LinkSeed = "correct horse battery staple 42";

    public string Sign(string link) => Convert.ToHexString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(LinkSeed), Encoding.UTF8.GetBytes(link)));
}

// [Bad CWE-321] a key of hexadecimal digits for an authenticated cipher, as a UTF-8 literal in another class
public static class CipherSettings
{
    public static ReadOnlySpan<byte> Material => "0123456789abcdeffedcba9876543210"u8;
}
// [same case]
public class Sealer
{
    public void Seal(byte[] nonce, byte[] plain, byte[] cipher, byte[] tag)
    {
        using var gcm = new AesGcm(CipherSettings.Material, 16);
        gcm.Encrypt(nonce, plain, cipher, tag);
    }
}

// [Bad CWE-798] a token for another service, as a default header
public class Tracker
{
    readonly HttpClient _client = new();

    public Tracker()
    {
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "f81d4fae7dec11d0a76500a0c91e6bf6");
    }

    public Task<string> Get() => _client.GetStringAsync("https://tracker.example.org/issues");
}

// [Bad CWE-798] name and password of a basic header, encoded on the way
public class Exporter
{
    public HttpRequestMessage Request()
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "https://export.example.org/");
        var basic = Convert.ToBase64String(Encoding.ASCII.GetBytes("exporter:Zx81-Spectrum"));
        request.Headers.Add("Authorization", "Basic " + basic);
        return request;
    }
}

// [Good CWE-798] a header that says which scheme we take, and a name of a header
public class Challenges
{
    const string ApiKeyHeader = "X-Api-Key";
    const string AuthorizationScheme = "Bearer";

    public HttpRequestMessage Request(string token)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "https://export.example.org/");
        request.Headers.Authorization = new AuthenticationHeaderValue(AuthorizationScheme, token);
        request.Headers.Add(ApiKeyHeader, token);
        return request;
    }
}

// [Bad CWE-259] the password of a certificate's file
public class Certificates
{
    public X509Certificate2 Load() => X509CertificateLoader.LoadPkcs12FromFile("/etc/app/server.pfx", "changeit-2024");
}

// [Good CWE-259] a certificate's file without a password, by PEM
public class PemCertificates
{
    public X509Certificate2 Load() => X509Certificate2.CreateFromPemFile("/etc/app/server.pem", "/etc/app/server.key");
}

// [Bad CWE-798] the sign-in of the administrator is compared with a word
public class AdminController : ControllerBase
{
    [HttpPost]
    public IActionResult Login(string user, string password)
    {
        if (user.Equals("admin", StringComparison.OrdinalIgnoreCase) && string.Equals(password, "letmein!77", StringComparison.Ordinal))
            return Ok();
        return Unauthorized();
    }
}

// [Good CWE-798] words that look like a password's and are not
public class Forms
{
    public const string PasswordLabel = "Password";
    public const string PasswordRequired = "Please enter your password";
    public const string PasswordResetPath = "/account/reset-password";
    public static readonly string[] PasswordFields = ["password", "passwordConfirmation", "currentPassword"];

    public string Type(string field) => PasswordFields.Contains(field) ? "password" : "text";
}

// [Bad CWE-798] a secure string of literal characters
public class Database
{
    public SecureString Word()
    {
        var word = new SecureString();
        foreach (var character in "hunter2-prod")
            word.AppendChar(character);
        word.MakeReadOnly();
        return word;
    }
}

// [Bad CWE-798] a connection string with the password's short name, for ODBC
public class Odbc
{
    private readonly string _dsn = "Driver={PostgreSQL};Server=10.2.0.4;Port=5432;Database=hr;Uid=hr_app;Pwd=Spr1ngB0x;";

    public OdbcConnection Open() => new(_dsn);
}

// [Good CWE-798] connection strings without passwords
public class Trusted
{
    public SqlConnection Open() => new("Server=sql01;Database=hr;Integrated Security=true;Encrypt=true");

    public SqlConnection Template(string password) => new($"Server=sql01;Database=hr;User Id=hr_app;Password={password};Encrypt=true");
}

// [Bad CWE-321] the key that signs tokens, through a field of an options class
public class TokenOptions
{
    public string SigningKey { get; set; } = "my-very-long-signing-key-for-the-api-2023";
}
// [same case]
public class TokenMaker(TokenOptions options)
{
    public SigningCredentials Credentials() => new(new SymmetricSecurityKey(Encoding.UTF8.GetBytes(options.SigningKey)), SecurityAlgorithms.HmacSha256);
}
