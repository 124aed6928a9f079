using System.Collections.Immutable;
using SecureBuild.Assessment;
using SecureBuild.Attestation;
using SecureBuild.Evidence;

namespace SecureBuild.Rendering;

/// <summary>A summary as lines of text, in English or Japanese.</summary>
public sealed class BuildSummaryPage
{
    const int MostLicences = 8;

    readonly List<Line> _lines = [];
    readonly BuildSummary _summary;
    readonly Labels _labels;
    readonly int _width;

    BuildSummaryPage(BuildSummary summary, string language, int width) => (_summary, _labels, _width) = (summary, new(language), width);

    /// <summary>The page.</summary>
    /// <param name="summary">What to show.</param>
    /// <param name="language"><c>en</c> or <c>ja</c>.</param>
    /// <param name="width">Columns available.</param>
    /// <param name="all">Every control with its reasons, every finding and every gap; otherwise the open ones.</param>
    public static IReadOnlyList<Line> Lines(BuildSummary summary, string language, int width, bool all = false)
    {
        var page = new BuildSummaryPage(summary, language, width);
        page.Head();
        page.Outputs();
        page.Sbom();
        page.Findings(all);
        page.Audit();
        new ControlTables(summary, page._labels, width, page._lines).Write(all);
        page.Gaps(all);
        page.Limits();
        return page._lines;
    }

    void Head()
    {
        var product = _summary.Product;
        _lines.Add(Line.Of(new Span(product.Name is null ? _summary.Name : $"{product.Name} {product.Version}".TrimEnd(), Tone.Strong)));
        var rows = new List<ImmutableArray<Span>>
        {
            Row("Signature", _summary.Signature.IsSigned
                ? new(_labels.Of("SignedNotVerified", string.Join(", ", _summary.Signature.KeyIds)), Tone.Open)
                : new(_labels["UnsignedDraft"], Tone.Bad)),
            Row("Supplier", product.Supplier is null ? new Span(_labels["NotStated"], Tone.Open) : product.Supplier),
        };
        if (_summary.Build is { } build)
        {
            rows.Add(Row("Project", build.Project));
            rows.Add(Row("Build", $"{build.Configuration} · {build.TargetFramework} · {build.Language}"));
        }
        if (_summary.IssuedOn is { } time)
            rows.Add(Row("IssuedOn", time));
        foreach (var file in _summary.Files.Where(file => file.State != FileState.AsAttested))
            rows.Add(Row("Attention", new(_labels.Of("File" + file.State, file.Name), Tone.Bad)));
        _lines.AddRange(Table.Lines(rows, _width));
    }

    void Outputs()
    {
        Heading(_labels["Outputs"]);
        _lines.AddRange(Table.Lines([.. _summary.Outputs.Select(output => (ImmutableArray<Span>)[output.Name, new Span($"sha256:{output.Sha256}", Tone.Faint)])], Math.Max(_width, 120)));
    }

    void Sbom()
    {
        if (_summary.Sbom is not { } sbom)
        {
            Heading(_labels["Sbom"]);
            Open(_labels["NoSbom"]);
            return;
        }
        Heading($"{_labels["Sbom"]}   {sbom.File}, {sbom.Format}");
        var licences = sbom.Licences.Take(MostLicences).Select(licence => $"{licence.Name} {licence.Count}");
        var others = sbom.Licences.Skip(MostLicences).Sum(licence => licence.Count);
        _lines.AddRange(Table.Lines(
        [
            Row("Content", _labels.Of("SbomContent", sbom.Components, sbom.Dependencies)),
            Row("Graph", sbom.Graph == "complete" ? _labels["GraphComplete"] : new Span(_labels[sbom.Graph == "incomplete" ? "GraphIncomplete" : "GraphUnknown"], Tone.Open)),
            Row("Licences", sbom.Licences.IsEmpty ? new Span(_labels["NoLicences"], Tone.Open) : string.Join(", ", others > 0 ? licences.Append(_labels.Of("OtherLicences", others)) : licences)),
            Row("Unknown", new(_labels.Of("SbomUnknown", sbom.UnknownLicences, sbom.UnknownSuppliers, sbom.UnknownHashes), sbom.UnknownLicences + sbom.UnknownSuppliers + sbom.UnknownHashes > 0 ? Tone.Open : Tone.Plain)),
        ], _width));
    }

