using System.Collections.Immutable;
using SecureBuild.Assessment;
using SecureBuild.Catalogues;
using Spectre.Console;

namespace SecureBuild.Cli.State;

/// <summary>
/// Asks a person control by control, only what no evidence can show. After every answer the statement is in the file: who stops goes on later where they stopped.
/// </summary>
sealed class Interview(ConfigurationToState configuration, IAnsiConsole console, DateOnly today)
{
    const string Skip = "skip", Stop = "stop";

    string? _name;
    string? _role;

    /// <summary>How many statements were written.</summary>
    public int Run(ImmutableArray<OpenControl> open)
    {
        var written = 0;
        for (var i = 0; i < open.Length; i++)
        {
            Show(open[i], i + 1, open.Length);
            var choice = console.Prompt(Statuses());
            if (choice == Stop)
                break;
            if (choice != Skip && Ask(open[i], choice))
                written++;
        }
        return written;
    }

    void Show(OpenControl open, int number, int count)
    {
        var language = Language.Current;
        var catalogue = open.Catalogue;
        console.WriteLine();
        console.MarkupLineInterpolated($"[bold]{number}/{count}  {open.Control.Id}{(open.Control.HasOwnId ? "*" : "")}  {open.Control.Title.In(language)}[/]");
        console.MarkupLineInterpolated($"[grey]{catalogue.Title.In(language)} {catalogue.Version}[/]");
        console.WriteLine(open.Control.Summary.In(language));
        if (open.Control.HasOwnId)
            console.MarkupLineInterpolated($"[grey]{Texts.Of("state_OwnId")}[/]");
        if (!catalogue.CanBeSigned)
            console.MarkupLineInterpolated($"[yellow]{Texts.Of("state_Draft")}[/]");
        if (open.Control.Automation == Automation.Mixed && Assessed(open).Asks(open.Control.Id) is { IsEmpty: false } seen)
        {
            console.MarkupLineInterpolated($"[grey]{Texts.Of("state_BuildShows")}[/]");
            foreach (var sentence in seen)
                console.MarkupLineInterpolated($"[grey]  · {sentence.In(language)}[/]");
        }
        foreach (var why in open.Why)
            console.MarkupLineInterpolated($"[yellow]{why.In(language)}[/]");
    }

    bool Ask(OpenControl open, string status)
    {
        _name = Text("state_AskName", open.Earlier?.Name ?? _name, needed: true);
        _role = Text("state_AskRole", open.Earlier?.Role ?? _role, needed: true);
        var answer = new Answer(open.Name, status, _name, _role)
        {
            Reference = Text("state_AskReference", open.Earlier?.Reference, needed: false),
            Note = Text(status == EnumNames.Of(ControlStatus.NotApplicable) ? "state_AskReason" : "state_AskNote", null, needed: status == EnumNames.Of(ControlStatus.NotApplicable)),
            Expires = Text("state_AskExpires", null, needed: false),
        };
        try
        {
            var statement = answer.Statement(configuration, today);
            configuration.Put(statement);
            console.MarkupLineInterpolated($"[green]{Texts.Of("state_Written", open.Name, StatementDay(statement))}[/]");
            if (statement.ReferenceSha256 is { } digest)
                console.MarkupLineInterpolated($"[grey]{Texts.Of("state_Digest", statement.Reference, digest)}[/]");
            return true;
        }
        catch (ProblemException e)
        {
            console.MarkupLineInterpolated($"[red]{e.Problem.ToString()}[/]");
            return false;
        }
    }

    AssessedCatalogue Assessed(OpenControl open) => configuration.Catalogues.First(assessed => assessed.Catalogue.Id == open.Catalogue.Id);

    static SelectionPrompt<string> Statuses()
    {
        var prompt = new SelectionPrompt<string> { Title = Texts.Of("state_AskStatus"), MoreChoicesText = "", PageSize = 10, Converter = choice => Markup.Escape(Texts.Of("state_Choice_" + choice)) };
        prompt.AddChoices(Answer.Statuses.Concat([Skip, Stop]));
        return prompt;
    }

    string Text(string question, string? given, bool needed)
    {
        var prompt = new TextPrompt<string>(Markup.Escape(Texts.Of(question))) { AllowEmpty = !needed || given is not null };
        prompt.Validator = text => needed && given is null && string.IsNullOrWhiteSpace(text) ? ValidationResult.Error(Markup.Escape(Texts.Of("state_Needed"))) : ValidationResult.Success();
        if (given is not null)
            prompt.DefaultValue(given);
        return console.Prompt(prompt);
    }

    static string StatementDay(PersonStatement statement) => statement.LastDay.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
