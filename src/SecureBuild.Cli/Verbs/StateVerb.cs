using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using SecureBuild.Assessment;
using SecureBuild.Catalogues;
using SecureBuild.Cli.State;
using SecureBuild.Configuration;
using SecureBuild.Rendering;
using Spectre.Console;

namespace SecureBuild.Cli.Verbs;

/// <summary><c>securebuild state</c>: what people state about controls that no evidence can show, asked one by one or given as options, into securebuild.json.</summary>
static class StateVerb
{
    public static Command Create(Terminal terminal)
    {
        var directory = new Argument<string>("DIRECTORY") { Description = Texts.Of("state_Directory"), DefaultValueFactory = _ => "." };
        var listOpen = new Option<bool>("--list-open") { Description = Texts.Of("state_ListOpen") };
        var json = new Option<bool>("--json") { Description = Texts.Of("state_Json") };
        var catalogue = new Option<string?>("--catalogue") { Description = Texts.Of("state_Catalogue"), HelpName = "ID" };
        var control = new Option<string?>("--control") { Description = Texts.Of("state_Control"), HelpName = "ID" };
        var status = new Option<string?>("--status") { Description = Texts.Of("state_Status", string.Join(", ", Answer.Statuses)), HelpName = "STATUS" };
        var name = new Option<string?>("--name") { Description = Texts.Of("state_Name"), HelpName = "TEXT" };
        var role = new Option<string?>("--role") { Description = Texts.Of("state_Role"), HelpName = "TEXT" };
        var reference = new Option<string?>("--reference") { Description = Texts.Of("state_Reference"), HelpName = "TEXT|FILE" };
        var note = new Option<string?>("--note") { Description = Texts.Of("state_Note"), HelpName = "TEXT" };
        var date = new Option<string?>("--date") { Description = Texts.Of("state_Date"), HelpName = "YYYY-MM-DD" };
        var expires = new Option<string?>("--expires") { Description = Texts.Of("state_Expires"), HelpName = "YYYY-MM-DD" };
        var command = new Command("state", Texts.Of("state_Description")) { directory, listOpen, json, catalogue, control, status, name, role, reference, note, date, expires };
        command.SetAction(parsed =>
        {
            var folder = Path.GetFullPath(parsed.GetRequiredValue(directory));
            if (!Directory.Exists(folder))
            {
                terminal.Write(Messages.Error("SB9611", folder));
                return ExitCode.WrongUse;
            }
            var configuration = ConfigurationToState.In(folder);
            foreach (var problem in configuration.Content.Problems)
                terminal.Write(problem);
            var today = DateOnly.FromDateTime(DateTime.UtcNow);
            var open = configuration.Open(today);
            if (parsed.GetValue(catalogue) is { } only)
            {
                if (!configuration.Catalogues.Any(assessed => assessed.Catalogue.Id == only))
                {
                    terminal.Write(Messages.Error("SB9107", arguments: [only, Spelling.Hint(only, Ids(configuration)), string.Join(", ", Ids(configuration))]));
                    return ExitCode.WrongUse;
                }
                open = [.. open.Where(item => item.Catalogue.Id == only)];
            }
            if (parsed.GetValue(listOpen))
                return List(open, parsed.GetValue(json), terminal);
            if (parsed.GetValue(control) is { } wanted)
                return Put(configuration, wanted, new("", parsed.GetValue(status), parsed.GetValue(name), parsed.GetValue(role))
                {
                    Reference = parsed.GetValue(reference), Note = parsed.GetValue(note), Date = parsed.GetValue(date), Expires = parsed.GetValue(expires),
                }, today, terminal);
            return Ask(configuration, open, today, terminal);
        });
        return command;
    }

    static IEnumerable<string> Ids(ConfigurationToState configuration) => configuration.Catalogues.Select(static assessed => assessed.Catalogue.Id);

