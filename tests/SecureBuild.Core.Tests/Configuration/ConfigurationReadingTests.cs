using System.Text;
using SecureBuild.Assessment;
using SecureBuild.Configuration;
using SecureBuild.Testing;

namespace SecureBuild.Core.Tests.Configuration;

public sealed class ConfigurationReadingTests
{
    [Fact]
    public void Everything_that_is_written_is_read()
    {
        var result = Read("""
            // a comment
            {
              "$schema": "./securebuild.schema.json",
              "product": { "name": "住民ポータル", "version": "2.3.0", "description": "For citizens." },
              "supplier": {
                "name": { "en": "Example, Inc.", "ja": "株式会社エグザンプル" }, /* both */
                "url": "https://example.jp", "country": "JP",
                "contact": { "name": "Desk", "email": "desk@example.jp", "phone": "+81 3 0000 0000" },
              },
              "contacts": {
                "security": { "email": "security@example.jp" },
                "support": { "url": "https://example.jp/support" },
                "disclosurePolicy": "https://example.jp/policy",
              },
              "statements": [
                {
                  "control": "nist-ssdf/PO.2.2", "status": "not-applicable", "by": { "name": "山田 花子", "role": "開発部長" },
                  "date": "2026-04-01", "expires": "2026-10-01", "reference": "Plan 3", "note": "No such role.",
                },
              ],
            }
            """);

        Assert.Empty(result.Problems);
        var read = result.Configuration!;
        Assert.Equal(new("住民ポータル", "2.3.0", "For citizens."), read.Product);
        Assert.Equal(new(new("Example, Inc.", "株式会社エグザンプル"), "https://example.jp", "JP", new("Desk", "desk@example.jp", "+81 3 0000 0000", null)), read.Supplier);
        Assert.Equal(new(new(null, "security@example.jp", null, null), new(null, null, null, "https://example.jp/support"), "https://example.jp/policy"), read.Contacts);
        Assert.Equal(
            new PersonStatement("nist-ssdf/PO.2.2", ControlStatus.NotApplicable, "山田 花子", "開発部長", new(2026, 4, 1), new(2026, 10, 1), "Plan 3", "No such role."),
            Assert.Single(read.Statements));
    }

    [Fact]
    public void The_sample_products_file_has_no_mistake() =>
        Assert.Empty(ProjectConfigurationFile.Read(Repository.PathOf("tests/Samples/GovPortal/securebuild.json")).Problems);

    [Fact]
    public void An_empty_object_says_nothing_and_is_no_mistake()
    {
        var result = Read("{}");

        Assert.Empty(result.Problems);
        Assert.Equal((null, null, null, 0), (result.Configuration!.Product, result.Configuration.Supplier, result.Configuration.Contacts, result.Configuration.Statements.Length));
    }

    [Fact]
    public void A_byte_order_mark_and_windows_line_ends_do_not_move_the_places()
    {
        var result = ProjectConfigurationFile.Read("securebuild.json", [.. Encoding.UTF8.Preamble, .. "{\r\n  \"x\": 1\r\n}"u8]);

        Assert.Equal((2, 3), result.Problems.Select(problem => (problem.Line, problem.Column)).Single());
    }

    [Fact]
    public void A_statement_ends_after_twelve_months_unless_it_says_otherwise() =>
        Assert.Equal(new(2029, 2, 28), Assert.Single(Read(Statement("2028-02-29")).Configuration!.Statements).Expires);

    [Fact]
    public void The_last_day_of_the_calendar_does_not_overflow() =>
        Assert.Equal(DateOnly.MaxValue, Assert.Single(Read(Statement("9999-12-31")).Configuration!.Statements).Expires);

    [Fact]
    public void A_supplier_named_in_one_language_is_named_in_both() =>
        Assert.Equal(new("株式会社エグザンプル", "株式会社エグザンプル"), Read("""{ "supplier": { "name": { "ja": "株式会社エグザンプル" } } }""").Configuration!.Supplier!.Name);

    [Fact]
    public void The_file_is_found_above_but_not_beyond_the_repository()
    {
        var root = Directory.CreateTempSubdirectory().FullName;
        var repository = Directory.CreateDirectory(Path.Combine(root, "repository")).FullName;
        var project = Directory.CreateDirectory(Path.Combine(repository, "src", "Portal")).FullName;
        File.WriteAllText(Path.Combine(root, "securebuild.json"), "{}");
        try
        {
            Assert.Null(ProjectConfigurationFile.FindAbove(project, repository));
            File.WriteAllText(Path.Combine(repository, "securebuild.json"), "{}");
            Assert.Equal(Path.Combine(repository, "securebuild.json"), ProjectConfigurationFile.FindAbove(project, repository));
            Assert.Null(ProjectConfigurationFile.FindAbove(project, stopAt: Path.Combine(root, "repo")));
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    static string Statement(string date) =>
        $$"""{ "statements": [ { "control": "nist-ssdf/PO.2.2", "status": "stated", "by": { "name": "N", "role": "R" }, "date": "{{date}}" } ] }""";

    static ConfigurationResult Read(string json) => ProjectConfigurationFile.Read("securebuild.json", Encoding.UTF8.GetBytes(json));
}
