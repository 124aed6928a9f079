using System.Collections.Immutable;
using System.Text;
using SecureBuild.Evidence;
using SecureBuild.Sbom;

namespace SecureBuild.Notices;

/// <summary>What a product has to say of the components in it that others made: names, copyright, licences with their texts, and the notices that came with them.</summary>
/// <param name="Product">Name and version of the product, or null.</param>
/// <param name="SerialNumber">The bill of materials that it was made from, or null.</param>
/// <param name="Components">The delivered components of others, by name.</param>
/// <param name="Licences">Licence texts, each once.</param>
/// <param name="Notices">Further notices, each once.</param>
/// <param name="External">How many components the place where the product runs has to bring: not delivered, so not listed.</param>
/// <param name="UnexplainedFiles">Delivered files that belong to no component.</param>
public sealed record ThirdPartyNotices(
    string? Product, string? SerialNumber, ImmutableArray<NoticeComponent> Components, ImmutableArray<NoticeText> Licences, ImmutableArray<NoticeText> Notices, int External,
    ImmutableArray<string> UnexplainedFiles)
{
    /// <summary>Ending of the file that a build writes.</summary>
    public const string Suffix = ".THIRD-PARTY-NOTICES.txt";

    /// <summary>From a bill of materials alone, whoever wrote it.</summary>
    public static ThirdPartyNotices Of(Bom bom) => NoticeCollector.Of(bom, static _ => null);

    /// <summary>What a build writes, where the project asks for it (<c>SecureBuildNotices</c>); null where it does not.</summary>
    internal static byte[]? Of(SbomResult sbom, BuildInputs inputs) => inputs.Flag("SecureBuildNotices") != true ? null
        : Encoding.UTF8.GetBytes(NoticeFormat.Text.Write(
            NoticeCollector.Of(sbom.Bom, component => component.BomRef is { } name ? sbom.Folders.GetValueOrDefault(name) : null), inputs.Property("SecureBuildNoticesLanguage") ?? "en"));
}

/// <summary>A component that others made.</summary>
/// <param name="Title">Name and version.</param>
/// <param name="Copyright">Its line of copyright, or null.</param>
/// <param name="Address">Where it comes from: its site, otherwise its source code; or null.</param>
/// <param name="Purl">Package URL, or null.</param>
/// <param name="Declared">Licences that its authors declare.</param>
/// <param name="Concluded">Licences that somebody concluded.</param>
/// <param name="Unsaid">Licences of which nobody says which of the two they are.</param>
/// <param name="Files">Texts that belong to it.</param>
/// <param name="Links">Licences whose text is not known here.</param>
/// <param name="IsFolderRead">Its own files were looked through; otherwise only the bill of materials was.</param>
public sealed record NoticeComponent(
    string Title, string? Copyright, string? Address, string? Purl, ImmutableArray<string> Declared, ImmutableArray<string> Concluded, ImmutableArray<string> Unsaid,
    ImmutableArray<NoticeFile> Files, ImmutableArray<NoticeLink> Links, bool IsFolderRead);

/// <summary>A text that belongs to a component.</summary>
/// <param name="Path">Its path in the component; null where the bill of materials holds it.</param>
/// <param name="Sha256">Digest of that file, or null.</param>
/// <param name="Label">Label of the text, as <c>L1</c>; null where it is not repeated: too long, or no plain text.</param>
/// <param name="IsNotice">A notice rather than a licence.</param>
public sealed record NoticeFile(string? Path, string? Sha256, string? Label, bool IsNotice);

/// <summary>A licence whose text is not known here.</summary>
/// <param name="Licence">Its identifier or name.</param>
/// <param name="Address">Where its text is said to be, or null.</param>
public sealed record NoticeLink(string Licence, string? Address);

/// <summary>A text, and whose it is.</summary>
/// <param name="Label"><c>L1</c>, <c>N1</c> ….</param>
/// <param name="Licence">Identifier or name of the licence that it is, or null.</param>
/// <param name="Uses">The components and their files: <c>Newtonsoft.Json 13.0.3 (LICENSE.md)</c>.</param>
/// <param name="Text">The text, with line feeds only.</param>
public sealed record NoticeText(string Label, string? Licence, ImmutableArray<string> Uses, string Text);
