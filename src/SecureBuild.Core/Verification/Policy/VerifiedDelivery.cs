using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SecureBuild.Assessment;
using SecureBuild.Sbom;

namespace SecureBuild.Verification.Policy;

/// <summary>What the checks found out about one attestation and a policy is held against: nothing in it is taken from a file whose digest is not the attested one.</summary>
/// <param name="Attestation">The attestation.</param>
/// <param name="Statements">It and its provenance.</param>
/// <param name="Frameworks">Statuses as it claims them.</param>
/// <param name="Derived">Statuses derived again from the evidence; null where that was not possible.</param>
/// <param name="Time">When it says that it was made.</param>
/// <param name="Evidence">The evidence file; null where it is not there or another one.</param>
/// <param name="Sboms">The bills of materials.</param>
/// <param name="Inputs">All files with statements that were looked at.</param>
sealed record VerifiedDelivery(
    ReadStatement Attestation, ImmutableArray<ReadStatement> Statements, ImmutableArray<FrameworkResult> Frameworks, ImmutableArray<FrameworkResult>? Derived,
    DateTimeOffset Time, JsonObject? Evidence, ImmutableArray<DeliveredSbom> Sboms, ImmutableArray<VerifiedInput> Inputs)
{
    /// <summary>The buyer's own catalogues, derived from the evidence.</summary>
    public ImmutableArray<FrameworkResult> Own { get; init; } = [];

    /// <summary>File name, for results.</summary>
    public string Name => Path.GetFileName(Attestation.File);
}

/// <summary>A bill of materials of a delivery.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="Sha256">The attested digest, which the file had.</param>
/// <param name="Document">Its content.</param>
sealed record DeliveredSbom(string Path, string Sha256, SbomDocument Document)
{
    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>Whether it says of itself that it names every component: only then does a package that is not in it not exist.</summary>
    public bool SaysComplete => Document.Bom.Metadata.Properties.FirstOrDefault(property => property.Name == "securebuild:graph")?.Value is { } graph
        ? graph == "complete"
        : !Document.Bom.Compositions.IsEmpty && Document.Bom.Compositions.All(part => part.Aggregate == "complete");

    /// <summary>What third parties contributed and is delivered: no files, nothing used while building only, nothing of the supplier's own. The host that starts a program belongs to the framework.</summary>
    public ImmutableArray<Component> Delivered => [.. All(Document.Bom.Components).Where(component =>
        component is { Type: not "file", IsExternal: false, Scope: not "excluded" } && !IsOwn(component) && !IsHost(component))];

    static bool IsHost(Component component) => component.Type == "framework" && component.Properties.Any(property => property.Name == Names.BuildTool);

    /// <summary>Whether it is one of the supplier's own projects, by the document's word.</summary>
    public static bool IsOwn(Component component) => component.Properties.Any(property => property is { Name: Names.Licence, Value: "unknown:first-party" });

    static IEnumerable<Component> All(ImmutableArray<Component> components) => components.SelectMany(component => All(component.Components).Prepend(component));
}

/// <summary>A file that was looked at. Its digest is taken then: what is verified may be gone afterwards.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Sha256">Its digest.</param>
sealed record VerifiedInput(string Name, string Sha256);

/// <summary>A signature that was verified.</summary>
/// <param name="Payload">SHA-256 of what it is about.</param>
/// <param name="KeyId">By which key.</param>
/// <param name="IsPostQuantum">Whether it is of a kind that withstands a quantum computer, as far as is known.</param>
sealed record VerifiedSignature(string Payload, string KeyId, bool IsPostQuantum);
