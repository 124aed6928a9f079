using System.Collections.Immutable;
using System.CommandLine;
using SecureBuild.Cli.Keys;
using SecureBuild.Rendering;
using SecureBuild.Signing;
using SecureBuild.Submission;

namespace SecureBuild.Cli.Verbs;

/// <summary><c>securebuild pack PATH…</c>: many builds to one package for a buyer, as a folder or a zip. Nothing is verified; nothing is sent anywhere.</summary>
static class PackVerb
{
    public static Command Create(Terminal terminal)
    {
        var paths = new Argument<string[]>("PATH") { Description = Texts.Of("pack_Path"), Arity = ArgumentArity.OneOrMore };
        var output = new Option<string>("--output", "-o") { Description = Texts.Of("pack_Output"), HelpName = "FOLDER|FILE.zip", Required = true };
        var profile = new Option<string>("--profile") { Description = Texts.Of("pack_Profile", SubmissionProfile.Names), HelpName = "NAME", DefaultValueFactory = static _ => "all" };
        var name = new Option<string?>("--name") { Description = Texts.Of("pack_Name"), HelpName = "NAME" };
        var version = new Option<string?>("--product-version") { Description = Texts.Of("pack_Version"), HelpName = "VERSION" };
        var configuration = new Option<string?>("--configuration", "-c") { Description = Texts.Of("pack_Configuration"), HelpName = "NAME" };
        var outputs = new Option<bool>("--with-outputs") { Description = Texts.Of("pack_WithOutputs") };
        var analysis = new Option<bool>("--with-analysis") { Description = Texts.Of("pack_WithAnalysis") };
        var code = new Option<string[]>("--with-code") { Description = Texts.Of("pack_WithCode"), HelpName = "DIR", Arity = ArgumentArity.ZeroOrMore };
        var force = new Option<bool>("--force") { Description = Texts.Of("pack_Force") };
        var yes = new Option<bool>("--yes") { Description = Texts.Of("pack_Yes") };
        var signer = new SignerOptions();
        var command = new Command("pack", Texts.Of("pack_Description")) { paths, output, profile, name, version, configuration, outputs, analysis, code, force, yes };
        signer.AddTo(command);
        command.SetAction(parsed =>
        {
            if (SubmissionProfile.Find(parsed.GetRequiredValue(profile)) is not { } chosen)
            {
                terminal.Write(Messages.Error("SB9732", arguments: [parsed.GetRequiredValue(profile), SubmissionProfile.Names]));
                return ExitCode.WrongUse;
            }
            var reading = terminal.During(Texts.Of("Reading"), () => ProductReader.Read(new([.. parsed.GetRequiredValue(paths)]) { Name = parsed.GetValue(name), Version = parsed.GetValue(version), Configuration = parsed.GetValue(configuration) }));
            foreach (var problem in reading.Problems)
                terminal.Write(problem);
            if (reading.Product is not { } product)
                return (int)reading.Outcome;
            ISigner? used;
            try
            {
                used = signer.IsGiven(parsed) ? signer.Signer(parsed) : null;
            }
            catch (ProblemException e) when (e.Problem.Code is "SB9630" or "SB9632")
            {
                terminal.Write(e.Problem);
                return ExitCode.WrongUse;
            }
            using var owned = used as IDisposable;
            if (used is not null && !parsed.GetValue(yes) && !Agrees(product, used, terminal))
                return ExitCode.NotSatisfied;
            var options = new SubmissionOptions(chosen, Clock.From(Environment.GetEnvironmentVariable("SOURCE_DATE_EPOCH")))
            {
                Signer = used, WithOutputs = parsed.GetValue(outputs), WithAnalysis = parsed.GetValue(analysis) || parsed.GetResult(code) is not null,
                Code = parsed.GetResult(code) is null ? null : [.. (parsed.GetValue(code) ?? []).Select(Path.GetFullPath)],
            };
            var contents = terminal.During(Texts.Of("Collecting"), () => SubmissionCollector.Of(product, options));
            SubmissionWriter.Write(contents, Path.GetFullPath(parsed.GetRequiredValue(output)), parsed.GetValue(force));
            Tell(contents, parsed.GetRequiredValue(output), terminal);
            return ExitCode.Satisfied;
        });
        return command;
    }

    // A build server has nobody to ask.
    static bool Agrees(Product product, ISigner signer, Terminal terminal)
    {
        if (Console.IsInputRedirected)
            return true;
        terminal.Write(Line.Of(new Span($"  {Texts.Of("pack_Product", product.Title, product.Version.Text ?? "–", product.Supplier.Text ?? "–")}", Tone.Strong)));
        foreach (var item in product.Open.Take(20))
            terminal.Write(Line.Of(new Span("  " + item.Text.In(Language.Current), Tone.Open)));
        terminal.Write(Texts.Of("sign_KeyId", signer.KeyId));
        terminal.Write(Texts.Of("pack_Ask"));
        return Console.ReadLine()?.Trim().ToLowerInvariant() is "yes" or "y" or "はい";
    }

    static void Tell(SubmissionContents contents, string output, Terminal terminal)
    {
        var product = contents.Product;
        foreach (var problem in SubmissionProblems.Of(contents))
            terminal.Write(problem);
        terminal.Wrote(output);
        terminal.Write("  " + Texts.Of("pack_Product", product.Title, product.Version.Text ?? "–", product.Supplier.Text ?? "–"));
        terminal.Write("  " + Texts.Of("pack_Counts", product.Projects.Length, contents.Files.Length, contents.HeldBack.Length, product.Open.Length));
        foreach (var build in product.LeftOut)
            terminal.Write("  " + Texts.Of("pack_LeftOut_" + build.Why, build.Project, build.Configuration, build.TargetFramework));
        foreach (var sbom in product.UntiedSboms)
            terminal.Write("  " + Texts.Of("pack_OtherSbom", sbom));
        terminal.Write(Texts.Of("pack_NextStep", output));
    }
}
