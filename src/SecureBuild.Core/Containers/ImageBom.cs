using System.Collections.Immutable;
using SecureBuild.Sbom;

namespace SecureBuild.Containers;

/// <summary>
/// The bill of materials of an image: that of the publish folder, as its files really lie in the application layer, and below it the base image, whose
/// contents nobody looked at.
/// </summary>
sealed class ImageBom
{
    const string Sha256 = "sha256:", NotAssessed = "unknown:base-image-not-assessed";

    readonly Dictionary<string, ImageFile> _layer;
    readonly HashSet<string> _used = new(StringComparer.Ordinal);
    readonly List<string> _differing = [];
    readonly string _prefix;
    readonly ImageArchive _image;
    readonly ImageInputs _inputs;

    ImageBom(ImageArchive image, ImageInputs inputs)
    {
        (_image, _inputs) = (image, inputs);
        // The last of two entries of one name is the one that a container sees.
        _layer = new(StringComparer.Ordinal);
        foreach (var file in image.Files)
            _layer[file.Path] = file;
        var folder = inputs.WorkingDirectory.Replace('\\', '/');
        var path = (folder.IndexOf(':', StringComparison.Ordinal) is >= 0 and var colon ? folder[(colon + 1)..] : folder).Trim('/');
        _prefix = (image.Config.OperatingSystem == "windows" ? "Files/" : "") + (path.Length > 0 ? path + "/" : "");
    }

    /// <summary>Makes it.</summary>
    /// <param name="published">Bill of materials of the publish folder.</param>
    /// <param name="image">The image.</param>
    /// <param name="inputs">What else is known of it.</param>
    /// <param name="clock">Time of the document.</param>
    /// <returns>The document, and the files that the publish folder's document says differently.</returns>
    public static (Bom Bom, ImmutableArray<string> Differing) Of(Bom published, ImageArchive image, ImageInputs inputs, Clock clock)
    {
        var maker = new ImageBom(image, inputs);
        var bom = maker.Whole(published);
        bom = bom with { SerialNumber = SerialNumber.Of(bom) };
        return (bom with { Metadata = bom.Metadata with { Timestamp = clock.Text } }, [.. maker._differing.Order(StringComparer.Ordinal)]);
    }

    Bom Whole(Bom published)
    {
        var refs = new Refs();
        foreach (var (component, _) in SbomComponents.All(published))
            refs.Take(component.BomRef ?? "");
        var product = published.Metadata.Component is { } root ? InLayer(root) : null;
        var others = published.Components.Select(InLayer).OfType<Component>().ToArray();
        var below = Base(refs.Take("base-image"));
        var image = Image(refs.Take("image:" + _inputs.Repository), published, refs);
        var parts = product is null ? others : [.. others, product with { Scope = "required" }];
        var names = parts.SelectMany(part => part.Components.Append(part)).Select(part => part.BomRef).ToHashSet(StringComparer.Ordinal);
        var above = product?.BomRef is { } name ? new[] { name } : [.. others.Select(part => part.BomRef!)];
        return published with
        {
            SerialNumber = null,
            Metadata = published.Metadata with { Timestamp = null, Component = image },
            Components = [.. parts.Append(below).OrderBy(component => component.BomRef, StringComparer.Ordinal)],
            Dependencies =
            [
                .. published.Dependencies.Where(dependency => names.Contains(dependency.Ref))
                    .Append(new(below.BomRef!, [])).Append(new(image.BomRef!, [.. above.Append(below.BomRef!).Order(StringComparer.Ordinal)]))
                    .OrderBy(dependency => dependency.Ref, StringComparer.Ordinal),
            ],
            Compositions =
            [
                .. published.Compositions,
                new("incomplete") { Assemblies = [image.BomRef!] },
                new("complete") { Dependencies = [image.BomRef!] },
                new("unknown") { Assemblies = [below.BomRef!], Dependencies = [below.BomRef!] },
            ],
            ExternalReferences = [],
        };
    }

