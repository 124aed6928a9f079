using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using SecureBuild.Submission;

namespace SecureBuild.Tasks;

/// <summary>Makes one package for a buyer of what builds left behind, as <c>securebuild pack</c> does.</summary>
[MSBuildMultiThreadableTask]
public sealed class PackSubmission : Task
{
    /// <summary>The artifact folders of the builds, absolute paths.</summary>
    [Required] public string[] Folders { get; set; } = [];

    /// <summary>The projects of the solution, or the one project and those that it references, absolute paths: what is not attested of them is named.</summary>
    public string[] Projects { get; set; } = [];

    /// <summary>Folder or <c>.zip</c> file to write, an absolute path.</summary>
    [Required] public string Output { get; set; } = "";

    /// <summary>The project or solution, an absolute path: for messages, and what the key's path is relative to.</summary>
    [Required] public string ProjectFile { get; set; } = "";

    /// <summary><c>us</c>, <c>jp</c>, <c>eu</c> or <c>all</c>.</summary>
    [Required] public string Profile { get; set; } = "";

    /// <summary><c>$(Configuration)</c>.</summary>
    public string? Configuration { get; set; }

    /// <summary>Name of the product, where the builds do not agree on one.</summary>
    public string? ProductName { get; set; }

    /// <summary>Its version.</summary>
    public string? ProductVersion { get; set; }

    /// <summary>Whether the delivered files go in, too.</summary>
    public bool WithOutputs { get; set; }

    /// <summary>Whether the analysis log goes in, too.</summary>
    public bool WithAnalysis { get; set; }

    /// <summary>Path of the private key, or null.</summary>
    public string? KeyFile { get; set; }

    /// <summary><c>$(SecureBuildSignInBuild)</c>.</summary>
    public string? SignInBuild { get; set; }

    /// <inheritdoc/>
    // Whoever asks for a package wants one: here a failure is a failure.
    public override bool Execute() => Report.Run(Log, strict: true, ProjectFile, Pack) && !Log.HasLoggedErrors;

    void Pack()
    {
        var profile = SubmissionProfile.Find(Profile) ?? throw new ProblemException(Messages.Error("SB9732", ProjectFile, arguments: [Profile, SubmissionProfile.Names]));
        var reading = ProductReader.Read(new([.. Folders.Where(Directory.Exists).DefaultIfEmpty(ProjectFile)]) { Name = Text(ProductName), Version = Text(ProductVersion), Configuration = Text(Configuration), Projects = [.. Projects], Root = Path.GetDirectoryName(ProjectFile) });
        foreach (var problem in reading.Problems)
            Report.To(Log, problem, strict: true);
        if (reading.Product is not { } product)
            return;
        var (signer, refusal) = SigningChoice.Of(KeyFile, SignInBuild, ProjectFile);
        using (signer)
        {
            if (refusal is not null)
                throw new ProblemException(refusal);
            var contents = SubmissionCollector.Of(product, new(profile, Clock.From(Environment.GetEnvironmentVariable("SOURCE_DATE_EPOCH"))) { Signer = signer, WithOutputs = WithOutputs, WithAnalysis = WithAnalysis });
            SubmissionWriter.Write(contents, Output, force: true);
            foreach (var problem in SubmissionProblems.Of(contents))
                Report.To(Log, problem with { File = ProjectFile }, strict: false);
            Log.LogMessage(MessageImportance.High, "{0}", Messages.Text("Packed", Output, product.Projects.Length, contents.Files.Length, contents.HeldBack.Length));
        }
    }

    static string? Text(string? value) => string.IsNullOrEmpty(value) ? null : value;
}
