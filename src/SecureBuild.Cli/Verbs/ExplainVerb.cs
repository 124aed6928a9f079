using System.Collections.Immutable;
using System.CommandLine;
using SecureBuild.Catalogues;
using SecureBuild.Cli.Explain;
using SecureBuild.Configuration;
using SecureBuild.Rendering;

namespace SecureBuild.Cli.Verbs;

/// <summary><c>securebuild explain SB2001</c>: the page of a rule, the meaning of a message, a control or a catalogue.</summary>
static class ExplainVerb
{
    public static Command Create(Terminal terminal)
    {
        var id = new Argument<string?>("ID") { Description = Texts.Of("explain_Id"), Arity = ArgumentArity.ZeroOrOne };
        var list = new Option<bool>("--list") { Description = Texts.Of("explain_List") };
        var command = new Command("explain", Texts.Of("explain_Description")) { id, list };
        command.SetAction(parsed => parsed.GetValue(list) || parsed.GetValue(id) is not { } wanted ? List(terminal) : Explain(wanted.Trim(), terminal));
        return command;
    }

    static int List(Terminal terminal)
    {
        terminal.Write(Line.Of(new Span(Texts.Of("explain_Rules"), Tone.Strong)));
        terminal.Write(Table.Lines(Rows(RulePages.Ids, RulePages.Title), terminal.Width));
        terminal.Write();
        terminal.Write(Line.Of(new Span(Texts.Of("explain_Messages"), Tone.Strong)));
        terminal.Write(Table.Lines(Rows(MessagePages.Ids, MessagePages.Text), terminal.Width));
        terminal.Write();
        terminal.Write(Line.Of(new Span(Texts.Of("explain_Controls"), Tone.Strong)));
        terminal.Write(Table.Lines(Rows(CatalogueLibrary.Ids, static id => CatalogueLibrary.ById(id) is { } catalogue ? $"{catalogue.Title.In(Language.Current)} {catalogue.Version}" : ""), terminal.Width));
        return ExitCode.Satisfied;
    }

    static ImmutableArray<Span>[] Rows(IEnumerable<string> ids, Func<string, string> text) =>
        [.. ids.Select(id => (ImmutableArray<Span>)[id, text(id)])];

    static int Explain(string name, Terminal terminal)
    {
        var id = name.ToUpperInvariant();
        if (RulePages.Page(id, Language.Current) is { } page)
            terminal.Write(Markdown.Lines(page));
        else if (MessagePages.Ids.Contains(id))
            terminal.Write(MessagePages.Page(id, terminal.Width));
        else if (ControlPages.Of(name, terminal.Width) is { IsEmpty: false } controls)
            terminal.Write(controls);
        else
            return Unknown(id, terminal);
        return ExitCode.Satisfied;
    }

    static int Unknown(string id, Terminal terminal)
    {
        var nearest = Spelling.Nearest(id, RulePages.Ids.Concat(MessagePages.Ids).Concat(ControlPages.Ids), count: 3);
        terminal.Write(Messages.Error("SB9640", arguments: [id, nearest.Count > 0 ? Texts.Of("explain_Nearest", string.Join(", ", nearest)) : ""]));
        return ExitCode.WrongUse;
    }
}
