// Secrets in tables, formats, patterns and start-up code.
using System.Net;
using System.Net.Http.Headers;
using System.Net.Mail;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Data.SqlClient;
using Npgsql;

namespace Corpus.HardcodedSecrets.Yards;

// [Bad CWE-798] the pattern of a switch
public sealed class Gate
{
    public string RoleOf(string user, string password) => (user, password) switch
    {
        ("root", "Nebel!horn42") => "administrator",
        _ => "guest",
    };
}

// [Good CWE-798] a word that nobody may choose
public static class Rules
{
    public static bool IsWeakPassword(string password) => password.Length < 12 || password is "Password123!" or "Welcome2024!";
}

// [Bad CWE-798] a default by configuration
public static class Mailing
{
    public static SmtpClient Create(IConfiguration configuration) => new("mail.city.example", 587)
    {
        EnableSsl = true,
        Credentials = new NetworkCredential(configuration["Mail:User"], configuration.GetValue("Mail:Password", "Schnee#flocke9")),
    };
}

// [Good CWE-798] no default
public static class RequiredMailing
{
    public static SmtpClient Create(IConfiguration configuration) => new("mail.city.example", 587)
    {
        EnableSsl = true,
        Credentials = new NetworkCredential(configuration["Mail:User"], configuration.GetValue<string>("Mail:Password")),
    };
}

// [Bad CWE-798] a settings object in memory
public static class MemorySettings
{
    public static IConfiguration Build() => new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["Jwt:Issuer"] = "portal",
        ["Jwt:SigningKey"] = "b7f3c1a9e5d24086b1c2d3e4f5a69788",
    }).Build();
}

// [Good CWE-798] a settings object in memory without secrets
public static class PlainMemorySettings
{
    public static IConfiguration Build() => new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["Jwt:Issuer"] = "portal",
        ["Jwt:SigningKeyFile"] = "/run/secrets/jwt",
        ["Jwt:LifetimeMinutes"] = "20",
    }).Build();
}

// [Bad CWE-798] a format of several lines
public static class Postgres
{
    public static NpgsqlConnection Open(string host) => new(string.Format(
        "Host={0};Port={1};Database={2};Username={3};Password={4}",
        host, 5432, "orders", "orders_rw", "mVq-88-Tannenzapfen"));
}

// [Good CWE-798] a format of a message about a password
public static class Message
{
    public static string For(string user) => string.Format("User={0};Password={1}", user, "not shown");
}

// [Bad CWE-321] the key of a static method's local
public static class Licences
{
    public static bool Verify(string licence, byte[] signature)
    {
        byte[] secret = Encoding.UTF8.GetBytes("L1c3nce-5ign-K3y-2022");
        using var mac = new HMACSHA256(secret);
        return CryptographicOperations.FixedTimeEquals(mac.ComputeHash(Encoding.UTF8.GetBytes(licence)), signature);
    }
}

// [Bad CWE-798] a query string with a key
public sealed class Maps(HttpClient client)
{
    public Task<string> FindAsync(string place) => client.GetStringAsync("https://maps.example/geocode?address=" + Uri.EscapeDataString(place) + "&key=AIzaSyD4k9QxW7vLmB2nT8rYcJ1pHsGfEuZaXoM");
}

// [Good CWE-798] a query string with a key that is read
public sealed class ReadMaps(HttpClient client, IConfiguration configuration)
{
    public Task<string> FindAsync(string place) => client.GetStringAsync("https://maps.example/geocode?address=" + Uri.EscapeDataString(place) + "&key=" + configuration["Maps:Key"]);
}

// [Bad CWE-798] a record with its credentials
public sealed record Server(string Host, string User, string Password);

// [same case]
public static class Servers
{
    public static IReadOnlyList<Server> All { get; } = [new("ftp1.city.example", "sync", "Lq8#rosmarin"), new("ftp2.city.example", "sync", "Lq9#thymian")];
}

// [Good CWE-798] a record whose credentials come later
public sealed record KnownServer(string Host, string User, string Password = "");

// [same case]
public static class KnownServers
{
    public static IReadOnlyList<KnownServer> All { get; } = [new("ftp1.city.example", "sync"), new("ftp2.city.example", "sync")];
}
