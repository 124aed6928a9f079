using System.CommandLine;
using SecureBuild.Rendering;
using SecureBuild.Sbom;

namespace SecureBuild.Cli.Verbs;

/// <summary><c>securebuild sbom …</c>: what can be done with bills of materials, whoever wrote them.</summary>
static class SbomVerb
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("sbom", Texts.Of("sbom_Description"))
        {
            SbomConvertVerb.Create(terminal),
            SbomMergeVerb.Create(terminal),
            SbomDiffVerb.Create(terminal),
            SbomQueryVerb.Create(terminal),
            SbomCheckVerb.Create(terminal),
            SbomNoticesVerb.Create(terminal),
        };
        command.SetAction(_ =>
        {
            terminal.Write(Texts.Of("sbom_Description"));
            terminal.Write();
            terminal.Write(Table.Lines([.. command.Subcommands.Select(verb => (System.Collections.Immutable.ImmutableArray<Span>)[new Span("sbom " + verb.Name, Tone.Strong), verb.Description!])], terminal.Width));
            return ExitCode.Satisfied;
        });
        return command;
    }

    /// <summary>Reads a file and tells what there is to know about it; null, with the reason told, where it cannot be read.</summary>
    public static SbomDocument? Read(string path, Terminal terminal)
    {
        try
        {
            var document = SbomReader.ReadFile(path);
            foreach (var note in document.Notes)
                terminal.Write(note);
            return document;
        }
        catch (ProblemException e)
        {
            terminal.Write(e.Problem);
            return null;
        }
    }

    /// <summary>Writes a document to a file, or to the output where none is named, and tells what the format could not say.</summary>
    public static void Write(Bom bom, SbomFormat format, string? output, Terminal terminal)
    {
        var losses = new SbomLosses();
        var bytes = format.Write(bom, losses);
        if (output is null)
        {
            terminal.Write(System.Text.Encoding.UTF8.GetString(bytes).TrimEnd('\n'));
        }
        else
        {
            AtomicFile.Write(Path.GetFullPath(output), bytes);
            terminal.Wrote(output);
        }
        if (!losses.IsEmpty)
            terminal.Write(Messages.Warning("SB9291", output, 0, 0, format.Name, losses.ToString()));
    }

    /// <summary>The format of a name, or of a file's ending; null, with the reason told, for a name of none.</summary>
    public static SbomFormat? Format(string? name, string? output, Terminal terminal)
    {
        if (name is null)
            return (output is null ? null : SbomFormat.OfFile(output, StringComparison.OrdinalIgnoreCase)) ?? SbomFormat.CycloneDx17;
        if (SbomFormat.Find(name) is { } found)
            return found;
        terminal.Write(Messages.Error("SB9650", arguments: [name, SbomFormat.Names]));
        return null;
    }
}
