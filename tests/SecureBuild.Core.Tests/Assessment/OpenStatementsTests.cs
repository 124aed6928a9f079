using SecureBuild.Assessment;
using SecureBuild.Catalogues;

namespace SecureBuild.Core.Tests.Assessment;

/// <summary>A person is asked only what no evidence can show, and only once.</summary>
public sealed class OpenStatementsTests
{
    [Fact]
    public void Nobody_is_asked_about_what_a_build_shows_or_about_groups()
    {
        var open = OpenStatements.Of(AssessedCatalogue.All, [], RandomEvidence.Today);

        Assert.NotEmpty(open);
        Assert.All(open, item => Assert.True(item.Control.Automation is Automation.Human or Automation.Mixed, item.Name));
        Assert.DoesNotContain(open, item => item.Name is "nist-ssdf/PW.6.2" or "nist-ssdf/PO.2" or "cisa-ssda-common-form/III");
        // The SSDF has 42 tasks, of which a build shows 5 by itself.
        Assert.Equal(37, open.Count(item => item.Catalogue.Id == "nist-ssdf"));
    }

    [Fact]
    public void Who_answered_is_not_asked_again_until_the_answer_expires()
    {
        var statement = Says("nist-ssdf/PO.2.2");
        Assert.DoesNotContain(OpenStatements.Of(AssessedCatalogue.Default, [statement], RandomEvidence.Today), item => item.Name == statement.Control);

        var later = OpenStatements.Of(AssessedCatalogue.Default, [statement], new(2027, 11, 2)).Single(item => item.Name == statement.Control);
        Assert.Equal("Hanako", later.Earlier?.Name);
        Assert.Contains(later.Why, why => why.En.Contains("expired on 2027-11-01", StringComparison.Ordinal));
    }

    [Fact]
    public void Stated_SSDF_tasks_answer_for_what_rests_on_them_but_not_for_what_only_a_person_can_state()
    {
        // III.1.a rests on PO.5.1 and a build shows a part of it; III.1.b rests on the same task, and only a person can state it.
        var open = OpenStatements.Of(AssessedCatalogue.Default, [Says("nist-ssdf/PO.5.1")], RandomEvidence.Today).Select(item => item.Name).ToArray();

        Assert.DoesNotContain("cisa-ssda-common-form/III.1.a", open);
        Assert.Contains("cisa-ssda-common-form/III.1.b", open);
        Assert.Contains("cisa-ssda-common-form/III.1.a", OpenStatements.Of(AssessedCatalogue.Default, [], RandomEvidence.Today).Select(item => item.Name));
    }

    static PersonStatement Says(string control) => new(control, ControlStatus.Stated, "Hanako", "Head of development", new(2026, 11, 1), new(2027, 11, 1), null, null);
}
