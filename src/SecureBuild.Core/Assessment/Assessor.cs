using System.Collections.Immutable;
using SecureBuild.Catalogues;
using SecureBuild.Evidence;

namespace SecureBuild.Assessment;

/// <summary>Judges every control of every catalogue by its rule file. How: <c>Rules.md</c>.</summary>
public static class Assessor
{
    /// <summary>The status of all controls of the default catalogues, from evidence and from statements that are valid today.</summary>
    public static ImmutableArray<FrameworkResult> Assess(EvidenceManifest evidence, ImmutableArray<PersonStatement> statements, DateOnly today) =>
        Assess(evidence, statements, today, AssessedCatalogue.Default);

    /// <summary>The status of all controls of these catalogues; the SSDF is added where one of them rests on its tasks.</summary>
    public static ImmutableArray<FrameworkResult> Assess(
        EvidenceManifest evidence, ImmutableArray<PersonStatement> statements, DateOnly today, ImmutableArray<AssessedCatalogue> catalogues)
    {
        var byControl = statements.ToLookup(static statement => statement.Control, StringComparer.Ordinal);
        var ssdf = new Dictionary<string, ControlStatus>(StringComparer.Ordinal);
        var results = ImmutableArray.CreateBuilder<FrameworkResult>();
        foreach (var catalogue in AssessedCatalogue.WithSsdf(catalogues))
        {
            var result = new FrameworkAssessment(catalogue, evidence, byControl, today, ssdf).Run();
            results.Add(result);
            if (catalogue.Catalogue.Id == FrameworkAssessment.Ssdf)
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
    /// <param name="catalogues">What the build is held against; the default where none is given.</param>
    public static ImmutableArray<Problem> Check(ImmutableArray<PersonStatement> statements, DateOnly today, string? file, ImmutableArray<AssessedCatalogue> catalogues = default)
    {
        var problems = ImmutableArray.CreateBuilder<Problem>();
        foreach (var statement in statements)
        {
            var slash = statement.Control.IndexOf('/', StringComparison.Ordinal);
            var catalogue = slash < 0 ? null : Find(statement.Control[..slash], catalogues);
            if (catalogue?[statement.Control[(slash + 1)..]] is not { } control)
                problems.Add(Messages.Warning("SB9320", file, 0, 0, statement.Control));
            else if (!FrameworkAssessment.TakesStatements(catalogue, control))
                problems.Add(Messages.Warning("SB9324", file, 0, 0, statement.Control));
            else if (StatementVerdict.Objection(statement, today) is { } objection)
                problems.Add(Messages.Warning(objection.Code, file, 0, 0, statement.Control, statement.Name,
                    StatementVerdict.Text(objection.Code == "SB9323" ? statement.Date : statement.LastDay)));
        }
        return problems.ToImmutable();
    }

    static Catalogue? Find(string id, ImmutableArray<AssessedCatalogue> catalogues)
    {
        foreach (var assessed in catalogues.IsDefault ? [] : catalogues)
        {
            if (assessed.Catalogue.Id == id)
                return assessed.Catalogue;
        }
        return CatalogueLibrary.ById(id);
    }
}
