using System.Text.Json.Nodes;
using SecureBuild.Assessment;
using SecureBuild.Core.Tests.Verification;
using SecureBuild.Verification;

namespace SecureBuild.Core.Tests.Collecting;

/// <summary>Which reports count for a build, and what they may change in it.</summary>
public sealed class CollectionTests
{
    [Fact]
    public void What_was_collected_is_what_a_verifier_finds()
    {
        using var build = new TestedBuild();

        var result = build.Collect(build.Trx());

        Assert.Equal((VerificationOutcome.Satisfied, "digest"), (result.Outcome, Assert.Single(result.Used).By));
        Assert.Equal("partly", (string?)build.Control("PW.8.2")["status"]);
        Assert.Equal("PASSED", (string?)build.TestResult["predicate"]!["result"]);
        var report = build.Folder.Verify(request => request with { AllowUnsigned = true, Reassess = TestedBuild.Derive });
        Assert.Equal(VerificationOutcome.Satisfied, report.Outcome);
        Assert.Contains(report.Checks, check => check is { Name: "evidence", On: "Portal.test-result.json", Result: CheckResult.Passed });
        // Again: the same bytes, so nothing to write.
        Assert.Empty(build.Collect(build.Trx()).Artifacts);
    }

    [Theory]
    [InlineData("""<UnitTestResult testName="T.A(x: 1)" outcome="Failed" />""", "", "Completed")]
    [InlineData("""<UnitTestResult testName="T.A" outcome="Timeout" />""", "", "Completed")]
    [InlineData("""<UnitTestResult testName="T.A" />""", "", "Completed")]
    [InlineData("""<UnitTestResult testName="T.A" outcome="ABetterWord" />""", "", "Completed")]
    [InlineData("""<UnitTestResult testName="T.A" outcome="NotExecuted" />""", "", "Completed")]
    [InlineData("""<UnitTestResult testName="T.A" outcome="Passed" />""", """failed="1" """, "Completed")]
    [InlineData("""<UnitTestResult testName="T.A" outcome="Passed" />""", """passedButRunAborted="1" """, "Completed")]
    [InlineData("""<UnitTestResult testName="T.A" outcome="Passed" />""", "", "Aborted")]
    [InlineData("""<UnitTestResult testName="T" outcome="Failed"><InnerResults><UnitTestResult testName="T.1" outcome="Passed" /></InnerResults></UnitTestResult>""", "", "Failed")]
    [InlineData("""<UnitTestResult testName="T" outcome="Passed"><InnerResults><UnitTestResult testName="T.1" outcome="Failed" /></InnerResults></UnitTestResult>""", "", "Failed")]
    public void Tests_that_did_not_pass_speak_against_the_control(string results, string counters, string outcome)
    {
        using var build = new TestedBuild();

        var result = build.Collect(build.Trx(results, counters, outcome));

        Assert.Equal(VerificationOutcome.Satisfied, result.Outcome);
        Assert.Equal("not-met", (string?)build.Control("PW.8.2")["status"]);
        Assert.Equal("FAILED", (string?)build.TestResult["predicate"]!["result"]);
        Assert.DoesNotContain("x: 1", File.ReadAllText(build.Folder.Artifact(".test-result.json")), StringComparison.Ordinal);
    }

    [Fact]
    public void One_failing_report_among_passing_ones_decides()
    {
        using var build = new TestedBuild();
        var passing = build.Put("passing.trx", File.ReadAllText(build.Trx()));
        var failing = build.Trx("""<UnitTestResult testName="T.A" outcome="Failed" />""");

        var result = SecureBuild.Collecting.Collection.Collect(new([build.Folder.Output]) { Tests = [passing, failing, passing], Reassess = TestedBuild.Derive });
        foreach (var artifact in result.Artifacts)
            AtomicFile.Write(artifact.Path, artifact.Content.Span);

        Assert.Equal("not-met", (string?)build.Control("PW.8.2")["status"]);
        Assert.Equal((2, 1, 1), ((int)build.Fact("test.results")["total"]!, (int)build.Fact("test.results")["passed"]!, (int)build.Fact("test.results")["failed"]!));
    }

    [Fact]
    public void A_statement_that_tests_are_done_is_in_conflict_with_tests_that_fail()
    {
        using var build = new TestedBuild(statements: [AttestedFolder.Person("nist-ssdf/PW.8.2", ControlStatus.Stated)]);
        build.Collect(build.Trx());
        Assert.Equal(("stated", false), ((string?)build.Control("PW.8.2")["status"], (bool)build.Control("PW.8.2")["conflict"]!));

        build.Collect(build.Trx("""<UnitTestResult testName="T.A" outcome="Failed" />"""));

        Assert.Equal(("not-met", true), ((string?)build.Control("PW.8.2")["status"], (bool)build.Control("PW.8.2")["conflict"]!));
    }

