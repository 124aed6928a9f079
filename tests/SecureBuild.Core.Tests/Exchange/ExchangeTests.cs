using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SecureBuild.Assessment;
using SecureBuild.Core.Tests.Verification;
using SecureBuild.Exchange;
using SecureBuild.Signing;
using SecureBuild.Testing.Node;
using SecureBuild.Verification;

namespace SecureBuild.Core.Tests.Exchange;

public sealed partial class ExchangeTests
{
    static readonly ImmutableArray<ControlResult> s_controls =
    [
        new("PW.6.2", ControlStatus.MetByEvidence, false, ["compiler.deterministic"], [new("The build is deterministic.", "ビルドは決定的です。")], null),
        new("PO.2.1", ControlStatus.Stated, false, [], [], AttestedFolder.Person("nist-ssdf/PO.2.1", ControlStatus.Stated)),
        new("PO.2.2", ControlStatus.NotAssessed, false, [], [], null),
        new("PS.2.1", ControlStatus.Partly, true, ["output.digests"], [new("Not signed.", "署名がありません。")], AttestedFolder.Person("nist-ssdf/PS.2.1", ControlStatus.Partly)),
        new("PW.4.4", ControlStatus.NotMet, false, ["nuget.audit"], [new("A package has a known vulnerability.", "既知の脆弱性があります。")], null),
        new("PW.1.1", ControlStatus.NotApplicable, false, [], [], AttestedFolder.Person("nist-ssdf/PW.1.1", ControlStatus.NotApplicable) with { Note = "No design of our own." }),
    ];

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public async Task CycloneDX_attestations_are_valid_in_both_versions(string language)
    {
        using var folder = Written(signed: true);
        foreach (var version in (string[])["1.6", "1.7"])
        {
            var file = Path.Combine(folder.Output, "out.json");
            await File.WriteAllBytesAsync(file, Rendered(folder, "cdxa-" + version, language).Bytes, TestContext.Current.CancellationToken);
            var validation = await NodeTools.RunAsync("cyclonedx-validate.mjs", version, file);
            Assert.True(validation.ExitCode == 0, validation.ToString());
        }
    }

    [Fact]
    public void CycloneDX_claims_nothing_of_a_control_of_which_nothing_is_known_and_names_no_signatory()
    {
        using var folder = Written(signed: false);
        var document = Rendered(folder, "cdxa-1.7").Json;
        var declarations = document["declarations"]!;
        var map = declarations["attestations"]![0]!["map"]!.AsArray().ToDictionary(item => (string)item!["requirement"]!, item => item!);

        Assert.Equal(["nist-ssdf-1.1/PO.2.1", "nist-ssdf-1.1/PS.2.1", "nist-ssdf-1.1/PW.1.1", "nist-ssdf-1.1/PW.4.4", "nist-ssdf-1.1/PW.6.2"], map.Keys.Order(StringComparer.Ordinal));
        Assert.Contains(document["definitions"]!["standards"]![0]!["requirements"]!.AsArray(), item => (string)item!["identifier"]! == "PO.2.2");
        Assert.Empty(declarations["affirmation"]!["signatories"]!.AsArray());
        Assert.False((bool)declarations["assessors"]![0]!["thirdParty"]!);

        Assert.Equal(1, (double)map["nist-ssdf-1.1/PW.6.2"]["conformance"]!["score"]!);
        Assert.Equal(0.5, (double)map["nist-ssdf-1.1/PS.2.1"]["conformance"]!["score"]!);
        Assert.Equal(0, (double)map["nist-ssdf-1.1/PW.4.4"]["conformance"]!["score"]!);
        Assert.Null(map["nist-ssdf-1.1/PW.1.1"]["conformance"]!["score"]);
        Assert.Contains("No design of our own.", (string)map["nist-ssdf-1.1/PW.1.1"]["conformance"]!["rationale"]!);
        Assert.Null(map["nist-ssdf-1.1/PW.4.4"]["claims"]);
        Assert.NotNull(map["nist-ssdf-1.1/PW.4.4"]["counterClaims"]);
        Assert.Contains("contradict", (string)map["nist-ssdf-1.1/PS.2.1"]["conformance"]!["rationale"]!);
        Assert.True((double)map["nist-ssdf-1.1/PO.2.1"]["confidence"]!["score"]! < 1);
    }

