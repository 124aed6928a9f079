using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SecureBuild.Assessment;
using SecureBuild.Attestation;
using SecureBuild.Catalogues;
using SecureBuild.Configuration;
using SecureBuild.Verification;

namespace SecureBuild.Rendering;

/// <summary>The parts of a secure-development predicate and of its evidence that a summary shows. What is not there is null or empty.</summary>
static class AttestationReading
{
    // Open ones first. Not assessed comes behind what is known to be wrong, and before what is claimed to be right.
    static readonly ImmutableArray<ControlStatus> s_order =
        [ControlStatus.NotMet, ControlStatus.Partly, ControlStatus.NotAssessed, ControlStatus.Stated, ControlStatus.MetByEvidence, ControlStatus.NotApplicable];

    static readonly ImmutableDictionary<string, ControlStatus> s_statuses =
        s_order.ToImmutableDictionary(status => JsonShapes.Kebab(status), StringComparer.Ordinal);

    public static ProductClaim Product(JsonObject predicate) => new(
        predicate.Object("product")?.Text("name"), predicate.Object("product")?.Text("version"),
        predicate.Object("supplier")?.Text("name"), predicate.Object("supplier")?.Text("contact"))
    {
        SupplierInJapanese = predicate.Object("supplier")?.Text("nameJa"),
    };

    public static BuildSource? Build(JsonObject predicate) => predicate.Object("build") is { } build
        ? new(build.Text("project") ?? "", build.Text("configuration") ?? "", build.Text("targetFramework") ?? "", build.Text("language") ?? "")
        : null;

    public static AuditSummary? Audit(JsonObject predicate) => predicate.Object("audit") is { } audit && audit.Text("state") is { } state
        ? new(state, audit.Text("source"), audit.Text("date"), audit["findings"] is JsonValue value && value.TryGetValue<int>(out var findings) ? findings : null, audit.Text("gap"))
        : null;

    /// <summary>From the fact that counts what persons say; null where there is none.</summary>
    public static VexSummary? Vex(IReadOnlyList<JsonObject> facts)
    {
        var value = facts.FirstOrDefault(fact => fact.Text("id") == "vex.statements" && fact.Text("state") == "known")?.Object("value");
        return value is null ? null : new(Number("notAffected"), Number("affected"), Number("fixed"), Number("underInvestigation"), Number("unstated"), Number("expired"));

        int Number(string name) => value[name] is JsonValue number && number.TryGetValue<int>(out var count) ? count : 0;
    }

    /// <param name="predicate">The predicate.</param>
    /// <param name="delivered">The catalogues that came with it (<see cref="DeliveredCatalogues"/>); null where none did.</param>
    public static ImmutableArray<FrameworkSummary> Frameworks(JsonObject predicate, JsonObject? delivered)
    {
        var foreign = delivered is null ? null : DeliveredCatalogues.Apply(AssessedCatalogue.All, CanonicalJson.Compact(delivered));
        return [.. (predicate.Objects("frameworks") ?? []).Select(framework => Framework(framework, foreign ?? []))];
    }

    public static ImmutableArray<GapSummary> Gaps(IReadOnlyList<JsonObject> facts) =>
    [
        .. facts.Where(fact => fact.Text("state") is "not-assessed" or "stale").Select(fact => new GapSummary(
            fact.Text("id") ?? "", FactTitle(fact.Text("id") ?? ""), fact.Text("state")!, fact.Text("gap")))
    ];

    public static ImmutableArray<Bilingual> Limits(JsonObject predicate) => Texts(predicate, "limits");

    static FrameworkSummary Framework(JsonObject framework, ImmutableArray<AssessedCatalogue> delivered)
    {
        var id = framework.Text("framework") ?? "";
        var catalogue = CatalogueLibrary.ById(id) ?? delivered.FirstOrDefault(assessed => assessed.Catalogue.Id == id)?.Catalogue;
        // Groups only repeat the worst of what is below them: counted in, they would count twice.
        var controls = (framework.Objects("controls") ?? []).Where(control => catalogue?.HasBelow(control.Text("control") ?? "") != true).Select(control => Control(control, catalogue));
        return new(id, framework.Text("version") ?? "", catalogue?.Title ?? new(id, id), [.. controls.OrderBy(Rank)])
        {
            SourceStatus = framework.Text("sourceStatus"),
            SourceChecked = framework.Text("sourceChecked"),
            Note = catalogue?.Note,
            IsForeign = catalogue?.IsForeign == true,
        };
    }

    static ControlSummary Control(JsonObject control, Catalogue? catalogue)
    {
        var id = control.Text("control") ?? "";
        var person = control.Object("statedBy");
        return new(
            id, catalogue?[id]?.Title ?? new(id, id),
            s_statuses.GetValueOrDefault(control.Text("status") ?? "", ControlStatus.NotAssessed),
            control["conflict"] is JsonValue value && value.TryGetValue<bool>(out var conflict) && conflict,
            person?.Text("name") is { } name ? $"{name}, {person.Text("role")}, {person.Text("date")}" : null,
            Texts(control, "reasons"))
        {
            HasOwnId = catalogue?[id]?.HasOwnId == true || (control["ownId"] is JsonValue own && own.TryGetValue<bool>(out var isOwn) && isOwn),
            FromMemory = catalogue?[id]?.Confidence == "memory",
        };
    }

    static int Rank(ControlSummary control) => control.Conflict ? -1 : s_order.IndexOf(control.Status);

    static ImmutableArray<Bilingual> Texts(JsonObject parent, string name) =>
        [.. (parent.Objects(name) ?? []).Select(text => new Bilingual(text.Text("en") ?? "", text.Text("ja") ?? text.Text("en") ?? ""))];

    static Bilingual FactTitle(string id) => CatalogueLibrary.Facts.TryGetValue(id, out var fact) ? fact.Title : new(id, id);
}
