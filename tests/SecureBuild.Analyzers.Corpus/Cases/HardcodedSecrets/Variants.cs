// Secrets in the code, in many styles.
using System.Data.SqlClient;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Mail;
using System.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.IdentityModel.Tokens;

namespace Corpus.HardcodedSecrets.Variants;

// [Bad CWE-259] a password in a credential
public class Credential
{
    public void Bad()
    {
        string data = "7e5tc4s3";
        var credential = new NetworkCredential("user", data, "domain");
        Console.WriteLine(credential.UserName);
    }
}

// [Good CWE-259] the console's password
public class CredentialGood
{
    public void GoodG2B()
    {
        string data = Console.ReadLine();
        var credential = new NetworkCredential("user", data, "domain");
        Console.WriteLine(credential.UserName);
    }
}

// [Bad CWE-259] compared with a literal
public class LoginController : ControllerBase
{
    [HttpPost("/admin-login")]
    public IActionResult Login(string username, string password)
    {
        if (username == "admin" && password == "Sup3rS3cret!")
            return Ok();
        return Unauthorized();
    }
}

// [Good CWE-259] compared with nothing
public class LoginEmptyController : ControllerBase
{
    [HttpPost("/admin-login-empty")]
    public IActionResult Login(string username, string password)
    {
        if (password == "" || password == null)
            return BadRequest("password required");
        return Unauthorized();
    }
}

// [Bad CWE-321] a key from a literal
public class Cipher
{
    public byte[] Encrypt(byte[] data)
    {
        using var aes = Aes.Create();
        aes.Key = Encoding.UTF8.GetBytes("ThisIsASecretKey1234567890123456");
        aes.GenerateIV();
        return aes.EncryptCbc(data, aes.IV);
    }
}

// [Good CWE-321] a key from the configuration
public class CipherGood(IConfiguration configuration)
{
    public byte[] Encrypt(byte[] data)
    {
        using var aes = Aes.Create();
        aes.Key = Convert.FromBase64String(configuration["Encryption:Key"]!);
        aes.GenerateIV();
        return aes.EncryptCbc(data, aes.IV);
    }
}

// [Bad CWE-798] a connection string built by a builder
public class Database
{
    public SqlConnection Open()
    {
        var text = "Server=db01;Database=Shop;User Id=sa;Password=Winter2024!;";
        var connection = new SqlConnection(text);
        connection.Open();
        return connection;
    }
}

// [Good CWE-798] a connection string of the configuration
public class DatabaseGood(IConfiguration configuration)
{
    public SqlConnection Open()
    {
        var connection = new SqlConnection(configuration.GetConnectionString("Shop"));
        connection.Open();
        return connection;
    }
}

// [Bad CWE-798] a token in a header
public class ApiClient
{
    readonly HttpClient _http = new();

    public ApiClient()
    {
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "b6f1c3d2-9a47-4d5e-8f21-0c7be19d44aa");
    }
}

// [Good CWE-798] a token of an environment variable
public class ApiClientGood
{
    readonly HttpClient _http = new();

    public ApiClientGood()
    {
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Environment.GetEnvironmentVariable("API_TOKEN"));
    }
}

// [Bad CWE-798] mail with a password
public class Mailer
{
    public void Send(MailMessage message)
    {
        using var client = new SmtpClient("smtp.example.org", 587) { EnableSsl = true };
        client.Credentials = new NetworkCredential("mailer@example.org", "Gm4il_p4ss!");
        client.Send(message);
    }
}

// [Bad CWE-321] a signing key
public class Tokens
{
    private const string Secret = "my-super-secret-signing-key-that-is-long-enough";

    public SigningCredentials Credentials() => new(new SymmetricSecurityKey(Encoding.UTF8.GetBytes(Secret)), SecurityAlgorithms.HmacSha256);
}

// [Good CWE-321] a signing key of the options
public class TokensGood(IConfiguration configuration)
{
    private const string SecretName = "Jwt:SigningKey";

    public SigningCredentials Credentials() => new(new SymmetricSecurityKey(Encoding.UTF8.GetBytes(configuration[SecretName]!)), SecurityAlgorithms.HmacSha256);
}

// [Bad CWE-798] a certificate's password
public class Certificates
{
    public X509Certificate2 Load() => new("server.pfx", "changeit123");
}

// [Good CWE-798] names, not values
public static class Names
{
    public const string PasswordField = "password";
    public const string ApiKeyHeader = "X-Api-Key";
    public const string TokenEndpoint = "/connect/token";
    public const string PasswordRequired = "Please enter your password.";
    public static readonly string SecretKeyPath = "Vault:Secrets:SigningKey";
}

// [Bad CWE-798] a cloud's key
public class Storage
{
    private readonly string accessKey = "AKIAIOSFODNN7EXAMQLE";
    private readonly string secretKey = "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";

    public (string, string) Keys => (accessKey, secretKey);
}

// [Bad CWE-259] a secure string of characters
public class SecureText
{
    public SecureString Password()
    {
        var secure = new SecureString();
        foreach (char c in "Tr0ub4dor&3")
            secure.AppendChar(c);
        return secure;
    }
}

// [Good CWE-798] placeholders
public class Options
{
    public string Password { get; set; } = "";
    public string ApiKey { get; set; } = "<your-api-key>";
    public string ClientSecret { get; set; } = "CHANGE_ME";
}
