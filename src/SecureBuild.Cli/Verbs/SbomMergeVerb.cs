using System.Collections.Immutable;
using System.CommandLine;
using SecureBuild.Rendering;
using SecureBuild.Sbom;

namespace SecureBuild.Cli.Verbs;

/// <summary><c>securebuild sbom merge FILE… --name PRODUCT --output FILE</c>.</summary>
static class SbomMergeVerb
{
    const int MostTold = 20;

    public static Command Create(Terminal terminal)
    {
        var files = new Argument<string[]>("FILE") { Description = Texts.Of("merge_Files"), Arity = ArgumentArity.OneOrMore };
        var name = new Option<string>("--name") { Description = Texts.Of("merge_Name"), HelpName = "PRODUCT", Required = true };
        var version = new Option<string?>("--product-version") { Description = Texts.Of("merge_Version"), HelpName = "VERSION" };
        var cpe = new Option<string?>("--cpe") { Description = Texts.Of("merge_Cpe"), HelpName = "CPE" };
        var output = new Option<string>("--output") { Description = Texts.Of("sbom_Output"), HelpName = "FILE", Required = true };
        var to = new Option<string?>("--to") { Description = Texts.Of("merge_Format", SbomFormat.Names), HelpName = "FORMAT" };
        var command = new Command("merge", Texts.Of("merge_Description")) { files, name, version, cpe, output, to };
        command.SetAction(parsed =>
        {
            var target = parsed.GetRequiredValue(output);
            if (SbomVerb.Format(parsed.GetValue(to), target, terminal) is not { } format)
                return ExitCode.WrongUse;
            if (parsed.GetValue(cpe) is { } said && !CpeName.IsWellFormed(said))
            {
                terminal.Write(Messages.Error("SB9299", null, 0, 0, said));
                return ExitCode.WrongUse;
            }
            var parts = ImmutableArray.CreateBuilder<MergePart>();
            foreach (var file in parsed.GetRequiredValue(files))
            {
                if (SbomVerb.Read(file, terminal) is not { } document)
                    return ExitCode.TamperedOrUnreadable;
                parts.Add(new(Path.GetFileName(file), document.Bom));
            }
            var clock = Clock.From(Environment.GetEnvironmentVariable("SOURCE_DATE_EPOCH"));
            Tell(SbomMerge.Of(parts.ToImmutable(), parsed.GetRequiredValue(name), parsed.GetValue(version), clock, parsed.GetValue(cpe)), format, target, terminal);
            return ExitCode.Satisfied;
        });
        return command;
    }

    static void Tell(MergeResult result, SbomFormat format, string target, Terminal terminal)
    {
        SbomVerb.Write(result.Bom, format, target, terminal);
        terminal.Write(Texts.Of("merge_Counts", result.Bom.Components.Length, result.Bom.Dependencies.Sum(dependency => dependency.DependsOn.Length)));
        if (!result.Losses.IsEmpty)
            terminal.Write(Messages.Warning("SB9228", target, 0, 0, result.Losses.ToString()));
        if (result.Conflicts.IsEmpty)
            return;
        terminal.Write(Line.Of(new Span(Texts.Of("merge_Conflicts", result.Conflicts.Length), Tone.Open)));
        foreach (var conflict in result.Conflicts.Take(MostTold))
            terminal.Write(Line.Of("  " + conflict));
        if (result.Conflicts.Length > MostTold)
            terminal.Write("  …");
    }
}
