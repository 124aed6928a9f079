using SecureBuild.Assessment;
using SecureBuild.Submission;
using SecureBuild.Verification;
using static SecureBuild.Core.Tests.Submission.SolutionFolder;

namespace SecureBuild.Core.Tests.Submission;

public sealed class ProductReaderTests
{
    [Fact]
    public void Every_build_below_a_solution_is_a_part_of_the_product()
    {
        using var solution = Portal();
        var product = Read(solution.Root);

        Assert.Equal(["Portal.Core (net10.0)", "Portal.Core (net8.0)", "Portal.Web"], product.Projects.Select(project => project.Key));
        Assert.Equal(("市民ポータル", "1.2.0", "株式会社サンプル"), (product.Name.Value, product.Version.Value, product.Supplier.Value));
        Assert.All(product.Projects, project => Assert.Equal(2, project.Summary.Outputs.Length));
        Assert.Equal("2026-11-22T04:21:00Z", Clock.Format(product.Time));
    }

    [Fact]
    public void The_worst_status_counts_and_each_projects_own_is_kept()
    {
        using var solution = Portal();
        var framework = Assert.Single(Read(solution.Root).Frameworks);
        var control = framework.Controls.Single(control => control.Id == "PW.6.2");

        Assert.Equal(ControlStatus.Partly, control.Status);
        Assert.Equal(["Portal.Core (net8.0)"], control.Deciding.Select(project => project.Project));
        Assert.Equal([ControlStatus.MetByEvidence, ControlStatus.Partly, ControlStatus.MetByEvidence], control.Projects.Select(project => project.Status));
        Assert.Equal("Not deterministic.", control.Projects[1].Reasons[0].En);
        Assert.Equal(("PW.6", false), (control.Parent, control.IsGroup));
        Assert.Equal((1, 1, 1), (framework.Count(ControlStatus.Partly), framework.Count(ControlStatus.Stated), framework.Count(ControlStatus.NotAssessed)));
    }

    [Fact]
    public void Nothing_known_is_worse_than_a_part_and_a_contradiction_travels_up()
    {
        using var solution = new SolutionFolder();
        solution.Add(new("A") { Controls = [new("PW.6.2", ControlStatus.Partly, false, [], [], null), Stated("PO.2.1") with { Conflict = true }] });
        solution.Add(new("B") { Controls = [Unknown("PW.6.2"), Stated("PO.2.1")] });
        var product = Read(solution.Root);

        Assert.Equal(ControlStatus.NotAssessed, product.Frameworks[0].Controls[0].Status);
        Assert.True(product.Frameworks[0].Controls[1].Conflict);
        Assert.Equal(["A"], product.Open.Single(item => item.Kind == OpenKind.ControlConflict).Projects);
    }

    [Fact]
    public void A_project_that_was_not_held_against_a_catalogue_counts_as_not_assessed()
    {
        using var solution = new SolutionFolder();
        solution.Add(new("A") { Assessed = true });
        solution.Add(new("B") { Controls = [Met("PW.6.2")] });
        var product = Read(solution.Root);

        var form = product.Frameworks.Single(framework => framework.Id == "cisa-ssda-common-form");
        Assert.All(form.Leaves.Select(control => control.Projects.Single(project => project.Project == "B")), project => Assert.Equal((ControlStatus.NotAssessed, false), (project.Status, project.WasAssessed)));
        // Of one catalogue in two versions of the file there are two entries: nobody mixes them.
        Assert.Equal(2, product.Frameworks.Count(framework => framework.Id == "nist-ssdf"));
    }

    [Fact]
    public void Contradicting_declarations_are_shown_and_none_is_chosen()
    {
        using var solution = new SolutionFolder();
        solution.Add(new("A"));
        solution.Add(new("B"));
        solution.Add(new("C") { Product = new("Other", "2.0.0", null, null) });
        var product = Read(solution.Root);

        Assert.Null(product.Name.Value);
        Assert.Equal("市民ポータル / Other", product.Title);
        Assert.Equal([("市民ポータル", "A B"), ("Other", "C")], product.Name.Values.Select(value => (value.Value, string.Join(' ', value.Projects))));
        Assert.Equal("株式会社サンプル", product.Supplier.Value);
        Assert.Contains(product.Open, item => item is { Kind: OpenKind.DeclarationConflict, Subject: "version" });

        var stated = ProductReader.Read(new([solution.Root]) { Name = "Portal", Version = "3" }).Product!;
        Assert.Equal(("Portal", "3"), (stated.Name.Value, stated.Version.Value));
        Assert.DoesNotContain(stated.Open, item => item.Kind == OpenKind.DeclarationConflict);
    }

