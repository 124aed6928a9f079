using System.Xml.Linq;
using SecureBuild.Testing;

namespace SecureBuild.Build.Tests;

public sealed class TargetsTests
{
    [Fact]
    public void Every_property_that_a_fact_is_read_from_is_passed()
    {
        var passed = XDocument.Load(Repository.PathOf("src/SecureBuild/build/SecureBuild.targets")).Descendants("_SecureBuildProperty").Select(item => (string)item.Attribute("Include")!);
        var read = File.ReadLines(Repository.PathOf("src/SecureBuild.Core/Evidence/msbuild-properties.txt")).Where(line => line.Length > 0 && line[0] != '#');
        Assert.Empty(read.Except(passed, StringComparer.Ordinal));
    }

    [Fact]
    public void The_targets_never_touch_key_material()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf("src/SecureBuild/build")))
        {
            var text = File.ReadAllText(file);
            Assert.DoesNotContain("$(SECUREBUILD_KEY)", text);
            Assert.DoesNotContain("SECUREBUILD_KEY_PASSWORD", text);
            Assert.DoesNotContain("GetEnvironmentVariable", text);
        }
    }
}