    void Findings(bool all)
    {
        Heading(_labels["Findings"]);
        if (_summary.Analysis is not { } analysis)
        {
            Open(_labels["NoAnalysis"]);
            return;
        }
        var shown = analysis.Findings.Where(finding => all || finding.Level is "error" or "warning" || AnalysisRule.IsOurId(finding.Rule)).ToArray();
        _lines.AddRange(Table.Lines([.. shown.Select(finding => (ImmutableArray<Span>)[finding.Rule, new Span(_labels["Level_" + finding.Level], Tones.Of(finding.Level)), $"{finding.Count}×", new Span(finding.First ?? "", Tone.Faint)])], _width));
        if (analysis.OurRules == 0)
            Open(_labels["OurRulesDidNotRun"]);
        else if (shown.Length == 0)
            Text(_labels["NothingReported"]);
        var hidden = analysis.Findings.Except(shown).Sum(finding => finding.Count);
        if (hidden > 0)
            Faint(_labels.Of("HiddenFindings", hidden));
        if (!analysis.Suppressed.IsEmpty)
            Open(_labels.Of("Suppressed", analysis.Suppressed.Sum(rule => rule.Count), string.Join(", ", analysis.Suppressed.Select(rule => $"{rule.Name} {rule.Count}×"))));
        Faint(_labels.Of("RulesLoaded", analysis.OurRules, analysis.OtherRules));
    }

    void Audit()
    {
        Heading(_labels["Audit"]);
        switch (_summary.Audit)
        {
            case { State: "findings" } audit:
                Wrapped(_labels.Of("AuditFindings", audit.Findings, audit.Source ?? "?", audit.Date ?? _labels["UndatedSource"]), Tone.Bad);
                break;
            case { State: "none-found" } audit:
                Wrapped(_labels.Of("AuditNoneFound", audit.Source ?? "?", audit.Date ?? _labels["UndatedSource"]), Tone.Plain);
                break;
            default:
                Open(_labels["AuditNotAssessed"]);
                if (_summary.Audit?.Gap is { } gap)
                    Faint(GapText.Both(gap).In(_labels.Language));
                break;
        }
        if (_summary.Vex is not { } vex)
            return;
        Wrapped(_labels.Of("VexSummary", vex.NotAffected, vex.Affected, vex.Fixed, vex.UnderInvestigation, vex.Unstated), vex.Unstated > 0 ? Tone.Open : Tone.Plain);
        if (vex.Expired > 0)
            Open(_labels.Of("VexExpired", vex.Expired));
    }

    void Gaps(bool all)
    {
        Heading(_labels.Of("Facts", _summary.KnownFacts, _summary.Gaps.Length));
        if (all)
            _lines.AddRange(Table.Lines([.. _summary.Gaps.Select(gap => (ImmutableArray<Span>)
                [gap.Title.In(_labels.Language), new Span(_labels[gap.State == "stale" ? "Stale" : "NotAssessed"], Tone.Open), new Span(GapText.Both(gap.Gap ?? "").In(_labels.Language), Tone.Faint)])], Math.Max(_width, 120)));
        else if (!_summary.Gaps.IsEmpty)
            Wrapped(string.Join(_labels["ListSeparator"], _summary.Gaps.Select(gap => gap.Title.In(_labels.Language))), Tone.Open);
    }

    void Limits()
    {
        if (_summary.Limits.IsEmpty)
            return;
        Heading(_labels["Limits"]);
        _lines.AddRange(Table.Lines([.. _summary.Limits.Select(limit => (ImmutableArray<Span>)[new Span("·", Tone.Faint), new Span(limit.In(_labels.Language), Tone.Faint)])], _width));
    }

    ImmutableArray<Span> Row(string label, Span value) => [new Span(_labels[label], Tone.Faint), value];

    void Heading(string text) => _lines.AddRange([Line.Empty, Line.Of(new Span(text, Tone.Strong))]);

    void Text(string text) => Wrapped(text, Tone.Plain);

    void Open(string text) => Wrapped(text, Tone.Open);

    void Faint(string text) => Wrapped(text, Tone.Faint);

    void Wrapped(string text, Tone tone) => _lines.AddRange(DisplayWidth.Wrap(text, _width - 2).Select(line => Line.Of("  ", new Span(line, tone))));
}
