namespace SecureBuild;

/// <summary>The names under which our documents are known. One place, so that a move of the site is one line.</summary>
public static class Identity
{
    /// <summary>Root of all our type URIs and help links. Documentation lies beside the code; the site mirrors it.</summary>
    public const string Site = "https://securebuild.example";

    /// <summary>The tool's name in every artifact.</summary>
    public const string ToolName = "SecureBuild";

    /// <summary>The tool's version in every artifact: this assembly's, without the source revision.</summary>
    public static string ToolVersion { get; } = Versions.WithoutRevision(typeof(Identity).Assembly);

    /// <summary>Predicate type of the secure-development attestation (Attestation/secure-development-v1.md).</summary>
    public const string SecureDevelopmentPredicate = Site + "/attestation/secure-development/v1";

    /// <summary>Predicate type of the manifest of a submission package (Submission/submission-v1.md).</summary>
    public const string SubmissionPredicate = Site + "/submission/v1";

    /// <summary>Build type of our SLSA provenance (Attestation/msbuild-v1.md).</summary>
    public const string BuildType = Site + "/provenance/msbuild/v1";

    /// <summary>The page of a rule or message.</summary>
    public static string HelpLink(string code) => $"{Site}/{(code.StartsWith("SB9", StringComparison.Ordinal) ? "messages" : "rules")}/{code}";
}
