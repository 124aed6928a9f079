// Secrets in the code, and what only looks like them.
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.Data.SqlClient;
using Microsoft.Extensions.Options;

namespace Corpus.HardcodedSecrets.Rooms;

// [Bad CWE-798] a mail account by a class of options
public class MailOptions
{
    public string Host { get; set; } = "smtp.contoso.com";
    public string User { get; set; } = "noreply@contoso.com";
    public string Password { get; set; } = "Wint3r-2024-mail!";
}

// [Good CWE-798] options whose values come from outside
public class MailOptionsGood
{
    public string Host { get; set; } = "smtp.contoso.com";
    public string User { get; set; } = "noreply@contoso.com";
    public string Password { get; set; } = "";
    public string PasswordFile { get; set; } = "/run/secrets/mail-password";
}

// [Bad CWE-798] a post-configuration sets the key
public sealed class PaymentDefaults : IPostConfigureOptions<PaymentOptions>
{
    public void PostConfigure(string? name, PaymentOptions options)
    {
        if (string.IsNullOrEmpty(options.ApiKey))
            options.ApiKey = "pk_live_7Hq2LxVd93kTzRbN5mWcYs0F";
    }
}

public class PaymentOptions
{
    public string ApiKey { get; set; } = "";
    public Uri? Endpoint { get; set; }
}

// [Bad CWE-798] the password in pieces
public class ReportConnection
{
    public string Create(string server)
    {
        var builder = new StringBuilder();
        builder.Append("Server=").Append(server).Append(";Database=Reports;User Id=reports;");
        builder.Append("Password=").Append("R3ports#2023!x").Append(';');
        return builder.ToString();
    }
}

// [Good CWE-798] the password from the environment in a chain
public class ReportConnectionGood
{
    public string Create(string server)
    {
        var builder = new StringBuilder();
        builder.Append("Server=").Append(server).Append(";Database=Reports;User Id=reports;");
        builder.Append("Password=").Append(Environment.GetEnvironmentVariable("REPORTS_PASSWORD")).Append(';');
        return builder.ToString();
    }
}

// [Bad CWE-798] a fallback for a missing variable
public class StorageAccount
{
    public string Key => Environment.GetEnvironmentVariable("STORAGE_KEY") ?? "mX9vTqL2aKfR7cBdW4sYzE1hJuN8pGo6iVtQwCxA5kM=";
}

// [Good CWE-798] a fallback that is a name of the setting
public class StorageAccountGood
{
    public string KeyName => Environment.GetEnvironmentVariable("STORAGE_KEY_NAME") ?? "Storage:AccountKey";
}

// [Bad CWE-259] the administrator is made with a password
public class SeedUsers(Microsoft.AspNetCore.Identity.UserManager<Microsoft.AspNetCore.Identity.IdentityUser> users)
{
    public async Task RunAsync()
    {
        var admin = new Microsoft.AspNetCore.Identity.IdentityUser("admin") { Email = "admin@contoso.com" };
        await users.CreateAsync(admin, "P@ssw0rd2024");
        await users.AddToRoleAsync(admin, "Administrators");
    }
}

// [Good CWE-259] the administrator's first password is random
public class SeedUsersGood(Microsoft.AspNetCore.Identity.UserManager<Microsoft.AspNetCore.Identity.IdentityUser> users)
{
    public async Task<string> RunAsync()
    {
        var admin = new Microsoft.AspNetCore.Identity.IdentityUser("admin") { Email = "admin@contoso.com" };
        var password = Convert.ToBase64String(RandomNumberGenerator.GetBytes(18)) + "a1!";
        await users.CreateAsync(admin, password);
        return password;
    }
}

// [Bad CWE-259] a back door
public class SupportLogin(Func<string, string, bool> check)
{
    const string Master = "opensesame!42";

    public bool SignIn(string user, string password) => password == Master || check(user, password);
}

// [Bad CWE-798] the certificate's file is opened with a literal
public class TlsCertificate
{
    public X509Certificate2 Load() => X509CertificateLoader.LoadPkcs12FromFile("certs/portal.pfx", "changeit-Portal7", X509KeyStorageFlags.EphemeralKeySet);
}

// [Good CWE-798] the certificate's password is a secret of the container
public class TlsCertificateGood
{
    public X509Certificate2 Load() => X509CertificateLoader.LoadPkcs12FromFile("certs/portal.pfx", File.ReadAllText("/run/secrets/pfx_password").Trim());
}

// [Bad CWE-321] a key for data in a table of keys
public class KeyRing
{
    static readonly Dictionary<int, byte[]> s_keys = new()
    {
        [1] = Convert.FromHexString("8f2b1c7d9e0a4b5c6d7e8f90a1b2c3d48f2b1c7d9e0a4b5c6d7e8f90a1b2c3d4"),
        [2] = Convert.FromBase64String("c2VjdXJlLWtleS1mb3ItY29udG9zby0yMDI0LXByb2Q="),
    };

    public byte[] Protect(int version, byte[] data)
    {
        using var aes = Aes.Create();
        aes.Key = s_keys[version];
        aes.GenerateIV();
        return [.. aes.IV, .. aes.EncryptCbc(data, aes.IV)];
    }
}

