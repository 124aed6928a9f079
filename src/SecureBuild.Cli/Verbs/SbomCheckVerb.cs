using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using SecureBuild.Rendering;
using SecureBuild.Sbom.Check;

namespace SecureBuild.Cli.Verbs;

/// <summary><c>securebuild sbom check FILE</c>: which elements of the lists are there. It counts and warns; exit code 0 means that it could be counted.</summary>
static class SbomCheckVerb
{
    public static Command Create(Terminal terminal)
    {
        var names = string.Join(", ", CheckList.All.Select(list => list.Id));
        var file = new Argument<string>("FILE") { Description = Texts.Of("sbom_File") };
        var list = new Option<string[]>("--list") { Description = Texts.Of("check_List", names), HelpName = "NAME" };
        var all = new Option<bool>("--all") { Description = Texts.Of("check_All") };
        var json = new Option<bool>("--json") { Description = Texts.Of("sbom_Json") };
        var command = new Command("check", Texts.Of("check_Description")) { file, list, all, json };
        command.SetAction(parsed =>
        {
            if (Chosen(parsed.GetValue(list) ?? [], names, terminal) is not { } lists)
                return ExitCode.WrongUse;
            if (SbomVerb.Read(parsed.GetRequiredValue(file), terminal) is not { } document)
                return ExitCode.TamperedOrUnreadable;
            var results = SbomCheck.Of(document, lists.AsSpan());
            terminal.Write((parsed.GetValue(json) ? Encoding.UTF8.GetString(CheckReport.Json(results, Language.Current)) : CheckReport.Text(results, Language.Current, parsed.GetValue(all))).TrimEnd('\n'));
            return ExitCode.Satisfied;
        });
        return command;
    }

    // Null, with the reason told, where a name is that of no list.
    static ImmutableArray<CheckList>? Chosen(string[] wanted, string names, Terminal terminal)
    {
        foreach (var name in wanted)
            if (!CheckList.All.Any(list => Is(list, name)))
            {
                terminal.Write(Messages.Error("SB9652", arguments: [name, names]));
                return null;
            }
        return [.. CheckList.All.Where(list => wanted.Length == 0 || wanted.Any(name => Is(list, name)))];
    }

    static bool Is(CheckList list, string name) => list.Id.Equals(name, StringComparison.OrdinalIgnoreCase);
}