    [Fact]
    public void Every_reference_in_the_CycloneDX_document_leads_to_something_in_it()
    {
        using var folder = Written(signed: true);
        var document = Rendered(folder, "cdxa-1.7").Json;
        var known = new HashSet<string>();
        Walk(document, (name, value) => { if (name == "bom-ref") Assert.True(known.Add(value), value); });
        Walk(document, (name, value) => { if (name is "requirement" or "assessor" or "target" or "parent" or "claims" or "counterClaims" or "evidence" or "counterEvidence") Assert.Contains(value, known); });
    }

    [Fact]
    public void OSCAL_says_satisfied_or_not_only_where_something_is_known()
    {
        using var folder = Written(signed: true);
        var result = Rendered(folder, "oscal-ar").Json["assessment-results"]!["results"]![0]!;

        Assert.Equal(
            ["PO.2.1 satisfied other", "PS.2.1 not-satisfied other", "PW.4.4 not-satisfied fail", "PW.6.2 satisfied pass"],
            result["findings"]!.AsArray().Select(finding => finding!["target"]!).Select(target => $"{target["target-id"]} {target["status"]!["state"]} {target["status"]!["reason"]}").Order());
        Assert.Equal(6, result["observations"]!.AsArray().Count);
        Assert.Contains(result["observations"]!.AsArray(), observation => ((string)observation!["title"]!).StartsWith("PO.2.2 ", StringComparison.Ordinal) && (string)observation["methods"]![0]! == "UNKNOWN");
    }

    [Fact]
    public void The_plan_of_action_lists_what_is_partly_or_not_met_and_invents_no_date()
    {
        using var folder = Written(signed: true);
        var plan = Rendered(folder, "oscal-poam").Json["plan-of-action-and-milestones"]!;

        Assert.Equal(["PS.2.1", "PW.4.4"], plan["poam-items"]!.AsArray().Select(item => (string)item!["props"]!.AsArray().Single(property => (string)property!["name"]! == "control")!["value"]!));
        Assert.All(plan["poam-items"]!.AsArray(), item => Assert.Contains("a person has to give them", (string)item!["description"]!));

        using var met = new AttestedFolder { Controls = [s_controls[0]] }.Write(signer: null);
        Assert.Null(Assert.Single(ExchangeFormat.Render(met.Output, [ExchangeFormat.Find("oscal-poam")!], "en").Files).Content);
    }

    [Theory]
    [InlineData("oscal-ar")]
    [InlineData("oscal-poam")]
    public void OSCAL_keeps_the_forms_of_its_schema(string format)
    {
        using var folder = Written(signed: true);
        var uuids = new HashSet<string>();
        var references = new List<string>();
        Walk(Rendered(folder, format).Json, (name, value) =>
        {
            switch (name)
            {
                case "uuid":
                    Assert.Matches(OscalUuid(), value);
                    Assert.True(uuids.Add(value));
                    break;
                case "observation-uuid":
                    references.Add(value);
                    break;
                case "href" when value.StartsWith('#'):
                    references.Add(value[1..]);
                    break;
                case "control-id" or "target-id" or "name":
                    Assert.Matches(OscalToken(), value);
                    break;
                case "value" or "title" or "version":
                    Assert.Matches(@"^\S(.*\S)?$", value);
                    break;
                case "start" or "end" or "collected" or "expires" or "last-modified":
                    Assert.Matches(@"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$", value);
                    break;
            }
        });
        Assert.NotEmpty(references);
        Assert.All(references, reference => Assert.Contains(reference, uuids));
    }

