using System.CommandLine;
using System.CommandLine.Parsing;
using SecureBuild.Signing;

namespace SecureBuild.Cli.Keys;

/// <summary>With what <c>securebuild sign</c> signs: a key, a certificate, or a command that has the key.</summary>
sealed class SignerOptions
{
    const string KeyVariable = "SECUREBUILD_KEY";
    const string KeyFileVariable = "SECUREBUILD_KEY_FILE";

    readonly Option<string?> _key = new("--key") { Description = Texts.Of("sign_Key"), HelpName = "FILE" };
    readonly Option<string?> _pfx = new("--pfx") { Description = Texts.Of("sign_Pfx"), HelpName = "FILE" };
    readonly Option<string?> _command = new("--signer-command") { Description = Texts.Of("sign_SignerCommand"), HelpName = "COMMAND" };
    readonly Option<string?> _public = new("--public-key") { Description = Texts.Of("sign_PublicKey"), HelpName = "PUB" };
    readonly Option<int> _patience = new("--signer-timeout") { Description = Texts.Of("sign_SignerTimeout"), HelpName = "SECONDS", DefaultValueFactory = _ => 60 };
    readonly Option<string?> _password = Passwords.Option();
    readonly Option<Uri?> _tsa = new("--tsa") { Description = Texts.Of("sign_Tsa"), HelpName = "URL", CustomParser = Address };

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_key, _pfx, _password, _command, _public, _patience, _tsa])
            command.Add(option);
    }

    /// <summary>Whether anything was given to sign with, on the command line or in the environment.</summary>
    public bool IsGiven(ParseResult parsed) =>
        (parsed.GetValue(_key) ?? parsed.GetValue(_pfx) ?? parsed.GetValue(_command) ?? Set(KeyFileVariable) ?? Set(KeyVariable)) is not null;

    /// <summary>Whether the command line asks to sign with something; what the environment holds asks for nothing.</summary>
    public bool IsNamed(ParseResult parsed) => new[] { parsed.GetValue(_key), parsed.GetValue(_pfx), parsed.GetValue(_command) }.Any(given => given is not null) || parsed.GetValue(_tsa) is not null;

    /// <summary>The signer; to be disposed of where it holds a key.</summary>
    /// <exception cref="ProblemException">SB9630 none or several were given; SB9632 a command without its public key; those of the keys.</exception>
    public ISigner Signer(ParseResult parsed)
    {
        var signer = Bare(parsed);
        return parsed.GetValue(_tsa) is { } tsa ? new StampedSigner(signer, new Timestamps.TimestampAuthority(tsa).Stamp) : signer;
    }

    ISigner Bare(ParseResult parsed)
    {
        var (key, pfx, command) = (parsed.GetValue(_key), parsed.GetValue(_pfx), parsed.GetValue(_command));
        if (new[] { key, pfx, command }.Count(given => given is not null) > 1)
            throw new ProblemException(Messages.Error("SB9630"));
        if (command is not null)
        {
            var file = parsed.GetValue(_public) ?? throw new ProblemException(Messages.Error("SB9632"));
            return new ExternalSigner([.. CommandLineParser.SplitCommandLine(command)], new(KeyFile.Read(file), file), TimeSpan.FromSeconds(Math.Max(1, parsed.GetValue(_patience))));
        }
        var password = Passwords.From(parsed.GetValue(_password));
        if (pfx is not null)
            return CertificateSigner.Load(KeyFile.Bytes(pfx), password ?? "", pfx, DateTimeOffset.UtcNow);
        if (KeyText(key) is not var (pem, origin))
            throw new ProblemException(Messages.Error("SB9630"));
        return MLDsaSigner.IsFor(pem) ? MLDsaSigner.Load(pem, origin) : SigningKey.Load(pem, password, origin);
    }

    static (string Pem, string Origin)? KeyText(string? file)
    {
        file ??= Set(KeyFileVariable);
        return file is not null ? (KeyFile.Read(file), file) : Set(KeyVariable) is { } pem ? (pem, KeyVariable) : null;
    }

    static Uri? Address(ArgumentResult argument)
    {
        if (Uri.TryCreate(argument.Tokens[0].Value, UriKind.Absolute, out var uri) && uri is { Scheme: "http" or "https", UserInfo: "" })
            return uri;
        argument.AddError(Texts.Of("sign_TsaWrong"));
        return null;
    }

    static string? Set(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : null;
}
