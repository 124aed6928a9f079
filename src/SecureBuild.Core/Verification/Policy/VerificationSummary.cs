using System.Buffers.Text;
using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SecureBuild.Attestation;
using SecureBuild.Signing;

namespace SecureBuild.Verification.Policy;

/// <summary>
/// What a verifier says to others about a delivery that fulfilled a policy: SLSA Verification Summary v1, in-toto Simple Verification Result v0.2. There is
/// none of a delivery that did not.
/// </summary>
public static class VerificationSummary
{
    /// <summary>Predicate type of the summary (SLSA Verification Summary Attestation v1).</summary>
    public const string SlsaPredicate = "https://slsa.dev/verification_summary/v1";

    /// <summary>Predicate type of the result (in-toto Simple Verification Result v0.2).</summary>
    public const string ResultPredicate = "https://in-toto.io/attestation/svr/v0.2";

    /// <summary>Member with the rules one by one; SLSA wants the names of members that it does not know to be URIs.</summary>
    public const string RulesMember = Identity.Site + "/verification/rules";

    const string PropertyPrefix = "SECUREBUILD_POLICY_";

    /// <summary>The SLSA summary; null where the outcome is not <see cref="VerificationOutcome.Satisfied"/>, or no policy was given.</summary>
    /// <exception cref="ProblemException">SB9722: the delivery contains several products, and no URI says what the summary is about.</exception>
    public static JsonObject? Slsa(VerificationReport report, SummaryOptions options) => Fulfilled(report) is not { } policy ? null : Statement(report, SlsaPredicate, new()
    {
        ["verifier"] = new JsonObject { ["id"] = options.VerifierId, ["version"] = new JsonObject { [Identity.ToolName] = Identity.ToolVersion } },
        ["timeVerified"] = Clock.Format(options.Time),
        ["resourceUri"] = options.ResourceUri ?? Product(report.Deliveries),
        ["policy"] = Descriptor(policy.Policy),
        ["inputAttestations"] = JsonShapes.Array(Inputs(report.Deliveries)),
        ["verificationResult"] = "PASSED",
        ["verifiedLevels"] = new JsonArray(Level(report.Deliveries)),
        ["slsaVersion"] = "1.2",
        [RulesMember] = new JsonObject { ["passed"] = Names(policy.Passed), ["notChecked"] = Names(policy.Policy.Rules.Except(policy.Passed, StringComparer.Ordinal)) },
    });

    /// <summary>The in-toto result, with the properties that passed and no others; null as for <see cref="Slsa"/>.</summary>
    public static JsonObject? Result(VerificationReport report, SummaryOptions options) => Fulfilled(report) is not { } policy ? null : Statement(report, ResultPredicate, new()
    {
        ["verifier"] = new JsonObject { ["id"] = options.VerifierId, ["policies"] = new JsonArray(Descriptor(policy.Policy)) },
        ["timeCreated"] = Clock.Format(options.Time),
        ["properties"] = Names([.. policy.Passed.Select(rule => PropertyPrefix + rule.ToUpperInvariant().Replace('-', '_')), .. Level(report.Deliveries) is var level && level.EndsWith('0') ? [] : new[] { level }]),
    });

    /// <summary>As it is written: one line, in a DSSE envelope, or bare and marked as a draft where nobody signs.</summary>
    public static byte[] Line(JsonObject statement, ISigner? signer) =>
        [.. CanonicalJson.Compact(signer is null ? DraftMark.Add(statement) : Dsse.Envelope(InToto.PayloadType, CanonicalJson.Compact(statement), signer)), (byte)'\n'];

    static PolicyReport? Fulfilled(VerificationReport report) =>
        report is { Outcome: VerificationOutcome.Satisfied, Policy: { IsFulfilled: true } policy, Deliveries.IsEmpty: false } ? policy : null;

    static JsonObject Statement(VerificationReport report, string type, JsonObject predicate) =>
        Statements.Statement([.. report.Deliveries.SelectMany(delivery => delivery.Attestation.Subjects).Distinct()], type, predicate);

    // The provenance is the supplier's own, made where the software was built: never more than level 1. A draft shows nothing of where it comes from.
    static string Level(ImmutableArray<VerifiedDelivery> deliveries) =>
        deliveries.All(delivery => delivery.Statements.Any(statement => statement is { IsProvenance: true, Envelope: not null })) ? "SLSA_BUILD_LEVEL_1" : "SLSA_BUILD_LEVEL_0";

    static JsonObject Descriptor(AcceptancePolicy policy) => new()
    {
        // RFC 6920: a name that follows from the content, where the policy has no other.
        ["uri"] = policy.Id ?? "ni:///sha-256;" + Base64Url.EncodeToString(Convert.FromHexString(policy.Sha256)),
        ["digest"] = new JsonObject { ["sha256"] = policy.Sha256 },
    };

    static IEnumerable<JsonNode> Inputs(ImmutableArray<VerifiedDelivery> deliveries) => deliveries.SelectMany(delivery => delivery.Inputs).Distinct()
        .Select(file => new JsonObject { ["name"] = file.Name, ["digest"] = new JsonObject { ["sha256"] = file.Sha256 } });

    static string Product(ImmutableArray<VerifiedDelivery> deliveries)
    {
        var products = deliveries.Select(delivery => delivery.Attestation.Predicate.Object("product"))
            .Select(product => (Name: product?.Text("name"), Version: product?.Text("version"))).Distinct().ToArray();
        return products is [({ } name, var version)]
            ? $"pkg:generic/{Uri.EscapeDataString(name)}{(version is null ? "" : "@" + Uri.EscapeDataString(version))}"
            : throw new ProblemException(Messages.Error("SB9722"));
    }

    static JsonArray Names(IEnumerable<string> names) => new([.. names.Select(name => (JsonNode)name)]);
}

/// <summary>What a summary needs besides the report.</summary>
/// <param name="VerifierId">URI of who verified.</param>
/// <param name="Time">When.</param>
/// <param name="ResourceUri">What the delivery is, in the terms of whoever asks; null for <c>pkg:generic/product@version</c>.</param>
public sealed record SummaryOptions(string VerifierId, DateTimeOffset Time, string? ResourceUri = null);
