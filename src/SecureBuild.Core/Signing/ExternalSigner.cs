using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics;
using SecureBuild.Verification;

namespace SecureBuild.Signing;

/// <summary>
/// Signs out of process, so that the key never comes here: HSM, key service, smart card. The command reads the bytes to sign (DSSE's pre-authentication
/// encoding) on standard input and writes the bare signature to standard output: DER for ECDSA, the bytes themselves for RSA, Ed25519 and ML-DSA.
/// Its standard error is not kept: nobody knows what a signing tool prints there.
/// </summary>
public sealed class ExternalSigner : ISigner
{
    // The longest signature here is that of ML-DSA-87: 4627 bytes.
    const int Longest = 16 << 10;

    readonly ImmutableArray<string> _command;
    readonly VerificationKey _key;
    readonly TimeSpan _patience;

    /// <inheritdoc/>
    public string KeyId => _key.KeyId;

    /// <inheritdoc/>
    public string Algorithm => _key.Algorithm;

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> Certificate { get; }

    /// <inheritdoc/>
    public string? SecondName => _key.SecondName;

    /// <param name="command">Program and arguments; no shell is between.</param>
    /// <param name="publicKey">The key that the command signs with, as PEM <c>PUBLIC KEY</c>, or a certificate for it as PEM <c>CERTIFICATE</c>, which then goes into the bundle.</param>
    /// <param name="patience">How long to wait for each signature.</param>
    /// <exception cref="ProblemException">SB9500, SB9540, SB9560: no public key that is accepted.</exception>
    public ExternalSigner(ImmutableArray<string> command, PublicKeyText publicKey, TimeSpan patience)
    {
        (_command, _patience) = (command, patience);
        (_key, Certificate) = SignerIdentity.Read(publicKey);
    }

    /// <summary>Runs the command. What it writes is checked with the public key before anything is made of it.</summary>
    /// <exception cref="ProblemException">SB9410 it does not start, SB9411 it ends with an error, SB9412 it takes too long, SB9413 what it writes is no signature by this key, SB9414 it is one as IEEE P1363 or with RSA-PSS, SB9415 it is text in place of bytes, SB9416 this platform cannot check it.</exception>
    public byte[] Sign(ReadOnlySpan<byte> data)
    {
        if (!_key.CanVerify)
            throw Refusal("SB9416", _key.Algorithm);
        var signature = Run(data.ToArray());
        if (_key.Verifies(data, signature))
            return signature;
        if (_key.OtherEncoding(data, signature) is not null)
            throw Refusal("SB9414", _command[0], _key.Algorithm);
        throw Refusal(IsText(signature) ? "SB9415" : "SB9413", _command[0], _key.KeyId);
    }

    byte[] Run(byte[] data)
    {
        using var process = Start();
        var output = ReadAsync(process.StandardOutput.BaseStream);
        var error = process.StandardError.BaseStream.CopyToAsync(Stream.Null);
        var input = WriteAsync(process.StandardInput.BaseStream, data);
        // One deadline for all of it: a command that closes its output and hangs is as bad as one that never writes.
        if (!Task.WaitAll([output, error, input], _patience) || !process.WaitForExit(_patience))
        {
            process.Kill(entireProcessTree: true);
            throw Refusal("SB9412", _command[0], (int)_patience.TotalSeconds);
        }
        return process.ExitCode == 0 ? output.Result : throw Refusal("SB9411", _command[0], process.ExitCode);
    }

    Process Start()
    {
        ProcessStartInfo start = new(_command[0], _command.Skip(1)) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        try
        {
            return Process.Start(start)!;
        }
        catch (Exception exception) when (exception is Win32Exception or InvalidOperationException)
        {
            throw Refusal("SB9410", _command[0]);
        }
    }

    static async Task WriteAsync(Stream stream, byte[] data)
    {
        try
        {
            await stream.WriteAsync(data);
            await stream.DisposeAsync();
        }
        // A command that ends without reading everything: its exit code and its signature say the rest.
        catch (IOException)
        {
        }
    }

    static async Task<byte[]> ReadAsync(Stream stream)
    {
        var bytes = new byte[Longest + 1];
        var length = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false);
        // Read on, so that the command can end; what is this long is no signature anyway.
        await stream.CopyToAsync(Stream.Null);
        return bytes[..length];
    }

    static bool IsText(byte[] bytes) => bytes.Length > 0 && bytes.All(value => value is (byte)'\n' or (byte)'\r' or (>= 0x20 and < 0x7f));

    static ProblemException Refusal(string code, params object?[] arguments) => new(Messages.Error(code, arguments: arguments));
}
