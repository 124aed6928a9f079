using System.CommandLine;
using SecureBuild.Rendering;
using SecureBuild.Submission;

namespace SecureBuild.Cli.Verbs;

/// <summary><c>securebuild show PATH</c>: a readable summary. Nothing is verified.</summary>
static class ShowVerb
{
    public static Command Create(Terminal terminal)
    {
        var path = new Argument<string>("PATH") { Description = Texts.Of("ReadPath_Description") };
        var all = new Option<bool>("--all") { Description = Texts.Of("show_All") };
        var json = new Option<bool>("--json") { Description = Texts.Of("show_Json") };
        var command = new Command("show", Texts.Of("show_Description")) { path, all, json };
        command.SetAction(parsed =>
        {
            using var opened = OpenedPaths.Open(parsed.GetRequiredValue(path));
            if (!terminal.CouldOpen(opened))
                return (int)opened.Outcome;
            var found = BuildSummaryReader.Read(opened.Paths[0]);
            if (parsed.GetValue(json))
                terminal.Write(CanonicalJson.IndentedText(BuildSummaryJson.Write(found.Builds)).TrimEnd('\n'));
            else
                Print(found, parsed.GetValue(all), terminal);
            foreach (var problem in found.Problems)
                terminal.Write(opened.Named(problem));
            return (int)found.Outcome;
        });
        return command;
    }

    static void Print(BuildSummaries found, bool all, Terminal terminal)
    {
        foreach (var build in found.Builds)
        {
            if (build != found.Builds[0])
                terminal.Write();
            terminal.Write(BuildSummaryPage.Lines(build, Language.Current, terminal.Width, all));
        }
    }
}