    [Fact]
    public void What_only_the_build_could_say_stays()
    {
        var expired = AttestedFolder.Person("nist-ssdf/PW.8.2", ControlStatus.Stated) with { Date = new(2024, 1, 1), Expires = new(2024, 12, 1) };
        using var build = new TestedBuild(statements: [expired]);
        var untouched = build.Control("PW.6.2").ToJsonString();

        build.Collect(build.Trx());

        Assert.Contains("2024-12-01", build.Control("PW.8.2")["reasons"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(untouched, build.Control("PW.6.2").ToJsonString());
    }

    [Fact]
    public void Another_assembly_beside_the_tests_is_refused()
    {
        using var build = new TestedBuild();
        File.AppendAllText(build.Copy, " ");
        build.Date(new(2026, 11, 22, 4, 20, 30, DateTimeKind.Utc));

        Refused(build, build.Trx(), "SB9781");
    }

    [Fact]
    public void What_was_written_after_the_tests_began_is_not_what_they_ran_on()
    {
        using var build = new TestedBuild();
        build.Date(new(2026, 11, 22, 4, 30, 1, DateTimeKind.Utc));

        Refused(build, build.Trx(), "SB9783");
    }

    [Theory]
    [InlineData(TestedBuild.Before, "SB9782")]
    [InlineData("", "SB9785")]
    [InlineData("yesterday", "SB9785")]
    [InlineData("0001-01-01T00:00:00", "SB9785")]
    public void A_report_without_a_time_or_from_before_the_build_is_refused(string started, string code)
    {
        using var build = new TestedBuild();

        Refused(build, build.Trx(started: started), code);
    }

    [Theory]
    [InlineData("relative/Portal.Tests.dll")]
    [InlineData("//server/share/Portal.Tests.dll")]
    [InlineData(@"\\server\share\Portal.Tests.dll")]
    [InlineData("/nowhere/Portal.Tests.dll")]
    public void A_report_of_tests_that_ran_elsewhere_is_refused(string assembly)
    {
        using var build = new TestedBuild();

        Refused(build, build.Trx(assembly: assembly), "SB9787");
    }

    [Fact]
    public void A_report_without_tests_says_nothing()
    {
        using var build = new TestedBuild();

        Refused(build, build.Trx(results: ""), "SB9788");
    }

    [Theory]
    [InlineData(TestedBuild.Commit, false, null)]
    [InlineData("FFFF456789abcdef0123456789abcdef01234567", false, "SB9786")]
    [InlineData(TestedBuild.Commit, true, "SB9784")]
    [InlineData(TestedBuild.Commit, null, "SB9784")]
    public void A_commit_ties_only_where_the_build_was_exactly_that_commit(string commit, bool? dirty, string? code)
    {
        using var build = new TestedBuild(dirty);
        var report = build.Put("r.json", Ctrf($$"""{"commit":"{{commit}}"}"""));
        if (code is null)
            Assert.Equal("commit", Assert.Single(build.Collect(report).Used).By);
        else
            Refused(build, report, code);
    }

    [Fact]
    public void Xunits_own_report_names_its_assembly()
    {
        using var build = new TestedBuild();
        var report = build.Put("r.json", Ctrf("{}", $$""","extra":{"suites":[{"filePath":{{JsonValue.Create(build.TestAssembly).ToJsonString()}},"errors":[]}]}"""));

        Assert.Equal(("digest", "CTRF"), Assert.Single(build.Collect(report).Used) is var used ? (used.By, used.Format) : default);
        Assert.Equal(1, (int)build.Fact("test.results")["passed"]!);
    }

    [Theory]
    [InlineData("""<testcase classname="T" name="A" />""", "", "partly")]
    [InlineData("""<testcase classname="T" name="A"><failure message="no" /></testcase>""", "", "not-met")]
    [InlineData("""<testcase classname="T" name="A"><error /></testcase>""", "", "not-met")]
    [InlineData("""<testcase classname="T" name="A" />""", """errors="1" """, "not-met")]
    [InlineData("""<testcase classname="T" name="A" /><error message="set-up" />""", "", "not-met")]
    [InlineData("""<testcase classname="T" name="A"><skipped /></testcase>""", "", "not-met")]
    public void JUnit_reports_are_tied_by_the_commit_among_their_properties(string cases, string totals, string status)
    {
        using var build = new TestedBuild();

        var result = build.Collect(build.Put("r.xml", JUnit(cases, totals)));

        Assert.Equal("commit", Assert.Single(result.Used).By);
        Assert.Equal(status, (string?)build.Control("PW.8.2")["status"]);
    }

    [Fact]
    public void Two_revisions_in_one_report_are_none()
    {
        using var build = new TestedBuild();

        Refused(build, build.Put("r.xml", JUnit("""<testcase name="A" />""", "", """<property name="revision" value="other" />""")), "SB9780");
    }

    [Fact]
    public void A_time_without_a_zone_is_taken_for_the_earliest_that_it_can_be()
    {
        using var build = new TestedBuild();
        var report = build.Put("r.xml", JUnit("""<testcase name="A" />""", "", stamp: "2026-11-22T10:00:00"));

        Assert.Equal(VerificationOutcome.Satisfied, build.Collect(report).Outcome);
        Refused(build, report, "SB9782", TimeZoneInfo.CreateCustomTimeZone("JST", TimeSpan.FromHours(9), "JST", "JST"));
    }

    [Fact]
    public void Coverage_counts_with_the_run_that_it_was_attached_to()
    {
        using var build = new TestedBuild();
        var trx = build.Trx();
        var coverage = build.Put("coverage.xml", Cobertura("Portal"));
        Refused(build, null, "SB9780", coverage: coverage);

        Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(trx)!, "run", "In", "vm"));
        File.Copy(coverage, Path.Combine(Path.GetDirectoryName(trx)!, "run", "In", "vm", "coverage.xml"));
        var result = build.Collect(trx, coverage);

        Assert.Equal(["digest", "run"], result.Used.Select(used => used.By));
        var value = build.Fact("test.coverage");
        Assert.Equal((1, 2, 1, 2), ((int)value["lines"]!["covered"]!, (int)value["lines"]!["valid"]!, (int)value["branches"]!["covered"]!, (int)value["branches"]!["valid"]!));
        Assert.DoesNotContain("Secret.cs", File.ReadAllText(build.Folder.Artifact(".evidence.json")), StringComparison.Ordinal);
    }

