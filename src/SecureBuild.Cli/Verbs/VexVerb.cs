using System.CommandLine;
using System.Text;
using SecureBuild.Configuration;
using SecureBuild.Rendering;
using SecureBuild.Vulnerabilities;

namespace SecureBuild.Cli.Verbs;

/// <summary>
/// <c>securebuild vex SBOM</c>: which advisories are about a bill of materials, and what persons say of them. Exit code 1 where <c>--fail-on</c> is not
/// satisfied: by a finding that nobody says anything of, or because the comparison could show nothing.
/// </summary>
static class VexVerb
{
    public static Command Create(Terminal terminal)
    {
        var file = new Argument<string>("SBOM") { Description = Texts.Of("sbom_File") };
        var advisories = new Option<string>("--advisories") { Description = Texts.Of("vex_Advisories"), HelpName = "PATH" };
        var waivers = new Option<string>("--waivers") { Description = Texts.Of("vex_Waivers"), HelpName = "FILE" };
        var format = new Option<string>("--format") { Description = Texts.Of("vex_Format", VexFormat.Names), HelpName = "NAME" };
        var output = new Option<string>("--output", "-o") { Description = Texts.Of("sbom_Output"), HelpName = "FILE" };
        var author = new Option<string>("--author") { Description = Texts.Of("vex_Author"), HelpName = "NAME" };
        var age = new Option<int?>("--max-age") { Description = Texts.Of("vex_MaxAge", VulnerabilityReport.UsualMaxAge), HelpName = "DAYS" };
        var failOn = new Option<string>("--fail-on") { Description = Texts.Of("vex_FailOn"), HelpName = "SEVERITY" }.AcceptOnlyFromAmong([.. Severities.Words]);
        var json = new Option<bool>("--json") { Description = Texts.Of("sbom_Json") };
        var command = new Command("vex", Texts.Of("vex_Description")) { file, advisories, waivers, format, output, author, age, failOn, json };
        command.SetAction(parsed =>
        {
            var (formats, unknown) = VexFormat.Of(parsed.GetValue(format));
            if (!unknown.IsEmpty || formats.Length > 1)
            {
                terminal.Write(Messages.Error("SB9275", arguments: [parsed.GetValue(format), VexFormat.Names]));
                return ExitCode.WrongUse;
            }
            var configuration = Configuration(parsed.GetValue(waivers), terminal, out var isReadable);
            if (!isReadable)
                return ExitCode.TamperedOrUnreadable;
            var path = parsed.GetValue(advisories) is { } given ? Path.GetFullPath(given)
                : configuration?.Advisories?.Path is { } configured ? Path.GetFullPath(configured, Path.GetDirectoryName(Path.GetFullPath(parsed.GetValue(waivers)!))!) : null;
            if (path is null)
            {
                terminal.Write(Messages.Error("SB9600", arguments: [Texts.Of("vex_NoAdvisories"), "", "securebuild vex --help"]));
                return ExitCode.WrongUse;
            }
            if (SbomVerb.Read(parsed.GetRequiredValue(file), terminal) is not { } document)
                return ExitCode.TamperedOrUnreadable;

            var clock = Clock.From(Environment.GetEnvironmentVariable("SOURCE_DATE_EPOCH"));
            var days = parsed.GetValue(age) is > 0 and var asked ? asked : configuration?.Advisories?.MaxAgeDays ?? VulnerabilityReport.UsualMaxAge;
            var report = VulnerabilityReport.Of(document.Bom, path, days, configuration?.Waivers ?? [], parsed.GetValue(waivers), DateOnly.FromDateTime(clock.Now.UtcDateTime));
            foreach (var problem in report.Problems)
                terminal.Write(problem);
            var statement = new VexDocument(document.Bom, report.Findings, clock);
            if (parsed.GetValue(author) is { Length: > 0 } name)
                statement = statement with { Author = name };
            Print(report, statement, formats.FirstOrDefault(), parsed.GetValue(output), parsed.GetValue(json), terminal);
            return report.Data is null || (parsed.GetValue(failOn) is { } threshold && (report.Gap is not null || report.Open(Severities.Of(threshold)) > 0)) ? ExitCode.NotSatisfied : ExitCode.Satisfied;
        });
        return command;
    }

    static ProjectConfiguration? Configuration(string? file, Terminal terminal, out bool isReadable)
    {
        isReadable = true;
        if (file is null)
            return null;
        var result = ProjectConfigurationFile.Read(file);
        foreach (var problem in result.Problems)
            terminal.Write(problem);
        isReadable = result.Configuration is not null;
        return result.Configuration;
    }

    // To the output goes one thing only: the document, the JSON or the table.
    static void Print(VulnerabilityReport report, VexDocument statement, VexFormat? format, string? output, bool json, Terminal terminal)
    {
        var document = format is null || report.Findings.IsEmpty ? null : format.Write(statement);
        if (document is not null && output is null && !json)
        {
            terminal.Write(Encoding.UTF8.GetString(document).TrimEnd('\n'));
            return;
        }
        if (document is not null && output is not null)
            AtomicFile.Write(Path.GetFullPath(output), document);
        if (json)
            terminal.Write(Encoding.UTF8.GetString(VulnerabilityJson.Indented(report)).TrimEnd('\n'));
        else
            terminal.Write(VulnerabilityPage.Lines(report, Language.Current, terminal.Width));
        if (format is not null && report.Findings.IsEmpty)
            Console.Error.Write(Texts.Of("vex_NothingToState") + "\n");
        else if (document is not null && output is not null && !json)
            terminal.Wrote(output);
    }
}
