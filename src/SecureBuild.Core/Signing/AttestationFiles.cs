using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SecureBuild.Attestation;
using SecureBuild.Verification;

namespace SecureBuild.Signing;

/// <summary>The two ways a build's statements lie on the disk: as an unsigned draft, or signed. The caller writes the files.</summary>
public static class AttestationFiles
{
    /// <summary>Ending of the file with both statements, one per line.</summary>
    public const string StatementsSuffix = ".intoto.jsonl";

    /// <summary>Ending of the provenance's Sigstore bundle.</summary>
    public const string ProvenanceBundleSuffix = ".provenance.sigstore.json";

    /// <summary>Ending of the secure-development attestation's Sigstore bundle.</summary>
    public const string AttestationBundleSuffix = ".attestation.sigstore.json";

    // Of the algorithms whose signatures stand beside a classical one.
    static readonly string[] s_secondNames = ["ml-dsa-65", "ml-dsa-87"];

    /// <summary>Member of the attestation's predicate with the signer's reason for signing over a conflict; null where there is none.</summary>
    internal const string ConflictReasonMember = "conflictReason";

    /// <summary>Member with the person who signed; absent where the build did.</summary>
    internal const string SignatoryMember = "signatory";

    /// <summary>
    /// Unsigned: <c>stem.intoto.jsonl</c> with one bare Statement per line, each marked as a draft. Signed: the same with one DSSE envelope per
    /// line, and one Sigstore bundle per statement. The order is the order to write in: the file that refers to all others comes last.
    /// </summary>
    /// <param name="directory">Absolute path of the artifact directory.</param>
    /// <param name="stem">Stem of the names.</param>
    /// <param name="provenance">From <see cref="Statements.Provenance"/>.</param>
    /// <param name="attestation">From <see cref="Statements.SecureDevelopment"/>.</param>
    /// <param name="signer">Who signs; null for a draft.</param>
    /// <exception cref="ProblemException">SB9406: it is to be signed, and a person's statement and the evidence contradict each other without a reason. See <see cref="Conflicts"/>. SB9330: a catalogue of it is a draft or superseded. See <see cref="Unsettled"/>.</exception>
    public static ImmutableArray<Artifact> Write(string directory, string stem, JsonObject provenance, JsonObject attestation, ISigner? signer) =>
        signer is null
            ? [Artifact.Of(Path.Combine(directory, stem + StatementsSuffix), CanonicalJson.BorrowLines<JsonObject>(DraftMark.Write, provenance, attestation))]
            : Signed(directory, stem, DraftMark.Remove(provenance), DraftMark.Remove(attestation), signer);

    /// <summary>
    /// What <c>securebuild sign</c> does: reads the statements again (drafts, or signed by whomever), refuses where a subject or an evidence file on
    /// the disk is no longer the one they name, drops the draft mark and signs the very same remaining payload.
    /// </summary>
    /// <param name="path">As for <see cref="Verification.VerificationRequest.Path"/>; every attestation below it is signed, or none.</param>
    /// <param name="signer">Who signs.</param>
    /// <param name="options">What else it needs; null for none of it.</param>
    public static SigningResult Sign(string path, ISigner signer, SigningOptions? options = null) => ExistingFiles.Sign(path, signer, options ?? new());

    /// <summary>Controls (<c>framework/control</c>) of an attestation at which a person's statement and the evidence contradict each other.</summary>
    public static ImmutableArray<string> Conflicts(JsonObject attestation) =>
    [
        .. from framework in attestation["predicate"]!["frameworks"]!.AsArray()
           from control in framework!["controls"]!.AsArray()
           where (bool)control!["conflict"]!
           select $"{framework["framework"]}/{control["control"]}",
    ];

    /// <summary>Endings of the bundles with a second signature, which a new build or a new signature leaves behind.</summary>
    public static ImmutableArray<string> SecondBundleSuffixes { get; } =
        [.. s_secondNames.SelectMany(name => (string[])[WithSecondName(ProvenanceBundleSuffix, name), WithSecondName(AttestationBundleSuffix, name)])];

    /// <summary><c>.provenance.sigstore.json</c> → <c>.provenance.ml-dsa-65.sigstore.json</c>: one bundle per signature, as the format demands, so a second signature has a second file.</summary>
    internal static string WithSecondName(string suffix, string? name) =>
        name is null ? suffix : $"{suffix[..^Verification.AttestationSet.BundleSuffix.Length]}.{name}{Verification.AttestationSet.BundleSuffix}";

    /// <summary>The algorithm in the name of a second bundle; null for any other file.</summary>
    internal static string? SecondName(string file) =>
        s_secondNames.FirstOrDefault(name => file.EndsWith(WithSecondName(ProvenanceBundleSuffix, name), StringComparison.Ordinal) || file.EndsWith(WithSecondName(AttestationBundleSuffix, name), StringComparison.Ordinal));

    /// <summary>The name of the first bundle that belongs to a second one; any other name as it is.</summary>
    internal static string WithoutSecondName(string file) =>
        SecondName(file) is { } name ? file[..^(name.Length + 1 + Verification.AttestationSet.BundleSuffix.Length)] + Verification.AttestationSet.BundleSuffix : file;

    /// <summary>Catalogues (<c>framework version</c>) of an attestation whose source is a draft or superseded: they are shown and never signed.</summary>
    public static ImmutableArray<string> Unsettled(JsonObject attestation) =>
        [.. (ReadFrameworks.From(attestation["predicate"]!.AsObject()) ?? []).Where(SourceChecks.IsUnsettled).Select(framework => $"{framework.Framework} {framework.Version}")];

    static ImmutableArray<Artifact> Signed(string directory, string stem, JsonObject provenance, JsonObject attestation, ISigner signer)
    {
        if (attestation["predicate"]![ConflictReasonMember] is null && Conflicts(attestation) is { IsEmpty: false } conflicts)
            throw new ProblemException(Messages.Error("SB9406", arguments: string.Join(", ", conflicts)));
        if (Unsettled(attestation) is { IsEmpty: false } unsettled)
            throw new ProblemException(Messages.Error("SB9330", arguments: string.Join(", ", unsettled)));
        var first = Dsse.Envelope(InToto.PayloadType, CanonicalJson.Compact(provenance), signer);
        var second = Dsse.Envelope(InToto.PayloadType, CanonicalJson.Compact(attestation), signer);
        return [.. Bundles(directory, stem, first, second, signer), new(Path.Combine(directory, stem + StatementsSuffix), CanonicalJson.Lines(first, second))];
    }

    /// <summary>The bundles around two envelopes by the same signer.</summary>
    internal static ImmutableArray<Artifact> Bundles(string directory, string stem, JsonObject provenance, JsonObject attestation, ISigner signer) =>
    [
        new(Path.Combine(directory, stem + WithSecondName(ProvenanceBundleSuffix, signer.SecondName)), CanonicalJson.Indented(SigstoreBundle.Create(provenance, signer))),
        new(Path.Combine(directory, stem + WithSecondName(AttestationBundleSuffix, signer.SecondName)), CanonicalJson.Indented(SigstoreBundle.Create(attestation, signer))),
    ];
}
