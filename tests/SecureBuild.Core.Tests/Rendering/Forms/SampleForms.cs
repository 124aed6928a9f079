using System.Collections.Immutable;
using SecureBuild.Assessment;
using SecureBuild.Catalogues;
using SecureBuild.Core.Tests.Submission;
using SecureBuild.Rendering.Forms;
using SecureBuild.Submission;

namespace SecureBuild.Core.Tests.Rendering.Forms;

/// <summary>Products held against a form's catalogue.</summary>
static class SampleForms
{
    const string HostileText = "</style></td><script>alert(1)</script><img src=x onerror=alert(1)>\"'&\u202e\\";

    public static Product Held(SubmissionForm form, Func<string, Func<int, ProjectStatus>?> status)
    {
        using var solution = SolutionFolder.Portal();
        return Held(form, status, solution);
    }

    /// <summary>The product of a solution, held against a form's catalogue with these statuses; not assessed where none is given.</summary>
    public static Product Held(SubmissionForm form, Func<string, Func<int, ProjectStatus>?> status, SolutionFolder solution)
    {
        var product = ProductReader.Read(new([solution.Root])).Product!;
        var catalogue = CatalogueLibrary.ById(form.Catalogue)!;
        var controls = catalogue.Controls.Select(control =>
        {
            ImmutableArray<ProjectStatus> projects = [.. product.Projects.Select((project, index) => (status(control.Id)?.Invoke(index) ?? Of(ControlStatus.NotAssessed, null)) with { Project = project.Key })];
            return new ProductControl(control.Id, control.Parent, catalogue.HasBelow(control.Id), control.Title, control.Summary, StatusOrder.Worst(projects.Select(project => project.Status))!.Value, projects.Any(project => project.Conflict), projects);
        });
        return product with { Frameworks = [.. product.Frameworks, new(catalogue.Id, catalogue.Version, catalogue.Sha256, catalogue.Title, [.. controls])] };
    }

    public static ProjectStatus Of(ControlStatus status, PersonStatement? statement, params ImmutableArray<Bilingual> reasons) => new("", status, false, true, [], reasons, statement);

    /// <summary>Whatever others can write is markup, script or a change of direction.</summary>
    public static Product Hostile(SubmissionForm form)
    {
        PersonStatement said = new("x", ControlStatus.Stated, HostileText, HostileText, new(2026, 11, 1), new(2027, 11, 1), HostileText, HostileText) { ReferenceSha256 = HostileText };
        var product = Held(form, _ => _ => Of(ControlStatus.Stated, said, new Bilingual(HostileText, HostileText)));
        return product with
        {
            Name = new([new(HostileText, []), new("B", [HostileText])]), Version = new([new(HostileText, [])]), Supplier = new([new(HostileText, [])]), Contact = new([new(HostileText, [])]), Limits = [new(HostileText, HostileText)],
            Projects = [.. product.Projects.Select(project => project with { Key = HostileText, ConflictReason = HostileText, Signatory = new(HostileText, HostileText, HostileText, default), Summary = project.Summary with { Signature = new(true, [HostileText]) } })],
            Frameworks = [.. product.Frameworks.Select(framework => framework with { SourceStatus = HostileText, Version = HostileText, CatalogueSha256 = HostileText, Controls = framework.Controls.Add(framework.Controls[0] with { Id = HostileText, Title = new(HostileText, HostileText) }) })],
        };
    }
}
