using System.ComponentModel;
using System.Diagnostics;
using SecureBuild.Testing.Node;

namespace SecureBuild.Testing.Python;

/// <summary>Runs securesystemslib, which in-toto and TUF verify with. It comes from the system (Debian: <c>python3-securesystemslib</c>), not from here.</summary>
public static class Securesystemslib
{
    /// <summary>Why a test that needs it was skipped.</summary>
    public const string Missing = "securesystemslib for Python is not installed (Debian: apt-get install python3-securesystemslib).";

    /// <summary>Verifies envelopes with a public key; null where Python or the library is missing.</summary>
    /// <param name="publicKey">PEM file, absolute.</param>
    /// <param name="files">Bundles and statement files, absolute.</param>
    public static async Task<NodeResult?> VerifyAsync(string publicKey, params string[] files)
    {
        // The system's own first: what its packages bring is not seen by a Python from elsewhere.
        foreach (var python in (string[])["/usr/bin/python3", "python3"])
        {
            ProcessStartInfo start = new(python, [Path.Combine(AppContext.BaseDirectory, "Python", "securesystemslib-verify.py"), publicKey, .. files]) { RedirectStandardOutput = true, RedirectStandardError = true };
            try
            {
                using var process = Process.Start(start)!;
                var output = process.StandardOutput.ReadToEndAsync();
                var error = process.StandardError.ReadToEndAsync();
                await process.WaitForExitAsync();
                if (process.ExitCode != 3)
                    return new(process.ExitCode, await output, await error);
            }
            catch (Win32Exception)
            {
            }
        }
        return null;
    }
}
