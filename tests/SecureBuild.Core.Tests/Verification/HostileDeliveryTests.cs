using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json.Nodes;
using SecureBuild.Assessment;
using SecureBuild.Signing;
using SecureBuild.Verification;

namespace SecureBuild.Core.Tests.Verification;

/// <summary>Deliveries of a vendor who holds the key, or of somebody on the way: put together, left incomplete, or made to mislead.</summary>
public sealed class HostileDeliveryTests : IDisposable
{
    readonly AttestedFolder _folder = AttestedFolder.Signed();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void One_statement_alone_in_a_folder_is_not_enough()
    {
        File.Delete(_folder.Statements);
        File.Delete(_folder.AttestationBundle);

        Assert.Contains("SB9518", Codes(_folder.Verify()));
        Assert.NotEqual(VerificationOutcome.Satisfied, _folder.Verify().Outcome);
    }

    [Fact]
    public void A_good_attestation_in_the_output_folder_does_not_hide_the_artifact_folder_below()
    {
        foreach (var file in Directory.EnumerateFiles(_folder.Artifacts))
            File.Copy(file, Path.Combine(_folder.Output, Path.GetFileName(file)));
        AttestedFolder.Edit(_folder.ProvenanceBundle, bundle => bundle["dsseEnvelope"]!["signatures"] = new JsonArray());

        Assert.Contains("SB9509", Codes(_folder.Verify()));
    }

    [Theory]
    [InlineData("securebuild/Extra.CDX.JSON")]
    [InlineData("securebuild/Portal.IntoTo.jsonl")]
    [InlineData("securebuild/Extra.Sigstore.json")]
    public void An_artifact_nobody_lists_in_other_case(string name)
    {
        _folder.Put(name, "{}");

        Assert.Equal("SB9533", Assert.Single(Codes(_folder.Verify())));
    }

    [Theory]
    [InlineData(".evidence.json")]
    [InlineData(".cdx.json")]
    public void Bill_of_materials_and_evidence_cannot_be_withheld_by_marking_them_internal(string suffix)
    {
        Resign(statement => Evidence(statement).Single(file => ((string)file["name"]!).EndsWith(suffix, StringComparison.Ordinal))["annotations"]!["securebuild_class"] = "internal");
        Assert.Equal(VerificationOutcome.Satisfied, _folder.Verify().Outcome);

        File.Delete(_folder.Artifact(suffix));
        Assert.Equal("SB9526", Assert.Single(Codes(_folder.Verify())));
    }

    [Theory]
    [InlineData(".evidence.json")]
    [InlineData(".cdx.json")]
    public void An_attestation_that_names_no_bill_of_materials_or_no_evidence(string suffix)
    {
        Resign(statement =>
        {
            foreach (var list in (JsonArray?[])[statement["predicate"]!["evidence"]?.AsArray(), statement["predicate"]!["runDetails"]?["byproducts"]?.AsArray()])
                list?.RemoveAll(file => ((string)file!["name"]!).EndsWith(suffix, StringComparison.Ordinal));
        });

        Assert.Contains("SB9551", Codes(_folder.Verify()));
    }

    [Fact]
    public void Evidence_of_another_configuration_of_the_same_output()
    {
        Resign(statement =>
        {
            if (statement["predicate"]!["build"] is { } build)
                build["configuration"] = "Debug";
            else
                statement["predicate"]!["buildDefinition"]!["externalParameters"]!["configuration"] = "Debug";
        });

        Assert.Contains("SB9528", Codes(_folder.Verify()));
    }

    [Fact]
    public void A_file_of_a_referenced_project_or_package_that_was_swapped()
    {
        var library = Digest.Sha256(_folder.Put("Records.dll", "records"));
        var package = Digest.Sha256(_folder.Put("runtimes/linux-x64/native/libe.so", "native"));
        WithMaterials($$"""
            {"type":"library","name":"Records","purl":"pkg:generic/Records@1","components":[{"type":"file","name":"Records.dll","scope":"required","hashes":[{"alg":"SHA-256","content":"{{library}}"}]}]},
            {"type":"library","name":"E","purl":"pkg:nuget/E@1","components":[{"type":"file","name":"runtimes/linux-x64/native/libe.so","scope":"required","hashes":[{"alg":"SHA-256","content":"{{package}}"}]}]}
            """);
        Assert.Equal(VerificationOutcome.Satisfied, _folder.Verify().Outcome);

        _folder.Put("Records.dll", "swapped");
        _folder.Put("runtimes/linux-x64/native/libe.so", "swapped");
        Assert.Equal(["SB9555", "SB9555"], Codes(_folder.Verify()));

        // For another platform a package's file may be left out, and that is said; the product's own may not.
        File.Delete(Path.Combine(_folder.Output, "Records.dll"));
        File.Delete(Path.Combine(_folder.Output, "runtimes/linux-x64/native/libe.so"));
        var report = _folder.Verify();
        Assert.Equal("SB9524", Assert.Single(Codes(report)));
        Assert.Contains(report.Checks, check => check is { Name: "material", Result: CheckResult.Skipped });
    }

