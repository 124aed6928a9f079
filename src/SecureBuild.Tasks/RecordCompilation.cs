using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using SecureBuild.Evidence;

namespace SecureBuild.Tasks;

/// <summary>Writes the <see cref="CompileRecord"/> of the compiler run that has just ended.</summary>
[MSBuildMultiThreadableTask]
public sealed class RecordCompilation : Task
{
    /// <summary>The assembly as the compiler wrote it.</summary>
    [Required] public string Assembly { get; set; } = "";

    /// <summary>The compiler's log.</summary>
    public string? AnalysisLog { get; set; }

    /// <summary>What relative paths are relative to.</summary>
    [Required] public string ProjectDirectory { get; set; } = "";

    /// <summary>Where the record goes.</summary>
    [Required] public string OutputFile { get; set; } = "";

    /// <summary>The assembly that referencing projects are compiled against.</summary>
    public string? ReferenceAssembly { get; set; }

    /// <summary>Where the summary for their analysis goes; none for a project that writes none.</summary>
    public string? FlowSummaryFile { get; set; }

    /// <inheritdoc/>
    public override bool Execute()
    {
        // Never an error: without a record the evidence says that nothing is known about the analysis.
        Report.Run(Log, strict: false, ProjectDirectory, () =>
            CompileRecords.Write(Full(OutputFile), CompileRecords.Of(Full(Assembly), AnalysisLog is { Length: > 0 } log ? Full(log) : null, Clock.From(Environment.GetEnvironmentVariable("SOURCE_DATE_EPOCH")))));
        if (AnalysisLog is { Length: > 0 } written && FlowSummaryFile is { Length: > 0 } summary)
            Report.Run(Log, strict: false, ProjectDirectory, () => FlowSummary.Write(Full(written), Full(ReferenceAssembly is { Length: > 0 } reference ? reference : Assembly), Full(summary)));
        return !Log.HasLoggedErrors;
    }

    string Full(string path) => Path.GetFullPath(path, ProjectDirectory);
}