    [Fact]
    public void Test_projects_other_configurations_copies_and_earlier_packages_do_not_count()
    {
        using var solution = new SolutionFolder();
        var output = solution.Add(new("Portal"));
        solution.Add(new("Portal.Tests") { IsTest = true });
        solution.Add(new("Portal") { Configuration = "Debug" });
        CopyFolder(Path.Combine(output, "securebuild"), solution["copy"]);
        CopyFolder(Path.Combine(output, "securebuild"), solution["packed"]);
        solution.Write("packed/" + SubmissionFiles.Manifest, "{}"u8);

        var both = ProductReader.Read(new([solution.Root]));
        Assert.Equal((null, VerificationOutcome.NotSatisfied, "SB9731"), (both.Product, both.Outcome, Assert.Single(both.Problems).Code));

        var product = ProductReader.Read(new([solution.Root]) { Configuration = "release" }).Product!;
        Assert.Equal("Portal", Assert.Single(product.Projects).Key);
        Assert.Equal([("src/Portal.Tests/Portal.Tests.csproj", LeftOutReason.TestProject), ("src/Portal/Portal.csproj", LeftOutReason.OtherConfiguration)],
            product.LeftOut.Select(build => (build.Project, build.Why)).Order());
    }

    [Fact]
    public void The_bills_of_materials_are_one_and_every_supplier_has_its_source()
    {
        using var solution = Portal();
        var product = Read(solution.Root);

        Assert.Equal(["Contoso.Json", "Nobody"], product.Sbom!.Components.Where(component => component.Purl?.StartsWith("pkg:nuget", StringComparison.Ordinal) == true).Select(component => component.Name));
        Assert.Equal([("Contoso", "nuspec-authors"), (null, "unknown:none-declared")], product.Suppliers.Select(supplier => (supplier.Name, Assert.Single(supplier.Components).Source)));
        Assert.Equal(["nuget.audit"], product.Gaps.Select(gap => gap.Fact));
        Assert.Equal(3, product.Gaps[0].Missing.Length);
    }

    [Fact]
    public void For_others_the_content_of_internal_files_is_gone_and_its_figures_stay()
    {
        using var solution = Portal();
        var project = Read(solution.Root).Projects[0];
        var others = Read(solution.Root).ForOthers.Projects[0];

        Assert.False(project.AnalysisLog.IsEmpty);
        Assert.True(others.AnalysisLog.IsEmpty);
        Assert.False(others.Evidence.IsEmpty);
        Assert.Equal("SB2001", Assert.Single(others.Summary.Analysis!.Findings).Rule);
        Assert.Equal(FileClass.Internal, others.Files.Single(file => file.Role == ProductFileRole.Analysis).Class);
    }

    [Fact]
    public void What_is_open_names_the_changed_and_the_missing_file_and_the_missing_signature()
    {
        using var solution = Portal();
        var artifacts = solution["src/Portal.Web/bin/Release/net10.0/securebuild/"];
        File.AppendAllText(artifacts + "Portal.Web.THIRD-PARTY-NOTICES.txt", "more");
        File.Delete(artifacts + "Portal.Web.cdx.json");
        var open = Read(solution.Root).Open;

        Assert.Equal(OpenKind.FileDifferent, open[0].Kind);
        Assert.Equal("Portal.Web.THIRD-PARTY-NOTICES.txt", open[0].Subject);
        Assert.Equal(["Portal.Web.cdx.json"], open.Where(item => item.Kind == OpenKind.FileMissing).Select(item => item.Subject));
        Assert.Equal(3, open.Single(item => item.Kind == OpenKind.Unsigned).Projects.Length);
        Assert.All(open, item => Assert.DoesNotContain(solution.Root, item.Text.En + item.Text.Ja, StringComparison.Ordinal));
    }

    [Fact]
    public void A_build_that_cannot_be_read_makes_no_product()
    {
        using var solution = Portal();
        File.WriteAllText(solution["src/Portal.Web/bin/Release/net10.0/securebuild/Portal.Web.intoto.jsonl"], "{");
        var reading = ProductReader.Read(new([solution.Root]));

        Assert.Null(reading.Product);
        Assert.Equal(VerificationOutcome.TamperedOrUnreadable, reading.Outcome);
    }

    static Product Read(string path)
    {
        var reading = ProductReader.Read(new([path]));
        Assert.Empty(reading.Problems);
        return reading.Product!;
    }

    static void CopyFolder(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }
}
