using System.CommandLine;
using System.Text;
using SecureBuild.Cli.Init;
using SecureBuild.Configuration;
using SecureBuild.Rendering;

namespace SecureBuild.Cli.Verbs;

/// <summary><c>securebuild init [DIRECTORY]</c>: a commented securebuild.json, filled from the project found, and its schema beside it.</summary>
static class InitVerb
{
    public static Command Create(Terminal terminal)
    {
        var directory = new Argument<string>("DIRECTORY") { Description = Texts.Of("init_Directory"), DefaultValueFactory = _ => "." };
        var force = new Option<bool>("--force") { Description = Texts.Of("init_Force") };
        var command = new Command("init", Texts.Of("init_Description")) { directory, force };
        command.SetAction(parsed => Run(Path.GetFullPath(parsed.GetRequiredValue(directory)), parsed.GetValue(force), terminal));
        return command;
    }

    static int Run(string directory, bool force, Terminal terminal)
    {
        if (!Directory.Exists(directory))
        {
            terminal.Write(Messages.Error("SB9611", directory));
            return ExitCode.WrongUse;
        }
        var file = Path.Combine(directory, ProjectConfigurationFile.Name);
        var schema = Path.Combine(directory, ProjectConfigurationFile.SchemaName);
        var schemaText = Encoding.UTF8.GetBytes(ProjectConfigurationFile.Schema);
        if (!force && Existing(file, schema, schemaText) is { } existing)
        {
            terminal.Write(Messages.Error("SB9610", existing));
            return ExitCode.NotSatisfied;
        }

        var project = ProjectFacts.In(directory);
        AtomicFile.Write(schema, schemaText);
        AtomicFile.Write(file, Encoding.UTF8.GetBytes(ConfigurationTemplate.Fill(Language.Current, project)));
        terminal.Wrote(file);
        terminal.Wrote(schema);
        terminal.Write(project.IsEmpty ? Texts.Of("init_NothingFound") : Texts.Of("init_Filled", string.Join(", ", project.Sources)));
        terminal.Write(Texts.Of("init_NextStep"));
        return ExitCode.Satisfied;
    }

    // A schema of this very version may be written again; anything else may be somebody's work.
    static string? Existing(string file, string schema, byte[] schemaText) =>
        File.Exists(file) ? file : File.Exists(schema) && !File.ReadAllBytes(schema).AsSpan().SequenceEqual(schemaText) ? schema : null;
}
