using System.Collections.Immutable;

namespace SecureBuild.Submission;

/// <summary>A file of a submission package.</summary>
/// <param name="Path">Its place in the package, with <c>/</c>.</param>
/// <param name="Role">What it is.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Class">Who may see it: never internal.</param>
/// <param name="Build">Key of the build that it belongs to; null where it is about the product.</param>
/// <param name="Sha256">Its digest.</param>
/// <param name="Size">Its size in bytes.</param>
/// <param name="Open">Opens its content. Disposed of by the caller.</param>
public sealed record SubmissionFile(string Path, ProductFileRole Role, string MediaType, FileClass Class, string? Build, string Sha256, long Size, Func<Stream> Open)
{
    /// <summary>One whose content is at hand.</summary>
    internal static SubmissionFile Of(string path, ProductFileRole role, string mediaType, FileClass audience, string? build, ReadOnlyMemory<byte> content) =>
        new(path, role, mediaType, audience, build, Digest.Sha256(content.Span), content.Length, () => new MemoryStream(content.ToArray(), writable: false));
}

/// <summary>A file that the supplier keeps: the manifest has its digest.</summary>
/// <param name="Build">Key of the build that it belongs to; null where it is about the product.</param>
/// <param name="Name">Its name.</param>
/// <param name="Role">What it is.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Sha256">Its digest.</param>
public sealed record HeldBackFile(string? Build, string Name, ProductFileRole Role, string MediaType, string Sha256);

/// <summary>Something that a reader of the profile looks for and that is not there.</summary>
/// <param name="Kind"><c>file</c> or <c>catalogue</c>.</param>
/// <param name="Name">The role of the file, or the id of the catalogue that no build was held against.</param>
public sealed record AbsentPart(string Kind, string Name);

/// <summary>How a package is made up.</summary>
/// <param name="Profile">For whom.</param>
/// <param name="Clock">The one time of the package.</param>
public sealed record SubmissionOptions(SubmissionProfile Profile, Clock Clock)
{
    /// <summary>Who signs the manifest; null leaves a draft that says so.</summary>
    public Signing.ISigner? Signer { get; init; }

    /// <summary>The delivered files go in, too; otherwise the manifest has their digests only.</summary>
    public bool WithOutputs { get; init; }

    /// <summary>The supplier hands the analysis log over, although it is marked internal.</summary>
    public bool WithAnalysis { get; init; }

    /// <summary>The supplier hands over the code that findings are about: folders in which it is looked for, empty to look above the outputs; null for no code. Needs <see cref="WithAnalysis"/>.</summary>
    public ImmutableArray<string>? Code { get; init; }
}

/// <summary>What goes into a package.</summary>
/// <param name="Product">What it is about.</param>
/// <param name="Options">How it is made up.</param>
/// <param name="Files">The files by path in ordinal order, without the manifest.</param>
/// <param name="HeldBack">What the supplier keeps.</param>
/// <param name="Absent">What a reader of the profile will miss.</param>
public sealed record SubmissionContents(
    Product Product, SubmissionOptions Options, ImmutableArray<SubmissionFile> Files, ImmutableArray<HeldBackFile> HeldBack, ImmutableArray<AbsentPart> Absent);
