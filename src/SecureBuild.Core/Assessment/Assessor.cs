using System.Collections.Immutable;
using SecureBuild.Catalogues;
using SecureBuild.Evidence;

namespace SecureBuild.Assessment;

/// <summary>Judges every control of every catalogue by its rule file. How: <c>Rules.md</c>.</summary>
public static class Assessor
{
    /// <summary>The status of all controls, from evidence and from statements that are valid today.</summary>
    public static ImmutableArray<FrameworkResult> Assess(EvidenceManifest evidence, ImmutableArray<PersonStatement> statements, DateOnly today)
    {
        var byControl = statements.ToLookup(static statement => statement.Control, StringComparer.Ordinal);
        var ssdf = new Dictionary<string, ControlStatus>(StringComparer.Ordinal);
        var results = ImmutableArray.CreateBuilder<FrameworkResult>();
        foreach (var rules in RuleFile.All)
        {
            // The SSDF comes first (catalogues.txt): the others map to its tasks.
            var result = new FrameworkAssessment(rules, evidence, byControl, today, ssdf).Run();
            results.Add(result);
            if (ssdf.Count == 0)
            {
                foreach (var control in result.Controls)
                    ssdf[control.Control] = control.Status;
            }
        }
        return results.ToImmutable();
    }

    /// <summary>Statements that do not count, as warnings for the person who wrote them (SB9320–SB9326).</summary>
    /// <param name="statements">As read from the configuration.</param>
    /// <param name="today">The day they are to count on.</param>
    /// <param name="file">The configuration file, to be named in the warnings.</param>
    public static ImmutableArray<Problem> Check(ImmutableArray<PersonStatement> statements, DateOnly today, string? file)
    {
        var problems = ImmutableArray.CreateBuilder<Problem>();
        foreach (var statement in statements)
        {
            var slash = statement.Control.IndexOf('/', StringComparison.Ordinal);
            var catalogue = slash < 0 ? null : CatalogueLibrary.ById(statement.Control[..slash]);
            if (catalogue?[statement.Control[(slash + 1)..]] is not { } control)
                problems.Add(Messages.Warning("SB9320", file, 0, 0, statement.Control));
            else if (!FrameworkAssessment.TakesStatements(catalogue, control))
                problems.Add(Messages.Warning("SB9324", file, 0, 0, statement.Control));
            else if (StatementVerdict.Objection(statement, today) is { } objection)
                problems.Add(Messages.Warning(objection.Code, file, 0, 0, statement.Control, statement.Name,
                    StatementVerdict.Text(objection.Code == "SB9323" ? statement.Date : statement.Expires)));
        }
        return problems.ToImmutable();
    }
}
