using System.Collections.Immutable;
using System.CommandLine;
using SecureBuild.Cli.Keys;
using SecureBuild.Rendering;
using SecureBuild.Rendering.Report;
using SecureBuild.Submission;
using SecureBuild.Verification;

namespace SecureBuild.Cli.Verbs;

/// <summary>
/// <c>securebuild report PATH…</c>: what builds left, as one page for the screen and for paper. Nothing is verified, unless keys or other trust are given; then the page says what
/// came of it, and the exit code is that of verification.
/// </summary>
static class ReportVerb
{
    public static Command Create(Terminal terminal)
    {
        var paths = new Argument<string[]>("PATH") { Description = Texts.Of("report_Path"), Arity = ArgumentArity.OneOrMore };
        var output = new Option<string>("--output", "-o") { Description = Texts.Of("report_Output"), HelpName = "FILE", DefaultValueFactory = _ => "report.html" };
        var configuration = new Option<string?>("--configuration") { Description = Texts.Of("report_Configuration"), HelpName = "NAME" };
        var verify = new Option<bool>("--verify") { Description = Texts.Of("report_Verify") };
        var withInternal = new Option<bool>("--internal") { Description = Texts.Of("report_Internal") };
        var command = new Command("report", Texts.Of("report_Description")) { paths, output, configuration, verify, withInternal };
        var trust = new TrustOptions();
        trust.AddTo(command);
        command.SetAction(parsed =>
        {
            var read = terminal.During(Texts.Of("Reading"), () => ProductReader.Read(new([.. parsed.GetRequiredValue(paths)]) { Configuration = parsed.GetValue(configuration) }));
            foreach (var problem in read.Problems)
                terminal.Write(problem);
            if (read.Product is not { } product)
                return (int)read.Outcome;
            ImmutableArray<ReportVerification> verified = parsed.GetValue(verify) ? [.. product.Projects.Select(project => Verified(project, trust, parsed))] : [];
            var file = Path.GetFullPath(parsed.GetRequiredValue(output));
            AtomicFile.Write(file, ReportPage.Render(ReportModel.Of(product, verified, parsed.GetValue(withInternal)), Language.Current));
            terminal.Wrote(Path.GetFileName(file));
            terminal.Write(Texts.Of(verified.IsEmpty ? "report_NotVerified" : "report_Verified"));
            return verified.IsEmpty ? ExitCode.Satisfied : (int)verified.Max(static item => item.Report.Outcome);
        });
        return command;
    }

    static ReportVerification Verified(ProductProject project, TrustOptions trust, ParseResult parsed)
    {
        var statement = project.Files.First(static file => file.Role is ProductFileRole.Attestation or ProductFileRole.Bundle).Path;
        return new(project.Key, Verifier.Verify(trust.With(new(statement) { Today = DateOnly.FromDateTime(DateTime.UtcNow), Reassess = Reassessment.FromEvidence }, parsed)));
    }
}
