using System.Collections.Immutable;
using System.Text;
using Microsoft.Build.Framework;
using SecureBuild.Collecting;

namespace SecureBuild.Tasks;

/// <summary>Makes the artifacts of one inner build: parameters in, <see cref="Attestor"/>, files out, one line.</summary>
[MSBuildMultiThreadableTask]
public sealed class AttestBuild : ProjectTask
{
    /// <summary>Delivered files with metadata <c>Kind</c> (<see cref="Evidence.OutputKind"/>), the assembly first.</summary>
    [Required] public ITaskItem[] Outputs { get; set; } = [];

    /// <summary>The assembly as the compiler wrote it.</summary>
    public string? CompiledAssembly { get; set; }

    /// <summary>The compiler's log.</summary>
    public string? AnalysisLog { get; set; }

    /// <summary>Written by <see cref="RecordCompilation"/>.</summary>
    public string? CompileRecord { get; set; }

    /// <summary><c>packages.lock.json</c>.</summary>
    public string? LockFile { get; set; }

    /// <summary>Path of the private key.</summary>
    public string? KeyFile { get; set; }

    /// <summary><c>true</c>: a missing key is a problem; <c>false</c>: no signature even with a key; otherwise: sign where there is a key.</summary>
    public string? SignInBuild { get; set; }

    /// <summary><c>@(Analyzer)</c>.</summary>
    public ITaskItem[] Analyzers { get; set; } = [];

    /// <summary><c>@(EditorConfigFiles)</c>.</summary>
    public ITaskItem[] AnalyzerConfigs { get; set; } = [];

    /// <summary>Where the paths of further files are left that the evidence rests on, whether they are there or not: a change in one of them is a reason to build again.</summary>
    public string? FurtherInputsFile { get; set; }

    /// <summary>Where the paths are left of those of them that were there: that one is gone is a reason, too.</summary>
    public string? PresentInputsFile { get; set; }

    /// <inheritdoc/>
    public override bool Execute()
    {
        var files = new ArtifactFiles(ArtifactDirectory, ArtifactName);
        var succeeded = Report.Run(Log, Strict, ProjectFile, () =>
        {
            var (signer, refusal) = SigningChoice.Of(KeyFile, SignInBuild, ProjectFile);
            using var key = signer;
            var result = Attestor.Run(InputsFrom.Task(this), Clock.From(Environment.GetEnvironmentVariable("SOURCE_DATE_EPOCH")), Guid.NewGuid(), signer);
            foreach (var problem in refusal is null ? result.Problems : result.Problems.Add(refusal))
                Report.To(Log, problem, Strict);
            Note(result.FurtherInputs);
            if (Log.HasLoggedErrors)
                return;
            files.Replace(result.Artifacts);
            result.GiveBack();
            Log.LogMessage(MessageImportance.High, "{0}", result.Summary);
            if (result.OutputSha256 is { } digest)
                Log.LogMessage(MessageImportance.Low, "{0}", BuildLine.Of(digest));
        });
        // What an earlier build left there is about another output and must not look like this one's.
        if (!succeeded || Log.HasLoggedErrors)
            Report.Run(Log, Strict, ProjectFile, () => files.Replace([]));
        return !Log.HasLoggedErrors;
    }

    void Note(ImmutableArray<string> inputs)
    {
        Note(FurtherInputsFile, inputs);
        Note(PresentInputsFile, inputs.RemoveAll(static path => !File.Exists(path)));
    }

    void Note(string? list, ImmutableArray<string> paths)
    {
        if (string.IsNullOrEmpty(list))
            return;
        var file = Path.GetFullPath(list, Path.GetDirectoryName(ProjectFile)!);
        // Mostly as the last build left it.
        if (!paths.IsEmpty && Encoding.UTF8.GetBytes(string.Join('\n', paths) + "\n") is var lines)
        {
            if (new FileInfo(file) is not { Exists: true } left || left.Length != lines.Length || !File.ReadAllBytes(file).AsSpan().SequenceEqual(lines))
                AtomicFile.Write(file, lines, durable: false);
        }
        else if (File.Exists(file))
            File.Delete(file);
    }
}
