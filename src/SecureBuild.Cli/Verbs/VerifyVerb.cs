using System.CommandLine;
using SecureBuild.Cli.Keys;
using SecureBuild.Rendering;
using SecureBuild.Verification;

namespace SecureBuild.Cli.Verbs;

/// <summary><c>securebuild verify PATH --key PUB</c>: every check, one line each, and the verdict as exit code.</summary>
static class VerifyVerb
{
    public static Command Create(Terminal terminal)
    {
        var path = new Argument<string>("PATH") { Description = Texts.Of("Path_Description") };
        var trust = new TrustOptions();
        var artifacts = new Option<string[]>("--artifacts") { Description = Texts.Of("sign_Artifacts"), HelpName = "DIR", DefaultValueFactory = _ => [] };
        var allowUnsigned = new Option<bool>("--allow-unsigned") { Description = Texts.Of("verify_AllowUnsigned") };
        var json = new Option<bool>("--json") { Description = Texts.Of("verify_Json") };
        var command = new Command("verify", Texts.Of("verify_Description")) { path, artifacts, allowUnsigned, json };
        trust.AddTo(command);
        var policy = new PolicyOptions(terminal);
        policy.AddTo(command);
        var own = new ComparisonOptions(terminal);
        own.AddTo(command);
        command.SetAction(parsed =>
        {
            var request = trust.With(new(parsed.GetRequiredValue(path))
            {
                ArtifactDirectories = [.. parsed.GetRequiredValue(artifacts).Select(Path.GetFullPath)],
                AllowUnsigned = parsed.GetValue(allowUnsigned),
                Today = DateOnly.FromDateTime(DateTime.UtcNow),
                Reassess = Reassessment.FromEvidence,
            }, parsed);
            if (policy.With(request, parsed, out var exitCode) is not { } asked || own.With(asked, parsed, out exitCode) is not { } compared)
                return exitCode;
            var report = terminal.During(Texts.Of("Verifying"), () => Verifier.Verify(compared));
            Print(report, parsed.GetValue(json), policy, own, terminal);
            policy.WriteSummaries(report, parsed, parsed.GetValue(json));
            return (int)report.Outcome;
        });
        return command;
    }

    static void Print(VerificationReport report, bool json, PolicyOptions policy, ComparisonOptions own, Terminal terminal)
    {
        if (json)
        {
            terminal.Write(CanonicalJson.IndentedText(report.ToJson()).TrimEnd('\n'));
            return;
        }
        terminal.Write(report.Checks.SelectMany(check => Lines(check, terminal.Width)));
        if (report.Policy is { } rules)
            policy.Print(rules);
        own.Print(report);
        if (!report.Vex.IsEmpty)
        {
            terminal.Write();
            terminal.Write(VexNoteLines.Of(report.Vex, Language.Current, terminal.Width));
        }
        terminal.Write();
        terminal.Write(Line.Of(new Span(Texts.Of("verify_" + report.Outcome), report.Outcome == VerificationOutcome.Satisfied ? Tone.Good : Tone.Bad)));
        terminal.Write("  " + Texts.Of("verify_Counts", Count(report, CheckResult.Passed), Count(report, CheckResult.Failed), Count(report, CheckResult.Skipped)));
        if (report.Outcome == VerificationOutcome.Satisfied)
            terminal.Write(DisplayWidth.Wrap(Texts.Of("verify_Limits"), terminal.Width - 2).Select(line => Line.Of(new Span("  " + line, Tone.Faint))));
    }

    static IEnumerable<Line> Lines(VerificationCheck check, int width)
    {
        var sentence = check.Code is null ? check.Sentence : $"{check.Code}: {check.Sentence}";
        var (sign, tone) = check.Result switch
        {
            CheckResult.Passed => ("✓", Tone.Good),
            CheckResult.Failed => ("✗", Tone.Bad),
            _ => ("–", Tone.Open),
        };
        return Table.Lines([[new Span(sign, tone), new Span(sentence, check.Result == CheckResult.Passed ? Tone.Plain : tone)]], width, indent: 0);
    }

    static int Count(VerificationReport report, CheckResult result) => report.Checks.Count(check => check.Result == result);
}
