using System.CommandLine;
using SecureBuild.Sbom;

namespace SecureBuild.Cli.Verbs;

/// <summary><c>securebuild sbom convert FILE --to FORMAT</c>.</summary>
static class SbomConvertVerb
{
    public static Command Create(Terminal terminal)
    {
        var file = new Argument<string>("FILE") { Description = Texts.Of("sbom_File") };
        var to = new Option<string>("--to") { Description = Texts.Of("sbom_Format", SbomFormat.Names), HelpName = "FORMAT", Required = true };
        var output = new Option<string?>("--output") { Description = Texts.Of("sbom_Output"), HelpName = "FILE" };
        var command = new Command("convert", Texts.Of("convert_Description")) { file, to, output };
        command.SetAction(parsed =>
        {
            if (SbomVerb.Format(parsed.GetRequiredValue(to), null, terminal) is not { } format)
                return ExitCode.WrongUse;
            if (SbomVerb.Read(parsed.GetRequiredValue(file), terminal) is not { } document)
                return ExitCode.TamperedOrUnreadable;
            SbomVerb.Write(document.Completed(Clock.From(Environment.GetEnvironmentVariable("SOURCE_DATE_EPOCH"))), format, parsed.GetValue(output), terminal);
            return ExitCode.Satisfied;
        });
        return command;
    }
}