// [Good CWE-321] a table of digests that everybody may know
public class KnownFiles
{
    static readonly Dictionary<string, string> s_digests = new()
    {
        ["setup.exe"] = "8f2b1c7d9e0a4b5c6d7e8f90a1b2c3d48f2b1c7d9e0a4b5c6d7e8f90a1b2c3d4",
        ["readme.txt"] = "1c7d9e0a4b5c6d7e8f90a1b2c3d48f2b8f2b1c7d9e0a4b5c6d7e8f90a1b2c3d4",
    };

    public bool IsKnown(string name, byte[] content) => s_digests.TryGetValue(name, out var digest) && Convert.ToHexString(SHA256.HashData(content)).Equals(digest, StringComparison.OrdinalIgnoreCase);
}

// [Bad CWE-798] a token in the header of every request
public static class GitClient
{
    public static void Add(IServiceCollection services) => services.AddHttpClient("git", client =>
    {
        client.BaseAddress = new Uri("https://git.contoso.com");
        client.DefaultRequestHeaders.Add("PRIVATE-TOKEN", "glpat-x7Jd9Kq2LmNvRt5WyZb3");
    });
}

// [Good CWE-798] the token of the caller
public static class GitClientGood
{
    public static void Add(IServiceCollection services, IConfiguration configuration) => services.AddHttpClient("git", client =>
    {
        client.BaseAddress = new Uri("https://git.contoso.com");
        client.DefaultRequestHeaders.Add("PRIVATE-TOKEN", configuration["Git:Token"]);
    });
}

// [Bad CWE-798] a builder of connection strings
public class Archive
{
    public SqlConnection Open()
    {
        var builder = new SqlConnectionStringBuilder();
        builder["Data Source"] = "archive.contoso.local";
        builder["User ID"] = "archive";
        builder["Password"] = "Arch!ve-7731";
        return new SqlConnection(builder.ConnectionString);
    }
}

// [Good CWE-798] integrated security
public class ArchiveGood
{
    public SqlConnection Open()
    {
        var builder = new SqlConnectionStringBuilder();
        builder["Data Source"] = "archive.contoso.local";
        builder["Integrated Security"] = true;
        builder["Encrypt"] = true;
        return new SqlConnection(builder.ConnectionString);
    }
}

// [Bad CWE-798] the configuration is filled in the code
public static class InMemorySettings
{
    public static void Add(IConfigurationBuilder configuration) => configuration.AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["Sms:Sender"] = "Contoso",
        ["Sms:ApiSecret"] = "q8Xv2ZrT7nLk4MbP1sWd",
    });
}

// [Good CWE-798] names of settings, of fields and texts with the word in them
public static class Names
{
    public const string PasswordField = "Input.Password";
    public const string ApiKeyHeader = "X-Api-Key";
    public const string ForgotPasswordPath = "/account/forgot-password";
    public const string PasswordTooShort = "The password needs at least {0} characters.";
    public const string SecretSetting = "Payments:ClientSecret";
    public static readonly string[] Sensitive = ["password", "secret", "token", "apikey"];
}

// [Good CWE-798] placeholders of a template that is shown to the administrator
public static class SampleSettings
{
    public const string Text = """
        {
          "ConnectionStrings": { "Default": "Server=localhost;Database=Shop;User Id=<user>;Password=<password>" },
          "Jwt": { "Key": "${JWT_KEY}" }
        }
        """;
    public static string Password { get; } = "<your-password-here>";
}

// [Bad CWE-798] the credentials of a proxy
public class ProxyClient
{
    public HttpClient Create()
    {
        var handler = new SocketsHttpHandler { UseProxy = true, Proxy = new WebProxy("http://proxy.contoso.local:3128") };
        handler.Proxy.Credentials = new NetworkCredential(domain: "CONTOSO", userName: "svc-proxy", password: "Pr0xy!Svc2022");
        return new HttpClient(handler);
    }
}

// [Bad CWE-798] basic credentials, encoded already
public class PartnerFeed
{
    public HttpClient Create()
    {
        var client = new HttpClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", "ZmVlZDpHNHRld2F5LUZlZWQ=");
        return client;
    }
}

// [Bad CWE-798] a private key as text
public static class LicenceKeys
{
    const string Pem = """
        -----BEGIN PRIVATE KEY-----
        MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgevZzL1gdAFr88hb2
        OF/2NxApJCzGCEDdfSp6VQO30hyhRANCAAQRWz+jn65BtOMvdyHKcvjBeBSDZH2r
        1RTwjmYSi9R/zpBnuQ4EiMnCqfMPWiZqB4QdbAd0E7oH50VpuZ1P087G
        -----END PRIVATE KEY-----
        """;

    public static ECDsa Load()
    {
        var key = ECDsa.Create();
        key.ImportFromPem(Pem);
        return key;
    }
}

// [Good CWE-798] a public key as text
public static class LicenceKeysGood
{
    const string Pem = """
        -----BEGIN PUBLIC KEY-----
        MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEEVs/o5+uQbTjL3chynL4wXgUg2R9
        q9UU8I5mEovUf86QZ7kOBIjJwqnzD1omageEHWwHdBO6B+dFabmdT9POxg==
        -----END PUBLIC KEY-----
        """;

    public static ECDsa Load()
    {
        var key = ECDsa.Create();
        key.ImportFromPem(Pem);
        return key;
    }
}
