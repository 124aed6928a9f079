using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using SecureBuild.Assessment;
using SecureBuild.Attestation;
using SecureBuild.Catalogues;
using SecureBuild.Core.Tests.Submission;
using SecureBuild.Rendering.Forms;
using SecureBuild.Signing;
using SecureBuild.Submission;
using static SecureBuild.Core.Tests.Rendering.Forms.SampleForms;

namespace SecureBuild.Core.Tests.Rendering.Forms;

public sealed partial class FormPageTests
{
    static readonly SubmissionForm s_cisa = SubmissionForm.Find("cisa")!;
    static readonly SubmissionForm s_jp = SubmissionForm.Find("jp")!;

    public static TheoryData<string, string> Pages => new() { { "cisa", "en" }, { "cisa", "ja" }, { "jp", "en" }, { "jp", "ja" } };

    [Theory, MemberData(nameof(Pages))]
    public void Every_item_of_the_catalogue_is_a_row_and_no_box_is_ticked_for_anybody(string name, string language)
    {
        var form = SubmissionForm.Find(name)!;
        var page = Render(Held(form, static _ => null), form, language);

        Assert.Equal(CatalogueLibrary.ById(form.Catalogue)!.Controls.Select(control => control.Id), Rows(page).Select(row => row.Id.TrimEnd('*', '†')));
        Assert.DoesNotContain("✓", page);
        Assert.Contains($"<html lang=\"{language}\">", page);
        Assert.Contains($"<h1 lang=\"{form.OfficialLanguage}\">{form.OfficialTitle}</h1>", page);
        Assert.True(BalancedTags(page), "tags");
    }

    [Theory, MemberData(nameof(Pages))]
    public void Unsigned_every_page_bears_the_mark_of_a_draft_in_both_languages(string name, string language)
    {
        var form = SubmissionForm.Find(name)!;
        var page = Render(Held(form, static _ => null), form, language);

        Assert.Contains("<body class=\"draft\">", page);
        Assert.Equal(2, Regex.Count(page, Regex.Escape(">DRAFT – NOT SIGNED / 草案・未署名<")));
        Assert.Contains($"@top-right {{ content: {FormStyle.Quoted("DRAFT – NOT SIGNED / 草案・未署名")};", page);
    }

    [Fact]
    public void A_project_without_an_attestation_is_on_the_first_page()
    {
        var product = SampleForms.Held(SubmissionForm.Find("cisa")!, _ => null);

        var page = Encoding.UTF8.GetString(FormPage.Render(product with { LeftOut = [new("src/Legacy/Legacy.csproj", null, null, LeftOutReason.NotAttested)] }, SubmissionForm.Find("cisa")!, "ja"));

        Assert.Contains("src/Legacy/Legacy.csproj", page);
        Assert.Contains("自己証明書のないプロジェクト", page);
        Assert.DoesNotContain("自己証明書のないプロジェクト", Encoding.UTF8.GetString(FormPage.Render(product, SubmissionForm.Find("cisa")!, "ja")));
    }

    [Fact]
    public void Signed_it_names_who_signed_and_that_nothing_was_verified_here()
    {
        using var solution = new SolutionFolder();
        solution.Add(new("A") { Controls = [SolutionFolder.Met("PW.6.2")] }, signed: true);
        var product = Held(s_cisa, static _ => null, solution);

        var build = Render(product, s_cisa, "en");
        Assert.DoesNotContain("DRAFT", build);
        Assert.Contains($"Signed as the build, not by a person, key {SolutionFolder.Key.KeyId[..16]}, 2026-11-22 04:21 UTC; signature not verified on this page", build);

        Signatory person = new("山田 太郎", "代表取締役", "1.2.0", new(2026, 11, 22));
        product = product with { Projects = [.. product.Projects.Select(project => project with { Signatory = person })] };
        Assert.Contains($"署名者: 山田 太郎（代表取締役）、鍵 {SolutionFolder.Key.KeyId[..16]}、2026-11-22（令和8年11月22日）", Render(product, s_cisa, "ja"));
        // The lines on paper are still empty: what somebody signed electronically is not a signature on this sheet.
        Assert.Equal(s_cisa.Signature.Length, Regex.Count(Render(product, s_cisa, "ja"), "</th>\n<td></td></tr>"));
    }

