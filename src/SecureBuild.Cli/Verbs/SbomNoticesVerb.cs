using System.CommandLine;
using System.Text;
using SecureBuild.Notices;
using SecureBuild.Rendering;

namespace SecureBuild.Cli.Verbs;

/// <summary><c>securebuild sbom notices FILE</c>: copyright, licences and their texts of what others made.</summary>
static class SbomNoticesVerb
{
    public static Command Create(Terminal terminal)
    {
        var file = new Argument<string>("FILE") { Description = Texts.Of("sbom_File") };
        var output = new Option<string?>("--output", "-o") { Description = Texts.Of("sbom_Output"), HelpName = "FILE" };
        var format = new Option<string?>("--format") { Description = Texts.Of("notices_Format", NoticeFormat.Names), HelpName = "FORMAT" };
        var command = new Command("notices", Texts.Of("notices_Description")) { file, output, format };
        command.SetAction(parsed =>
        {
            var target = parsed.GetValue(output);
            if (Format(parsed.GetValue(format), target, terminal) is not { } form)
                return ExitCode.WrongUse;
            if (SbomVerb.Read(parsed.GetRequiredValue(file), terminal) is not { } document)
                return ExitCode.TamperedOrUnreadable;
            var text = form.Write(ThirdPartyNotices.Of(document.Bom), Language.Current);
            if (target is null)
            {
                terminal.Write(text.TrimEnd('\n'));
                return ExitCode.Satisfied;
            }
            AtomicFile.Write(Path.GetFullPath(target), Encoding.UTF8.GetBytes(text));
            terminal.Wrote(target);
            return ExitCode.Satisfied;
        });
        return command;
    }

    static NoticeFormat? Format(string? name, string? output, Terminal terminal)
    {
        if (name is null)
            return NoticeFormat.All.FirstOrDefault(format => format.Endings.Contains(Path.GetExtension(output) ?? "", StringComparer.OrdinalIgnoreCase)) ?? NoticeFormat.Text;
        if (NoticeFormat.All.FirstOrDefault(format => format.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } found)
            return found;
        terminal.Write(Messages.Error("SB9650", arguments: [name, NoticeFormat.Names]));
        return null;
    }
}
