using SecureBuild.Sbom;

namespace SecureBuild.Core.Tests.Sbom;

public sealed class CpeNameTests
{
    // The last three are examples of NIST IR 7695, 6.2.3.
    [Theory]
    [InlineData("cpe:2.3:a:example:portal:1.2.0:*:*:*:*:*:*:*")]
    [InlineData("cpe:2.3:a:example:portal:1.2.0:-:*:ja-jp:*:*:x64:*")]
    [InlineData(@"cpe:2.3:a:example:portal:1.2.0\+build.4:*:*:*:*:*:*:*")]
    [InlineData("cpe:2.3:a:microsoft:internet_explorer:8.*:sp?:*:*:*:*:*:*")]
    [InlineData(@"cpe:2.3:a:hp:insight:7.4.0.1570:-:*:*:online:win2003:x64:*")]
    [InlineData(@"cpe:2.3:a:foo\\bar:big\$money:2010:*:*:*:special:ipod_touch:80gb:*")]
    public void A_formatted_string_is_a_name(string name) => Assert.True(CpeName.IsWellFormed(name));

    [Theory]
    [InlineData("")]
    [InlineData("cpe:/a:example:portal:1.2.0")]
    [InlineData("cpe:2.3:a:example:portal:1.2.0")]
    [InlineData("cpe:2.3:a:example:portal:1.2.0:*:*:*:*:*:*:*:*")]
    [InlineData("cpe:2.3:x:example:portal:1.2.0:*:*:*:*:*:*:*")]
    [InlineData("cpe:2.3:a::portal:1.2.0:*:*:*:*:*:*:*")]
    [InlineData("cpe:2.3:a:my example:portal:1.2.0:*:*:*:*:*:*:*")]
    [InlineData("cpe:2.3:a:example:portal:1.2.0+build:*:*:*:*:*:*:*")]
    [InlineData("cpe:2.3:a:exa*mple:portal:1.2.0:*:*:*:*:*:*:*")]
    [InlineData("cpe:2.3:a:example:portal:1.2.0:*:*:japanese:*:*:*:*")]
    [InlineData(@"cpe:2.3:a:example:portal:1.2.0:*:*:*:*:*:*:\")]
    [InlineData("CPE:2.3:a:example:portal:1.2.0:*:*:*:*:*:*:*")]
    public void Anything_else_is_none(string name) => Assert.False(CpeName.IsWellFormed(name));
}
