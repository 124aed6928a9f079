using System.Collections.Immutable;
using System.Text;
using SecureBuild.Attestation;
using SecureBuild.Exchange;
using SecureBuild.Notices;
using SecureBuild.Rendering;
using SecureBuild.Sbom;
using SecureBuild.Signing;
using SecureBuild.Verification;

namespace SecureBuild.Submission;

/// <summary>Gathers what goes into a submission package, and what does not.</summary>
public sealed class SubmissionCollector
{
    readonly SortedDictionary<string, SubmissionFile> _files = new(StringComparer.Ordinal);
    readonly HashSet<string> _folded = new(StringComparer.Ordinal);
    readonly ImmutableArray<HeldBackFile>.Builder _heldBack = ImmutableArray.CreateBuilder<HeldBackFile>();
    readonly Product _product;
    readonly SubmissionOptions _options;

    SubmissionCollector(Product product, SubmissionOptions options) => (_product, _options) = (product, options);

    /// <summary>The contents of a package.</summary>
    /// <exception cref="ProblemException">SB9733: a file is not the attested one, or is missing. SB9735: a name cannot stand in a package.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static SubmissionContents Of(Product product, SubmissionOptions options)
    {
        var collector = new SubmissionCollector(product, options);
        foreach (var project in product.Projects)
            collector.Build(project);
        collector.Materials();
        collector.Documents();
        return new(product, options, [.. collector._files.Values], collector._heldBack.ToImmutable(), collector.Absent());
    }

    void Build(ProductProject project)
    {
        var folder = $"{SubmissionFiles.Builds}/{project.Key}";
        foreach (var file in project.Files)
        {
            if (file.Class == FileClass.Internal && !(file.Role == ProductFileRole.Analysis && _options.WithAnalysis))
                _heldBack.Add(new(project.Key, file.Name, file.Role, file.MediaType, file.Sha256));
            else if (file.State != FileState.AsAttested)
                throw Refused(project, file.Name);
            else
                Add(OnDisk($"{folder}/securebuild/{file.Name}", file.Role, file.MediaType, file.Class == FileClass.Public ? FileClass.Public : FileClass.Customer, project, file.Path, file.Sha256));
        }
        foreach (var sbom in project.FurtherSboms)
            Further(project, sbom);
        if (_options.WithOutputs)
            Outputs(project, folder);
        Exchange(project);
    }

    // Two runtimes' publish folders have files of the same name.
    void Further(ProductProject project, FurtherSbom sbom)
    {
        var folder = $"sbom/{project.Key}/{JsonShapes.Kebab(sbom.Scope)}";
        var path = $"{folder}/{sbom.Name}";
        for (var number = 2; _folded.Contains(PackagePath.Folded(path)); number++)
            path = $"{folder}/{number}/{sbom.Name}";
        Add(OnDisk(path, ProductFileRole.Sbom, sbom.Format.MediaType, FileClass.Customer, project, sbom.Path, sbom.Sha256));
    }

    // The delivered files, and what the bill of materials lists beside them: other projects' and packages' assemblies.
    void Outputs(ProductProject project, string folder)
    {
        var outputs = project.Summary.Outputs.ToDictionary(static output => output.Name, static output => (output.Sha256, IsRequired: true), StringComparer.Ordinal);
        foreach (var (name, sha256, isRequired) in project.Sbom is { } bom ? MaterialChecks.Files(bom) : [])
            outputs.TryAdd(name, (sha256, isRequired));
        foreach (var (name, (sha256, isRequired)) in outputs.OrderBy(static output => output.Key, StringComparer.Ordinal))
        {
            if (!ArtifactPath.IsSafe(name))
                throw new ProblemException(Messages.Error("SB9735", arguments: name));
            var place = Path.Combine(project.OutputDirectory, name);
            // Files of packages may be for another platform, and are not there.
            if (isRequired || File.Exists(place))
                Add(OnDisk($"{folder}/{name}", ProductFileRole.Output, "application/octet-stream", FileClass.Customer, project, place, sha256));
        }
    }

