using System.Text.RegularExpressions;
using SecureBuild.Assessment;
using SecureBuild.Attestation;
using SecureBuild.Evidence;

namespace SecureBuild.Core.Tests.Attestation;

public sealed partial class StatementsTests
{
    static readonly string s_sha256 = new('1', 64);
    static readonly BuildBinding s_build = new("src/Portal/Portal.csproj", "Release", "net10.0", "linux-x64", "C#", "Portal.dll", s_sha256);
    static readonly Clock s_clock = new(new(2026, 11, 22, 4, 21, 0, TimeSpan.Zero), false);
    static readonly ProvenanceInput s_provenance = new(
        [new("Portal.pdb", s_sha256), new("Portal.dll", s_sha256, new('2', 128))], s_build,
        new(new('c', 40), false, "https://user:token@git.example/portal.git?x=1", "main"), "18.9.11", "10.0.401",
        [new("Zeta", "pkg:nuget/Zeta@1.0.0", new('3', 128)), new("Alpha", "pkg:nuget/Alpha@2.0.0", null)], "run-1", s_clock, null,
        [new("Portal.sarif", "application/sarif+json", s_sha256, "internal"), new("Portal.cdx.json", "application/vnd.cyclonedx+json", s_sha256, "customer")]);

    [Fact]
    public void The_provenance_is_what_a_reviewer_expects() => Assert.Equal($$"""
        {
          "_type": "https://in-toto.io/Statement/v1",
          "subject": [
            {
              "name": "Portal.dll",
              "digest": {
                "sha256": "{{s_sha256}}",
                "sha512": "{{new string('2', 128)}}"
              }
            },
            {
              "name": "Portal.pdb",
              "digest": {
                "sha256": "{{s_sha256}}"
              }
            }
          ],
          "predicateType": "https://slsa.dev/provenance/v1",
          "predicate": {
            "buildDefinition": {
              "buildType": "{{Identity.BuildType}}",
              "externalParameters": {
                "project": "src/Portal/Portal.csproj",
                "configuration": "Release",
                "targetFramework": "net10.0",
                "runtimeIdentifier": "linux-x64"
              },
              "internalParameters": {
                "language": "C#"
              },
              "resolvedDependencies": [
                {
                  "name": "source",
                  "uri": "git+https://git.example/portal.git",
                  "digest": {
                    "gitCommit": "{{new string('c', 40)}}"
                  },
                  "annotations": {
                    "securebuild_work_tree": "clean",
                    "securebuild_note": "The work tree was this commit when the build looked."
                  }
                },
                {
                  "name": ".NET SDK",
                  "uri": "pkg:generic/dotnet-sdk@10.0.401"
                },
                {
                  "name": "Alpha",
                  "uri": "pkg:nuget/Alpha@2.0.0"
                },
                {
                  "name": "Zeta",
                  "uri": "pkg:nuget/Zeta@1.0.0",
                  "digest": {
                    "sha512": "{{new string('3', 128)}}"
                  }
                }
              ]
            },
            "runDetails": {
              "builder": {
                "id": "{{BuilderIds.LocalMachine}}",
                "version": {
                  "SecureBuild": "{{Identity.ToolVersion}}",
                  "MSBuild": "18.9.11",
                  ".NET SDK": "10.0.401"
                },
                "securebuild_claim": "SLSA Build L1 at most, self-generated: written by the build itself, not by an independent build platform."
              },
              "metadata": {
                "invocationId": "run-1",
                "finishedOn": "2026-11-22T04:21:00Z"
              },
              "byproducts": [
                {
                  "name": "Portal.cdx.json",
                  "digest": {
                    "sha256": "{{s_sha256}}"
                  },
                  "mediaType": "application/vnd.cyclonedx+json",
                  "annotations": {
                    "securebuild_class": "customer"
                  }
                },
                {
                  "name": "Portal.sarif",
                  "digest": {
                    "sha256": "{{s_sha256}}"
                  },
                  "mediaType": "application/sarif+json",
                  "annotations": {
                    "securebuild_class": "internal"
                  }
                }
              ]
            }
          }
        }

        """, CanonicalJson.IndentedText(Statements.Provenance(s_provenance)), ignoreLineEndingDifferences: true);

    [Fact]
    public void Order_of_the_inputs_does_not_change_a_byte() => Assert.Equal(
        CanonicalJson.Compact(Statements.Provenance(s_provenance)),
        CanonicalJson.Compact(Statements.Provenance(s_provenance with
        {
            Subjects = [.. s_provenance.Subjects.Reverse()],
            Dependencies = [.. s_provenance.Dependencies.Reverse()],
            Byproducts = [.. s_provenance.Byproducts.Reverse()],
        })));

