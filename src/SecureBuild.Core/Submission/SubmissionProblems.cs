using System.Collections.Immutable;

namespace SecureBuild.Submission;

/// <summary>What whoever packs should know about a package before it is handed over. Each is a warning: the package says it as well.</summary>
public static class SubmissionProblems
{
    /// <summary>The warnings.</summary>
    public static ImmutableArray<Problem> Of(SubmissionContents contents)
    {
        var problems = ImmutableArray.CreateBuilder<Problem>();
        var product = contents.Product;
        if (contents.Options.Signer is null)
            problems.Add(Messages.Warning("SB9737"));
        if (product.Projects.Where(static project => !project.Summary.Signature.IsSigned).Select(static project => project.Key).ToArray() is { Length: > 0 } unsigned)
            problems.Add(Messages.Warning("SB9738", arguments: string.Join(", ", unsigned)));
        if (new[] { product.Name, product.Version, product.Supplier, product.Contact }.Where(static declared => declared.IsConflict).Select(static declared => declared.Text).ToArray() is { Length: > 0 } conflicts)
            problems.Add(Messages.Warning("SB9736", arguments: string.Join("; ", conflicts)));
        if (product.LeftOut.Where(static build => build.Why == LeftOutReason.NotAttested).Select(static build => build.Project).ToArray() is { Length: > 0 } unattested)
            problems.Add(Messages.Warning("SB9757", arguments: string.Join(", ", unattested)));
        if (!contents.Absent.IsEmpty)
            problems.Add(Messages.Warning("SB9739", arguments: [contents.Options.Profile.Name, string.Join(", ", contents.Absent.Select(static part => part.Name))]));
        return problems.ToImmutable();
    }
}
