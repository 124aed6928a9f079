using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using SecureBuild.Attestation;
using SecureBuild.Catalogues;
using SecureBuild.Signing;

namespace SecureBuild.Submission;

/// <summary>The manifest of a package: an in-toto statement whose subjects are the files (submission-v1.md).</summary>
public static class SubmissionManifest
{
    static readonly Lazy<ImmutableArray<Bilingual>> s_limits = new(static () =>
    {
        using var document = JsonDocument.Parse(EmbeddedFile.Bytes("Submission/manifest-limits.json"), CanonicalJson.Strict);
        return [.. document.RootElement.EnumerateArray().Select(CatalogueReader.Both)];
    });

    /// <summary>The JSON schema of the whole statement.</summary>
    public static string Schema => System.Text.Encoding.UTF8.GetString(EmbeddedFile.Bytes("Submission/submission-v1.schema.json"));

    /// <summary>The statement, without a draft mark.</summary>
    public static JsonObject Statement(SubmissionContents contents) => Statements.Statement(
        [.. contents.Files.Select(static file => new Subject(file.Path, file.Sha256))], Identity.SubmissionPredicate, Predicate(contents));

    /// <summary>The files that carry it: <see cref="SubmissionFiles.Manifest"/>, and signed also <see cref="SubmissionFiles.Bundle"/>.</summary>
    public static ImmutableArray<SubmissionFile> Files(SubmissionContents contents)
    {
        var statement = Statement(contents);
        if (contents.Options.Signer is not { } signer)
            return [Of(SubmissionFiles.Manifest, "application/x-ndjson", [.. CanonicalJson.Compact(DraftMark.Add(statement)), (byte)'\n'])];
        var envelope = Dsse.Envelope(InToto.PayloadType, CanonicalJson.Compact(statement), signer);
        return
        [
            Of(SubmissionFiles.Manifest, "application/x-ndjson", [.. CanonicalJson.Compact(envelope), (byte)'\n']),
            Of(SubmissionFiles.Bundle, SigstoreBundle.MediaType, CanonicalJson.Indented(SigstoreBundle.Create(envelope, signer))),
        ];
    }

    static SubmissionFile Of(string path, string mediaType, byte[] content) => SubmissionFile.Of(path, ProductFileRole.Attestation, mediaType, FileClass.Customer, null, content);

    static JsonObject Predicate(SubmissionContents contents)
    {
        var (product, options) = (contents.Product, contents.Options);
        return new()
        {
            ["tool"] = new JsonObject { ["name"] = Identity.ToolName, ["version"] = Identity.ToolVersion },
            ["createdOn"] = options.Clock.Text,
            ["profile"] = options.Profile.Name,
            ["product"] = new JsonObject
            {
                ["name"] = Declared(product.Name), ["version"] = Declared(product.Version), ["supplier"] = Declared(product.Supplier), ["contact"] = Declared(product.Contact),
            },
            ["builds"] = JsonShapes.Array(product.Projects.Select(project => Build(project, options.WithOutputs))),
            ["leftOut"] = JsonShapes.Array(product.LeftOut.Select(static build => new JsonObject
            {
                ["project"] = build.Project, ["configuration"] = build.Configuration, ["targetFramework"] = build.TargetFramework, ["why"] = JsonShapes.Kebab(build.Why),
            })),
            ["files"] = JsonShapes.Array(contents.Files.Select(static file => new JsonObject
            {
                ["name"] = file.Path, ["digest"] = new JsonObject { ["sha256"] = file.Sha256 }, ["size"] = file.Size, ["mediaType"] = file.MediaType,
                ["class"] = JsonShapes.Kebab(file.Class), ["role"] = JsonShapes.Kebab(file.Role), ["build"] = file.Build,
            })),
            ["heldBack"] = JsonShapes.Array(contents.HeldBack.Select(static file => new JsonObject
            {
                ["name"] = file.Name, ["digest"] = new JsonObject { ["sha256"] = file.Sha256 }, ["mediaType"] = file.MediaType, ["role"] = JsonShapes.Kebab(file.Role), ["build"] = file.Build,
            })),
            ["absent"] = JsonShapes.Array(contents.Absent.Select(static part => new JsonObject { ["kind"] = part.Kind, ["name"] = part.Name })),
            ["limits"] = JsonShapes.Array(s_limits.Value.Select(JsonShapes.Text)),
        };
    }

    static JsonArray Declared(Declaration declaration) => JsonShapes.Array(declaration.Values.Select(static value => new JsonObject
    {
        ["value"] = value.Value, ["builds"] = JsonShapes.Array(value.Projects.Select(static key => (JsonNode)key)),
    }));

    static JsonObject Build(ProductProject project, bool withOutputs) => new()
    {
        ["key"] = project.Key,
        ["project"] = project.Summary.Build?.Project,
        ["configuration"] = project.Summary.Build?.Configuration,
        ["targetFramework"] = project.Summary.Build?.TargetFramework,
        ["statementSha256"] = project.StatementSha256,
        ["signed"] = project.Summary.Signature.IsSigned,
        ["outputsIncluded"] = withOutputs,
        ["outputs"] = JsonShapes.Array(project.Summary.Outputs.Select(static output => new JsonObject { ["name"] = output.Name, ["digest"] = new JsonObject { ["sha256"] = output.Sha256 } })),
    };
}