    static int List(ImmutableArray<OpenControl> open, bool json, Terminal terminal)
    {
        if (json)
        {
            terminal.Write(CanonicalJson.IndentedText(Json(open)).TrimEnd('\n'));
            return ExitCode.Satisfied;
        }
        foreach (var group in open.GroupBy(item => item.Catalogue))
        {
            terminal.Write(Line.Of(new Span($"{group.Key.Title.In(Language.Current)} {group.Key.Version}", Tone.Strong), new Span($"   {group.Key.Id}", Tone.Faint)));
            terminal.Write(Rendering.Table.Lines([.. group.SelectMany(Rows)], terminal.Width));
            if (group.Any(item => item.Control.HasOwnId))
                terminal.Write(DisplayWidth.Wrap(Texts.Of("state_OwnIds"), terminal.Width - 2).Select(line => Line.Of(new Span("  " + line, Tone.Faint))));
            terminal.Write();
        }
        terminal.Write(open.IsEmpty ? Texts.Of("state_NothingOpen") : Texts.Of("state_CountOpen", open.Length));
        return ExitCode.Satisfied;
    }

    static IEnumerable<ImmutableArray<Span>> Rows(OpenControl open)
    {
        yield return [open.Control.Id + (open.Control.HasOwnId ? "*" : ""), new Span(Texts.Of("state_" + open.Control.Automation), Tone.Faint), open.Control.Title.In(Language.Current)];
        foreach (var why in open.Why)
            yield return ["", "", new Span(why.In(Language.Current), Tone.Open)];
    }

    static JsonObject Json(ImmutableArray<OpenControl> open) => new()
    {
        ["open"] = new JsonArray([.. open.Select(item => new JsonObject
        {
            ["control"] = item.Name,
            ["ownId"] = item.Control.HasOwnId,
            ["title"] = new JsonObject { ["en"] = item.Control.Title.En, ["ja"] = item.Control.Title.Ja },
            ["summary"] = new JsonObject { ["en"] = item.Control.Summary.En, ["ja"] = item.Control.Summary.Ja },
            ["automation"] = item.Control.Automation == Automation.Mixed ? "mixed" : "human",
            ["earlier"] = item.Earlier is { } earlier ? new JsonObject { ["name"] = earlier.Name, ["role"] = earlier.Role, ["expired"] = earlier.LastDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) } : null,
        })]),
    };

    static int Put(ConfigurationToState configuration, string wanted, Answer answer, DateOnly today, Terminal terminal)
    {
        if (configuration.Find(wanted) is not var (catalogue, control))
        {
            terminal.Write(Messages.Error("SB9351", arguments: [wanted, Texts.Of("state_Unknown")]));
            return ExitCode.WrongUse;
        }
        if (!catalogue.NeedsPerson(control))
        {
            terminal.Write(Messages.Error("SB9351", arguments: [wanted, Texts.Of(control.Automation == Automation.Auto ? "state_OnlyBuild" : "state_OnlyParts")]));
            return ExitCode.WrongUse;
        }
        PersonStatement statement;
        try
        {
            statement = (answer with { Control = $"{catalogue.Catalogue.Id}/{control.Id}" }).Statement(configuration, today);
        }
        catch (ProblemException e)
        {
            terminal.Write(e.Problem);
            return ExitCode.WrongUse;
        }
        configuration.Put(statement);
        terminal.Wrote(configuration.File);
        if (statement.ReferenceSha256 is { } digest)
            terminal.Write(Texts.Of("state_Digest", statement.Reference, digest));
        return ExitCode.Satisfied;
    }

    static int Ask(ConfigurationToState configuration, ImmutableArray<OpenControl> open, DateOnly today, Terminal terminal)
    {
        if (Console.IsInputRedirected || Console.IsOutputRedirected)
        {
            terminal.Write(Messages.Error("SB9350"));
            return ExitCode.WrongUse;
        }
        if (open.IsEmpty)
        {
            terminal.Write(Texts.Of("state_NothingOpen"));
            return ExitCode.Satisfied;
        }
        terminal.Write(Texts.Of("state_Intro", open.Length, configuration.File));
        var written = new Interview(configuration, AnsiConsole.Console, today).Run(open);
        terminal.Write();
        terminal.Write(Texts.Of("state_Done", written, configuration.Open(today).Length));
        return ExitCode.Satisfied;
    }
}
