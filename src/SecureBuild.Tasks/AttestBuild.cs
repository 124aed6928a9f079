using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace SecureBuild.Tasks;

/// <summary>Makes the artifacts of one inner build: parameters in, <see cref="Attestor"/>, files out, one line.</summary>
[MSBuildMultiThreadableTask]
public sealed class AttestBuild : Task
{
    /// <summary>The project, an absolute path. All other paths may be relative to its folder.</summary>
    [Required] public string ProjectFile { get; set; } = "";

    /// <summary><c>$(OutDir)</c>.</summary>
    [Required] public string OutputDirectory { get; set; } = "";

    /// <summary>Where the artifacts go.</summary>
    [Required] public string ArtifactDirectory { get; set; } = "";

    /// <summary>First part of their names.</summary>
    [Required] public string ArtifactName { get; set; } = "";

    /// <summary>Delivered files with metadata <c>Kind</c> (<see cref="Evidence.OutputKind"/>), the assembly first.</summary>
    [Required] public ITaskItem[] Outputs { get; set; } = [];

    /// <summary>The assembly as the compiler wrote it.</summary>
    public string? CompiledAssembly { get; set; }

    /// <summary><c>project.assets.json</c>.</summary>
    public string? AssetsFile { get; set; }

    /// <summary>The compiler's log.</summary>
    public string? AnalysisLog { get; set; }

    /// <summary>Written by <see cref="RecordCompilation"/>.</summary>
    public string? CompileRecord { get; set; }

    /// <summary><c>securebuild.json</c>.</summary>
    public string? ConfigurationFile { get; set; }

    /// <summary><c>packages.lock.json</c>.</summary>
    public string? LockFile { get; set; }

    /// <summary>Path of the private key.</summary>
    public string? KeyFile { get; set; }

    /// <summary><c>true</c>: a missing key is a problem; <c>false</c>: no signature even with a key; otherwise: sign where there is a key.</summary>
    public string? SignInBuild { get; set; }

    /// <summary><c>@(ReferenceCopyLocalPaths)</c>.</summary>
    public ITaskItem[] CopyLocal { get; set; } = [];

    /// <summary><c>@(ResolvedFrameworkReference)</c>.</summary>
    public ITaskItem[] Frameworks { get; set; } = [];

    /// <summary><c>@(RuntimeFramework)</c>.</summary>
    public ITaskItem[] RuntimeFrameworks { get; set; } = [];

    /// <summary><c>@(Analyzer)</c>.</summary>
    public ITaskItem[] Analyzers { get; set; } = [];

    /// <summary><c>@(EditorConfigFiles)</c>.</summary>
    public ITaskItem[] AnalyzerConfigs { get; set; } = [];

    /// <summary>Assemblies of referenced projects.</summary>
    public ITaskItem[] ProjectReferences { get; set; } = [];

    /// <summary>Properties as items with metadata <c>Value</c>.</summary>
    public ITaskItem[] ProjectProperties { get; set; } = [];

    /// <summary>Whether missing artifacts are an error.</summary>
    public bool Strict { get; set; }

    /// <inheritdoc/>
    public override bool Execute()
    {
        var files = new ArtifactFiles(ArtifactDirectory, ArtifactName);
        var succeeded = Report.Run(Log, Strict, ProjectFile, () =>
        {
            var (signer, refusal) = SigningChoice.Of(this);
            using var key = signer;
            var result = Attestor.Run(InputsFrom.Task(this), Clock.From(Environment.GetEnvironmentVariable("SOURCE_DATE_EPOCH")), Guid.NewGuid(), signer);
            foreach (var problem in refusal is null ? result.Problems : result.Problems.Add(refusal))
                Report.To(Log, problem, Strict);
            if (Log.HasLoggedErrors)
                return;
            files.Replace(result.Artifacts);
            Log.LogMessage(MessageImportance.High, "{0}", result.Summary);
        });
        // What an earlier build left there is about another output and must not look like this one's.
        if (!succeeded || Log.HasLoggedErrors)
            Report.Run(Log, Strict, ProjectFile, () => files.Replace([]));
        return !Log.HasLoggedErrors;
    }
}
