using System.CommandLine;
using SecureBuild.Collecting;
using SecureBuild.Rendering;

namespace SecureBuild.Cli.Verbs;

/// <summary><c>securebuild collect PATH…</c>: what is known only after a build goes into its evidence, before somebody signs.</summary>
static class CollectVerb
{
    public static Command Create(Terminal terminal)
    {
        var paths = new Argument<string[]>("PATH") { Description = Texts.Of("collect_Paths"), Arity = ArgumentArity.OneOrMore };
        var tests = Files("--tests", Texts.Of("collect_Tests", CollectionRequest.TestFormats));
        var coverage = Files("--coverage", Texts.Of("collect_Coverage"));
        var analysis = Files("--sarif", Texts.Of("collect_Sarif"));
        var packages = Files("--package", Texts.Of("collect_Package"));
        var logs = Files("--binlog", Texts.Of("collect_Binlog"));
        var artifacts = new Option<string[]>("--artifacts") { Description = Texts.Of("sign_Artifacts"), HelpName = "DIR", DefaultValueFactory = _ => [] };
        var command = new Command("collect", Texts.Of("collect_Description")) { paths, tests, coverage, analysis, packages, logs, artifacts };
        command.SetAction(parsed =>
        {
            var request = new CollectionRequest([.. parsed.GetRequiredValue(paths)])
            {
                Tests = [.. parsed.GetRequiredValue(tests)],
                Coverage = [.. parsed.GetRequiredValue(coverage)],
                Analysis = [.. parsed.GetRequiredValue(analysis)],
                Packages = [.. parsed.GetRequiredValue(packages)],
                BinaryLogs = [.. parsed.GetRequiredValue(logs)],
                ArtifactDirectories = [.. parsed.GetRequiredValue(artifacts).Select(Path.GetFullPath)],
                Zone = TimeZoneInfo.Local,
                Reassess = Reassessment.FromEvidence,
            };
            if (new[] { request.Tests, request.Coverage, request.Analysis, request.Packages, request.BinaryLogs }.Any(static files => !files.IsEmpty))
                return Collect(request, terminal);
            terminal.Write(Messages.Error("SB9790"));
            return ExitCode.WrongUse;
        });
        return command;
    }

    static int Collect(CollectionRequest request, Terminal terminal)
    {
        var result = Collection.Collect(request);
        AtomicFile.WriteTogether(result.Artifacts);
        foreach (var used in result.Used)
            terminal.Write(Line.Of(new Span(Texts.Of("collect_Used", Path.GetFileName(used.File), used.Format, used.Build, Texts.Of("collect_By_" + used.By)), Tone.Good)));
        foreach (var artifact in result.Artifacts)
            terminal.Wrote(artifact.Path);
        if (!result.Used.IsEmpty)
            terminal.Write(Texts.Of(result.Artifacts.IsEmpty ? "collect_Unchanged" : "collect_NextStep"));
        foreach (var problem in result.Problems)
            terminal.Write(problem);
        return (int)result.Outcome;
    }

    static Option<string[]> Files(string name, string description) =>
        new(name) { Description = description, HelpName = "FILE", DefaultValueFactory = _ => [], AllowMultipleArgumentsPerToken = true };
}
