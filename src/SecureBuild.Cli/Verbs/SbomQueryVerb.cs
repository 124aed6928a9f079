using System.Collections.Immutable;
using System.CommandLine;
using SecureBuild.Configuration;
using SecureBuild.Rendering;
using SecureBuild.Sbom;

namespace SecureBuild.Cli.Verbs;

/// <summary><c>securebuild sbom query FILE NAME</c>: why something is in it.</summary>
static class SbomQueryVerb
{
    const int UsualPaths = 20;

    public static Command Create(Terminal terminal)
    {
        var file = new Argument<string>("FILE") { Description = Texts.Of("sbom_File") };
        var name = new Argument<string>("NAME") { Description = Texts.Of("query_Name") };
        var most = new Option<int>("--max") { Description = Texts.Of("query_Max"), HelpName = "N", DefaultValueFactory = _ => UsualPaths };
        var json = new Option<bool>("--json") { Description = Texts.Of("sbom_Json") };
        var command = new Command("query", Texts.Of("query_Description")) { file, name, most, json };
        command.SetAction(parsed =>
        {
            if (SbomVerb.Read(parsed.GetRequiredValue(file), terminal) is not { } document)
                return ExitCode.TamperedOrUnreadable;
            var wanted = parsed.GetRequiredValue(name);
            var reasons = SbomQuery.Find(document.Bom, wanted, Math.Max(1, parsed.GetValue(most)));
            if (reasons.IsEmpty)
            {
                var nearest = Spelling.Nearest(wanted, SbomQuery.NamesIn(document.Bom)).FirstOrDefault();
                terminal.Write(Messages.Error("SB9651", parsed.GetRequiredValue(file), 0, 0, wanted, nearest is null ? "" : Messages.Text("DidYouMean", nearest)));
                return ExitCode.NotSatisfied;
            }
            if (parsed.GetValue(json))
                terminal.Write(System.Text.Encoding.UTF8.GetString(Json(reasons)).TrimEnd('\n'));
            else
                Print(reasons, terminal);
            return ExitCode.Satisfied;
        });
        return command;
    }

    static void Print(ImmutableArray<SbomReason> reasons, Terminal terminal)
    {
        foreach (var reason in reasons)
        {
            terminal.Write(Line.Of(new Span(reason.Component, Tone.Strong)));
            foreach (var path in reason.Paths)
                terminal.Write(Line.Of("  " + string.Join(" → ", path)));
            if (reason.Paths.IsEmpty)
                terminal.Write(Line.Of(new Span("  " + Texts.Of("query_NoPath"), Tone.Open)));
            if (reason.IsCut)
                terminal.Write(Line.Of(new Span("  " + Texts.Of("query_Cut", reason.Paths.Length), Tone.Open)));
        }
    }

    static byte[] Json(ImmutableArray<SbomReason> reasons) => CanonicalJson.Indented(reasons, static (json, reasons) =>
    {
        json.WriteStartArray();
        foreach (var reason in reasons)
        {
            json.WriteStartObject();
            json.WriteString("component", reason.Component);
            json.WriteStartArray("paths");
            foreach (var path in reason.Paths)
            {
                json.WriteStartArray();
                foreach (var step in path)
                    json.WriteStringValue(step);
                json.WriteEndArray();
            }
            json.WriteEndArray();
            json.WriteBoolean("cut", reason.IsCut);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    });
}
