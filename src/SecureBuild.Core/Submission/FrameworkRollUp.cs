using System.Collections.Immutable;
using SecureBuild.Assessment;
using SecureBuild.Catalogues;
using SecureBuild.Exchange;

namespace SecureBuild.Submission;

/// <summary>Statuses of many builds to those of one product: the worst counts, and each build's own is kept.</summary>
static class FrameworkRollUp
{
    public static ImmutableArray<ProductFramework> Of(ImmutableArray<KeyedBuild> builds)
    {
        var all = builds.SelectMany(static build => build.Build.Attested.Frameworks.Select(framework => (build.Key, build.Build, Framework: framework)));
        return
        [
            .. all.GroupBy(static item => (item.Framework.Framework, item.Framework.Version, item.Framework.CatalogueSha256)).Select(group =>
            {
                var first = group.First();
                var used = first.Build.Catalogues.GetValueOrDefault(first.Framework.Framework);
                var read = first.Build.Summary.Frameworks.FirstOrDefault(summary => summary.Id == first.Framework.Framework && summary.Version == first.Framework.Version);
                var own = group.ToDictionary(static item => item.Key, static item => item.Framework.Controls.DistinctBy(control => control.Control).ToDictionary(control => control.Control, StringComparer.Ordinal), StringComparer.Ordinal);
                return new ProductFramework(
                    first.Framework.Framework, first.Framework.Version, first.Framework.CatalogueSha256, used?.Title ?? new(first.Framework.Framework, first.Framework.Framework),
                    [.. group.SelectMany(static item => item.Framework.Controls).Select(static control => control.Control).Distinct(StringComparer.Ordinal).Select(id => Control(id, used, builds, own))])
                {
                    SourceStatus = read?.SourceStatus,
                    SourceChecked = read?.SourceChecked,
                    Note = used?.Note,
                    IsForeign = used?.IsForeign == true,
                    CanBeSigned = read?.SourceStatus is { } source ? Catalogue.IsSettled(source) : used?.CanBeSigned != false,
                };
            }),
        ];
    }

    static ProductControl Control(string id, Catalogue? catalogue, ImmutableArray<KeyedBuild> builds, Dictionary<string, Dictionary<string, ControlResult>> own)
    {
        ImmutableArray<ProjectStatus> projects = [.. builds.Select(build => Status(build.Key, own.GetValueOrDefault(build.Key)?.GetValueOrDefault(id)))];
        var known = catalogue?[id];
        return new(
            id, known?.Parent, catalogue?.HasBelow(id) == true, known?.Title ?? new(id, id), known?.Summary,
            StatusOrder.Worst(projects.Select(static project => project.Status)) ?? ControlStatus.NotApplicable, projects.Any(static project => project.Conflict), projects)
        {
            HasOwnId = known?.HasOwnId == true,
            FromMemory = known?.Confidence == "memory",
        };
    }

    static ProjectStatus Status(string key, ControlResult? result) => result is null
        ? new(key, ControlStatus.NotAssessed, false, false, [], [], null)
        : new(key, result.Status, result.Conflict, true, result.Facts, result.Reasons, result.StatedBy);
}
