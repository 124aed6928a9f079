using System.Collections.Immutable;
using System.CommandLine;
using SecureBuild.Exchange;
using SecureBuild.Rendering;
using SecureBuild.Submission;

namespace SecureBuild.Cli.Verbs;

/// <summary><c>securebuild export PATH</c>: an attestation in the formats of other tools. Nothing is verified.</summary>
static class ExportVerb
{
    public static Command Create(Terminal terminal)
    {
        var path = new Argument<string>("PATH") { Description = Texts.Of("ReadPath_Description") };
        var format = new Option<string[]>("--format") { Description = Texts.Of("export_Format", ExchangeFormat.Names), HelpName = "FORMAT", AllowMultipleArgumentsPerToken = true };
        var output = new Option<string?>("--output") { Description = Texts.Of("export_Output"), HelpName = "DIRECTORY" };
        var command = new Command("export", Texts.Of("export_Description")) { path, format, output };
        command.SetAction(parsed => Formats(parsed.GetValue(format) ?? [], terminal) is { } formats
            ? Export(parsed.GetRequiredValue(path), formats, Path.GetFullPath(parsed.GetValue(output) ?? "."), terminal)
            : ExitCode.WrongUse);
        return command;
    }

    static int Export(string path, ImmutableArray<ExchangeFormat> formats, string directory, Terminal terminal)
    {
        using var opened = OpenedPaths.Open(path);
        if (!terminal.CouldOpen(opened))
            return (int)opened.Outcome;
        var result = ExchangeFormat.Render(opened.Paths[0], formats, Language.Current);
        foreach (var file in result.Files)
        {
            if (file.Content is { } content)
            {
                AtomicFile.Write(Path.Combine(directory, file.Name), content.Span);
                terminal.Wrote(file.Name);
            }
            else
            {
                terminal.Write(Texts.Of("export_Nothing", file.Name));
            }
        }
        if (result.Files.Any(static file => file.IsDraft))
            terminal.Write(Line.Of(new Span(Texts.Of("export_Draft"), Tone.Open)));
        foreach (var problem in result.Problems)
            terminal.Write(opened.Named(problem));
        return (int)result.Outcome;
    }

    // All, where none is named; null, with the reason told, for a name of none.
    static ImmutableArray<ExchangeFormat>? Formats(string[] names, Terminal terminal)
    {
        var formats = ImmutableArray.CreateBuilder<ExchangeFormat>();
        foreach (var name in names)
        {
            if (ExchangeFormat.Find(name) is not { } format)
            {
                terminal.Write(Messages.Error("SB9650", arguments: [name, ExchangeFormat.Names]));
                return null;
            }
            formats.Add(format);
        }
        return formats.Count == 0 ? ExchangeFormat.All : formats.ToImmutable();
    }
}
