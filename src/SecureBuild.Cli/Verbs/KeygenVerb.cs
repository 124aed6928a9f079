using System.CommandLine;
using System.Text;
using SecureBuild.Rendering;
using SecureBuild.Signing;

namespace SecureBuild.Cli.Verbs;

/// <summary><c>securebuild keygen</c>: a P-256 key pair, the private half readable by its owner only.</summary>
static class KeygenVerb
{
    const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static Command Create(Terminal terminal)
    {
        var output = new Option<string>("--out") { Description = Texts.Of("keygen_Out"), HelpName = "FILE", DefaultValueFactory = _ => "securebuild.key.pem" };
        var password = Passwords.Option();
        var force = new Option<bool>("--force") { Description = Texts.Of("keygen_Force") };
        var command = new Command("keygen", Texts.Of("keygen_Description")) { output, password, force };
        command.SetAction(parsed => Run(Path.GetFullPath(parsed.GetRequiredValue(output)), Passwords.From(parsed.GetValue(password)), parsed.GetValue(force), terminal));
        return command;
    }

    static int Run(string file, string? password, bool force, Terminal terminal)
    {
        var publicFile = PublicFile(file);
        if (!force && (File.Exists(file) ? file : File.Exists(publicFile) ? publicFile : null) is { } existing)
        {
            terminal.Write(Messages.Error("SB9620", existing));
            return ExitCode.NotSatisfied;
        }

        var pair = SigningKey.Create(password);
        AtomicFile.Write(file, Encoding.ASCII.GetBytes(pair.PrivateKeyPem), OwnerOnly);
        AtomicFile.Write(publicFile, Encoding.ASCII.GetBytes(pair.PublicKeyPem));
        terminal.Write(Line.Of(new Span(Texts.Of(password is null ? "keygen_WrotePrivate" : "keygen_WroteEncrypted", file), Tone.Good)));
        terminal.Write(Line.Of(new Span(Texts.Of("keygen_WrotePublic", publicFile), Tone.Good)));
        terminal.Write(Texts.Of("keygen_KeyId", pair.KeyId));
        terminal.Write(Texts.Of("keygen_NextStep"));
        if (WorkTree.WouldCommit(file))
            terminal.Write(Messages.Warning("SB9621", file));
        return ExitCode.Satisfied;
    }

    // a.key.pem → a.pub.pem, a.pem → a.pub.pem, a → a.pub.pem
    static string PublicFile(string file)
    {
        var stem = file.EndsWith(".pem", StringComparison.OrdinalIgnoreCase) ? file[..^4] : file;
        return (stem.EndsWith(".key", StringComparison.OrdinalIgnoreCase) ? stem[..^4] : stem) + ".pub.pem";
    }
}
