using SecureBuild.Vulnerabilities;

namespace SecureBuild.Core.Tests.Vulnerabilities;

public sealed class PackageVersionTests
{
    // Semantic Versioning 2.0.0, 11, and NuGet's fourth number.
    static readonly string[] s_rising =
        ["0", "0.0.0.1", "1.0.0-0", "1.0.0-2", "1.0.0-11", "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.beta", "1.0.0-beta.2", "1.0.0-beta.11", "1.0.0-rc.1", "1.0.0", "1.0.0.1", "1.2", "1.10.0", "2", "18446744073709551616.0"];

    [Fact]
    public void Versions_are_ordered_as_NuGet_orders_them()
    {
        var versions = s_rising.Select(text => PackageVersion.Parse(text, Ecosystem.NuGet)!).ToArray();
        for (var i = 0; i < versions.Length; i++)
            for (var j = 0; j < versions.Length; j++)
                Assert.True(Math.Sign(versions[i].CompareTo(versions[j])) == Math.Sign(i.CompareTo(j)), $"{s_rising[i]} {s_rising[j]}");
    }

    [Theory]
    [InlineData("1.0", "1.0.0.0")]
    [InlineData("1.0.0+build.7", "1.0.0")]
    [InlineData("01.002.0", "1.2")]
    [InlineData("v1.2.3", "1.2.3")]
    [InlineData("1.0.0-RC.1", "1.0.0-rc.1")]
    public void The_same_version_in_two_spellings_is_the_same(string a, string b) =>
        Assert.Equal(0, PackageVersion.Parse(a, Ecosystem.NuGet)!.CompareTo(PackageVersion.Parse(b, Ecosystem.NuGet)));

    [Fact]
    public void Npm_tells_labels_apart_by_case() =>
        Assert.NotEqual(0, PackageVersion.Parse("1.0.0-RC.1", Ecosystem.Npm)!.CompareTo(PackageVersion.Parse("1.0.0-rc.1", Ecosystem.Npm)));

    [Theory]
    [InlineData("")]
    [InlineData("1.0.*")]
    [InlineData("[1.0,2.0)")]
    [InlineData("1.2.3.4.5")]
    [InlineData("1.0-")]
    [InlineData("1..0")]
    [InlineData("latest")]
    [InlineData("1.0-ä")]
    public void What_is_no_version_is_not_guessed(string text) => Assert.Null(PackageVersion.Parse(text, Ecosystem.NuGet));

    [Theory]
    [InlineData("[1.0,2.0)", "1.0", true)]
    [InlineData("[1.0,2.0)", "2.0", false)]
    [InlineData("(1.0,2.0]", "1.0", false)]
    [InlineData("(1.0,2.0]", "2.0.0", true)]
    [InlineData("(,1.5]", "0.1", true)]
    [InlineData("[1.5,)", "99.0", true)]
    [InlineData("[1.0]", "1.0.0", true)]
    [InlineData("1.0", "1.0.0", true)]
    [InlineData("1.0", "1.1", false)]
    [InlineData("[1.0,2.0)", "what", false)]
    public void An_interval_reaches_as_far_as_it_is_written(string interval, string version, bool expected) =>
        Assert.Equal(expected, VersionInterval.Parse(interval)!.Contains(version, Ecosystem.NuGet));

    [Theory]
    [InlineData("[2.0,1.0]")]
    [InlineData("(1.0)")]
    [InlineData("[1.0,1.0)")]
    [InlineData("[,1.0]")]
    [InlineData("[1.0,2.0,3.0]")]
    [InlineData("[1.0")]
    [InlineData("*")]
    public void What_is_no_interval_is_refused(string text) => Assert.Null(VersionInterval.Parse(text));

    [Theory]
    [InlineData("pkg:nuget/Newtonsoft.Json@12.0.1", "NuGet\nnewtonsoft.json", "12.0.1")]
    [InlineData("pkg:nuget/A@1.0.0%2Bx?arch=any#y", "NuGet\na", "1.0.0+x")]
    [InlineData("pkg:npm/%40scope/Name@1.0.0", "npm\n@scope/Name", "1.0.0")]
    [InlineData("pkg:npm/@scope/Name", "npm\n@scope/Name", null)]
    public void A_package_URL_names_package_and_version(string purl, string key, string? version)
    {
        var (name, found) = PackageName.FromPurl(purl)!.Value;

        Assert.Equal((key, version), (name.Key, found));
    }

    [Theory]
    [InlineData("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", 9.8, Severity.Critical)]
    [InlineData("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H", 10.0, Severity.Critical)]
    [InlineData("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H", 7.5, Severity.High)]
    [InlineData("CVSS:3.0/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N", 6.1, Severity.Moderate)]
    [InlineData("CVSS:3.1/AV:L/AC:L/PR:L/UI:N/S:U/C:H/I:N/A:N", 5.5, Severity.Moderate)]
    [InlineData("CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:C/C:L/I:L/A:N", 6.4, Severity.Moderate)]
    [InlineData("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:N", 0.0, Severity.Unknown)]
    public void A_vector_gives_the_published_score(string vector, double score, Severity severity)
    {
        var cvss = CvssVector.Of("CVSS_V3", vector)!;

        Assert.Equal(score, cvss.Score);
        Assert.Equal(severity, cvss.Severity);
    }

    [Theory]
    [InlineData("CVSS_V3", "CVSS:3.1/AV:N/AC:L")]
    [InlineData("CVSS_V3", "CVSS:3.1/AV:N/AV:L/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H")]
    [InlineData("CVSS_V4", "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:N/VI:N/VA:H/SC:N/SI:N/SA:N")]
    public void What_has_no_sum_is_of_unknown_severity(string type, string vector) => Assert.Equal(Severity.Unknown, CvssVector.Of(type, vector)!.Severity);
}
