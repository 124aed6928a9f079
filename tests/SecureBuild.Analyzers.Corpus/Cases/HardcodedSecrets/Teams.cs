// Secrets in the code, as teams leave them.
using System.Net;
using System.Net.Http.Headers;
using System.Net.Mail;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.SqlClient;
using Microsoft.IdentityModel.Tokens;

namespace Corpus.HardcodedSecrets.Teams;

// [Bad CWE-321] hexadecimal digits, joined from two constants
public static class HexKey
{
    const string First = "3f9ac1077be24d58";
    const string Second = "a6610f2cd98e73b4";

    public static byte[] Sign(byte[] message) => HMACSHA256.HashData(Convert.FromHexString(First + Second), message);
}

// [Good CWE-321] hexadecimal digits of an example from a test vector are compared, not used as a key
public static class HexDigest
{
    const string First = "3f9ac1077be24d58";
    const string Second = "a6610f2cd98e73b4";

    public static bool IsKnown(byte[] message) => Convert.ToHexString(SHA256.HashData(message)).StartsWith(First + Second, StringComparison.OrdinalIgnoreCase);
}

// [Bad CWE-321] byte by byte
public static class BytewiseKey
{
    public static Aes Create()
    {
        var key = new byte[16];
        key[0] = 0x2b; key[1] = 0x7e; key[2] = 0x15; key[3] = 0x16;
        key[4] = 0x28; key[5] = 0xae; key[6] = 0xd2; key[7] = 0xa6;
        key[8] = 0xab; key[9] = 0xf7; key[10] = 0x15; key[11] = 0x88;
        key[12] = 0x09; key[13] = 0xcf; key[14] = 0x4f; key[15] = 0x3c;
        var aes = Aes.Create();
        aes.Key = key;
        return aes;
    }
}

// [Good CWE-321] byte by byte from what the store says
public static class StoredKey
{
    public static Aes Create(Func<int, byte> store)
    {
        var key = new byte[16];
        for (var index = 0; index < key.Length; index++)
            key[index] = store(index);
        var aes = Aes.Create();
        aes.Key = key;
        return aes;
    }
}

// [Bad CWE-321] the key hides in an initialiser of a static constructor
public static class StaticKey
{
    static readonly byte[] s_material;

    static StaticKey()
    {
        s_material = Encoding.UTF8.GetBytes("kq83-Zbn!ow2Lmx7");
    }

    public static byte[] Seal(byte[] nonce, byte[] text)
    {
        using var gcm = new AesGcm(s_material, 16);
        var sealedText = new byte[text.Length];
        var tag = new byte[16];
        gcm.Encrypt(nonce, text, sealedText, tag);
        return [.. sealedText, .. tag];
    }
}

// [Good CWE-321] the key comes with the object
public sealed class GivenKey(byte[] material)
{
    public byte[] Seal(byte[] text)
    {
        using var gcm = new AesGcm(material, 16);
        var nonce = RandomNumberGenerator.GetBytes(12);
        var sealedText = new byte[text.Length];
        var tag = new byte[16];
        gcm.Encrypt(nonce, text, sealedText, tag);
        return [.. nonce, .. sealedText, .. tag];
    }
}

// [Bad CWE-798] a connection's text by a builder of text
public static class Appended
{
    public static SqlConnection Open(string host)
    {
        var text = new StringBuilder();
        text.Append("Server=").Append(host).Append(';');
        text.Append("Database=crm;User ID=crm_app;");
        text.Append("Password=Wn7!qpZ2rt;");
        return new SqlConnection(text.ToString());
    }
}

// [Good CWE-798] a connection's text by a builder of text, the password from outside
public static class AppendedFromOutside
{
    public static SqlConnection Open(string host, string word)
    {
        var text = new StringBuilder();
        text.Append("Server=").Append(host).Append(';');
        text.Append("Database=crm;User ID=crm_app;");
        text.Append("Password=").Append(word).Append(';');
        return new SqlConnection(text.ToString());
    }
}

// [Bad CWE-798] string.Format with the password among the arguments
public static class Formatted
{
    const string Template = "Server={0};Database=crm;User ID={1};Password={2}";

    public static SqlConnection Open(string host) => new(string.Format(Template, host, "crm_app", "Wn7!qpZ2rt"));
}

// [Good CWE-798] string.Format with the password from the environment
public static class FormattedFromOutside
{
    const string Template = "Server={0};Database=crm;User ID={1};Password={2}";

    public static SqlConnection Open(string host) => new(string.Format(Template, host, "crm_app", Environment.GetEnvironmentVariable("CRM_DB")));
}

// [Bad CWE-798] the value of an options class when nobody sets it
public sealed class SmsOptions
{
    public string Sender { get; init; } = "Example";
    public string AuthToken { get; init; } = "d7b1f60c39e84f2ab5c07e6d1298fa43";
}

// [Good CWE-798] the value of an options class has to be set
public sealed class RequiredSmsOptions
{
    public string Sender { get; init; } = "Example";
    public required string AuthToken { get; init; }
}

// [Bad CWE-798] a tuple, taken apart
public static class Mailer
{
    static (string User, string Word) Account() => ("postmaster@example.org", "hT5$wq81nb");

    public static SmtpClient Create()
    {
        var (user, word) = Account();
        return new SmtpClient("mail.example.org", 587) { EnableSsl = true, Credentials = new NetworkCredential(user, word) };
    }
}

// [Good CWE-798] a tuple that somebody else fills
public static class MailerFromOutside
{
    public static SmtpClient Create(Func<(string User, string Word)> account)
    {
        var (user, word) = account();
        return new SmtpClient("mail.example.org", 587) { EnableSsl = true, Credentials = new NetworkCredential(user, word) };
    }
}

// [Bad CWE-798] basic authentication, name and password encoded while it runs
public static class BasicClient
{
    public static void Authenticate(HttpClient client)
    {
        var pair = Encoding.ASCII.GetBytes($"{"deploy"}:{"9xQ!vm2Lk0"}");
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(pair));
    }
}

// [Bad CWE-321] a key ring as a collection expression
public static class KeyRing
{
    public static SecurityKey[] Keys() =>
    [
        new SymmetricSecurityKey("hP3nVx9qTz6mBw1kYc8sJd5fGr2aLe7u"u8.ToArray()),
        new SymmetricSecurityKey(Convert.FromBase64String("c2VjcmV0LXJpbmcta2V5LW51bWJlci10d28hIQ==")),
    ];
}

// [Good CWE-321] a key ring from the configuration
public static class ConfiguredKeyRing
{
    public static SecurityKey[] Keys(IConfiguration configuration) =>
        [.. configuration.GetSection("Keys").GetChildren().Select(each => new SymmetricSecurityKey(Convert.FromBase64String(each.Value!)))];
}

// [Bad CWE-259] the administrator's account is made at the start
public static class Seed
{
    public sealed record Account(string Name, string Email, string InitialPassword, bool Administrator);

    public static IEnumerable<Account> Accounts()
    {
        yield return new("Admin", "admin@example.org", "Ch@ngeM3-2024", true);
    }
}

// [Good CWE-259] the administrator's account is made with what is given
public static class SeedFromOutside
{
    public sealed record Account(string Name, string Email, string InitialPassword, bool Administrator);

    public static IEnumerable<Account> Accounts(IConfiguration configuration)
    {
        yield return new("Admin", "admin@example.org", configuration["Seed:InitialPassword"]!, true);
    }
}
