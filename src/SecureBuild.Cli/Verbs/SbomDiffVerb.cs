using System.CommandLine;
using SecureBuild.Rendering;
using SecureBuild.Sbom;

namespace SecureBuild.Cli.Verbs;

/// <summary><c>securebuild sbom diff A B</c>: exit code 0 the same, 1 different, 2 unreadable.</summary>
static class SbomDiffVerb
{
    public static Command Create(Terminal terminal)
    {
        var before = new Argument<string>("A") { Description = Texts.Of("diff_Before") };
        var after = new Argument<string>("B") { Description = Texts.Of("diff_After") };
        var json = new Option<bool>("--json") { Description = Texts.Of("sbom_Json") };
        var command = new Command("diff", Texts.Of("diff_Description")) { before, after, json };
        command.SetAction(parsed =>
        {
            if (SbomVerb.Read(parsed.GetRequiredValue(before), terminal) is not { } old || SbomVerb.Read(parsed.GetRequiredValue(after), terminal) is not { } now)
                return ExitCode.TamperedOrUnreadable;
            var diff = SbomDiff.Of(old.Bom, now.Bom);
            if (parsed.GetValue(json))
                terminal.Write(System.Text.Encoding.UTF8.GetString(diff.ToJson()).TrimEnd('\n'));
            else
                Print(diff, terminal);
            return diff.IsEmpty ? ExitCode.Satisfied : ExitCode.NotSatisfied;
        });
        return command;
    }

    static void Print(SbomDiff diff, Terminal terminal)
    {
        if (diff.IsEmpty)
            terminal.Write(Line.Of(new Span(Texts.Of("diff_Same"), Tone.Good)));
        Section("diff_Added", diff.Added.Select(name => Line.Of(new Span("  + " + name, Tone.Good))), diff.Added.Length, terminal);
        Section("diff_Removed", diff.Removed.Select(name => Line.Of(new Span("  - " + name, Tone.Bad))), diff.Removed.Length, terminal);
        Section("diff_Changed", diff.Changed.SelectMany(Lines), diff.Changed.Length, terminal);
        Section("diff_AddedEdges", diff.AddedEdges.Select(edge => Line.Of("  + " + edge)), diff.AddedEdges.Length, terminal);
        Section("diff_RemovedEdges", diff.RemovedEdges.Select(edge => Line.Of("  - " + edge)), diff.RemovedEdges.Length, terminal);
    }

    static IEnumerable<Line> Lines(ChangedComponent change) =>
    [
        Line.Of(new Span("  ~ " + change.Name, Tone.Open)),
        .. change.Fields.Select(field => Line.Of($"      {field.Field}: {field.Before ?? "–"} → {field.After ?? "–"}")),
    ];

    static void Section(string heading, IEnumerable<Line> lines, int count, Terminal terminal)
    {
        if (count == 0)
            return;
        terminal.Write(Line.Of(new Span(Texts.Of(heading, count), Tone.Strong)));
        terminal.Write(lines);
    }
}