    [Fact]
    public void Coverage_of_something_else_is_refused()
    {
        using var build = new TestedBuild();

        Refused(build, null, "SB9789", coverage: build.Put("coverage.xml", Cobertura("Portal.Tests")));
    }

    [Theory]
    [InlineData(TestedBuild.Commit, null, null, "commit")]
    [InlineData(null, "own", null, "digest")]
    [InlineData(TestedBuild.Commit, null, "2026-11-22T04:00:00Z", "SB9782")]
    [InlineData(TestedBuild.Commit, null, "", "SB9785")]
    [InlineData("ffff", null, null, "SB9786")]
    [InlineData(null, "another", null, "SB9780")]
    public void Findings_of_other_tools_are_counted_where_they_are_about_this_build(string? commit, string? digest, string? started, string expected)
    {
        using var build = new TestedBuild();
        var run = new JsonObject
        {
            ["tool"] = new JsonObject { ["driver"] = new JsonObject { ["name"] = "Scan", ["version"] = "2", ["rules"] = JsonNode.Parse("""[{"id":"R1","defaultConfiguration":{"level":"error"}}]""") } },
            ["invocations"] = new JsonArray(new JsonObject { ["executionSuccessful"] = true, ["startTimeUtc"] = started ?? "2026-11-22T05:00:00Z", ["endTimeUtc"] = started == "" ? "" : "2026-11-22T05:10:00Z" }),
            ["results"] = JsonNode.Parse("""[{"ruleId":"R1"},{"ruleId":"R2"},{"ruleId":"R2","level":"note"},{"ruleId":"R1","suppressions":[{"kind":"external"}]},{"ruleId":"R1","suppressions":[{"kind":"external","status":"rejected"}]},{"ruleId":"R1","kind":"pass"},{"ruleId":"R1","baselineState":"absent"}]"""),
        };
        if (commit is not null)
            run["versionControlProvenance"] = new JsonArray(new JsonObject { ["repositoryUri"] = "https://git.example/portal", ["revisionId"] = commit });
        if (digest is not null)
            run["artifacts"] = new JsonArray(new JsonObject { ["hashes"] = new JsonObject { ["sha-256"] = digest == "own" ? Digest.Sha256OfFile(build.Assembly).ToUpperInvariant() : new string('0', 64) } });
        // Beside the assembly: that it lies there says nothing.
        var log = Path.Combine(build.Tests, "scan.sarif");
        File.WriteAllText(log, new JsonObject { ["version"] = "2.1.0", ["runs"] = new JsonArray(run) }.ToJsonString());

        var result = build.Collect(analysis: log);

        if (expected.StartsWith("SB", StringComparison.Ordinal))
        {
            Assert.Equal([expected, "SB9791"], result.Problems.Select(problem => problem.Code).Order(StringComparer.Ordinal));
            Assert.Empty(result.Artifacts);
            return;
        }
        Assert.Equal(expected, Assert.Single(result.Used).By);
        var value = build.Fact("sarif.others");
        Assert.Equal("""{"error":2,"warning":1,"note":1}""", value["open"]!.ToJsonString());
        Assert.Equal((1, 0, "Scan"), ((int)value["suppressed"]!, (int)value["incomplete"]!, (string?)value["runs"]![0]!["tool"]));
        Assert.Equal(VerificationOutcome.Satisfied, build.Folder.Verify(request => request with { AllowUnsigned = true, Reassess = TestedBuild.Derive }).Outcome);
    }

