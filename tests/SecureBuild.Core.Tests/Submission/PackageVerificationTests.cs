using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using SecureBuild.Attestation;
using SecureBuild.Signing;
using SecureBuild.Submission;
using SecureBuild.Verification;

namespace SecureBuild.Core.Tests.Submission;

/// <summary>What a buyer is told of a package: as it was made, and after somebody had it in hands.</summary>
public sealed class PackageVerificationTests : IDisposable
{
    readonly SolutionFolder _solution = new();

    public PackageVerificationTests()
    {
        _solution.Add(new("Portal.Web") { Assessed = true }, signed: true);
        _solution.Add(new("Portal.Core") { Assessed = true }, signed: true);
    }

    public void Dispose() => _solution.Dispose();

    [Theory]
    [InlineData("package", false)]
    [InlineData("package.zip", false)]
    [InlineData("package", true)]
    [InlineData("package.zip", true)]
    public void A_package_as_it_was_made_is_accepted(string name, bool withOutputs)
    {
        var report = Verify(Pack(name, options => options with { WithOutputs = withOutputs }));

        Assert.True(report.Outcome == VerificationOutcome.Satisfied, string.Join('\n', report.Problems));
        Assert.Contains(report.Checks, check => check is { Name: "signature", On: SubmissionFiles.Bundle, Result: CheckResult.Passed });
        Assert.Contains(report.Checks, check => check is { Name: "package-files", Result: CheckResult.Passed });
        Assert.Equal(2, report.Checks.Count(check => check is { Name: "builds", Result: CheckResult.Passed }));
        Assert.Equal(withOutputs ? CheckResult.Passed : CheckResult.Skipped, report.Checks.First(check => check.Name == "subject").Result);
        Assert.Empty(LeftBehind());
    }

    [Fact]
    public void The_outputs_may_come_by_another_way_and_are_then_checked()
    {
        var package = Pack("package.zip");
        string[] folders = [_solution["src/Portal.Web/bin/Release/net10.0"], _solution["src/Portal.Core/bin/Release/net10.0"]];
        Assert.Equal(VerificationOutcome.Satisfied, Verify(package, request => request with { ArtifactDirectories = [.. folders] }).Outcome);

        File.AppendAllText(Path.Combine(folders[0], "Portal.Web.dll"), "later");
        Assert.Contains(Verify(package, request => request with { ArtifactDirectories = [.. folders] }).Problems, problem => problem.Code == "SB9525");
    }

