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
        var configuration = new Option<string?>("--configuration", "-c") { Description = Texts.Of("report_Configuration"), HelpName = "NAME" };
        var verify = new Option<bool>("--verify") { Description = Texts.Of("report_Verify") };
        var withInternal = new Option<bool>("--internal") { Description = Texts.Of("report_Internal") };
        var sources = new Option<string[]>("--sources") { Description = Texts.Of("report_Sources"), HelpName = "DIR", DefaultValueFactory = _ => [] };
        var command = new Command("report", Texts.Of("report_Description")) { paths, output, configuration, verify, withInternal, sources };
        var trust = new TrustOptions();
        trust.AddTo(command);
        command.SetAction(parsed =>
        {
            using var opened = OpenedPaths.Open(parsed.GetRequiredValue(paths));
            if (!terminal.CouldOpen(opened))
                return (int)opened.Outcome;
            var read = terminal.During(Texts.Of("Reading"), () => ProductReader.Read(new(opened.Paths) { Configuration = parsed.GetValue(configuration) }));
            foreach (var problem in read.Problems)
                terminal.Write(opened.Named(problem));
            if (read.Product is not { } product)
                return (int)read.Outcome;
            ImmutableArray<ReportVerification> verified = parsed.GetValue(verify) ? terminal.During(Texts.Of("Verifying"), () => Verified(product, opened, trust, parsed)) : [];
            ImmutableArray<string> folders = [.. parsed.GetRequiredValue(sources).Select(Path.GetFullPath)];
            var model = ReportModel.Of(product, verified, parsed.GetValue(withInternal), parsed.GetValue(withInternal) || !folders.IsEmpty ? folders : null);
            var file = Path.GetFullPath(parsed.GetRequiredValue(output));
            AtomicFile.Write(file, ReportPage.Render(model with { IsDraft = model.IsDraft || opened.Packages.Any(static package => package.IsDraft) }, Language.Current));
            terminal.Wrote(Path.GetFileName(file));
            terminal.Write(Texts.Of(verified.IsEmpty ? "report_NotVerified" : "report_Verified"));
            return verified.IsEmpty ? ExitCode.Satisfied : (int)verified.Max(static item => item.Report.Outcome);
        });
        return command;
    }

    // A package as a whole: its manifest is signed, too.
    static ImmutableArray<ReportVerification> Verified(Product product, OpenedPaths opened, TrustOptions trust, ParseResult parsed)
    {
        var alone = product.Projects.Select(static project => (project.Key, File: project.Files.First(static file => file.Role is ProductFileRole.Attestation or ProductFileRole.Bundle).Path))
            .Where(project => !opened.Packages.Any(package => project.File.StartsWith(package.Folder + Path.DirectorySeparatorChar, StringComparison.Ordinal)));
        return [.. opened.Packages.Select(package => Of(Path.GetFileName(Path.TrimEndingDirectorySeparator(package.Path)), package.Path)), .. alone.Select(project => Of(project.Key, project.File))];

        ReportVerification Of(string name, string path) => new(name, Verifier.Verify(trust.With(new(path) { Today = DateOnly.FromDateTime(DateTime.UtcNow), Reassess = Reassessment.FromEvidence }, parsed)));
    }
}
