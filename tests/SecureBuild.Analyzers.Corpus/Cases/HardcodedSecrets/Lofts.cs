// Secrets in code: tuples, options of one's own, defaults of records.
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.SqlClient;

namespace Corpus.HardcodedSecrets.Lofts;

// [Bad CWE-798] a password by a tuple
public sealed class MirrorClient
{
    public NetworkCredential Credential()
    {
        var credential = new NetworkCredential();
        (credential.UserName, credential.Password) = ("mirror", "wK7!pd93Lx");
        return credential;
    }
}

// [Good CWE-798] a password from the settings by a tuple
public sealed class SafeMirrorClient(IConfiguration configuration)
{
    public NetworkCredential Credential()
    {
        var credential = new NetworkCredential();
        (credential.UserName, credential.Password) = ("mirror", configuration["Mirror:Password"]);
        return credential;
    }
}

// [Bad CWE-798] the database's password by a tuple of the builder's properties
public sealed class Database
{
    public SqlConnection Open()
    {
        var builder = new SqlConnectionStringBuilder();
        (builder.DataSource, builder.UserID, builder.Password) = ("db01", "app", "n5Gv_82hqT");
        var connection = new SqlConnection(builder.ConnectionString);
        connection.Open();
        return connection;
    }
}

public sealed class FtpSettings
{
    public string Host { get; set; } = "";
    public string User { get; set; } = "";
    public string Password { get; set; } = "";
}

// [Bad CWE-798] options of one's own, the password is set by a static constructor
public sealed class FtpMirror
{
    static readonly FtpSettings s_settings = new() { Host = "files.example.net", User = "sync" };

    static FtpMirror() => s_settings.Password = "Zt4#mK81ws";

    public ICredentials Login() => new NetworkCredential(s_settings.User, s_settings.Password);
}

// [Good CWE-798] options of one's own, the password is handed over
public sealed class SafeFtpMirror(FtpSettings settings)
{
    static readonly FtpSettings s_defaults = new() { Host = "files.example.net", User = "sync" };

    public ICredentials Login() => new NetworkCredential(s_defaults.User, settings.Password);
}

// [Bad CWE-321] the key is a field that the constructor fills by a tuple
public sealed class Sealer
{
    readonly byte[] _key;
    readonly int _size;

    public Sealer() => (_key, _size) = (Encoding.ASCII.GetBytes("0f9J2mVq7TzB4xLs"), 16);

    public byte[] Seal(byte[] data, byte[] nonce)
    {
        using var aes = new AesGcm(_key, _size);
        var (cipher, tag) = (new byte[data.Length], new byte[_size]);
        aes.Encrypt(nonce, data, cipher, tag);
        return [.. cipher, .. tag];
    }
}

// [Good CWE-321] the key comes from the settings
public sealed class SafeSealer
{
    readonly byte[] _key;
    readonly int _size;

    public SafeSealer(IConfiguration configuration) => (_key, _size) = (Convert.FromBase64String(configuration["Sealer:Key"]!), 16);

    public byte[] Seal(byte[] data, byte[] nonce)
    {
        using var aes = new AesGcm(_key, _size);
        var (cipher, tag) = (new byte[data.Length], new byte[_size]);
        aes.Encrypt(nonce, data, cipher, tag);
        return [.. cipher, .. tag];
    }
}

// [Bad CWE-798] a default of a record's parameter is the real secret
public sealed record SmtpAccount(string Host, string User = "mailer", string Password = "8dR!kq2vNf")
{
    public NetworkCredential ToCredential() => new(User, Password);
}

// [Bad CWE-798] an API key in a table of headers
public static class Weather
{
    static readonly Dictionary<string, string> s_headers = new() { ["Accept"] = "application/json", ["X-Api-Key"] = "b7d1f0c2e94a4c6fa0d35b8e61c7f923" };

    public static HttpRequestMessage Request(Uri uri)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, uri);
        foreach (var (name, value) in s_headers)
            request.Headers.Add(name, value);
        return request;
    }
}

// [Bad CWE-798] the login of a worker, by a tuple of variables
public sealed class MaintenanceWorker(ILogger<MaintenanceWorker> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var client = new HttpClient();
        var (user, password) = ("maintenance", "Qx9_tb4LmZ");
        client.DefaultRequestHeaders.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}")));
        logger.LogInformation("maintenance {Status}", (await client.PostAsync("https://intern.example/maintenance", null, stoppingToken)).StatusCode);
    }
}
