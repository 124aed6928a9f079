using System.Collections.Immutable;
using SecureBuild.Rendering.Forms;

namespace SecureBuild.Submission;

/// <summary>A document that is rendered from a <see cref="Product"/> and goes into a submission: a cover letter, a report, a form.</summary>
/// <param name="Path">Its place in the package, with <c>/</c>: <c>report.html</c>, <c>forms/NAME.html</c>.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Class">Who may see it; an internal one is held back.</param>
/// <param name="Profiles">Names of the profiles that it is for; empty for all.</param>
/// <param name="Render">Its content, the same for the same product and context; null where there is nothing to say in it. It gets <see cref="Product.ForOthers"/>.</param>
public sealed record SubmissionDocument(
    string Path, string MediaType, FileClass Class, ImmutableArray<string> Profiles, Func<Product, SubmissionContext, ReadOnlyMemory<byte>?> Render)
{
    /// <summary>Every document, in the order in which they are listed. A new one is one line here.</summary>
    public static ImmutableArray<SubmissionDocument> All { get; } =
    [
        CoverLetter.Document,
        Rendering.Report.ReportPage.Document,
        .. FormDocument.All,
    ];

    /// <summary>Whether it goes into a package of this profile.</summary>
    public bool IsFor(SubmissionProfile profile) => Profiles.IsEmpty || Profiles.Any(profile.Covers);
}

/// <summary>What a document has to know besides the product.</summary>
/// <param name="Profile">For whom.</param>
/// <param name="Clock">The one time of the package.</param>
/// <param name="SignerKeyId">By which key the package is signed; null where it stays a draft, and then every document says so.</param>
public sealed record SubmissionContext(SubmissionProfile Profile, Clock Clock, string? SignerKeyId)
{
    /// <summary>Folders with sources, for the code of findings; null where the supplier hands no code over.</summary>
    public ImmutableArray<string>? Code { get; init; }
}
