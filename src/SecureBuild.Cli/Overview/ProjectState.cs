using System.Collections.Immutable;
using SecureBuild.Cli.State;
using SecureBuild.Submission;

namespace SecureBuild.Cli.Overview;

/// <summary>How far a vendor has come in a folder: package, build, statements, signature. Read, not verified.</summary>
/// <param name="Directory">The folder, absolute.</param>
/// <param name="Use">Who references the package.</param>
/// <param name="Configuration">The securebuild.json that holds here, relative to the folder; null where there is none.</param>
/// <param name="OpenStatements">Controls that only a person can state, or can state the rest of, and nobody has.</param>
/// <param name="Product">What was built; null where nothing is, or nothing that can be read.</param>
/// <param name="Problems">Why not.</param>
sealed record ProjectState(string Directory, PackageUse Use, string? Configuration, int OpenStatements, Product? Product, ImmutableArray<Problem> Problems)
{
    /// <summary>Of several configurations the one that is delivered.</summary>
    const string Delivered = "Release";

    /// <summary>Files that are others than were attested.</summary>
    public ImmutableArray<string> Different => Product is null ? [] : [.. Product.Open.Where(static item => item is { Kind: OpenKind.FileDifferent, Subject: not null }).Select(static item => item.Subject!).Distinct(StringComparer.Ordinal)];

    /// <summary>The first thing to do that is not done, and the command that does it.</summary>
    public (Step Step, string Command) Next => this switch
    {
        { Product: null, Use.Referencing: 0 } => (Step.Package, "dotnet add package SecureBuild"),
        { Product: null } => (Step.Build, "dotnet build -c Release"),
        { Different.IsEmpty: false } => (Step.Rebuild, "dotnet build -c Release --no-incremental"),
        { Configuration: null } => (Step.Init, "securebuild init"),
        { Product.IsSigned: true } => (Step.Verify, $"securebuild verify {OutputToSign} --key PUBLIC-KEY"),
        { OpenStatements: > 0 } => (Step.State, "securebuild state"),
        _ => (Step.Sign, $"securebuild sign {OutputToSign} --key KEY"),
    };

    /// <summary>What may be done besides, in this order.</summary>
    public ImmutableArray<string> Then => Next.Step switch
    {
        Step.State or Step.Init => [$"securebuild sign {OutputToSign} --key KEY"],
        Step.Verify => ["securebuild pack . --configuration Release --output submission.zip"],
        _ => [],
    };

    /// <summary>The state of a folder.</summary>
    /// <param name="directory">Absolute.</param>
    /// <param name="today">The day on which statements have to hold.</param>
    public static ProjectState In(string directory, DateOnly today)
    {
        var reading = ProductReader.Read(new([directory]));
        if (reading.Problems is [{ Code: "SB9731" }])
            reading = ProductReader.Read(new([directory]) { Configuration = Delivered });
        var configuration = ConfigurationToState.In(directory);
        return new(
            directory, PackageUse.In(directory), File.Exists(configuration.File) ? Path.GetRelativePath(directory, configuration.File) : null, configuration.Open(today).Length, reading.Product,
            // That nothing is built yet is no problem.
            [.. reading.Problems.Where(static problem => problem.Code is not ("SB9502" or "SB9730")), .. configuration.Content.Problems.Where(static problem => problem.Level == ProblemLevel.Error)]);
    }

    // All of them at once; of a product of one build, that build.
    string OutputToSign => Product!.Projects.Count(static project => !project.Summary.Signature.IsSigned) > 1
        ? Product.Projects[0].Summary.Build is { } build ? $". -c {build.Configuration}" : "."
        : Product!.Projects.OrderBy(static project => project.Summary.Signature.IsSigned).Select(project => Quoted(Path.GetRelativePath(Directory, project.OutputDirectory).Replace('\\', '/'))).First();

    static string Quoted(string path) => path.Contains(' ', StringComparison.Ordinal) ? $"\"{path}\"" : path;
}

/// <summary>What to do next. In JSON lower-case.</summary>
enum Step
{
    /// <summary>Reference the package.</summary>
    Package,
    /// <summary>Build.</summary>
    Build,
    /// <summary>Build again: files have changed since.</summary>
    Rebuild,
    /// <summary>Declare product and supplier.</summary>
    Init,
    /// <summary>State what no evidence can show.</summary>
    State,
    /// <summary>Sign.</summary>
    Sign,
    /// <summary>Verify, and hand over.</summary>
    Verify,
}
