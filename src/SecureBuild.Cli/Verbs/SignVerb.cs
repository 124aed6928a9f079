using System.CommandLine;
using SecureBuild.Rendering;
using SecureBuild.Signing;

namespace SecureBuild.Cli.Verbs;

/// <summary><c>securebuild sign PATH --key FILE</c>: signs the statements of a build, as the build. No person signs here.</summary>
static class SignVerb
{
    const string KeyVariable = "SECUREBUILD_KEY";
    const string KeyFileVariable = "SECUREBUILD_KEY_FILE";

    public static Command Create(Terminal terminal)
    {
        var path = new Argument<string>("PATH") { Description = Texts.Of("Path_Description") };
        var key = new Option<string?>("--key") { Description = Texts.Of("sign_Key"), HelpName = "FILE" };
        var password = Passwords.Option();
        var artifacts = new Option<string[]>("--artifacts") { Description = Texts.Of("sign_Artifacts"), HelpName = "DIR", DefaultValueFactory = _ => [] };
        var reason = new Option<string?>("--conflict-reason") { Description = Texts.Of("sign_ConflictReason"), HelpName = "TEXT" };
        var command = new Command("sign", Texts.Of("sign_Description")) { path, key, password, artifacts, reason };
        command.SetAction(parsed =>
        {
            if (KeyText(parsed.GetValue(key)) is not var (pem, origin))
            {
                terminal.Write(Messages.Error("SB9630"));
                return ExitCode.WrongUse;
            }
            using var signer = SigningKey.Load(pem, Passwords.From(parsed.GetValue(password)), origin);
            var options = new SigningOptions
            {
                ArtifactDirectories = [.. parsed.GetRequiredValue(artifacts).Select(Path.GetFullPath)],
                ConflictReason = parsed.GetValue(reason),
                Reassess = Reassessment.FromEvidence,
            };
            return Sign(parsed.GetRequiredValue(path), signer, options, terminal);
        });
        return command;
    }

    static int Sign(string path, EcdsaP256Signer signer, SigningOptions options, Terminal terminal)
    {
        var result = AttestationFiles.Sign(path, signer, options);
        foreach (var problem in result.Problems)
            terminal.Write(problem);
        if (result.Artifacts.IsEmpty)
            return ExitCode.NotSatisfied;
        foreach (var artifact in result.Artifacts)
        {
            AtomicFile.Write(artifact.Path, artifact.Content.Span);
            terminal.Write(Line.Of(new Span(Texts.Of("sign_Signed", artifact.Path), Tone.Good)));
        }
        terminal.Write(Texts.Of("sign_KeyId", signer.KeyId));
        terminal.Write(Texts.Of("sign_NextStep"));
        return ExitCode.Satisfied;
    }

    static (string Pem, string Origin)? KeyText(string? file)
    {
        file ??= Set(KeyFileVariable);
        return file is not null ? (KeyFile.Read(file), file) : Set(KeyVariable) is { } pem ? (pem, KeyVariable) : null;
    }

    static string? Set(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : null;
}
