using Microsoft.CodeAnalysis;
using SecureBuild.Testing;

namespace SecureBuild.Analyzers.Tests;

/// <summary>The presets are files made from the rules: SECUREBUILD_UPDATE_GOLDEN=1 writes them anew.</summary>
public sealed class PresetTests
{
    [Theory]
    [InlineData("strict")]
    [InlineData("audit")]
    public void A_preset_names_every_rule_whose_level_it_raises(string preset)
    {
        var path = Repository.PathOf($"src/SecureBuild/build/SecureBuild.{preset}.globalconfig");
        var expected = Rules.Descriptors.Where(rule => IsRaised(rule, preset)).Select(rule => $"dotnet_diagnostic.{rule.Id}.severity = warning").ToArray();
        if (Environment.GetEnvironmentVariable("SECUREBUILD_UPDATE_GOLDEN") == "1")
            File.WriteAllLines(path, [.. File.ReadLines(path).Where(line => !line.StartsWith("dotnet_", StringComparison.Ordinal)), .. expected]);
        Assert.Equal(expected, File.ReadLines(path).Where(line => line.StartsWith("dotnet_", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("strict")]
    [InlineData("audit")]
    public void Whatever_a_user_sets_wins_over_a_preset(string preset)
    {
        var lines = File.ReadAllLines(Repository.PathOf($"src/SecureBuild/build/SecureBuild.{preset}.globalconfig"));
        Assert.Contains("is_global = true", lines);
        Assert.Contains("global_level = -99", lines);
    }

    // Hidden is for editors only. The inventory of cryptography, SB23xx, lists what there is and is no hint. What nobody can configure is no finding.
    static bool IsRaised(DiagnosticDescriptor rule, string preset) => !rule.CustomTags.Contains(WellKnownDiagnosticTags.NotConfigurable) && preset switch
    {
        "strict" => rule is { IsEnabledByDefault: true, DefaultSeverity: DiagnosticSeverity.Info } && !rule.Id.StartsWith("SB23", StringComparison.Ordinal) && !rule.Id.StartsWith("SB00", StringComparison.Ordinal),
        _ => !rule.IsEnabledByDefault || rule.DefaultSeverity == DiagnosticSeverity.Info,
    };
}
