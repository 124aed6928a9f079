// Secrets in the style of lessons and answers.
using System.Net;
using System.Net.Mail;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Data.SqlClient;

namespace Corpus.HardcodedSecrets.Lessons;

// [Bad CWE-798] mail from an account
public static class Mailer
{
    public static void Send(string to, string body)
    {
        var from = new MailAddress("shop@example.org", "Shop");
        const string fromPassword = "Sh0pM@il2021";
        var smtp = new SmtpClient
        {
            Host = "smtp.example.org",
            Port = 587,
            EnableSsl = true,
            UseDefaultCredentials = false,
            Credentials = new NetworkCredential(from.Address, fromPassword),
        };
        smtp.Send(new MailMessage(from.Address, to) { Body = body });
    }
}

// [Good CWE-798] mail from an account of the options
public sealed class OptionsMailer(Microsoft.Extensions.Options.IOptions<OptionsMailer.Settings> options)
{
    public sealed class Settings { public string User { get; set; } = ""; public string Password { get; set; } = ""; }

    public void Send(string to, string body)
    {
        using var smtp = new SmtpClient("smtp.example.org", 587) { EnableSsl = true, Credentials = new NetworkCredential(options.Value.User, options.Value.Password) };
        smtp.Send(new MailMessage(options.Value.User, to) { Body = body });
    }
}

// [Bad CWE-798] a certificate's file
public static class Certificates
{
    public static X509Certificate2 Load() => X509CertificateLoader.LoadPkcs12FromFile("client.pfx", "pfx-Pass-1");
}

// [Good CWE-798] a certificate's file with what the environment knows
public static class SafeCertificates
{
    public static X509Certificate2 Load() => X509CertificateLoader.LoadPkcs12FromFile("client.pfx", Environment.GetEnvironmentVariable("PFX_PASSWORD"));
}

// [Bad CWE-798] a user that everything begins with
public static class Seeding
{
    public static async Task SeedAsync(Microsoft.AspNetCore.Identity.UserManager<Microsoft.AspNetCore.Identity.IdentityUser> users)
    {
        var admin = new Microsoft.AspNetCore.Identity.IdentityUser("admin");
        await users.CreateAsync(admin, "Admin123!");
    }
}

// [Good CWE-798] a user that everything begins with, whose password the deployment sets
public static class SafeSeeding
{
    public static async Task SeedAsync(Microsoft.AspNetCore.Identity.UserManager<Microsoft.AspNetCore.Identity.IdentityUser> users, IConfiguration configuration)
    {
        var admin = new Microsoft.AspNetCore.Identity.IdentityUser("admin");
        await users.CreateAsync(admin, configuration["Seed:AdminPassword"] ?? throw new InvalidOperationException("Seed:AdminPassword"));
    }
}

// [Bad CWE-798] in a controller
public class LoginController : Controller
{
    [HttpPost, ValidateAntiForgeryToken]
    public IActionResult Login(string username, string password)
    {
        if (username == "admin" && password == "admin123")
            return RedirectToAction("Dashboard");
        return View();
    }
}

// [Bad CWE-798] in a switch over users
public class SwitchController : Controller
{
    [HttpPost, ValidateAntiForgeryToken]
    public IActionResult Login(string username, string password) => (username, password) switch
    {
        ("alice", "w0nderland") => RedirectToAction("Dashboard"),
        _ => View(),
    };
}

// [Good CWE-798] a check of what was typed in
public class CheckController : Controller
{
    [HttpPost, ValidateAntiForgeryToken]
    public IActionResult Register(string username, string password)
    {
        if (password == "" || password == username || password.Length < 12)
            return View();
        return RedirectToAction("Dashboard");
    }
}

// [Bad CWE-798] a connection in a class of constants
internal static class DbConstants
{
    internal const string Server = "10.1.2.3";
    internal const string Conn = "Data Source=10.1.2.3;Initial Catalog=hr;User ID=hr_app;Password=hR_4pp_2020;Encrypt=True";
}

// [same case]
internal static class HrData
{
    internal static SqlConnection Open() => new(DbConstants.Conn);
}

// [Good CWE-798] a connection without a password in a class of constants
internal static class SafeDbConstants
{
    internal const string Conn = "Data Source=10.1.2.3;Initial Catalog=hr;Authentication=Active Directory Managed Identity;Encrypt=True";
}

// [Bad CWE-321] a pepper
public static class Pepper
{
    private static readonly string HmacKey = "pepper-2b9f1c7d4e";

    public static string Sign(string text)
    {
        using var hmac = new HMACSHA512(Encoding.UTF8.GetBytes(HmacKey));
        return Convert.ToHexString(hmac.ComputeHash(Encoding.UTF8.GetBytes(text)));
    }
}

// [Good CWE-321] a pepper of the configuration
public sealed class ConfiguredPepper(IConfiguration configuration)
{
    private const string HmacKeyName = "Security:HmacKey";

    public string Sign(string text)
    {
        using var hmac = new HMACSHA512(Convert.FromBase64String(configuration[HmacKeyName]!));
        return Convert.ToHexString(hmac.ComputeHash(Encoding.UTF8.GetBytes(text)));
    }
}

// [Bad CWE-798] a header with a key
public sealed class WeatherClient
{
    readonly HttpClient _client = new();

    public WeatherClient() => _client.DefaultRequestHeaders.Add("X-RapidAPI-Key", "4f8a1c9e2bmsh7d3e5f1a9c8b7d6p1c2d3ejsn4f5a6b7c8d9e");
}

// [Bad CWE-798] a key in a query
public sealed class MapClient(HttpClient client)
{
    public Task<string> FindAsync(string place) =>
        client.GetStringAsync("https://maps.example.com/api/geocode/json?address=" + Uri.EscapeDataString(place) + "&key=AIzaSyD4k7mQx9Lr2Vn8Tc1Zb6Wp3Hs5Yg0JfEa");
}

// [Good CWE-798] a key of the options in a query
public sealed class SafeMapClient(HttpClient client, string apiKey)
{
    public Task<string> FindAsync(string place) =>
        client.GetStringAsync("https://maps.example.com/api/geocode/json?address=" + Uri.EscapeDataString(place) + "&key=" + Uri.EscapeDataString(apiKey));
}