    [Fact]
    public void A_material_outside_the_folder_is_not_followed()
    {
        WithMaterials($$"""{"type":"file","name":"../../etc/passwd","hashes":[{"alg":"SHA-256","content":"{{AttestedFolder.Sha}}"}]}""");

        Assert.Contains("SB9523", Codes(_folder.Verify()));
    }

    [Fact]
    public void A_program_that_nobody_names_is_said()
    {
        _folder.Put("Evil.dll", "MZ");

        Assert.Contains("Evil.dll", Assert.Single(_folder.Verify().Checks, check => check is { Name: "beside", Result: CheckResult.Skipped }).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_attested_and_when_is_said_so_that_an_older_delivery_shows()
    {
        var sentence = Assert.Single(_folder.Verify().Checks, check => check.Name == "identity").Sentence;

        foreach (var part in (string[])["市民ポータル", "1.2.0", "net10.0", "Release", "2026-11-22 04:21 UTC"])
            Assert.Contains(part, sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void An_attestation_of_the_future()
    {
        Assert.Equal(VerificationOutcome.Satisfied, _folder.Verify(request => request with { Today = new(2026, 11, 21) }).Outcome);
        Assert.Equal("SB9554", Assert.Single(Codes(_folder.Verify(request => request with { Today = new(2026, 11, 20) }))));
    }

    [Theory]
    [InlineData("2026-11-22", null)]
    [InlineData("2026-11-20", "SB9421")]
    [InlineData("2027-01-01", "SB9421")]
    [InlineData("yesterday", "SB9516")]
    public void A_person_signs_neither_before_there_was_anything_to_sign_nor_in_the_future(string date, string? code)
    {
        using var folder = AttestedFolder.SignedWith(attestation => attestation["predicate"]![AttestationFiles.SignatoryMember] =
            new JsonObject { ["name"] = "山田 太郎", ["role"] = "部長", ["scope"] = "1.2.0", ["date"] = date });

        Assert.Equal(code, folder.Verify(request => request with { Today = new(2026, 11, 30) }).Problems.SingleOrDefault()?.Code);
    }

    [Fact]
    public void A_catalogue_a_control_or_a_subject_that_is_named_twice_says_two_things()
    {
        Assert.Equal("SB9516", Code(attestation => Twice(attestation["predicate"]!["frameworks"]!)));
        Assert.Equal("SB9516", Code(attestation => Twice(attestation["predicate"]!["frameworks"]![0]!["controls"]!)));
        Assert.Equal("SB9516", Code(attestation => Twice(attestation["subject"]!)));

        static string Code(Action<JsonObject> change)
        {
            using var folder = AttestedFolder.SignedWith(change);
            return folder.Verify().Problems[0].Code;
        }

        static void Twice(JsonNode list)
        {
            var copy = list[0]!.DeepClone();
            if (copy["digest"] is { } digest)
                digest["sha256"] = new string('0', 64);
            else if (copy["status"] is not null)
                copy["status"] = "met-by-evidence";
            list.AsArray().Add(copy);
        }
    }

    [Fact]
    public void A_bundle_of_another_product_by_the_same_supplier_does_not_vouch_for_this_one()
    {
        using var other = new AttestedFolder { Controls = [new("PW.6.2", ControlStatus.MetByEvidence, false, [], [], null)] }.Write(AttestedFolder.Signer());
        foreach (var (from, to) in ((string, string)[])[(other.AttestationBundle, _folder.AttestationBundle), (other.ProvenanceBundle, _folder.ProvenanceBundle)])
            File.Copy(from, to, overwrite: true);
        Assert.Contains("SB9530", Codes(_folder.Verify()));
    }

    [Fact]
    public void Evidence_of_another_build_under_the_same_name_is_not_taken_for_the_attested_one()
    {
        using var other = new AttestedFolder { Assessed = [] }.Write(AttestedFolder.Signer());
        foreach (var suffix in (string[])[".evidence.json", ".cdx.json"])
        {
            using var folder = AttestedFolder.Signed();
            folder.Put("securebuild/Portal" + suffix, suffix == ".cdx.json" ? folder.About(new('b', 64)) : File.ReadAllBytes(other.Artifact(suffix)));
            Assert.Contains("SB9527", Codes(folder.Verify()));
        }
    }

    [Fact]
    public void Without_a_day_it_is_said_that_nothing_was_held_against_one()
    {
        Assert.Contains(_folder.Verify().Checks, check => check is { Name: "day", Result: CheckResult.Skipped });
        Assert.DoesNotContain(_folder.Verify(request => request with { Today = new(2026, 11, 30) }).Checks, check => check.Name == "day");
    }

    [Fact]
    public void Controls_or_catalogues_that_the_evidence_speaks_of_cannot_be_left_out_or_renamed()
    {
        ImmutableArray<FrameworkResult>? Derive(ReadOnlyMemory<byte> evidence, ReadOnlyMemory<byte>? catalogues, ImmutableArray<PersonStatement> statements, DateTimeOffset time) =>
            [new("nist-ssdf", "1.1", AttestedFolder.Sha, AttestedFolder.Sha, [.. _folder.Controls, new("PW.7.2", ControlStatus.NotMet, false, [], [], null)])];

        Assert.Equal("SB9553", Assert.Single(Codes(_folder.Verify(request => request with { Reassess = Derive }))));
        Resign(statement => Framework(statement, framework => framework["framework"] = "nist-ssdf-new"));
        Assert.Equal("SB9552", Assert.Single(Codes(_folder.Verify(request => request with { Reassess = Derive }))));
        Resign(statement => Framework(statement, framework => framework.Parent!.AsArray().Clear()));
        Assert.Contains("SB9516", Codes(_folder.Verify()));
    }

    [Fact]
    public void Statuses_whose_evidence_this_version_cannot_read_are_not_satisfied() =>
        Assert.Equal("SB9550", Assert.Single(Codes(_folder.Verify(request => request with { Reassess = (_, _, _, _) => null }))));

    [Fact]
    public void Names_of_others_cannot_move_the_cursor_or_start_a_line()
    {
        Resign(statement =>
        {
            if (statement["predicate"]!["product"] is { } product)
                product["name"] = "Good\u001b[2J\r\n✓ All is well\u202e";
        });
        var report = _folder.Verify();

        Assert.All(report.Checks, check => Assert.DoesNotContain(check.Sentence, character => char.IsControl(character) || character == '\u202e'));
        Assert.Contains(report.Checks, check => check.Sentence.Contains("Good\\u001b[2J", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_pipe_or_an_endless_device_in_the_place_of_a_file_does_not_keep_the_verifier()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no named pipes in the file system.");
        foreach (var name in (string[])["Portal.dll", "securebuild/Portal.sarif", "securebuild/Portal.evidence.json"])
        {
            File.Delete(Path.Combine(_folder.Output, name));
            using var make = Process.Start("mkfifo", [Path.Combine(_folder.Output, name)]);
            await make.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
        File.Delete(_folder.Artifact(".cdx.json"));
        File.CreateSymbolicLink(_folder.Artifact(".cdx.json"), "/dev/zero");

        Assert.Equal(VerificationOutcome.TamperedOrUnreadable, (await Task.Run(() => _folder.Verify())).Outcome);
    }

    static string[] Codes(VerificationReport report) => [.. report.Problems.Select(problem => problem.Code)];

    static IEnumerable<JsonNode> Evidence(JsonObject statement) =>
        (statement["predicate"]!["evidence"] ?? statement["predicate"]!["runDetails"]!["byproducts"])!.AsArray().OfType<JsonNode>();

    static void Framework(JsonObject statement, Action<JsonNode> edit)
    {
        if (statement["predicate"]!["frameworks"] is JsonArray frameworks)
            edit(frameworks[0]!);
    }

    void WithMaterials(string components)
    {
        var bom = Digest.Sha256(_folder.Put("securebuild/Portal.cdx.json", $$"""{"bomFormat":"CycloneDX","specVersion":"1.7","components":[{{components}}]}"""));
        var evidence = JsonNode.Parse(File.ReadAllText(_folder.Artifact(".evidence.json")))!;
        evidence["files"]![0]!["sha256"] = bom;
        var digest = Digest.Sha256(_folder.Put("securebuild/Portal.evidence.json", evidence.ToJsonString()));
        Resign(statement =>
        {
            foreach (var file in Evidence(statement))
                file["digest"]!["sha256"] = (string)file["name"]! switch { "Portal.cdx.json" => bom, "Portal.evidence.json" => digest, _ => (string)file["digest"]!["sha256"]! };
        });
    }

    /// <summary>Edits both statements and signs them again with the vendor's own key, as a vendor can who does not use our tool.</summary>
    void Resign(Action<JsonObject> edit)
    {
        using var signer = (EcdsaP256Signer)AttestedFolder.Signer();
        var statements = File.ReadAllLines(_folder.Statements)
            .Select(line => JsonNode.Parse(Convert.FromBase64String((string)JsonNode.Parse(line)!["payload"]!))!.AsObject()).ToArray();
        foreach (var statement in statements)
            edit(statement);
        foreach (var artifact in AttestationFiles.Write(_folder.Artifacts, "Portal", statements[0], statements[1], signer))
            AtomicFile.Write(artifact.Path, artifact.Content.Span);
    }
}
