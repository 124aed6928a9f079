using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SecureBuild.Evidence;

namespace SecureBuild.Verification;

/// <summary>SBOM, SARIF and evidence beside a statement: that they are the files it names, and about the output it names.</summary>
sealed class EvidenceChecks(CheckLog log, DeliveredSboms sboms)
{
    /// <summary>Ending of the file with the facts.</summary>
    public const string EvidenceSuffix = ".evidence.json";

    /// <summary>The files that statements name.</summary>
    /// <returns>By name; null, with a failed check, where a list is malformed or two lists disagree.</returns>
    public ImmutableSortedDictionary<string, EvidenceFile>? Listed(ImmutableArray<ReadStatement> statements)
    {
        var files = ImmutableSortedDictionary.CreateBuilder<string, EvidenceFile>(StringComparer.Ordinal);
        foreach (var statement in statements)
        {
            if (List(statement) is not { } list)
            {
                log.Tampered("evidence", statement.File, "SB9516");
                return null;
            }
            foreach (var item in list)
            {
                if (Descriptor(item) is not { } file || (files.TryGetValue(file.Name, out var other) && other != file))
                {
                    log.Tampered("evidence", statement.File, "SB9541", item.Text("name"));
                    return null;
                }
                files[file.Name] = file;
            }
        }
        if (!files.Keys.Any(DeliveredSboms.IsSbom))
            log.Unsatisfied("evidence", statements[0].File, "SB9551", "SBOM");
        if (!files.Keys.Any(name => name.EndsWith(EvidenceSuffix, StringComparison.Ordinal)))
            log.Unsatisfied("evidence", statements[0].File, "SB9551", EvidenceSuffix);
        return files.ToImmutable();
    }

    /// <summary>Digests of the files on the disk.</summary>
    /// <returns>Paths of those that match.</returns>
    public ImmutableArray<string> Check(string statements, string directory, IEnumerable<EvidenceFile> files)
    {
        var matching = ImmutableArray.CreateBuilder<string>();
        foreach (var file in files)
        {
            var path = Path.Combine(directory, file.Name);
            if (File.Exists(path))
            {
                if (LinkCheck.IsInside(Path.GetDirectoryName(directory) ?? directory, path, "evidence", log) && Matches(path, file))
                    matching.Add(path);
            }
            // Without these two nothing of the rest can be checked, whatever they are marked as.
            else if (file.Class == "internal" && !DeliveredSboms.IsSbom(file.Name) && !file.Name.EndsWith(EvidenceSuffix, StringComparison.Ordinal))
                log.Skip("evidence", path, "evidence_withheld");
            else
                log.Unsatisfied("evidence", statements, "SB9526", file.Name);
        }
        return matching.ToImmutable();
    }

    /// <summary>That evidence and SBOM describe the build and the files that the attestation is about, and the evidence the same artifacts.</summary>
    public void About(ReadStatement attestation, IEnumerable<string> paths, ImmutableSortedDictionary<string, EvidenceFile> listed)
    {
        if (attestation.Predicate.Object("build") is not { } build || build.Text("outputSha256") is not { } output)
            return;
        foreach (var path in paths)
        {
            if (path.EndsWith(EvidenceSuffix, StringComparison.Ordinal))
                Evidence(attestation, build, path, listed);
            else if (DeliveredSboms.IsSbom(path))
                Sbom(output, path);
        }
    }

    void Evidence(ReadStatement attestation, JsonObject build, string path, ImmutableSortedDictionary<string, EvidenceFile> listed)
    {
        if (BoundedFile.ReadJson(path, log) is not { } evidence)
            return;
        var sameFiles = (evidence.Objects("files") ?? []).All(file =>
            file.Text("name") is { } name && listed.TryGetValue(name, out var known) && known.Sha256 == file.Text("sha256"));
        if (!JsonNode.DeepEquals(evidence["build"], build) || !sameFiles || !SameOutputs(evidence, attestation))
            log.Tampered("about", path, "SB9528");
        else
            log.Pass("about", path);
    }

    // The fact with the digests of all delivered files, where it is known: a subject left out or added afterwards shows.
    static bool SameOutputs(JsonObject evidence, ReadStatement attestation)
    {
        var fact = evidence.Objects("facts")?.FirstOrDefault(fact => fact.Text("id") == "output.digests" && fact.Text("state") == "known");
        return fact?.Objects("value") is not { } files
            || files.Select(file => file.Text("sha256")).ToHashSet(StringComparer.Ordinal).SetEquals(attestation.Subjects.Select(subject => subject.Sha256));
    }

    void Sbom(string outputSha256, string path)
    {
        if (sboms.Read(path)?.Bom is not { } bom)
            return;
        // The output is the component itself or, as SecureBuild writes it, one of the files in it.
        var digests = bom.Metadata.Component is not { } component ? []
            : component.Components.Prepend(component).SelectMany(part => part.Hashes).Where(hash => hash.Alg == "SHA-256").Select(hash => hash.Content).ToArray();
        if (digests.Length == 0)
            log.Skip("about", path, "about_unknown");
        else if (!digests.Contains(outputSha256, StringComparer.OrdinalIgnoreCase))
            log.Tampered("about", path, "SB9528");
        else
            log.Pass("about", path);
    }

    bool Matches(string path, EvidenceFile file)
    {
        try
        {
            if (Digest.Sha256OfFile(path) == file.Sha256)
            {
                log.Pass("evidence", path);
                return true;
            }
            log.Tampered("evidence", path, "SB9527");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            log.Tampered("evidence", path, "SB9503");
        }
        return false;
    }

    static IReadOnlyList<JsonObject>? List(ReadStatement statement) => statement.IsProvenance
        ? statement.Predicate.Object("runDetails")?.Objects("byproducts")
        : statement.Predicate.Objects("evidence");

    static EvidenceFile? Descriptor(JsonObject item) =>
        item.Text("name") is { } name && ArtifactPath.IsSafeFileName(name) && item.Object("digest")?.Text("sha256") is { Length: 64 } digest
            ? new(name, item.Text("mediaType") ?? "", digest, item.Object("annotations")?.Text("securebuild_class") ?? "")
            : null;
}
