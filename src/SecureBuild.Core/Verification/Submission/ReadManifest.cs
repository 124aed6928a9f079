using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SecureBuild.Attestation;
using SecureBuild.Submission;

namespace SecureBuild.Verification.Submission;

/// <summary>A manifest as read from somebody else's package, its form checked (submission-v1.md).</summary>
/// <param name="Profile">For whom the package was made up.</param>
/// <param name="Files">The files by path.</param>
/// <param name="Builds">The builds.</param>
/// <param name="Absent">What it says is not there.</param>
/// <param name="HeldBack">How many files the supplier keeps.</param>
/// <param name="Product">What it says the builds declare: name of the declaration, value, keys.</param>
sealed record ReadManifest(
    SubmissionProfile Profile, ImmutableSortedDictionary<string, ManifestFile> Files, ImmutableArray<ManifestBuild> Builds, ImmutableArray<AbsentPart> Absent, int HeldBack,
    ImmutableArray<ManifestDeclaration> Product)
{
    static readonly string[] s_declared = ["name", "version", "supplier", "contact"];

    /// <summary>Null where it is anything else.</summary>
    public static ReadManifest? Of(JsonObject statement)
    {
        if (statement.Text("_type") != InToto.StatementType || statement.Text("predicateType") != Identity.SubmissionPredicate || statement.Object("predicate") is not { } predicate
            || SubmissionProfile.Find(predicate.Text("profile") ?? "") is not { } profile || statement.Objects("subject") is not { Count: > 0 } subjects
            || Listed(predicate.Objects("files")) is not { } files || All(predicate.Objects("builds"), Build) is not { IsEmpty: false } builds
            || All(predicate.Objects("absent"), static part => part.Text("kind") is { } kind && part.Text("name") is { } name ? new AbsentPart(kind, name) : null) is not { } absent
            || predicate.Objects("heldBack") is not { } heldBack || Declarations(predicate.Object("product")) is not { } product)
            return null;
        // The subjects are what is signed in the eyes of other tools: they say the same, or nothing holds.
        var same = subjects.Count == files.Count && subjects.All(subject => subject.Text("name") is { } name && files.TryGetValue(name, out var file) && file.Sha256 == subject.Object("digest")?.Text("sha256"))
            && subjects.Select(static subject => subject.Text("name")).Distinct(StringComparer.Ordinal).Count() == subjects.Count;
        var keys = builds.Select(static build => PackagePath.Folded(build.Key)).ToHashSet(StringComparer.Ordinal);
        return same && keys.Count == builds.Length ? new(profile, files, builds, absent, heldBack.Count, product) : null;
    }

    static ImmutableSortedDictionary<string, ManifestFile>? Listed(IReadOnlyList<JsonObject>? items)
    {
        if (All(items, File) is not { IsEmpty: false } list || list.Length > ZipDirectory.MostFiles)
            return null;
        var folded = new HashSet<string>(StringComparer.Ordinal);
        return list.All(file => folded.Add(PackagePath.Folded(file.Name))) ? list.ToImmutableSortedDictionary(static file => file.Name, static file => file, StringComparer.Ordinal) : null;
    }

    static ManifestFile? File(JsonObject json) =>
        json.Text("name") is { } name && PackagePath.IsSafe(name) && name is not (SubmissionFiles.Manifest or SubmissionFiles.Bundle) && Sha256(json) is { } sha256
        && json["size"] is JsonValue value && value.TryGetValue<long>(out var size) && size >= 0 && json.Text("mediaType") is { } mediaType && json.Text("role") is { } role
        && json.Text("class") is "public" or "customer" ? new(name, sha256, size, mediaType, role) : null;

    static ManifestBuild? Build(JsonObject json)
    {
        if (json.Text("key") is not { } key || !ArtifactPath.IsSafeFileName(key) || !PackagePath.IsSafe(key) || json.Text("statementSha256") is not { } statement
            || json["outputsIncluded"] is not JsonValue value || !value.TryGetValue<bool>(out var included))
            return null;
        return All(json.Objects("outputs"), static output => output.Text("name") is { } name && Sha256(output) is { } sha256 ? new Subject(name, sha256) : null) is { } outputs
            ? new(key, statement, included, outputs) : null;
    }

    static ImmutableArray<ManifestDeclaration>? Declarations(JsonObject? product)
    {
        var all = ImmutableArray.CreateBuilder<ManifestDeclaration>();
        foreach (var name in s_declared)
        {
            if (All(product?.Objects(name), value => value.Text("value") is { } text && value["builds"] is JsonArray builds && builds.All(static key => StrictJson.Text(key) is not null)
                    ? new ManifestDeclaration(name, text, [.. builds.Select(static key => StrictJson.Text(key)!)]) : null) is not { } values)
                return null;
            all.AddRange(values);
        }
        return all.ToImmutable();
    }

    static string? Sha256(JsonObject json) => json.Object("digest")?.Text("sha256") is { Length: 64 } digest ? digest : null;

    static ImmutableArray<T>? All<T>(IReadOnlyList<JsonObject>? items, Func<JsonObject, T?> read) where T : class
    {
        if (items is null)
            return null;
        ImmutableArray<T> all = [.. items.Select(read).OfType<T>()];
        return all.Length == items.Count ? all : null;
    }
}

/// <summary>A listed file.</summary>
sealed record ManifestFile(string Name, string Sha256, long Size, string MediaType, string Role);

/// <summary>A listed build.</summary>
sealed record ManifestBuild(string Key, string StatementSha256, bool OutputsIncluded, ImmutableArray<Subject> Outputs);

/// <summary>What some builds are said to declare; none of them: the one who packed states it.</summary>
sealed record ManifestDeclaration(string Name, string Value, ImmutableArray<string> Builds);
