namespace SecureBuild.Submission;

/// <summary>Names of the files that make a folder or a zip a submission package.</summary>
public static class SubmissionFiles
{
    /// <summary>The manifest: one line, a bare in-toto statement (a draft) or a signed envelope.</summary>
    public const string Manifest = "submission.intoto.jsonl";

    /// <summary>The signed manifest as a Sigstore bundle, for other tools.</summary>
    public const string Bundle = "submission.sigstore.json";

    /// <summary>Folder of the builds, each in one of its own.</summary>
    public const string Builds = "builds";

    /// <summary>Whether a folder is a submission package.</summary>
    public static bool IsPackage(string directory) => File.Exists(Path.Combine(directory, Manifest)) || File.Exists(Path.Combine(directory, Bundle));
}
