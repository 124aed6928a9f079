using System.CommandLine;
using SecureBuild.Rendering;
using SecureBuild.Rendering.Forms;
using SecureBuild.Submission;

namespace SecureBuild.Cli.Verbs;

/// <summary><c>securebuild form cisa|jp PATH</c>: a form, filled in as far as evidence and statements go, as a page to print. Nothing is verified.</summary>
static class FormVerb
{
    public static Command Create(Terminal terminal)
    {
        var name = new Argument<string>("FORM") { Description = Texts.Of("form_Form", SubmissionForm.Names) };
        var paths = new Argument<string[]>("PATH") { Description = Texts.Of("form_Path"), Arity = ArgumentArity.OneOrMore };
        var output = new Option<string?>("--output", "-o") { Description = Texts.Of("form_Output"), HelpName = "FILE" };
        var configuration = new Option<string?>("--configuration", "-c") { Description = Texts.Of("form_Configuration"), HelpName = "NAME" };
        name.CompletionSources.Add(_ => SubmissionForm.All.Select(static form => new System.CommandLine.Completions.CompletionItem(form.Name)));
        var command = new Command("form", Texts.Of("form_Description")) { name, paths, output, configuration };
        command.SetAction(parsed =>
        {
            if (SubmissionForm.Find(parsed.GetRequiredValue(name)) is not { } form)
            {
                terminal.Write(Messages.Error("SB9800", arguments: [parsed.GetRequiredValue(name), SubmissionForm.Names]));
                return ExitCode.WrongUse;
            }
            using var opened = OpenedPaths.Open(parsed.GetRequiredValue(paths));
            if (!terminal.CouldOpen(opened))
                return (int)opened.Outcome;
            var reading = terminal.During(Texts.Of("Reading"), () => ProductReader.Read(new(opened.Paths) { Configuration = parsed.GetValue(configuration) }));
            foreach (var problem in reading.Problems)
                terminal.Write(opened.Named(problem));
            return reading.Product is { } product ? Write(product, form, parsed.GetValue(output) ?? $"{form.Name}.{Language.Current}.html", terminal) : (int)reading.Outcome;
        });
        return command;
    }

    static int Write(Product product, SubmissionForm form, string file, Terminal terminal)
    {
        AtomicFile.Write(Path.GetFullPath(file), FormPage.Render(product.ForOthers, form, Language.Current));
        terminal.Wrote(file);
        if (!product.IsSigned)
            terminal.Write(Line.Of(new Span(Texts.Of("form_Draft"), Tone.Open)));
        terminal.Write(Texts.Of("form_NextStep"));
        return ExitCode.Satisfied;
    }
}
