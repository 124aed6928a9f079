using SecureBuild.Assessment;
using SecureBuild.Configuration;

namespace SecureBuild.Core.Tests.Configuration;

/// <summary>Every mistake a person can make in securebuild.json, one by one, with its place.</summary>
public sealed class ConfigurationMistakesTests
{
    const string Good = """
        "control": "nist-ssdf/PO.2.2", "status": "stated", "by": { "name": "Hanako Yamada", "role": "CISO" }, "date": "2026-04-01"
        """;

    [Theory]
    // Syntax: the place is where the reader gave up.
    [InlineData("""{ "product": { "name" "Portal" } }""", "SB9101", 1, 23)]
    [InlineData("""{ "product": { "name": "Portal" }""", "SB9101", 1, 34)]
    [InlineData("""{ } { }""", "SB9101", 1, 5)]
    [InlineData("", "SB9101", 1, 1)]
    [InlineData("not json", "SB9101", 1, 2)]
    // Types.
    [InlineData("[]", "SB9102", 1, 1)]
    [InlineData("""{ "product": "Portal" }""", "SB9102", 1, 14)]
    [InlineData("{\n  \"product\": {\n    \"version\": 2.3\n  }\n}", "SB9102", 3, 16)]
    [InlineData("""{ "statements": {} }""", "SB9102", 1, 17)]
    [InlineData("""{ "statements": [ "PO.2.2" ] }""", "SB9102", 1, 19)]
    [InlineData("""{ "supplier": { "name": true } }""", "SB9102", 1, 25)]
    [InlineData("""{ "contacts": { "security": "a@example.jp" } }""", "SB9102", 1, 29)]
    [InlineData("""{ "product": null }""", "SB9102", 1, 14)]
    // Names.
    [InlineData("""{ "prodct": { } }""", "SB9103", 1, 3)]
    [InlineData("""{ "product": { "Name": "x" } }""", "SB9103", 1, 16)]
    [InlineData("""{ "product": { "name": "a", "name": "b" } }""", "SB9104", 1, 29)]
    // Values.
    [InlineData("""{ "product": { "name": " " } }""", "SB9105", 1, 24)]
    [InlineData("""{ "contacts": { "security": { "email": "Desk <a@example.jp>" } } }""", "SB9116", 1, 40)]
    [InlineData("""{ "contacts": { "security": { "email": "@" } } }""", "SB9116", 1, 40)]
    [InlineData("""{ "supplier": { "url": "www.example.jp" } }""", "SB9117", 1, 24)]
    [InlineData("""{ "supplier": { "url": "https://user:secret@example.jp" } }""", "SB9117", 1, 24)]
    [InlineData("""{ "supplier": { "url": "file:///etc/passwd" } }""", "SB9117", 1, 24)]
    [InlineData("""{ "supplier": { "country": "Japan" } }""", "SB9118", 1, 28)]
    [InlineData("""{ "supplier": { "country": "jp" } }""", "SB9118", 1, 28)]
    public void A_mistake_is_reported_with_code_line_and_column(string json, string code, int line, int column)
    {
        var problem = Assert.Single(Read(json).Problems);

        Assert.Equal((code, line, column), (problem.Code, problem.Line, problem.Column));
        Assert.Equal("securebuild.json", problem.File);
    }

