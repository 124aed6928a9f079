using System.CommandLine;
using SecureBuild.Cli.Keys;
using SecureBuild.Cli.Timestamps;
using SecureBuild.Rendering;
using SecureBuild.Signing;

namespace SecureBuild.Cli.Verbs;

/// <summary><c>securebuild sign PATH</c>: signs the statements of a build, as the build; or, with <c>--as</c>, as a person, who sees what it is and says yes.</summary>
static class SignVerb
{
    public static Command Create(Terminal terminal)
    {
        var path = new Argument<string>("PATH") { Description = Texts.Of("Path_Description") };
        var signer = new SignerOptions();
        var person = new SignatoryOptions();
        var stamps = new TimestampFiles();
        var artifacts = new Option<string[]>("--artifacts") { Description = Texts.Of("sign_Artifacts"), HelpName = "DIR", DefaultValueFactory = _ => [] };
        var reason = new Option<string?>("--reason-for-conflict", "--conflict-reason") { Description = Texts.Of("sign_ConflictReason"), HelpName = "TEXT" };
        var command = new Command("sign", Texts.Of("sign_Description")) { path, artifacts, reason };
        signer.AddTo(command);
        person.AddTo(command);
        stamps.AddTo(command);
        command.SetAction(parsed =>
        {
            try
            {
                return Run(parsed);
            }
            catch (ProblemException e) when (e.Problem.Code is "SB9630" or "SB9632" or "SB9633" or "SB9634" or "SB9798")
            {
                terminal.Write(e.Problem);
                return ExitCode.WrongUse;
            }
        });
        return command;

        int Run(ParseResult parsed)
        {
            if (stamps.AreAskedFor(parsed))
                return signer.IsNamed(parsed) ? throw new ProblemException(Messages.Error("SB9798")) : stamps.Run(parsed, parsed.GetRequiredValue(path), terminal);
            var today = DateOnly.FromDateTime(DateTime.UtcNow);
            var options = new SigningOptions
            {
                ArtifactDirectories = [.. parsed.GetRequiredValue(artifacts).Select(Path.GetFullPath)],
                ConflictReason = parsed.GetValue(reason),
                Signatory = person.Signatory(parsed, today),
                Today = today,
                Reassess = Reassessment.FromEvidence,
            };
            var used = signer.Signer(parsed);
            try
            {
                return person.Agrees(parsed, parsed.GetRequiredValue(path), options.Signatory, today, terminal) ? Sign(parsed.GetRequiredValue(path), used, options, terminal) : ExitCode.NotSatisfied;
            }
            finally
            {
                (used as IDisposable)?.Dispose();
            }
        }
    }

    static int Sign(string path, ISigner signer, SigningOptions options, Terminal terminal)
    {
        var result = AttestationFiles.Sign(path, signer, options);
        foreach (var problem in result.Problems)
            terminal.Write(problem);
        if (result.Artifacts.IsEmpty)
            return ExitCode.NotSatisfied;
        foreach (var file in result.Superseded)
            File.Delete(file);
        foreach (var artifact in result.Artifacts)
        {
            AtomicFile.Write(artifact.Path, artifact.Content.Span);
            terminal.Write(Line.Of(new Span(Texts.Of("sign_Signed", artifact.Path), Tone.Good)));
        }
        foreach (var page in VerificationPage.Of(result.Artifacts, signer))
        {
            AtomicFile.Write(page.Path, page.Content.Span);
            terminal.Write(Texts.Of("sign_Page", page.Path));
        }
        terminal.Write(Texts.Of("sign_KeyId", signer.KeyId));
        if (signer.SecondName is null)
            Outlasts(signer, terminal);
        terminal.Write(Texts.Of("sign_NextStep"));
        return ExitCode.Satisfied;
    }

    /// <summary>How long a classical signature is worth something, by what sources say.</summary>
    static void Outlasts(ISigner signer, Terminal terminal)
    {
        terminal.Write(Line.Of(new Span(Texts.Of("sign_Quantum", signer.Algorithm), Tone.Open)));
        foreach (var date in PostQuantumDates.ForSignatures)
            terminal.Write(Line.Of(new Span($"  {date.Date}  {Texts.Of("sign_QuantumDate", date.What.In(Language.Current), date.Source.In(Language.Current), Texts.Of("Confidence_" + date.Confidence))}", Tone.Faint)));
    }
}