    // A file that the layer does not have is not in the image; of one that differs there the layer's digests count. Null: the component is such a file.
    Component? InLayer(Component component)
    {
        var inside = component with { Components = [.. component.Components.Select(InLayer).OfType<Component>()] };
        if (component.Type != "file" || component.Properties.Any(property => property.Name is Names.FileBundledIn or Names.FileCompiledInto))
            return inside;
        var path = _prefix + component.Name;
        if (!_layer.TryGetValue(path, out var file))
        {
            _differing.Add(component.Name);
            return null;
        }
        _used.Add(path);
        var hashes = Hashes(file);
        if (!component.Hashes.IsEmpty && !component.Hashes.SequenceEqual(hashes))
            _differing.Add(component.Name);
        return BsiFields.Add(inside with { Name = path, Hashes = hashes });
    }

    Component Image(string name, Bom published, Refs refs)
    {
        var product = published.Metadata.Component;
        var tags = _inputs.Tags;
        var image = new ImageName(_inputs.Sent?.Registry, _inputs.Repository, tags.FirstOrDefault(), _inputs.ManifestDigest);
        ImmutableArray<ExternalReference> references = _inputs.Sent is null ? [Archive(_inputs.Path)] : [];
        if (published.SerialNumber?.Split("urn:uuid:") is ["", var serial])
            references = references.Add(new("bom", $"urn:cdx:{serial}/{published.Version}", "publish folder"));
        return new("container", name, _inputs.Repository)
        {
            Version = tags.FirstOrDefault(),
            Description = product?.Description,
            Supplier = product?.Supplier,
            Manufacturer = product?.Manufacturer,
            Hashes = Hash(_inputs.ManifestDigest),
            Purl = image.Purl(_image.Config.Architecture),
            ExternalReferences = references,
            // What lies in the layer beside the product's own files: the publish folder's documents.
            Components =
            [
                .. _layer.Values.Where(file => !_used.Contains(file.Path)).OrderBy(file => file.Path, StringComparer.Ordinal).Select(file => BsiFields.Add(
                    new("file", refs.Take("layer:" + file.Path), file.Path) { Scope = "optional", Hashes = Hashes(file), Properties = [new(Names.FileKind, "other")] })),
            ],
            Properties =
            [
                new(Names.ImageConfig, _image.ConfigDigest), new(Names.ImageLayer, _image.LayerDigest),
                .. image is { Registry: not null, IsPublic: false } ? new[] { new Property(Names.ImageRegistry, "withheld:not-public") } : [],
                .. tags.Skip(1).Select(tag => new Property(Names.ImageTag, tag)), new(Names.Licence, NotAssessed),
                new(Names.Supplier, product?.Properties.FirstOrDefault(property => property.Name == Names.Supplier)?.Value ?? "unknown:none-declared"),
            ],
        };
    }

    static ExternalReference Archive(string path)
    {
        var digest = Digest.OfFile(path);
        return new("distribution", Uri.EscapeDataString(Path.GetFileName(path))) { Hashes = [new("SHA-256", digest.Sha256), new("SHA-512", digest.Sha512)] };
    }

    Component Base(string name)
    {
        var written = _inputs.BaseImage ?? _image.Config.BaseName;
        var reference = ImageName.Parse(written ?? "unknown");
        reference = reference with { Digest = reference.Digest ?? _image.Config.BaseDigest };
        List<Property> properties = [new(Names.ImageContents, "unknown:not-assessed"), .. _image.BaseLayers.Select(layer => new Property(Names.ImageLayer, layer))];
        if (reference is { Registry: not null, IsPublic: false })
            properties.Add(new(Names.ImageRegistry, "withheld:not-public"));
        if (reference.Digest is null)
            properties.Add(new(Names.Hash, "unknown:no-base-digest"));
        properties.AddRange([new(Names.Licence, "unknown:not-assessed"), new(Names.Supplier, "unknown:not-assessed")]);
        return new("container", name, reference.Repository)
        {
            Version = reference.Tag,
            Scope = "required",
            Hashes = Hash(reference.Digest),
            Purl = written is null ? null : reference.Purl(_image.Config.Architecture),
            Properties = [.. properties.OrderBy(property => property.Name, StringComparer.Ordinal)],
        };
    }

    static ImmutableArray<Hash> Hash(string? digest) =>
        digest is { Length: 71 } && digest.StartsWith(Sha256, StringComparison.Ordinal) ? [new("SHA-256", digest[Sha256.Length..].ToLowerInvariant())] : [];

    static ImmutableArray<Hash> Hashes(ImageFile file) => [new("SHA-256", file.Digest.Sha256), new("SHA-512", file.Digest.Sha512)];
}
