using System.CommandLine;
using SecureBuild.Cli.Timestamps;
using SecureBuild.Verification;

namespace SecureBuild.Cli.Keys;

/// <summary>Whom <c>securebuild verify</c> trusts.</summary>
sealed class TrustOptions
{
    readonly Option<string[]> _keys = Many("--key", "verify_Key", "PUB");
    readonly Option<string[]> _files = Many("--trust", "verify_Trust", "FILE");
    readonly Option<string[]> _roots = Many("--trust-root", "verify_TrustRoot", "PEM");
    readonly Option<string[]> _signers = Many("--signer", "verify_Signer", "NAME");
    readonly Option<string[]> _timestampRoots = Many("--tsa-root", "verify_TsaRoot", "PEM");
    readonly Option<string[]> _revoked = Many("--revoked", "verify_Revoked", "FILE");

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_keys, _files, _roots, _signers, _timestampRoots, _revoked])
            command.Add(option);
    }

    /// <summary>The request with everything that was given.</summary>
    /// <exception cref="ProblemException">SB9631: a key file cannot be read.</exception>
    public VerificationRequest With(VerificationRequest request, ParseResult parsed) => request with
    {
        Keys = [.. parsed.GetRequiredValue(_keys).Select(file => new PublicKeyText(KeyFile.Read(file), file))],
        Trust = new()
        {
            Files = [.. parsed.GetRequiredValue(_files)],
            Roots = [.. parsed.GetRequiredValue(_roots)],
            Signers = [.. parsed.GetRequiredValue(_signers)],
            TimestampRoots = [.. parsed.GetRequiredValue(_timestampRoots)],
            Revoked = [.. parsed.GetRequiredValue(_revoked)],
            ReadTimestamp = TimestampReader.Read,
        },
    };

    static Option<string[]> Many(string name, string text, string value) => new(name) { Description = Texts.Of(text), HelpName = value, DefaultValueFactory = _ => [] };
}
