using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SecureBuild.Rendering.Report;
using SecureBuild.Submission;
using SecureBuild.Verification;

namespace SecureBuild.Core.Tests.Rendering.Report;

/// <summary>What can be said of the report without a browser.</summary>
public sealed partial class ReportPageTests
{
    [Fact]
    public void The_same_product_gives_the_same_bytes() => Assert.Equal(Page(ReportModel.Of(ReportProducts.Portal())), Page(ReportModel.Of(ReportProducts.Portal())));

    [Fact]
    public void The_policy_allows_the_page_s_own_script_and_style_and_nothing_else()
    {
        var page = Page(ReportModel.Of(ReportProducts.Portal()));
        var policy = System.Net.WebUtility.HtmlDecode(Policy().Match(page).Groups[1].Value);

        Assert.StartsWith("default-src 'none'; script-src 'sha256-", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy);
        Assert.Contains(Source(page, "<script>", "</script>"), policy);
        Assert.Contains(Source(page, "<style>", "</style>"), policy);
    }

    [Fact]
    public void A_page_that_was_only_read_says_so_and_an_unsigned_one_is_a_draft()
    {
        var page = Page(ReportModel.Of(ReportProducts.Portal()));

        Assert.Contains("Reading is not verifying.", page);
        Assert.Contains("読み取りは検証ではありません。", page);
        Assert.Contains("class=\"draft unsigned\"", page);
        Assert.DoesNotContain("class=\"draft unsigned\"", Page(ReportModel.Of(ReportProducts.Portal(signed: true))));
    }

    [Theory]
    [InlineData(VerificationOutcome.Satisfied, "Verified by whoever made this page", "Verification failed")]
    [InlineData(VerificationOutcome.NotSatisfied, "Verification failed", "Verified by whoever made this page")]
    [InlineData(VerificationOutcome.TamperedOrUnreadable, "Verification failed", "Verified by whoever made this page")]
    public void What_came_of_verification_is_told_as_the_word_of_whoever_made_the_page(VerificationOutcome outcome, string said, string unsaid)
    {
        var report = new VerificationReport(outcome, [new("signature", "Portal.intoto.jsonl", CheckResult.Passed, "The signature is right.")], []);
        var page = Page(ReportModel.Of(ReportProducts.Portal(signed: true), [new("Portal.Web", report)]));

        Assert.Contains(said, page);
        Assert.DoesNotContain(unsaid, page);
        Assert.Contains("The signature is right.", page);
    }

    [Fact]
    public void Where_nothing_is_known_no_number_stands_for_it()
    {
        var page = Page(ReportModel.Of(ReportProducts.Unknown()));

        Assert.DoesNotContain("<b>0</b>", page);
        Assert.Equal(3, Regex.Count(page, "class=\"figure unknown\""));
        Assert.Contains("No supplier is named.", page);
        Assert.Contains("この報告書が示さないこと", page);
    }

    [Fact]
    public void What_is_marked_internal_stays_out_unless_asked_for_and_then_the_page_says_so()
    {
        var portal = ReportProducts.Portal();
        var product = portal with { Projects = [.. portal.Projects.Select(project => project with { Files = [.. project.Files.Select(file => file with { Class = FileClass.Internal })] })] };
        var page = Page(ReportModel.Of(product));
        var own = Page(ReportModel.Of(product, withInternal: true));

        Assert.DoesNotContain("CommandText", page);
        Assert.Contains("marked internal by the supplier", page);
        Assert.Contains("CommandText", own);
        Assert.Contains("INTERNAL – NOT FOR OTHERS", own);
    }

    [Fact]
    public void Known_vulnerabilities_of_which_the_evidence_is_withheld_are_still_counted()
    {
        var portal = ReportProducts.Portal();
        var model = ReportModel.Of(portal with { Projects = [.. portal.Projects.Select(static project => project with { Evidence = default })] });

        Assert.Equal(1, model.Vulnerabilities.Count);
        Assert.DoesNotContain(model.Components, static component => component.Vulnerability is not null);
        Assert.Contains("Which packages that are is not shown to you", Page(model));
    }

    [Fact]
    public void Code_is_shown_where_the_log_carries_it_with_the_line_and_a_silenced_finding_with_its_reason()
    {
        var page = Page(ReportModel.Of(ReportProducts.Portal()));

        Assert.Contains(Marked().Matches(page), match => match.Value.Contains("select * from citizen", StringComparison.Ordinal));
        // The steps of the value's way, in their order, and other tools' findings behind ours.
        Assert.Matches("(?s)Comes in.*Search\\.cshtml\\.cs:31.*Goes on.*Citizens\\.cs:8.*Is used.*Login\\.cs:12.*Findings of other tools.*OtherScan 4\\.2.*A cipher with a short key", page);
        Assert.Contains("The value is a constant of ours.", page);
        Assert.Contains("No reason given", page);
    }

    [Fact]
    public void The_data_inside_the_page_cannot_end_its_element_and_says_what_the_product_says()
    {
        var model = ReportModel.Of(ReportProducts.HostileOne());
        var page = Page(model);
        var data = Data().Match(page).Groups[1].Value;

        Assert.DoesNotMatch("[<>&\u2028\u2029]", data);
        var components = JsonNode.Parse(data)!["components"]!.AsArray();
        Assert.Equal(model.Components.Length, components.Count);
        Assert.Contains(components, component => (string)component!["n"]! == "</script><script>window.pwned=1</script>");
    }

    [Fact]
    public void Two_thousand_components_take_less_than_five_megabytes() =>
        Assert.InRange(ReportPage.Render(ReportModel.Of(ReportProducts.Portal(components: 2000)), "en").Length, 500_000, 5_000_000);

    [Fact]
    public void Every_text_of_the_report_is_used_or_named_by_data()
    {
        var sources = string.Concat(Directory.EnumerateFiles(Testing.Repository.PathOf("src/SecureBuild.Core/Rendering/Report"), "*.cs").Select(File.ReadAllText));
        var texts = System.Xml.Linq.XDocument.Load(Testing.Repository.PathOf("src/SecureBuild.Core/Rendering/Report/ReportTexts.resx")).Root!.Elements("data").Select(text => text.Attribute("name")!.Value);
        string[] named = ["Section_", "Source_", "Open_", "Fact_", "Trust_", "Class_", "File_", "Verify_", "LeftOut_", "Silenced_", "Code_", "Scope_"];

        Assert.DoesNotContain(texts, text => !sources.Contains($"\"{text}\"", StringComparison.Ordinal) && !named.Any(start => text.StartsWith(start, StringComparison.Ordinal)));
    }

    static string Page(ReportModel model) => Encoding.UTF8.GetString(ReportPage.Render(model, "en"));

    static string Source(string page, string from, string to)
    {
        var start = page.LastIndexOf(from, StringComparison.Ordinal) + from.Length;
        return $"'sha256-{Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(page[start..page.IndexOf(to, start, StringComparison.Ordinal)])))}'";
    }

    [GeneratedRegex("http-equiv=\"Content-Security-Policy\" content=\"([^\"]*)\"")]
    private static partial Regex Policy();

    [GeneratedRegex("<mark>.*?</mark>", RegexOptions.Singleline)]
    private static partial Regex Marked();

    [GeneratedRegex("<script type=\"application/json\" id=\"data\">(.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex Data();
}