    [Theory]
    [InlineData("nist-ssdf/PO.2.2", "PO.2.2", "SB9106")]
    [InlineData("nist-ssdf/PO.2.2", "nist-ssdf/", "SB9106")]
    [InlineData("nist-ssdf/PO.2.2", "nist-ssdf/PO.2.2/x", "SB9106")]
    [InlineData("nist-ssdf/PO.2.2", "nist-sdf/PO.2.2", "SB9107")]
    [InlineData("nist-ssdf/PO.2.2", "nist-ssdf/PO.22", "SB9108")]
    [InlineData("\"stated\"", "\"statd\"", "SB9109")]
    [InlineData("\"stated\"", "\"not-assessed\"", "SB9109")]
    [InlineData("\"stated\"", "\"met-by-evidence\"", "SB9110")]
    [InlineData("\"control\": \"nist-ssdf/PO.2.2\", ", "", "SB9111")]
    [InlineData("\"status\": \"stated\", ", "", "SB9111")]
    [InlineData("\"by\": { \"name\": \"Hanako Yamada\", \"role\": \"CISO\" }, ", "", "SB9111")]
    [InlineData("\"name\": \"Hanako Yamada\", ", "", "SB9111")]
    [InlineData(", \"role\": \"CISO\"", "", "SB9111")]
    [InlineData(", \"date\": \"2026-04-01\"", "", "SB9111")]
    [InlineData("2026-04-01", "2026-02-30", "SB9112")]
    [InlineData("2026-04-01", "1 April 2026", "SB9112")]
    [InlineData("\"2026-04-01\"", "\"2026-04-01\", \"expires\": \"2026-03-31\"", "SB9113")]
    [InlineData("\"2026-04-01\"", "\"2026-04-01\", \"expries\": \"2026-05-31\"", "SB9103")]
    [InlineData("\"stated\"", "\"not-applicable\"", "SB9114")]
    public void A_statement_with_a_mistake_is_reported_and_left_out_whole(string good, string bad, string code)
    {
        var json = $$"""{ "statements": [ { {{Good}} }, { {{Good.Replace("PO.2.2", "PO.3.2", StringComparison.Ordinal).Replace(good.Replace("PO.2.2", "PO.3.2", StringComparison.Ordinal), bad, StringComparison.Ordinal)}} } ] }""";

        var result = Read(json);

        Assert.Equal([code, "SB9119"], result.Problems.Select(problem => problem.Code).Order(StringComparer.Ordinal));
        Assert.Equal("nist-ssdf/PO.2.2", Assert.Single(result.Configuration!.Statements).Control);
    }

    [Fact]
    public void A_second_statement_on_the_same_control_is_reported_and_the_first_counts()
    {
        var result = Read($$"""{ "statements": [ { {{Good}} }, { {{Good.Replace("stated", "not-met", StringComparison.Ordinal)}} } ] }""");

        Assert.Equal("SB9115", Assert.Single(result.Problems).Code);
        Assert.Equal(ControlStatus.Stated, Assert.Single(result.Configuration!.Statements).Status);
    }

    [Fact]
    public void What_stands_before_a_syntax_error_is_used_but_a_statement_that_it_cuts_off_is_not()
    {
        var result = Read($$"""
            {
              "product": { "name": "Portal" },
              "statements": [
                { {{Good}} },
                { {{Good.Replace("PO.2.2", "PO.3.2", StringComparison.Ordinal)}}, "expires" "2026-05-01" },
              ]
            }
            """);

        Assert.Equal("SB9101", Assert.Single(result.Problems).Code);
        Assert.Equal("Portal", result.Configuration!.Product!.Name);
        Assert.Equal("nist-ssdf/PO.2.2", Assert.Single(result.Configuration.Statements).Control);
    }

    [Fact]
    public void A_misspelt_member_gets_a_suggestion() =>
        Assert.Contains("Did you mean 'supplier'?", Assert.Single(Read("""{ "suplier": {} }""").Problems).Text);

    [Theory]
    [InlineData("nist-sdf/PO.2.2", "Did you mean 'nist-ssdf'?")]
    [InlineData("nist-ssdf/PO.2.22", "Did you mean 'PO.2.2'?")]
    public void A_misspelt_control_gets_a_suggestion(string control, string suggestion) =>
        Assert.Contains(Read($$"""{ "statements": [ { {{Good.Replace("nist-ssdf/PO.2.2", control, StringComparison.Ordinal)}} } ] }""").Problems, problem => problem.Text.Contains(suggestion, StringComparison.Ordinal));

    [Fact]
    public void Columns_count_characters_not_bytes() =>
        Assert.Equal((1, 34), Read("""{ "product": { "name": "住民ポータル", "x": 1 } }""").Problems.Select(problem => (problem.Line, problem.Column)).Single());

    [Fact]
    public void All_mistakes_are_found_at_once_in_the_order_of_the_file()
    {
        var result = Read("""
            {
              "product": { "version": 1 },
              "supplier": { "country": "JPN", "url": "x" },
              "contact": {}
            }
            """);

        Assert.Equal(["SB9102", "SB9118", "SB9117", "SB9103"], result.Problems.Select(problem => problem.Code));
    }

    [Fact]
    public void A_file_that_is_not_there_is_a_problem_and_no_configuration()
    {
        var result = ProjectConfigurationFile.Read(Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"), "securebuild.json"));

        Assert.Null(result.Configuration);
        Assert.Equal("SB9100", Assert.Single(result.Problems).Code);
    }

    static ConfigurationResult Read(string json) => ProjectConfigurationFile.Read("securebuild.json", System.Text.Encoding.UTF8.GetBytes(json));
}