    [Fact]
    public void Findings_of_another_tool_are_kept_beside_the_build_without_code_or_paths_of_the_machine_and_are_attested()
    {
        using var build = new TestedBuild();
        build.Folder.Put("src/Portal/Portal.csproj", "<Project />");
        var root = build.Folder.Output.Replace('\\', '/');
        var log = build.Put("scan.sarif", $$"""
            {
              "version": "2.1.0",
              "runs": [ {
                "tool": { "driver": { "name": "Scan", "semanticVersion": "4.2.0", "rules": [ { "id": "X1", "shortDescription": { "text": "A weakness" }, "messageStrings": { "default": { "text": "Found {0} in {{root}}/src/Login.cs" } } }, { "id": "X2" } ] } },
                "originalUriBaseIds": { "ROOT": { "uri": "file://{{Uri.EscapeDataString(root).Replace("%2F", "/")}}/" } },
                "invocations": [ { "executionSuccessful": true, "startTimeUtc": "{{TestedBuild.Started}}", "workingDirectory": { "uri": "file://{{root}}" } } ],
                "versionControlProvenance": [ { "repositoryUri": "https://user:token@forge.example/x", "revisionId": "{{TestedBuild.Commit}}" } ],
                "results": [
                  { "ruleId": "X1", "message": { "id": "default", "arguments": [ "it" ] }, "locations": [ { "physicalLocation": { "artifactLocation": { "uri": "src/Login.cs", "uriBaseId": "ROOT" }, "region": { "startLine": 12, "snippet": { "text": "var password = \"hunter2\";" } } } } ],
                    "codeFlows": [ { "threadFlows": [ { "locations": [ { "location": { "physicalLocation": { "artifactLocation": { "uri": "/elsewhere/of/someone/Input.cs" }, "region": { "startLine": 3 } } } } ] } ] } ] },
                  { "ruleId": "X1", "level": "error", "message": { "text": "Known." }, "suppressions": [ { "kind": "external", "justification": "Accepted by Yamada." } ] },
                  { "ruleId": "X2", "kind": "pass", "message": { "text": "Fine." } }
                ]
              } ]
            }
            """);

        Assert.Equal(VerificationOutcome.Satisfied, build.Collect(analysis: log).Outcome);

        var text = File.ReadAllText(build.Folder.Artifact(".others.sarif"));
        foreach (var secret in (string[])["hunter2", "token", root, "elsewhere", "startTimeUtc", "Fine."])
            Assert.DoesNotContain(secret, text);
        var run = JsonNode.Parse(text)!["runs"]![0]!;
        Assert.Equal(("Scan", "4.2.0"), ((string?)run["tool"]!["driver"]!["name"], (string?)run["tool"]!["driver"]!["semanticVersion"]));
        Assert.Equal("X1", (string?)Assert.Single(run["tool"]!["driver"]!["rules"]!.AsArray())!["id"]);
        var first = run["results"]![0]!;
        Assert.Equal("Found it in src/Login.cs", (string?)first["message"]!["text"]);
        Assert.Equal(("src/Login.cs", 12), ((string?)first["locations"]![0]!["physicalLocation"]!["artifactLocation"]!["uri"], (int)first["locations"]![0]!["physicalLocation"]!["region"]!["startLine"]!));
        Assert.Equal("Input.cs", (string?)first["codeFlows"]![0]!["threadFlows"]![0]!["locations"]![0]!["location"]!["physicalLocation"]!["artifactLocation"]!["uri"]);
        Assert.Equal("Accepted by Yamada.", (string?)run["results"]![1]!["suppressions"]![0]!["justification"]);

        // A part of what is attested: internal, and seen where it is changed.
        Assert.Contains("\"securebuild_class\":\"internal\"", File.ReadAllText(build.Folder.Statements));
        Assert.Equal(VerificationOutcome.Satisfied, build.Folder.Verify(request => request with { AllowUnsigned = true, Reassess = TestedBuild.Derive }).Outcome);
        File.AppendAllText(build.Folder.Artifact(".others.sarif"), " ");
        Assert.Equal(VerificationOutcome.TamperedOrUnreadable, build.Folder.Verify(request => request with { AllowUnsigned = true, Reassess = TestedBuild.Derive }).Outcome);
    }

