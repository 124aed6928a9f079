using System.Collections.Immutable;
using SecureBuild.Catalogues;
using SecureBuild.Evidence;

namespace SecureBuild.Assessment;

/// <summary>Judges one catalogue: evidence, then statements, then roll-up. The whole of it is described in <c>Rules.md</c>.</summary>
sealed class FrameworkAssessment(
    AssessedCatalogue assessed, EvidenceManifest evidence, ILookup<string, PersonStatement> statements, DateOnly today, IReadOnlyDictionary<string, ControlStatus> ssdf)
{
    public const string Ssdf = "nist-ssdf";

    readonly RuleFile _rules = assessed.Rules;

    readonly Dictionary<string, ControlResult> _results = new(StringComparer.Ordinal);

    public FrameworkResult Run()
    {
        var catalogue = _rules.Catalogue;
        return new(catalogue.Id, catalogue.Version, catalogue.Sha256, _rules.Sha256, [.. catalogue.Controls.Select(Result)])
        {
            Catalogue = catalogue,
            StricterSha256 = assessed.StricterSha256,
        };
    }

    /// <summary>Whether a statement about this control can count: not where only its parts are judged, or there is nothing to judge.</summary>
    public static bool TakesStatements(Catalogue catalogue, Control control) => control.Automation is not null && (!Mapped(catalogue, control).IsEmpty || !catalogue.HasBelow(control.Id));

    ControlResult Result(Control control)
    {
        if (_results.TryGetValue(control.Id, out var known))
            return known;
        var own = TakesStatements(_rules.Catalogue, control) ? Own(control) : null;
        var children = _rules.Catalogue.Below(control.Id).Where(static child => !IsInformative(child)).Select(Result).ToArray();
        return _results[control.Id] = (own, children) switch
        {
            (null, []) => new(control.Id, ControlStatus.NotAssessed, false, [.. control.Evidence], [Reason.Of("informative")], null),
            (not null, []) => own,
            _ => RolledUp(control, own, children),
        };
    }

    static bool IsInformative(Control control) => control is { Automation: null, Kind: "rule" };

    ControlResult Own(Control control)
    {
        var automation = control.Automation!.Value;
        var verdict = automation == Automation.Human ? new(ControlStatus.NotAssessed, [Reason.Of("human")]) : Stricter(control, WithMapped(control, EvidenceVerdict.Of(_rules[control.Id], evidence, automation)));
        var said = StatementVerdict.Of(statements[$"{_rules.Catalogue.Id}/{control.Id}"], today);
        var (status, conflict) = Combine(verdict.Status, said.Counted?.Status);

        var reasons = verdict.Reasons.ToBuilder();
        reasons.AddRange(said.Reasons);
        if (said.Counted is { } statement)
            reasons.Add(StatementVerdict.Sentence(statement));
        if (conflict)
            reasons.Add(Reason.Of("conflict", Reason.Of(said.Counted!.Status), Reason.Of(verdict.Status)));
        return new(control.Id, status, conflict, FactsOf(control), reasons.ToImmutable(), said.Counted);
    }

    // By which a team is stricter can only make it worse: the rules of the catalogue are asked as well.
    EvidenceVerdict Stricter(Control control, EvidenceVerdict verdict)
    {
        foreach (var file in assessed.Stricter)
        {
            if (file[control.Id] is not { IsEmpty: false } further)
                continue;
            var own = EvidenceVerdict.Of(further, evidence, control.Automation!.Value);
            var worse = StatusOrder.IsWorse(own.Status, verdict.Status) ? own.Status : verdict.Status;
            verdict = new(worse, [.. verdict.Reasons.Concat(own.Reasons).Distinct()]);
        }
        return verdict;
    }

    // Without rules of its own a control rests on the SSDF tasks that it maps to; it is never better than the worst of them.
    EvidenceVerdict WithMapped(Control control, EvidenceVerdict own)
    {
        var mapped = Mapped(_rules.Catalogue, control).Where(ssdf.ContainsKey).ToArray();
        var hasRules = !_rules[control.Id].IsEmpty;
        if (mapped.Length == 0 || (hasRules && _rules.MappingIsFallback))
            return own;
        var status = StatusOrder.Worst([.. mapped.Select(task => ssdf[task]), .. hasRules ? [own.Status] : Array.Empty<ControlStatus>()]) ?? ControlStatus.NotAssessed;
        if (status == ControlStatus.MetByEvidence && control.Automation != Automation.Auto)
            status = ControlStatus.Partly;
        var worst = mapped.Where(task => ssdf[task] == status).Select(task => Reason.Of("mapped", task, Reason.Of(status)));
        return new(status, [.. hasRules ? own.Reasons : [], .. worst]);
    }

    /// <summary>
    /// Evidence beats a statement that claims more than it. A statement that admits less than the evidence gives is taken at its word: the
    /// worse of the two stands. Both are conflicts.
    /// </summary>
    internal static (ControlStatus Status, bool Conflict) Combine(ControlStatus evidence, ControlStatus? stated) => (stated, evidence) switch
    {
        (null, _) => (evidence, false),
        (ControlStatus.NotApplicable, ControlStatus.NotMet or ControlStatus.MetByEvidence) => (evidence, true),
        (ControlStatus.NotApplicable, _) => (ControlStatus.NotApplicable, false),
        (ControlStatus.NotMet, ControlStatus.MetByEvidence) => (ControlStatus.NotMet, true),
        (ControlStatus.NotMet, _) => (ControlStatus.NotMet, false),
        (_, ControlStatus.NotMet) => (ControlStatus.NotMet, true),
        (ControlStatus.Partly, ControlStatus.MetByEvidence) => (ControlStatus.Partly, true),
        (ControlStatus.Stated, ControlStatus.MetByEvidence) => (ControlStatus.MetByEvidence, false),
        _ => (stated.Value, false),
    };

    ControlResult RolledUp(Control control, ControlResult? own, ControlResult[] children)
    {
        var parts = own is null ? children : [own, .. children];
        var worst = StatusOrder.Worst(parts.Select(static part => part.Status));
        var status = worst ?? ControlStatus.NotApplicable;
        if (status == ControlStatus.MetByEvidence && control.Automation is not (null or Automation.Auto))
            status = ControlStatus.Partly;
        var reasons = (own?.Reasons ?? []).ToBuilder();
        reasons.AddRange(children.Where(child => child.Status == status).Select(child => Reason.Of("worst", child.Control, Reason.Of(status))));
        if (own is null && statements[$"{_rules.Catalogue.Id}/{control.Id}"].Any())
            reasons.Add(Reason.Of("not-here"));
        return new(control.Id, status, own?.Conflict ?? false,
            [.. parts.SelectMany(static part => part.Facts).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], reasons.ToImmutable(), own?.StatedBy);
    }

    ImmutableArray<string> FactsOf(Control control) =>
        [.. control.Evidence.Concat(_rules[control.Id].Concat(assessed.Stricter.SelectMany(file => file[control.Id])).Select(static rule => rule.Fact)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    static ImmutableArray<string> Mapped(Catalogue catalogue, Control control) => catalogue.Id == Ssdf ? [] : control.Ssdf;
}