    [Theory]
    [InlineData("suppliers.csv")]
    [InlineData("cover-letter.html")]
    [InlineData("VERIFY.md")]
    [InlineData("sbom/product.cdx.json")]
    [InlineData("builds/Portal.Web/securebuild/Portal.Web.cdx.json")]
    [InlineData("builds/Portal.Web/securebuild/Portal.Web.intoto.jsonl")]
    public void A_changed_file_is_found(string path)
    {
        foreach (var zip in (bool[])[false, true])
        {
            var package = Changed(zip, folder => File.AppendAllText(Path.Combine(folder, path), " "));
            var report = Verify(package);
            Assert.Equal(VerificationOutcome.TamperedOrUnreadable, report.Outcome);
            Assert.Contains(report.Problems, problem => problem.Code == "SB9750" && problem.Text.Contains(path, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("suppliers.csv")]
    [InlineData("builds/Portal.Web/securebuild/Portal.Web.cdx.json")]
    public void A_file_that_was_taken_away_is_found(string path) =>
        Assert.Contains(Verify(Changed(true, folder => File.Delete(Path.Combine(folder, path)))).Problems, problem => problem.Code == "SB9749" && problem.Text.Contains(path, StringComparison.Ordinal));

    [Theory]
    [InlineData("forms/approval.html")]
    [InlineData("builds/Portal.Web/Portal.Web.dll")]
    [InlineData("builds/Other/securebuild/Other.intoto.jsonl")]
    [InlineData(".hidden")]
    public void A_file_that_was_added_is_found(string path)
    {
        var report = Verify(Changed(true, folder => AtomicFile.Write(Path.Combine(folder, path), "<p>later"u8)));
        Assert.Equal(VerificationOutcome.TamperedOrUnreadable, report.Outcome);
        Assert.Contains(report.Problems, problem => problem.Code == "SB9748" && problem.Text.Contains(path, StringComparison.Ordinal));
    }

    [Fact]
    public void A_build_out_of_its_place_a_missing_bundle_and_a_missing_manifest_are_found()
    {
        Assert.Equal("SB9747", Code(Changed(false, folder => File.Delete(Path.Combine(folder, SubmissionFiles.Manifest)))));
        Assert.Contains(Verify(Changed(false, folder => Directory.Delete(Path.Combine(folder, "builds/Portal.Web"), recursive: true))).Problems, problem => problem.Code == "SB9752");
        var without = Verify(Changed(false, folder => File.Delete(Path.Combine(folder, SubmissionFiles.Bundle))));
        Assert.Contains(without.Checks, check => check is { Name: "bundle", On: SubmissionFiles.Manifest, Result: CheckResult.Skipped });
    }

    [Fact]
    public void A_draft_an_unknown_key_and_a_manifest_out_of_its_envelope_are_not_accepted()
    {
        var draft = Verify(Pack("draft", options => options with { Signer = null }));
        Assert.Equal((VerificationOutcome.NotSatisfied, "SB9520"), (draft.Outcome, draft.Problems[0].Code));
        Assert.Equal(VerificationOutcome.Satisfied, Verify(Pack("draft2", options => options with { Signer = null }), request => request with { AllowUnsigned = true }).Outcome);

        var stranger = Verify(Pack("package"), request => request with { Keys = [new(SigningKey.Create().PublicKeyPem, "other")] });
        Assert.Equal((VerificationOutcome.NotSatisfied, "SB9513"), (stranger.Outcome, stranger.Problems[0].Code));

        var bare = Changed(false, folder => Bare(folder));
        Assert.Contains(Verify(bare, request => request with { AllowUnsigned = true }).Problems, problem => problem.Code == "SB9521");
    }

    [Fact]
    public void A_manifest_signed_by_another_than_the_statements_says_says_whose_signature_is_whose()
    {
        // Somebody takes a true delivery apart and makes a package of his own of it.
        var own = SigningKey.Create();
        using var signer = SigningKey.Load(own.PrivateKeyPem, null, "another");
        var report = Verify(Pack("package.zip", options => options with { Signer = signer }));

        Assert.Equal(VerificationOutcome.NotSatisfied, report.Outcome);
        Assert.Contains(report.Checks, check => check is { On: SubmissionFiles.Bundle, Code: "SB9513" });
        Assert.Contains(report.Checks, check => check is { Name: "signature", On: "Portal.Web.attestation.sigstore.json", Result: CheckResult.Passed });
    }

    [Theory]
    [InlineData("product", "SB9755")]
    [InlineData("statement", "SB9752")]
    [InlineData("subject", "SB9747")]
    [InlineData("traversal", "SB9747")]
    [InlineData("profile", "SB9747")]
    [InlineData("expected", "SB9753")]
    [InlineData("type", "SB9754")]
    public void A_manifest_that_its_signer_got_wrong_is_found(string what, string code)
    {
        var package = Pack("package");
        Resign(package, statement =>
        {
            var predicate = statement["predicate"]!;
            var csv = predicate["files"]!.AsArray().Single(file => (string)file!["name"]! == "suppliers.csv")!;
            switch (what)
            {
                case "product": predicate["product"]!["name"]![0]!["value"] = "Another"; break;
                case "statement": predicate["builds"]![0]!["statementSha256"] = new string('a', 64); break;
                case "subject": statement["subject"]!.AsArray().RemoveAt(0); break;
                case "traversal": csv["name"] = "../suppliers.csv"; statement["subject"]!.AsArray().Single(file => (string)file!["name"]! == "suppliers.csv")!["name"] = "../suppliers.csv"; break;
                case "profile": predicate["profile"] = "moon"; break;
                case "expected": foreach (var file in predicate["files"]!.AsArray().Where(file => (string)file!["role"]! == "suppliers")) file!["role"] = "other"; break;
                case "type": csv["mediaType"] = "application/pdf"; break;
            }
        });
        Assert.Contains(Verify(package).Problems, problem => problem.Code == code);
    }

    [Fact]
    public void A_buyers_policy_is_held_against_every_build_of_a_zip()
    {
        var policy = SecureBuild.Verification.Policy.AcceptancePolicyFile.Read(Path.GetFullPath(Write("policy.json", """{ "licences": { "deny": ["MIT"] } }""")), null);
        Assert.Empty(policy.Problems);
        var report = Verify(Pack("package.zip"), request => request with { Policy = policy.Policy });

        Assert.Equal(VerificationOutcome.NotSatisfied, report.Outcome);
        Assert.Equal(2, report.Problems.Count(problem => problem.Code == "SB9715"));
        Assert.All(report.Problems, problem => Assert.StartsWith(_solution["package.zip"] + "/builds/Portal.", problem.File, StringComparison.Ordinal));
    }

    [Fact]
    public void A_summary_for_others_is_made_after_the_unpacked_files_are_gone()
    {
        var policy = SecureBuild.Verification.Policy.AcceptancePolicyFile.Read(Write("policy.json", """{ "maxAgeDays": 36500 }"""), null).Policy;
        var report = Verify(Pack("package.zip"), request => request with { Policy = policy });
        var summary = SecureBuild.Verification.Policy.VerificationSummary.Slsa(report, new("https://buyer.example/verifier", DateTimeOffset.UnixEpoch, null));

        Assert.Equal(6, summary!["predicate"]!["inputAttestations"]!.AsArray().Count);
    }

    string Pack(string name, Func<SubmissionOptions, SubmissionOptions>? with = null)
    {
        using var signer = SigningKey.Load(SolutionFolder.Key.PrivateKeyPem, null, "test key");
        SubmissionOptions options = new(SubmissionProfile.Find("us")!, new(new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero), true)) { Signer = signer };
        SubmissionWriter.Write(SubmissionCollector.Of(ProductReader.Read(new([_solution["src"]])).Product!, with?.Invoke(options) ?? options), _solution[name], force: true);
        return _solution[name];
    }

    string Changed(bool zip, Action<string> change)
    {
        var package = Pack("package");
        change(package);
        if (!zip)
            return package;
        File.Delete(_solution["package.zip"]);
        ZipFile.CreateFromDirectory(package, _solution["package.zip"]);
        return _solution["package.zip"];
    }

    string Write(string name, string text)
    {
        _solution.Write(name, Encoding.UTF8.GetBytes(text));
        return _solution[name];
    }

    static void Bare(string folder)
    {
        var file = Path.Combine(folder, SubmissionFiles.Manifest);
        File.WriteAllBytes(file, Convert.FromBase64String((string)JsonNode.Parse(File.ReadAllText(file))!["payload"]!));
        File.Delete(Path.Combine(folder, SubmissionFiles.Bundle));
    }

    static void Resign(string folder, Action<JsonNode> change)
    {
        Bare(folder);
        var file = Path.Combine(folder, SubmissionFiles.Manifest);
        var statement = JsonNode.Parse(File.ReadAllText(file))!;
        change(statement);
        using var signer = SigningKey.Load(SolutionFolder.Key.PrivateKeyPem, null, "test key");
        File.WriteAllBytes(file, CanonicalJson.Compact(Dsse.Envelope(InToto.PayloadType, CanonicalJson.Compact(statement), signer)));
    }

    static string? Code(string package) => Verify(package).Problems[0].Code;

    static VerificationReport Verify(string path, Func<VerificationRequest, VerificationRequest>? with = null)
    {
        VerificationRequest request = new(path) { Keys = [new(SolutionFolder.Key.PublicKeyPem, "portal.pub.pem")], Today = SolutionFolder.Today };
        return Verifier.Verify(with?.Invoke(request) ?? request);
    }

    static IEnumerable<string> LeftBehind() => Directory.EnumerateDirectories(Path.GetTempPath(), "securebuild-*").Where(folder => File.Exists(Path.Combine(folder, SubmissionFiles.Manifest)));
}