    [Theory]
    [InlineData("""{"version":"2.1.0","runs":[]}""", "SB9775")]
    [InlineData("""{"version":"1.0.0","runs":[{"tool":{"driver":{"name":"a"}}}]}""", "SB9775")]
    [InlineData("""{"version":"2.1.0","runs":[{"tool":{"driver":{}}}]}""", "SB9775")]
    [InlineData("""{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"a"}},"results":{}}]}""", "SB9775")]
    [InlineData("""{"version":"2.1.0","runs":[1]}""", "SB9775")]
    [InlineData("""{"version":"2.1.0","version":"2.1.0"}""", "SB9774")]
    [InlineData("<xml/>", "SB9775")]
    public void A_log_that_is_none_is_refused(string content, string code)
    {
        using var build = new TestedBuild();

        var result = build.Collect(analysis: build.Put("scan.sarif", content));

        Assert.Equal((VerificationOutcome.TamperedOrUnreadable, code), (result.Outcome, Assert.Single(result.Problems).Code));
    }

    [Fact]
    public void A_build_that_was_changed_or_signed_or_written_by_another_version_is_left_alone()
    {
        using var changed = new TestedBuild();
        File.AppendAllText(changed.Assembly, " ");
        var result = changed.Collect(changed.Trx());
        Assert.Equal(VerificationOutcome.TamperedOrUnreadable, result.Outcome);
        Assert.Contains(result.Problems, problem => problem.Code == "SB9525");

        using var signed = new TestedBuild();
        foreach (var artifact in SecureBuild.Signing.AttestationFiles.Sign(signed.Folder.Output, AttestedFolder.Signer()).Artifacts)
            AtomicFile.Write(artifact.Path, artifact.Content.Span);
        Refused(signed, signed.Trx(), "SB9770");

        using var other = AttestedFolder.Draft();
        result = SecureBuild.Collecting.Collection.Collect(new([other.Output]) { Tests = [signed.Trx()], Reassess = (_, _, _, _) => null });
        Assert.NotEqual(VerificationOutcome.Satisfied, result.Outcome);
        Assert.Empty(result.Artifacts);
    }

    static void Refused(TestedBuild build, string? tests, string code, TimeZoneInfo? zone = null, string? coverage = null)
    {
        var before = Contents(build);
        var result = build.Collect(tests, coverage, zone);

        Assert.Contains(code, result.Problems.Select(problem => problem.Code));
        Assert.Equal(VerificationOutcome.NotSatisfied, result.Outcome);
        Assert.Empty(result.Artifacts);
        Assert.Equal(before, Contents(build));
    }

    static string Contents(TestedBuild build) => string.Join("\n", Directory.EnumerateFiles(build.Folder.Artifacts).Order(StringComparer.Ordinal).Select(file => Path.GetFileName(file) + File.ReadAllText(file)));

    static string Ctrf(string environment, string more = "") =>
        $$$"""{"reportFormat":"CTRF","results":{"tool":{"name":"x"},"environment":{{{environment}}}{{{more}}},"summary":{"tests":1,"passed":1,"failed":0,"start":1795321800000,"stop":1795321801000},"tests":[{"name":"A","status":"passed"}]}}""";

    static string JUnit(string cases, string totals, string properties = "", string stamp = "2026-11-22T05:00:00Z") => $"""
        <testsuites><testsuite name="Portal" {totals} timestamp="{stamp}" time="1.5"><properties><property name="commit" value="{TestedBuild.Commit}" />{properties}</properties>{cases}</testsuite></testsuites>
        """;

    static string Cobertura(string assembly) => $"""
        <coverage line-rate="0.5" timestamp="1795322000" version="1"><packages><package name="{assembly}"><classes><class name="P" filename="/home/user/Secret.cs">
          <methods><method name="M"><lines><line number="9" hits="1" /></lines></method></methods>
          <lines><line number="1" hits="99999999999999999999" branch="true" condition-coverage="50% (1/2)" /><line number="2" hits="0" /></lines>
        </class></classes></package></packages></coverage>
        """;
}