    [Theory]
    [InlineData("en", "UNSIGNED DRAFT")]
    [InlineData("ja", "草案・未署名")]
    public void Every_rendering_names_the_statement_s_digest_and_says_when_nobody_has_signed(string language, string draft)
    {
        using var unsigned = Written(signed: false);
        using var signed = Written(signed: true);
        var statement = Digest.Sha256(Encoding.UTF8.GetBytes(File.ReadLines(unsigned.Statements).Single(line => line.Contains("secure-development", StringComparison.Ordinal))));
        foreach (var format in ExchangeFormat.All)
        {
            var text = Encoding.UTF8.GetString(Rendered(unsigned, format.Name, language).Bytes);
            Assert.Contains(statement, text);
            Assert.Contains(draft, text);
            var other = Encoding.UTF8.GetString(Rendered(signed, format.Name, language).Bytes);
            Assert.DoesNotContain(draft, other);
            Assert.Contains(AttestedFolder.Key.KeyId, other);
        }
    }

    [Fact]
    public void The_same_statement_gives_the_same_bytes()
    {
        using var folder = Written(signed: true);
        foreach (var format in ExchangeFormat.All)
            Assert.Equal(Rendered(folder, format.Name).Bytes, Rendered(folder, format.Name).Bytes);
    }

    [Fact]
    public void Confidence_is_that_of_the_weakest_evidence_and_none_is_given_where_the_evidence_is_not_the_attested()
    {
        using var folder = Written(signed: true);
        Assert.Equal(0.9, (double)Confidence()["score"]!);
        Assert.Contains("observed by the build", (string)Confidence()["rationale"]!);

        File.AppendAllText(folder.Artifact(".evidence.json"), " ");
        Assert.Null(Confidence()["score"]);
        Assert.Contains("not at hand", (string)Confidence()["rationale"]!);

        JsonNode Confidence() => Rendered(folder, "cdxa-1.7").Json["declarations"]!["attestations"]![0]!["map"]!.AsArray().Single(item => (string)item!["requirement"]! == "nist-ssdf-1.1/PW.6.2")!["confidence"]!;
    }

    [Fact]
    public void A_damaged_statement_is_told_and_renders_nothing()
    {
        using var folder = Written(signed: true);
        File.WriteAllText(folder.Statements, File.ReadAllText(folder.Statements)[..500]);

        var result = ExchangeFormat.Render(folder.Output, ExchangeFormat.All, "en");

        Assert.Empty(result.Files);
        Assert.Equal(VerificationOutcome.TamperedOrUnreadable, result.Outcome);
        Assert.NotEmpty(result.Problems);
    }

    static AttestedFolder Written(bool signed)
    {
        using var signer = (EcdsaP256Signer)AttestedFolder.Signer();
        // Over a conflict nobody signs without giving a reason.
        return new AttestedFolder { Controls = signed ? [.. s_controls.Select(control => control with { Conflict = false })] : s_controls }.Write(signed ? signer : null);
    }

    static (byte[] Bytes, JsonObject Json) Rendered(AttestedFolder folder, string format, string language = "en")
    {
        var result = ExchangeFormat.Render(folder.Output, [ExchangeFormat.Find(format)!], language);
        Assert.Empty(result.Problems);
        var bytes = Assert.Single(result.Files).Content!.Value.ToArray();
        return (bytes, JsonNode.Parse(bytes)!.AsObject());
    }

    static void Walk(JsonNode? node, Action<string, string> visit, string name = "")
    {
        switch (node)
        {
            case JsonObject json:
                foreach (var (member, value) in json)
                    Walk(value, visit, member);
                break;
            case JsonArray array:
                foreach (var item in array)
                    Walk(item, visit, name);
                break;
            case JsonValue value when value.TryGetValue<string>(out var text):
                visit(name, text);
                break;
        }
    }

    // OSCAL 1.2.1, UUIDDatatype and TokenDatatype.
    [GeneratedRegex("^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[45][0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}$")]
    private static partial Regex OscalUuid();

    [GeneratedRegex(@"^(\p{L}|_)(\p{L}|\p{N}|[.\-_])*$")]
    private static partial Regex OscalToken();
}