    [Fact]
    public void A_number_is_the_sources_only_where_the_catalogue_confirms_it()
    {
        var cisa = Rows(Render(Held(s_cisa, static _ => null), s_cisa, "en"));
        Assert.Contains("III.1.a", cisa.Select(row => row.Id));
        Assert.Contains("III.notify*", cisa.Select(row => row.Id));
        var jp = Rows(Render(Held(s_jp, static _ => null), s_jp, "ja"));
        Assert.Contains("(1)-1†", jp.Select(row => row.Id));
        Assert.Contains("u-1.coding*", jp.Select(row => row.Id));
        Assert.All(jp, row => Assert.Matches(@"[*†]$", row.Id));
    }

    [Fact]
    public void The_box_is_ticked_only_where_a_person_states_the_item_for_every_build()
    {
        PersonStatement said = new("x", ControlStatus.Stated, "山田 太郎", "品質保証部長", new(2026, 11, 1), new(2027, 11, 1), "記録 7", null);
        var all = Render(Held(s_cisa, id => id == "III.1.b" ? _ => Of(ControlStatus.Stated, said) : null), s_cisa, "ja");
        Assert.Contains("✓", Row(all, "III.1.b"));
        Assert.Contains("山田 太郎", Row(all, "III.1.b"));
        Assert.Contains("品質保証部長", Row(all, "III.1.b"));
        Assert.Contains("2026-11-01（令和8年11月1日）", Row(all, "III.1.b"));
        Assert.Contains("記録 7", Row(all, "III.1.b"));
        Assert.DoesNotContain("class=\"blank\"", Row(all, "III.1.b"));
        Assert.Equal(1, Regex.Count(all, "✓"));

        foreach (var other in (Func<int, ProjectStatus>[])
        [
            project => project == 0 ? Of(ControlStatus.Stated, said) : Of(ControlStatus.NotAssessed, null),
            _ => Of(ControlStatus.Partly, said with { Status = ControlStatus.Partly }),
            _ => Of(ControlStatus.Stated, said) with { Conflict = true },
            _ => Of(ControlStatus.MetByEvidence, null),
            // What nobody stated, only an attestation claims.
            _ => Of(ControlStatus.Stated, null),
        ])
            Assert.DoesNotContain("✓", Render(Held(s_cisa, id => id == "III.1.b" ? other : null), s_cisa, "en"));
    }

    [Fact]
    public void Builds_that_differ_are_told_apart_and_those_that_agree_are_told_once()
    {
        var page = Render(Held(s_cisa, id => id == "III.2" ? project => project == 1 ? Of(ControlStatus.NotMet, null, new Bilingual("No audit.", "監査がありません。")) : Of(ControlStatus.MetByEvidence, null, new Bilingual("Audited.", "監査があります。")) : null), s_cisa, "en");
        var row = System.Net.WebUtility.HtmlDecode(Row(page, "III.2"));

        Assert.True(row.IndexOf("× not met: Portal.Core (net8.0)", StringComparison.Ordinal) is > 0 and var worst && worst < row.IndexOf("● met by evidence: Portal.Core (net10.0), Portal.Web", StringComparison.Ordinal));
        Assert.Equal(1, Regex.Count(row, "Audited\\."));
        Assert.Contains("<span class=\"sign\">×</span>", row);
    }

    [Theory, MemberData(nameof(Pages))]
    public void What_others_wrote_stays_text_in_markup_and_in_style(string name, string language)
    {
        var form = SubmissionForm.Find(name)!;
        var page = Render(SampleForms.Hostile(form), form, language);

        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain('\u202e', page);
        Assert.Equal(1, Regex.Count(page, "</style>"));
        Assert.True(BalancedTags(page), "tags");
        Assert.True(Regex.Count(page, "&lt;script&gt;") > 20);
        Assert.DoesNotContain("alert(1)", Style(page));
    }

