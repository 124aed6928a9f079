// Secrets in builders, parameters and tables.
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.Data.SqlClient;

namespace Corpus.HardcodedSecrets.Offices;

// [Bad CWE-798] a builder of one's own
public sealed class BrokerBuilder
{
    string _user = "guest", _secret = "";

    public BrokerBuilder WithUser(string user) { _user = user; return this; }

    public BrokerBuilder WithPassword(string password) { _secret = password; return this; }

    public NetworkCredential Build() => new(_user, _secret);

    public static NetworkCredential Production() => new BrokerBuilder().WithUser("orders").WithPassword("T9!kw02zQpLm").Build();
}

// [Good CWE-798] a builder of one's own, with what the environment has
public sealed class SafeBrokerBuilder
{
    string _user = "guest", _secret = "";

    public SafeBrokerBuilder WithUser(string user) { _user = user; return this; }

    public SafeBrokerBuilder WithPassword(string password) { _secret = password; return this; }

    public NetworkCredential Build() => new(_user, _secret);

    public static NetworkCredential Production() => new SafeBrokerBuilder().WithUser("orders").WithPassword(Environment.GetEnvironmentVariable("BROKER") ?? throw new InvalidOperationException()).Build();
}

// [Bad CWE-798] a default header of a named client
public static class Clients
{
    public static void Add(IServiceCollection services) => services.AddHttpClient("maps", client =>
    {
        client.BaseAddress = new Uri("https://maps.example.org");
        client.DefaultRequestHeaders.Add("X-Api-Key", "8f14e45fceea167a5a36dedd4bea2543");
    });
}

// [Good CWE-798] a default header of a named client, from the configuration
public static class ConfiguredClients
{
    public static void Add(IServiceCollection services, IConfiguration configuration) => services.AddHttpClient("maps", client =>
    {
        client.BaseAddress = new Uri("https://maps.example.org");
        client.DefaultRequestHeaders.Add("X-Api-Key", configuration["Maps:ApiKey"]);
    });
}

// [Bad CWE-798] the user and the password by a dictionary of the form
public static class TokenRequest
{
    public static FormUrlEncodedContent Create() => new(new Dictionary<string, string>
    {
        ["grant_type"] = "client_credentials",
        ["client_id"] = "offices",
        ["client_secret"] = "kX7q~9fW2.zLtB3vN8rYpDh",
    });
}

// [Good CWE-798] the password of the form is a parameter
public static class SafeTokenRequest
{
    public static FormUrlEncodedContent Create(string secret) => new(new Dictionary<string, string>
    {
        ["grant_type"] = "client_credentials",
        ["client_id"] = "offices",
        ["client_secret"] = secret,
    });
}

// [Bad CWE-321] half of the key here, half there
public static class SplitKey
{
    static readonly byte[] s_left = [0x11, 0x7a, 0x3c, 0x99, 0x05, 0xe1, 0x42, 0xb8];
    static readonly byte[] s_right = [0x6d, 0x20, 0xf3, 0x1e, 0x88, 0xc7, 0x54, 0x9a];

    public static Aes Create()
    {
        var aes = Aes.Create();
        aes.Key = [.. s_left, .. s_right];
        return aes;
    }
}

// [Bad CWE-321] characters of an array, joined and encoded
public static class JoinedKey
{
    public static HMACSHA256 Create() => new(Encoding.UTF8.GetBytes(string.Join("", new[] { "q8Zr", "T1vX", "n5Lw", "Jd0k" })));
}

// [Bad CWE-259] the certificate's password is the file's name with a word
public static class CertificateFile
{
    public static X509Certificate2 Load(string folder)
    {
        const string name = "gateway";
        return X509CertificateLoader.LoadPkcs12FromFile(Path.Combine(folder, name + ".pfx"), name + "-2024!");
    }
}

// [Bad CWE-798] what holds if the setting is missing
public sealed class Settings(IConfiguration configuration)
{
    public string SmtpPassword => configuration.GetValue<string>("Smtp:Password", "Winter-2024!x")!;
}

// [Good CWE-798] what holds if the setting is missing is nothing
public sealed class EmptySettings(IConfiguration configuration)
{
    public string SmtpPassword => configuration.GetValue<string>("Smtp:Password", "")!;
}

// [Bad CWE-798] the administrator is whoever knows the word
public static class Admin
{
    static readonly string[] s_words = ["letmein-2024", "swordfish-77"];

    public static bool IsAdministrator(string password) => s_words.Contains(password);
}

// [Good CWE-798] words that nobody may choose
public static class Forbidden
{
    static readonly string[] s_commonPasswords = ["letmein", "swordfish"];

    public static bool IsTooCommon(string password) => s_commonPasswords.Contains(password);
}

// [Bad CWE-798] an object initialiser in a list
public static class Servers
{
    public sealed class Server { public string Host { get; set; } = ""; public string UserName { get; set; } = ""; public string Password { get; set; } = ""; }

    public static readonly List<Server> All =
    [
        new() { Host = "one.example.org", UserName = "deploy", Password = "v4$Rk29qWm" },
        new() { Host = "two.example.org", UserName = "deploy", Password = Environment.GetEnvironmentVariable("TWO") ?? "" },
    ];
}
