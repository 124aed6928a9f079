using System.Text;
using SecureBuild.Configuration;
using SecureBuild.Vulnerabilities;

namespace SecureBuild.Core.Tests.Vulnerabilities;

public sealed class WaiverReadingTests
{
    const string Good = """
        "advisory": "GHSA-5crp-9r3c-p9vr", "package": "Newtonsoft.Json", "versions": "[12.0,13.0.1)", "status": "not_affected", "justification": "vulnerable_code_not_in_execute_path",
        "owner": { "name": "Hanako Yamada", "role": "Product security" }, "reason": "Never called.", "date": "2026-10-01", "expires": "2026-12-31"
        """;

    [Fact]
    public void A_whole_waiver_is_read_with_its_place()
    {
        var result = Read("{\n  \"advisories\": { \"path\": \"../osv\", \"maxAgeDays\": 14 },\n  \"waivers\": [\n    {" + Good + "}\n  ]\n}");

        Assert.Empty(result.Problems);
        Assert.Equal(new AdvisorySettings("../osv", 14), result.Configuration!.Advisories);
        var waiver = Assert.Single(result.Configuration.Waivers);
        Assert.Equal(("GHSA-5crp-9r3c-p9vr", VexStatus.NotAffected, "Hanako Yamada", 4, 5), (waiver.Advisory, waiver.Status, waiver.Owner, waiver.Line, waiver.Column));
        Assert.True(waiver.HoldsOn(new(2026, 12, 31)) && !waiver.HoldsOn(new(2027, 1, 1)) && !waiver.HoldsOn(new(2026, 9, 30)));
    }

    [Theory]
    [InlineData("\"not_affected\"", "\"not-affected\"", "SB9272")]
    [InlineData("vulnerable_code_not_in_execute_path", "not_called", "SB9273")]
    [InlineData("\"justification\": \"vulnerable_code_not_in_execute_path\",", "", "SB9274")]
    [InlineData("\"not_affected\"", "\"fixed\"", "SB9270")]
    [InlineData("\"status\": \"not_affected\", \"justification\": \"vulnerable_code_not_in_execute_path\"", "\"status\": \"affected\"", "SB9274")]
    [InlineData("\"status\": \"not_affected\", \"justification\": \"vulnerable_code_not_in_execute_path\"", "\"status\": \"fixed\", \"action\": \"Update.\"", "SB9270")]
    [InlineData("[12.0,13.0.1)", "12.*", "SB9276")]
    [InlineData(", \"expires\": \"2026-12-31\"", "", "SB9111")]
    [InlineData("2026-12-31", "2026-09-30", "SB9113")]
    [InlineData("2026-12-31", "31.12.2026", "SB9112")]
    [InlineData("\"owner\": { \"name\": \"Hanako Yamada\", \"role\": \"Product security\" },", "", "SB9111")]
    [InlineData("\"reason\": \"Never called.\"", "\"reason\": \" \"", "SB9105")]
    public void A_waiver_with_a_mistake_is_told_with_its_line_and_not_used(string right, string wrong, string code)
    {
        Assert.Contains(right, Good);

        var result = Read("{ \"waivers\": [\n{" + Good.Replace(right, wrong, StringComparison.Ordinal) + "}] }");

        Assert.Empty(result.Configuration!.Waivers);
        Assert.Equal(((string[])[code, "SB9271"]).Order(), result.Problems.Select(problem => problem.Code).Order());
        Assert.All(result.Problems, problem => Assert.True(problem.Line is 2 or 3, problem.ToString()));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("1e3")]
    [InlineData("99999999999")]
    public void An_age_is_a_whole_number_of_days(string number)
    {
        var result = Read("{ \"advisories\": { \"maxAgeDays\": " + number + " } }");

        Assert.Equal("SB9269", Assert.Single(result.Problems).Code);
        Assert.Null(result.Configuration!.Advisories!.MaxAgeDays);
    }

    static ConfigurationResult Read(string text) => ProjectConfigurationFile.Read("securebuild.json", Encoding.UTF8.GetBytes(text));
}