    [Theory, MemberData(nameof(Pages))]
    public void Nothing_runs_and_nothing_is_fetched_and_the_style_is_the_one_that_the_policy_names(string name, string language)
    {
        var form = SubmissionForm.Find(name)!;
        var page = Render(Held(form, static _ => null), form, language);

        var hash = "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style(page))));
        Assert.Contains($"content=\"default-src 'none'; style-src '{hash}'; base-uri 'none'; form-action 'none'\"", page);
        Assert.DoesNotMatch(@"<script|<link|<iframe|<object|<form|\s(on\w+|style|src|href|action)\s*=|@import|url\(", page);
        Assert.Equal(page, Render(Held(form, static _ => null), form, language));
    }

    [Fact]
    public void The_suppliers_name_stands_in_the_script_of_the_page_first()
    {
        var product = Held(s_jp, static _ => null);
        product = product with
        {
            Supplier = new([new("Shiyakusho Systems K.K.", [])]),
            Projects = [.. product.Projects.Select(project => project with { Summary = project.Summary with { Product = new(null, null, "Shiyakusho Systems K.K.", null) { SupplierInJapanese = "市役所システムズ株式会社" } } })],
        };

        Assert.Contains("<p>市役所システムズ株式会社</p>\n<p>Shiyakusho Systems K.K.</p>", Render(product, s_jp, "ja"));
        Assert.Contains("<p>Shiyakusho Systems K.K.</p>\n<p>市役所システムズ株式会社</p>", Render(product, s_jp, "en"));
    }

    [Fact]
    public void Without_the_catalogue_or_with_two_editions_there_is_no_form()
    {
        var product = Held(s_cisa, static _ => null);
        Assert.Equal("SB9801", Assert.Throws<ProblemException>(() => FormPage.Render(product, s_jp, "en")).Problem.Code);
        product = product with { Frameworks = [.. product.Frameworks, .. product.Frameworks.Where(framework => framework.Id == s_cisa.Catalogue)] };
        Assert.Equal("SB9802", Assert.Throws<ProblemException>(() => FormPage.Render(product, s_cisa, "en")).Problem.Code);
    }

    [Theory]
    [InlineData(2019, 4, 30, "2019-04-30")]
    [InlineData(2019, 5, 1, "2019-05-01（令和元年5月1日）")]
    [InlineData(2020, 1, 1, "2020-01-01（令和2年1月1日）")]
    public void The_era_is_written_from_its_first_day_on(int year, int month, int day, string expected) => Assert.Equal(expected, ReiwaDate.Of(new DateOnly(year, month, day), "ja"));

    static string Render(Product product, SubmissionForm form, string language) => Encoding.UTF8.GetString(FormPage.Render(product, form, language));

    static string Style(string page) => Regex.Match(page, "<style>(.*?)</style>", RegexOptions.Singleline).Groups[1].Value;

    static (string Id, string Content)[] Rows(string page) =>
        [.. RowPattern.Matches(page).Select(row => (row.Groups[1].Value, row.Value))];

    static string Row(string page, string id) => Rows(page).Single(row => row.Id == id).Content;

    static bool BalancedTags(string page)
    {
        var open = new Stack<string>();
        foreach (Match tag in Regex.Matches(page.Replace(Style(page), "", StringComparison.Ordinal), @"<(/?)([a-z][a-z0-9]*)[^>]*>"))
        {
            var name = tag.Groups[2].Value;
            if (name == "meta")
                continue;
            if (tag.Groups[1].Length == 0)
                open.Push(name);
            else if (open.Count == 0 || open.Pop() != name)
                return false;
        }
        return open.Count == 0;
    }

    [GeneratedRegex("<tr class=\"(?:item|group)[^\"]*\"><th scope=\"row\">(.*?)</th>.*?</tr>", RegexOptions.Singleline)]
    private static partial Regex RowPattern { get; }
}
