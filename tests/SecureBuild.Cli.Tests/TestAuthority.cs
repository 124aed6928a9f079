using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SecureBuild.Cli.Tests;

/// <summary>
/// An authority of its own: a root, a signer under it as PKCS #12, and a time-stamping service on this machine whose answers come from <c>openssl ts</c>.
/// </summary>
sealed class TestAuthority : IDisposable
{
    public const string Signer = "build@portal.example", Password = "correct horse";

    static readonly DateTimeOffset s_start = DateTimeOffset.UtcNow.AddDays(-2);

    readonly Scratch _folder = new();
    readonly HttpListener _service = new();

    public string Root => _folder["root.pem"];

    public string Pfx => _folder["signer.pfx"];

    /// <summary>The signer's own key, for what must not leave this folder.</summary>
    public byte[] PrivateKey { get; private set; } = [];

    /// <summary>The time-stamping authority's certificate and its root.</summary>
    public string StampChain => _folder["tsa.pem"];

    public Uri Address { get; }

    public TestAuthority()
    {
        using var rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest root = new("CN=Portal Root", rootKey, HashAlgorithmName.SHA256);
        root.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        root.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        using var authority = root.CreateSelfSigned(s_start, s_start.AddYears(10));
        _folder.Write("root.pem", authority.ExportCertificatePem() + "\n");
        using (var signer = Issue(authority, 1, "1.3.6.1.5.5.7.3.3", out var key))
        {
            PrivateKey = key.ExportParameters(true).D!;
            File.WriteAllBytes(Pfx, signer.Export(X509ContentType.Pfx, Password));
            key.Dispose();
        }
        using (var stamper = Issue(authority, 2, "1.3.6.1.5.5.7.3.8", out var key))
        {
            _folder.Write("tsa.pem", stamper.ExportCertificatePem() + "\n" + authority.ExportCertificatePem() + "\n");
            AtomicFile.Write(_folder["tsa.key.pem"], System.Text.Encoding.ASCII.GetBytes(key.ExportPkcs8PrivateKeyPem() + "\n"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
            _folder.Write("tsa.cnf", $"""
                [tsa]
                default_tsa = config
                [config]
                serial = {_folder["tsa.serial"]}
                signer_cert = {StampChain}
                signer_key = {_folder["tsa.key.pem"]}
                signer_digest = sha256
                default_policy = 1.2.3.4
                digests = sha256
                ess_cert_id_alg = sha256
                """);
            key.Dispose();
        }
        Address = new($"http://127.0.0.1:{FreePort()}/");
        _service.Prefixes.Add(Address.AbsoluteUri);
        _service.Start();
        _ = ServeAsync();
    }

    public void Dispose()
    {
        _service.Close();
        _folder.Dispose();
    }

    async Task ServeAsync()
    {
        try
        {
            for (var number = 0; ; number++)
            {
                var call = await _service.GetContextAsync();
                var (query, reply) = (_folder[$"{number}.tsq"], _folder[$"{number}.tsr"]);
                await using (var file = File.Create(query))
                    await call.Request.InputStream.CopyToAsync(file);
                if (OpenSsl("ts", "-reply", "-config", _folder["tsa.cnf"], "-section", "config", "-queryfile", query, "-out", reply))
                    await call.Response.OutputStream.WriteAsync(await File.ReadAllBytesAsync(reply));
                else
                    call.Response.StatusCode = 500;
                call.Response.Close();
            }
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
        {
        }
    }

    static X509Certificate2 Issue(X509Certificate2 authority, byte serial, string purpose, out ECDsa key)
    {
        key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new($"CN=Portal {serial}", key, HashAlgorithmName.SHA256);
        SubjectAlternativeNameBuilder names = new();
        names.AddEmailAddress(Signer);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(purpose)], critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        using var bare = request.Create(authority, s_start, s_start.AddYears(3), [serial]);
        return bare.CopyWithPrivateKey(key);
    }

    static bool OpenSsl(params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("openssl", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            Task.WaitAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
