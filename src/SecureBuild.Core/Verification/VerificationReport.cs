using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SecureBuild.Attestation;
using SecureBuild.Verification.Policy;
using SecureBuild.Verification.Vex;

namespace SecureBuild.Verification;

/// <summary>How a verification came out. The number is the command's exit code.</summary>
public enum VerificationOutcome
{
    /// <summary>Every check that could be made passed.</summary>
    Satisfied = 0,
    /// <summary>Nothing is broken, but something asked for is not there: a signature, a file, a trusted key.</summary>
    NotSatisfied = 1,
    /// <summary>Something was changed, or cannot be read.</summary>
    TamperedOrUnreadable = 2,
}

/// <summary>How one check came out.</summary>
public enum CheckResult
{
    /// <summary>Made, and fine.</summary>
    Passed,
    /// <summary>Made, and not fine.</summary>
    Failed,
    /// <summary>Not made; the sentence says why.</summary>
    Skipped,
}

/// <summary>One check.</summary>
/// <param name="Name">What was checked: <c>signature</c>, <c>subject</c> …; stable, for machines.</param>
/// <param name="On">The file it was made on, by name, or null.</param>
/// <param name="Result">How it came out.</param>
/// <param name="Sentence">That as one sentence, in the reader's language.</param>
/// <param name="Code">The message's code where it failed; otherwise null.</param>
public sealed record VerificationCheck(string Name, string? On, CheckResult Result, string Sentence, string? Code = null);

/// <summary>What a verification found.</summary>
/// <param name="Outcome">The worst of all checks.</param>
/// <param name="Checks">Every check, in the order in which they were made.</param>
/// <param name="Problems">The failed ones as problems, and warnings.</param>
public sealed record VerificationReport(VerificationOutcome Outcome, ImmutableArray<VerificationCheck> Checks, ImmutableArray<Problem> Problems)
{
    /// <summary>The delivery held against the buyer's policy; null where none was given.</summary>
    public PolicyReport? Policy { get; init; }

    /// <summary>The attested evidence held against the buyer's own catalogues; empty where none was given, and where the delivery was rejected.</summary>
    public ImmutableArray<OwnCatalogueResult> Catalogues { get; init; } = [];

    /// <summary>What VEX documents in the delivery say; empty where there are none, and where the delivery was rejected. Nothing of it counts for or against the delivery.</summary>
    public ImmutableArray<VexNote> Vex { get; init; } = [];

    /// <summary>What a summary for others is made of.</summary>
    internal ImmutableArray<VerifiedDelivery> Deliveries { get; init; } = [];

    /// <summary>For machines: <c>{ outcome, exitCode, checks: [{ name, on, result, sentence, code }], policy, catalogues, vex }</c>; <c>policy</c> and <c>catalogues</c> only where they were given, <c>vex</c> where the delivery has such documents.</summary>
    public JsonObject ToJson()
    {
        var json = Checked();
        if (Policy is not null)
            json["policy"] = Policy.ToJson();
        if (!Catalogues.IsEmpty)
            json["catalogues"] = JsonShapes.Array(Catalogues.Select(static catalogue => catalogue.ToJson()));
        if (!Vex.IsEmpty)
            json["vex"] = JsonShapes.Array(Vex.Select(static note => note.ToJson()));
        return json;
    }

    JsonObject Checked() => new()
    {
        ["outcome"] = JsonShapes.Kebab(Outcome),
        ["exitCode"] = (int)Outcome,
        ["checks"] = JsonShapes.Array(Checks.Select(check => new JsonObject
        {
            ["name"] = check.Name,
            ["on"] = check.On,
            ["result"] = JsonShapes.Kebab(check.Result),
            ["sentence"] = check.Sentence,
            ["code"] = check.Code,
        })),
    };
}
