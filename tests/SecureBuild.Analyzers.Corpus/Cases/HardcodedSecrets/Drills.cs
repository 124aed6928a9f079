// Secrets in places that need a second look.
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Data.SqlClient;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Corpus.HardcodedSecrets.Drills;

// [Bad CWE-798] a dictionary of users and their passwords
public class Users
{
    private static readonly Dictionary<string, string> Passwords = new()
    {
        ["alice"] = "Wonder!and7",
        ["bob"] = "Bu1lder#99",
    };

    public bool Check(string user, string password) => Passwords.TryGetValue(user, out var expected) && expected == password;
}

// [Bad CWE-798] the default of a parameter
public class Client
{
    public HttpRequestMessage Make(string path, string apiKey = "k3y-9f8e7d6c5b4a39281706")
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("X-Api-Key", apiKey);
        return request;
    }
}

// [Good CWE-798] the default of a parameter is nothing
public class EmptyClient
{
    public HttpRequestMessage Make(string path, string apiKey = "")
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (apiKey.Length > 0)
            request.Headers.Add("X-Api-Key", apiKey);
        return request;
    }
}

// [Bad CWE-798] when nothing is configured, this is the password
public class Fallback(IConfiguration configuration)
{
    public string AdminPassword => configuration["Admin:Password"] ?? "Adm1n-default";
}

// [Good CWE-798] when nothing is configured, nothing works
public class NoFallback(IConfiguration configuration)
{
    public string AdminPassword => configuration["Admin:Password"] ?? throw new InvalidOperationException("Admin:Password is not configured");
}

// [Bad CWE-321] the key is put together of two halves
public static class Halves
{
    const string First = "9a7c1e5b3d";
    const string Second = "f0e2d4c6b8";

    public static byte[] Mac(byte[] data)
    {
        using var mac = new HMACSHA512(Encoding.ASCII.GetBytes(First + Second));
        return mac.ComputeHash(data);
    }
}

// [Bad CWE-321] the key of a cipher by its base64 in a static constructor
public class Box
{
    private static readonly byte[] s_key;

    static Box()
    {
        s_key = Convert.FromBase64String("q83vASNFZ4mrze8BI0VniavN7wEjRWeJq83vASNFZ4k=");
    }

    public byte[] Open(byte[] data, byte[] iv)
    {
        using var aes = Aes.Create();
        aes.Key = s_key;
        return aes.DecryptCbc(data, iv);
    }
}

// [Good CWE-321] the key of a cipher by its base64 in the settings
public class SettingsBox(IOptions<BoxSettings> settings)
{
    public byte[] Open(byte[] data, byte[] iv)
    {
        using var aes = Aes.Create();
        aes.Key = Convert.FromBase64String(settings.Value.Key);
        return aes.DecryptCbc(data, iv);
    }
}

public class BoxSettings
{
    public string Key { get; set; } = "";
}

// [Bad CWE-321] the key is derived of a text that stands here
public static class Derived
{
    public static byte[] Key(byte[] salt) => Rfc2898DeriveBytes.Pbkdf2("the quick brown fox", salt, 600_000, HashAlgorithmName.SHA256, 32);
}

// [Good CWE-321] the key is derived of what somebody types
public static class Typed
{
    public static byte[] Key(byte[] salt)
    {
        Console.Write("Passphrase: ");
        var passphrase = Console.ReadLine() ?? "";
        return Rfc2898DeriveBytes.Pbkdf2(passphrase, salt, 600_000, HashAlgorithmName.SHA256, 32);
    }
}

// [Bad CWE-798] a private key in PEM
public static class Signing
{
    const string Pem = """
        -----BEGIN PRIVATE KEY-----
        MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgevZzL1gdAFr88hb2
        OF/2NxApJCzGCEDdfSp6VQO30hyhRANCAAQRWz+jn65BtOMvdyHKcvjBeBSDZH2r
        1RTwjmYSi9R/zpBnuQ4EiMnCqfMPWiZqB4QdbAd0E7oH50VpuZ1P087G
        -----END PRIVATE KEY-----
        """;

    public static ECDsa Key()
    {
        var key = ECDsa.Create();
        key.ImportFromPem(Pem);
        return key;
    }
}

// [Good CWE-798] a public key in PEM
public static class Verifying
{
    const string Pem = """
        -----BEGIN PUBLIC KEY-----
        MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEEVs/o5+uQbTjL3chynL4wXgUg2R9
        q9UU8I5mEovUf86QZ7kOBIjJwqnzD1omageEHWwHdBO6B+dFabmdT9POxg==
        -----END PUBLIC KEY-----
        """;

    public static ECDsa Key()
    {
        var key = ECDsa.Create();
        key.ImportFromPem(Pem);
        return key;
    }
}

// [Bad CWE-798] the query of an address has the key
public class Maps(HttpClient client)
{
    public Task<string> Find(string place) => client.GetStringAsync("https://maps.example.org/v1/find?api_key=8d2f6c1b7a904e53&q=" + Uri.EscapeDataString(place));
}

// [Good CWE-798] the query of an address has the key of the configuration
public class ConfiguredMaps(HttpClient client, IConfiguration configuration)
{
    public Task<string> Find(string place) => client.GetStringAsync($"https://maps.example.org/v1/find?api_key={configuration["Maps:Key"]}&q=" + Uri.EscapeDataString(place));
}

// [Bad CWE-259] the password of a database is appended
public class Appended
{
    public NpgsqlConnection Open(string host)
    {
        var text = new StringBuilder();
        text.Append("Host=").Append(host).Append(";Username=app;");
        text.Append("Password=").Append("pg-S3cr3t-2022");
        return new NpgsqlConnection(text.ToString());
    }
}

// [Bad CWE-798] seeds for the first user of Identity
public static class Seed
{
    public static async Task Run(Microsoft.AspNetCore.Identity.UserManager<Microsoft.AspNetCore.Identity.IdentityUser> users)
    {
        var admin = new Microsoft.AspNetCore.Identity.IdentityUser("admin@example.org");
        await users.CreateAsync(admin, "P@ssw0rd!2024");
    }
}

// [Good CWE-798] the seed's password comes from outside
public static class OutsideSeed
{
    public static async Task Run(Microsoft.AspNetCore.Identity.UserManager<Microsoft.AspNetCore.Identity.IdentityUser> users, IConfiguration configuration)
    {
        var admin = new Microsoft.AspNetCore.Identity.IdentityUser("admin@example.org");
        await users.CreateAsync(admin, configuration["Seed:AdminPassword"]!);
    }
}
