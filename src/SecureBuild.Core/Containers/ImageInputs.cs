using System.Collections.Immutable;

namespace SecureBuild.Containers;

/// <summary>What the SDK says of an image that it made.</summary>
/// <param name="Path">The archive, absolute path; of an image that is in none, where its document goes, without the ending of the format.</param>
/// <param name="PublishSbom">The bill of materials of the publish folder, absolute path, in any format that is read.</param>
/// <param name="Repository">Name of the image.</param>
public sealed record ImageInputs(string Path, string PublishSbom, string Repository)
{
    /// <summary>What is known of an image that is in no archive; null of one that is.</summary>
    public SentImage? Sent { get; init; }

    /// <summary>Its tags.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>Folder in the image that the publish folder is copied to: <c>/app/</c>, <c>C:\app\</c>.</summary>
    public string WorkingDirectory { get; init; } = "/app/";

    /// <summary>Reference of the base image, or null where only the image itself says it.</summary>
    public string? BaseImage { get; init; }

    /// <summary>Digest of the manifest, <c>sha256:…</c>, by the SDK's word; or null.</summary>
    public string? ManifestDigest { get; init; }

    /// <summary>The property <c>SecureBuildSbomFormats</c>.</summary>
    public string? Formats { get; init; }
}