    [Fact]
    public void A_machine_that_claims_to_be_a_CI_platform_is_another_builder_and_only_claimed()
    {
        var builder = Statements.Provenance(s_provenance with { Ci = new("github-actions", "github-hosted", "42", null) })["predicate"]!["runDetails"]!["builder"]!;

        Assert.Equal(BuilderIds.CiClaimedByEnvironment, (string?)builder["id"]);
        Assert.Equal("github-actions", (string?)builder["securebuild_claimed_by_environment"]!["platform"]);
    }

    [Theory]
    [InlineData(true, "modified")]
    [InlineData(null, "unknown")]
    public void A_work_tree_that_is_not_known_to_be_clean_says_so(bool? dirty, string state)
    {
        var source = Statements.Provenance(s_provenance with { Git = s_provenance.Git! with { Dirty = dirty } })["predicate"]!["buildDefinition"]!["resolvedDependencies"]![0]!;
        Assert.Equal(state, (string?)source["annotations"]!["securebuild_work_tree"]);
    }

    [Fact]
    public void Without_a_commit_there_is_no_source_to_name() => Assert.DoesNotContain(
        "gitCommit", CanonicalJson.IndentedText(Statements.Provenance(s_provenance with { Git = new(null, null, "https://git.example/portal", "main") })), StringComparison.Ordinal);

    [Theory]
    [InlineData("https://user:token@git.example:8443/a/b.git", "git+https://git.example:8443/a/b.git")]
    [InlineData("git@git.example:a/b.git", "git+ssh://git.example/a/b.git")]
    [InlineData("ssh://git@git.example/a/b.git", "git+ssh://git.example/a/b.git")]
    [InlineData("/home/taro/portal.git", null)]
    [InlineData("file:///home/taro/portal.git", null)]
    [InlineData("C:\\repos\\portal", null)]
    [InlineData("C:/repos/portal", null)]
    [InlineData("../portal", null)]
    [InlineData("", null)]
    public void An_address_carries_no_credentials_and_no_folder_of_the_machine(string remote, string? expected) => Assert.Equal(expected, GitSource.Address(remote));

    [Fact]
    public void The_attestation_keeps_persons_statements_apart_and_states_its_limits()
    {
        var predicate = Statements.SecureDevelopment(Attestation(new("PO.2.1", ControlStatus.Stated, false, [], [],
            new("nist-ssdf/PO.2.1", ControlStatus.Stated, "山田 太郎", "部長", new(2026, 1, 2), new(2027, 1, 2), null, null))))["predicate"]!;

        var control = predicate["frameworks"]![0]!["controls"]![0]!;
        Assert.Equal(("stated", "山田 太郎", "2027-01-02"), ((string?)control["status"], (string?)control["statedBy"]!["name"], (string?)control["statedBy"]!["expires"]));
        Assert.Equal(("not-assessed", null), ((string?)predicate["audit"]!["state"], (string?)predicate["audit"]!["findings"]));
        Assert.All(predicate["limits"]!.AsArray(), limit => Assert.True(((string)limit!["en"]!).Length > 20 && ((string)limit["ja"]!).Length > 10));
        Assert.NotEmpty(predicate["limits"]!.AsArray());
    }

    [Fact]
    public void No_statement_says_more_than_a_build_can_know()
    {
        var texts = CanonicalJson.IndentedText(Statements.Provenance(s_provenance))
            + CanonicalJson.IndentedText(Statements.SecureDevelopment(Attestation(new("PW.6.2", ControlStatus.MetByEvidence, false, [], [], null))));

        Assert.DoesNotMatch(Overclaim(), texts);
        Assert.DoesNotMatch("Build L[23]", texts);
    }

    [Fact]
    public void No_message_says_more_than_a_verification_can_know()
    {
        foreach (var language in (string[])["en", "ja"])
        {
            using var texts = new System.Resources.ResourceManager("SecureBuild.Messages", typeof(Messages).Assembly).GetResourceSet(new(language), true, true)!;
            foreach (System.Collections.DictionaryEntry entry in texts)
                Assert.DoesNotMatch(Overclaim(), (string)entry.Value!);
        }
    }

    static SecureDevelopmentInput Attestation(ControlResult control) => new(
        s_provenance.Subjects, s_build, new("Portal", null, null, null), [new("nist-ssdf", "1.1", s_sha256, s_sha256, [control])],
        s_provenance.Byproducts, new(AuditState.NotAssessed, null, null, null, "No source gave data."), s_clock);

    [GeneratedRegex("\\b(compliant|compliance|certified|cleared)\\b|準拠して|適合して|認証済", RegexOptions.IgnoreCase)]
    private static partial Regex Overclaim();
}
