using System.Text.Json.Nodes;

namespace SecureBuild.Evidence;

/// <summary>
/// One thing the build saw, or could not see. Ids are those of <c>Catalogues/evidence-facts.json</c>, which also says what each
/// shows and does not show. In JSON: <c>{ id, state, value, source, trust, time, gap }</c>.
/// </summary>
/// <param name="Id">Id in the fact catalogue, for instance <c>compiler.deterministic</c>.</param>
/// <param name="State">Whether there is a value, and if not why not.</param>
/// <param name="Value">The value in the fact's own shape (FactValues.md); null unless <see cref="FactState.Known"/> or <see cref="FactState.Stale"/>.</param>
/// <param name="Source">Where it was read: a property, a file relative to the repository, a tool.</param>
/// <param name="Trust">How far it can be believed.</param>
/// <param name="Time">When it was read.</param>
/// <param name="Gap">Why it is not known, in one English sentence with the remedy; null when it is known.</param>
public sealed record Fact(string Id, FactState State, JsonNode? Value, string Source, TrustClass Trust, DateTimeOffset Time, string? Gap = null);

/// <summary>Whether a fact has a value. In JSON kebab-case.</summary>
public enum FactState
{
    /// <summary>Read, and about this very output.</summary>
    Known,
    /// <summary>Nothing could be read. Never to be taken for "none".</summary>
    NotAssessed,
    /// <summary>Has no meaning here (an IL assembly has no Control Flow Guard; F# has no C# analyzers).</summary>
    NotApplicable,
    /// <summary>Read, but about an earlier output.</summary>
    Stale,
}

/// <summary>How far a fact can be believed. In JSON kebab-case (<c>observed-by-build</c>).</summary>
public enum TrustClass
{
    /// <summary>Read by the task itself during this build.</summary>
    ObservedByBuild,
    /// <summary>A file or setting in the repository says so.</summary>
    DeclaredByProject,
    /// <summary>The machine's environment says so; anyone can set it.</summary>
    ClaimedByEnvironment,
    /// <summary>A named person says so.</summary>
    StatedByPerson,
    /// <summary>A signature or digest was checked.</summary>
    VerifiedCryptographically,
}
