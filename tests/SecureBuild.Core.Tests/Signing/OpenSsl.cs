using System.ComponentModel;
using System.Diagnostics;

namespace SecureBuild.Core.Tests.Signing;

/// <summary>The <c>openssl</c> command line: keys and signatures that we did not make.</summary>
static class OpenSsl
{
    /// <summary>Standard output; the test is skipped where there is no openssl.</summary>
    public static string Run(params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("openssl", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var output = process.StandardOutput.ReadToEndAsync();
            var error = process.StandardError.ReadToEndAsync();
            process.WaitForExit();
            Task.WaitAll(output, error);
            return process.ExitCode == 0 ? output.Result : throw new InvalidOperationException(error.Result);
        }
        catch (Win32Exception)
        {
            Assert.Skip("The openssl command is not on the PATH.");
            throw;
        }
    }

    /// <summary>A new key pair in a folder.</summary>
    /// <param name="folder">Absolute.</param>
    /// <param name="kind"><c>rsa:3072</c>, <c>ed25519</c>, <c>p256</c>.</param>
    public static (string PrivateKey, string PublicKey) Keys(string folder, string kind)
    {
        var (key, pub) = (Path.Combine(folder, "external.key.pem"), Path.Combine(folder, "external.pub.pem"));
        Run(["genpkey", .. kind.Split(':') switch
        {
            ["rsa", var bits] => (string[])["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:" + bits],
            ["p256"] => ["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"],
            _ => ["-algorithm", kind],
        }, "-out", key]);
        Run("pkey", "-in", key, "-pubout", "-out", pub);
        return (key, pub);
    }
}