    void Exchange(ProductProject project)
    {
        var statements = project.Files.FirstOrDefault(static file => file.Role == ProductFileRole.Attestation)
            ?? project.Files.FirstOrDefault(static file => file.Name.EndsWith(AttestationFiles.AttestationBundleSuffix, StringComparison.Ordinal));
        if (statements is null)
            return;
        foreach (var language in _options.Profile.Languages)
            foreach (var file in ExchangeFormat.Render(statements.Path, ExchangeFormat.All, language).Files)
                if (file.Content is { } content)
                    Add(SubmissionFile.Of($"exchange/{project.Key}/{(language == _options.Profile.Languages[0] ? "" : language + "/")}{file.Name}", ProductFileRole.Exchange,
                        file.Format.Name.StartsWith("cdxa", StringComparison.Ordinal) ? SbomFormat.CycloneDx17.MediaType : "application/oscal+json", FileClass.Customer, project.Key, content));
    }

    void Materials()
    {
        Made("suppliers.json", ProductFileRole.Suppliers, "application/json", SupplierList.Json(_product));
        Made("suppliers.csv", ProductFileRole.Suppliers, "text/csv", SupplierList.Csv(_product));
        if (_product.Sbom is not { } bom)
            return;
        foreach (var format in SbomFormat.All.Where(format => _product.Projects.Any(project => project.Files.Any(file => SbomFormat.OfFile(file.Name) == format))))
            Made("sbom/product" + format.Suffix, ProductFileRole.Sbom, format.MediaType, format.Write(bom));
        Made("THIRD-PARTY-NOTICES.txt", ProductFileRole.Notices, "text/plain", Encoding.UTF8.GetBytes(NoticeFormat.Text.Write(ThirdPartyNotices.Of(bom), _options.Profile.Languages[0])));
    }

    void Documents()
    {
        var product = _product.WithoutInternal(_options.WithAnalysis);
        var context = new SubmissionContext(_options.Profile, _options.Clock, _options.Signer?.KeyId) { Code = _options.WithAnalysis ? _options.Code : null };
        foreach (var document in SubmissionDocument.All.Where(document => document.IsFor(_options.Profile)))
        {
            if (document.Render(product, context) is not { IsEmpty: false } content)
                continue;
            if (document.Class == FileClass.Internal)
                _heldBack.Add(new(null, document.Path, ProductFileRole.Document, document.MediaType, Digest.Sha256(content.Span)));
            else
                Add(SubmissionFile.Of(document.Path, ProductFileRole.Document, document.MediaType, document.Class, null, content));
        }
        Made(VerificationPage.Name, ProductFileRole.Document, "text/markdown", PackagePage.Of(_options.Signer));
    }

    ImmutableArray<AbsentPart> Absent() =>
    [
        .. _options.Profile.Expected.Where(role => !_files.Values.Any(file => JsonShapes.Kebab(file.Role) == role)).Select(static role => new AbsentPart("file", role)),
        .. _options.Profile.Frameworks.Where(id => !_product.Frameworks.Any(framework => framework.Id == id)).Select(static id => new AbsentPart("catalogue", id)),
    ];

    void Made(string path, ProductFileRole role, string mediaType, ReadOnlyMemory<byte> content) => Add(SubmissionFile.Of(path, role, mediaType, FileClass.Customer, null, content));

    void Add(SubmissionFile file)
    {
        if (!PackagePath.IsSafe(file.Path) || !_folded.Add(PackagePath.Folded(file.Path)))
            throw new ProblemException(Messages.Error("SB9735", arguments: file.Path));
        _files.Add(file.Path, file);
    }

    static SubmissionFile OnDisk(string path, ProductFileRole role, string mediaType, FileClass audience, ProductProject project, string place, string sha256)
    {
        if (!File.Exists(place) || Digest.Sha256OfFile(place) != sha256)
            throw Refused(project, Path.GetFileName(place));
        return new(path, role, mediaType, audience, project.Key, sha256, new FileInfo(place).Length, () => OrdinaryFile.Open(place));
    }

    static ProblemException Refused(ProductProject project, string file) => new(Messages.Error("SB9733", arguments: [file, project.Key]));
}
