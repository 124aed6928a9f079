using System.CommandLine;
using SecureBuild.Cli.Keys;
using SecureBuild.Cli.Timestamps;
using SecureBuild.Rendering;
using SecureBuild.Signing;

namespace SecureBuild.Cli.Verbs;

/// <summary>
/// <c>securebuild sign PATH…</c>: signs the statements of a build, or of all builds of a product, as the build; or, with <c>--as</c>, as a person, who sees what it is and says yes. One
/// question, and all or none.
/// </summary>
static class SignVerb
{
    public static Command Create(Terminal terminal)
    {
        var paths = new Argument<string[]>("PATH") { Description = Texts.Of("sign_Path"), Arity = ArgumentArity.OneOrMore };
        var configuration = new Option<string?>("--configuration", "-c") { Description = Texts.Of("pack_Configuration"), HelpName = "NAME" };
        var signer = new SignerOptions();
        var person = new SignatoryOptions();
        var stamps = new TimestampFiles();
        var artifacts = new Option<string[]>("--artifacts") { Description = Texts.Of("sign_Artifacts"), HelpName = "DIR", DefaultValueFactory = _ => [] };
        var reason = new Option<string?>("--reason-for-conflict", "--conflict-reason") { Description = Texts.Of("sign_ConflictReason"), HelpName = "TEXT" };
        var command = new Command("sign", Texts.Of("sign_Description")) { paths, configuration, artifacts, reason };
        signer.AddTo(command);
        person.AddTo(command);
        stamps.AddTo(command);
        command.SetAction(parsed =>
        {
            try
            {
                return Run(parsed);
            }
            catch (ProblemException e) when (e.Problem.Code is "SB9630" or "SB9632" or "SB9633" or "SB9634" or "SB9756" or "SB9798")
            {
                terminal.Write(e.Problem);
                return ExitCode.WrongUse;
            }
        });
        return command;

        int Run(ParseResult parsed)
        {
            if (stamps.AreAskedFor(parsed))
                return signer.IsNamed(parsed) ? throw new ProblemException(Messages.Error("SB9798")) : stamps.Run(parsed, parsed.GetRequiredValue(paths) is [var only] ? only : throw new ProblemException(Messages.Error("SB9756")), terminal);
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
                if (SigningTargets.Of(parsed.GetRequiredValue(paths), parsed.GetValue(configuration), terminal, out var exitCode) is not { } targets)
                    return exitCode;
                return person.Agrees(parsed, targets.Paths, options.Signatory, today, terminal) ? Sign(targets, used, options, terminal) : ExitCode.NotSatisfied;
            }
            finally
            {
                (used as IDisposable)?.Dispose();
            }
        }
    }

    static int Sign(SigningTargets targets, ISigner signer, SigningOptions options, Terminal terminal)
    {
        // All are read and signed before anything is written.
        var results = targets.Paths.Select(path => AttestationFiles.Sign(path, signer, options)).ToArray();
        foreach (var problem in results.SelectMany(static result => result.Problems))
            terminal.Write(problem);
        if (results.Any(static result => result.Artifacts.IsEmpty))
            return ExitCode.NotSatisfied;
        AtomicFile.WriteTogether([.. results.SelectMany(static result => result.Artifacts)]);
        // Only now: a signature that could not be written must not cost the one that was there.
        foreach (var file in results.SelectMany(static result => result.Superseded))
            File.Delete(file);
        foreach (var result in results)
            Write(result, signer, targets.Paths.Length > 1, terminal);
        foreach (var build in targets.LeftOut)
            terminal.Write("  " + Texts.Of("pack_LeftOut_" + build.Why, build.Project, build.Configuration, build.TargetFramework));
        if (results.Length > 1)
            terminal.Write(Texts.Of("sign_Many", results.Length));
        terminal.Write(Texts.Of("sign_KeyId", signer.KeyId));
        if (signer.SecondName is null)
            Outlasts(signer, terminal);
        terminal.Write(Texts.Of(results.Length > 1 ? "sign_NextPack" : "sign_NextStep"));
        return ExitCode.Satisfied;
    }

    // Of many builds a line each; the files of one are all named.
    static void Write(SigningResult result, ISigner signer, bool isOneOfMany, Terminal terminal)
    {
        foreach (var artifact in result.Artifacts)
        {
            if (!isOneOfMany || artifact == result.Artifacts[^1])
                terminal.Write(Line.Of(new Span(Texts.Of("sign_Signed", artifact.Path), Tone.Good)));
        }
        foreach (var page in VerificationPage.Of(result.Artifacts, signer))
        {
            AtomicFile.Write(page.Path, page.Content.Span);
            if (!isOneOfMany)
                terminal.Write(Texts.Of("sign_Page", page.Path));
        }
    }

    /// <summary>How long a classical signature is worth something, by what sources say.</summary>
    static void Outlasts(ISigner signer, Terminal terminal)
    {
        terminal.Write(Line.Of(new Span(Texts.Of("sign_Quantum", signer.Algorithm), Tone.Open)));
        foreach (var date in PostQuantumDates.ForSignatures)
            terminal.Write(Line.Of(new Span($"  {date.Date}  {Texts.Of("sign_QuantumDate", date.What.In(Language.Current), date.Source.In(Language.Current), Texts.Of("Confidence_" + date.Confidence))}", Tone.Faint)));
    }
}
