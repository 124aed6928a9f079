using System.Collections.Immutable;
using System.CommandLine;
using SecureBuild.Cli.Overview;
using SecureBuild.Rendering;

namespace SecureBuild.Cli.Verbs;

/// <summary><c>securebuild</c> alone: where the project in this folder stands and what to do next; elsewhere, what the tool can do.</summary>
static class OverviewVerb
{
    public static void AddTo(RootCommand root, Terminal terminal)
    {
        var json = new Option<bool>("--json") { Description = Texts.Of("overview_Json") };
        root.Add(json);
        root.SetAction(parsed =>
        {
            var here = Directory.GetCurrentDirectory();
            if (!PackageUse.IsWorkFolder(here))
                return parsed.GetValue(json) ? Json([], terminal) : Verbs(root, terminal);
            var state = terminal.During(Texts.Of("Reading"), () => ProjectState.In(here, DateOnly.FromDateTime(DateTime.UtcNow)));
            foreach (var problem in state.Problems)
                terminal.Write(problem);
            if (parsed.GetValue(json))
                return Json(OverviewPage.Json(state), terminal);
            terminal.Write(OverviewPage.Lines(state, terminal.Width));
            terminal.Write();
            terminal.Write(Texts.Of("overview_Help"));
            return ExitCode.Satisfied;
        });
    }

    static int Json(System.Text.Json.Nodes.JsonObject state, Terminal terminal)
    {
        terminal.Write(CanonicalJson.IndentedText(state).TrimEnd('\n'));
        return ExitCode.Satisfied;
    }

    static int Verbs(RootCommand root, Terminal terminal)
    {
        terminal.Write(Line.Of(new Span($"{Identity.ToolName} {Identity.ToolVersion}", Tone.Strong)));
        terminal.Write(Texts.Of("Root_Description"));
        terminal.Write();
        terminal.Write(Table.Lines([.. root.Subcommands.Select(verb => (ImmutableArray<Span>)[new Span(verb.Name, Tone.Strong), verb.Description!])], terminal.Width));
        terminal.Write();
        terminal.Write(Texts.Of("Root_NextStep"));
        return ExitCode.Satisfied;
    }
}
