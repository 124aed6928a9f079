using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using SecureBuild.Assessment;
using SecureBuild.Signing;
using SecureBuild.Verification;
using SecureBuild.Verification.Policy;

namespace SecureBuild.Core.Tests.Verification;

/// <summary>
/// Files that two readers could read as two things, in every place where a verifier reads one: refused, with a code and exit code 2, also where the vendor's own key has
/// signed the digest of exactly these bytes.
/// </summary>
public sealed class AmbiguityTests : IDisposable
{
    static readonly ImmutableDictionary<string, Func<byte[], byte[]>> s_forms = new Dictionary<string, Func<byte[], byte[]>>
    {
        ["a byte order mark"] = content => [0xEF, 0xBB, 0xBF, .. content],
        ["UTF-16"] = content => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(content))],
        ["bytes that are no UTF-8"] = content => First(content, [.. "\"$schema\":\""u8, 0xC3, 0x28, .. "\","u8]),
        ["an overlong character"] = content => First(content, [.. "\"$schema\":\""u8, 0xC0, 0xAF, .. "\","u8]),
        ["half of a character"] = content => First(content, "\"$schema\":\"\\ud800\","u8),
        ["half of a character in a name"] = content => First(content, "\"\\udc00\":\"x\","u8),
        ["a member twice"] = content => First(content, "\"$schema\":\"a\",\"$schema\":\"a\","u8),
        ["a member twice in two spellings"] = content => First(content, "\"$schema\":\"a\",\"$sch\\u0065ma\":\"b\","u8),
        ["another value behind it"] = content => [.. content, .. "{}"u8],
        ["a zero behind it"] = content => [.. content, 0],
        ["text behind it"] = content => [.. content, .. "x"u8],
        ["a number with a leading zero"] = content => First(content, "\"$schema\":01,"u8),
        ["a number with a plus sign"] = content => First(content, "\"$schema\":+1,"u8),
        ["a number that ends with its point"] = content => First(content, "\"$schema\":1.,"u8),
        ["a hexadecimal number"] = content => First(content, "\"$schema\":0x1,"u8),
        ["a number that is none"] = content => First(content, "\"$schema\":NaN,"u8),
        ["text in other quotation marks"] = content => First(content, "\"$schema\":'a',"u8),
        ["a line break in a text"] = content => First(content, "\"$schema\":\"a\nb\","u8),
        ["nesting without end"] = content => [.. "{\"$schema\":"u8, .. Enumerable.Repeat((byte)'[', 200_000)],
        ["nesting that is closed"] = content => First(content, [.. "\"$schema\":"u8, .. Enumerable.Repeat((byte)'[', 5_000), .. Enumerable.Repeat((byte)']', 5_000), (byte)',']),
        ["nothing"] = _ => [],
        ["blanks"] = _ => " \n"u8.ToArray(),
        ["65 MiB"] = content => [.. content, .. new byte[65 << 20].AsSpan()],
    }.ToImmutableDictionary();

    readonly AttestedFolder _folder = AttestedFolder.Signed();

    public static TheoryData<string> Forms => [.. s_forms.Keys.Order(StringComparer.Ordinal)];

    public void Dispose() => _folder.Dispose();

    [Theory, MemberData(nameof(Forms))]
    public void In_a_bundle(string form) => Refused(_folder.ProvenanceBundle, form, path => Change(path, form));

    [Theory, MemberData(nameof(Forms))]
    public void In_the_statements(string form) => Refused(_folder.Statements, form, path => Change(path, form));

    [Theory, MemberData(nameof(Forms))]
    public void In_the_evidence_that_the_vendor_signed(string form) => Refused(_folder.Artifact(".evidence.json"), form, path => Resigned(path, form));

    [Theory, MemberData(nameof(Forms))]
    public void In_the_bill_of_materials_that_the_vendor_signed(string form) => Refused(_folder.Artifact(".cdx.json"), form, path => Resigned(path, form));

    [Theory, MemberData(nameof(Forms))]
    public void In_a_trust_file(string form)
    {
        var path = Path.Combine(_folder.Output, "trust.json");
        File.WriteAllText(path, new JsonObject { ["keys"] = new JsonArray(new JsonObject { ["publicKey"] = AttestedFolder.Key.PublicKeyPem }) }.ToJsonString());
        Assert.Equal(VerificationOutcome.Satisfied, Verify().Outcome);
        Change(path, form);

        Assert.Equal(VerificationOutcome.TamperedOrUnreadable, Verify().Outcome);

        VerificationReport Verify() => _folder.Verify(request => request with { Keys = [], Trust = new() { Files = [path] } });
    }

    // A policy is the reader's own file: comments, trailing commas and a byte order mark are no danger there.
    [Theory, MemberData(nameof(Forms))]
    public void In_a_policy(string form)
    {
        var path = Path.Combine(_folder.Output, "policy.json");
        File.WriteAllText(path, """{"maxAgeDays":9000}""");
        Assert.NotNull(AcceptancePolicyFile.Read(path).Policy);
        Change(path, form);

        var result = AcceptancePolicyFile.Read(path);

        Assert.Equal(form == "a byte order mark", result.Policy is not null);
        Assert.All(result.Problems, problem => Assert.StartsWith("SB97", problem.Code, StringComparison.Ordinal));
        Assert.Equal(result.Policy is null, !result.Problems.IsEmpty);
    }

    [Theory]
    [InlineData("payload", "=")]
    [InlineData("payload", "url")]
    [InlineData("payload", "\n")]
    [InlineData("payload", " ")]
    [InlineData("payload", "bits")]
    [InlineData("payload", "unpadded")]
    [InlineData("sig", "=")]
    [InlineData("sig", "url")]
    [InlineData("sig", "\n")]
    [InlineData("sig", "\u00a0")]
    [InlineData("sig", "bits")]
    [InlineData("sig", "unpadded")]
    public void Base64_of_the_same_bytes_in_another_spelling(string member, string spelling)
    {
        string? before = null, after = null;
        // Of a length that leaves bits over, and with characters that the other alphabet writes differently.
        for (var attempt = 0; attempt < 200 && before == after; attempt++)
        {
            using var folder = AttestedFolder.Signed();
            AttestedFolder.Edit(folder.AttestationBundle, bundle =>
            {
                var envelope = bundle["dsseEnvelope"]!.AsObject();
                var holder = member == "payload" ? envelope : envelope["signatures"]![0]!.AsObject();
                before = (string)holder[member]!;
                after = Spelled(before, spelling);
                holder[member] = after;
            });
            if (before == after)
                continue;
            var report = folder.Verify();
            Assert.Equal(VerificationOutcome.TamperedOrUnreadable, report.Outcome);
            Assert.Contains(report.Problems, problem => problem.Code is "SB9507");
            return;
        }
        // A text without padding has only one spelling in these respects.
        Assert.True(spelling is "unpadded" or "bits" && !before!.EndsWith('='), $"{member} {spelling}");
    }

    [Fact]
    public void A_link_out_of_the_delivery_is_refused_whatever_it_leads_to()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Making links needs a right there.");
        var outside = Directory.CreateTempSubdirectory("outside").FullName;
        foreach (var name in (string[])["Portal.dll", "ja/Portal.resources.dll", "securebuild/Portal.evidence.json", "securebuild/Portal.intoto.jsonl", "securebuild/Portal.attestation.sigstore.json"])
        {
            var (file, target) = (Path.Combine(_folder.Output, name), Path.Combine(outside, Path.GetFileName(name)));
            File.Move(file, target);
            File.CreateSymbolicLink(file, target);
            Refused("SB9795");
            // In two steps, and by a folder.
            File.Delete(file);
            Directory.CreateSymbolicLink(Path.Combine(_folder.Output, "there"), outside);
            File.CreateSymbolicLink(file, Path.Combine(_folder.Output, "there", Path.GetFileName(name)));
            Refused("SB9795");
            Directory.Delete(Path.Combine(_folder.Output, "there"));
            File.Delete(file);
            File.Move(target, file);
            Assert.Equal(VerificationOutcome.Satisfied, _folder.Verify().Outcome);
        }
        Directory.Move(Path.Combine(_folder.Output, "ja"), Path.Combine(outside, "ja"));
        Directory.CreateSymbolicLink(Path.Combine(_folder.Output, "ja"), Path.Combine(outside, "ja"));
        Refused("SB9795");
        Directory.Delete(outside, recursive: true);
    }

    [Fact]
    public void A_link_that_stays_in_the_delivery_is_a_file_like_any_other()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Making links needs a right there.");
        File.Move(Path.Combine(_folder.Output, "Portal.dll"), Path.Combine(_folder.Output, "Portal.dll.1"));
        File.CreateSymbolicLink(Path.Combine(_folder.Output, "Portal.dll"), "Portal.dll.1");
        Assert.Equal(VerificationOutcome.Satisfied, _folder.Verify().Outcome);

        File.Delete(Path.Combine(_folder.Output, "Portal.dll"));
        File.CreateSymbolicLink(Path.Combine(_folder.Output, "Portal.dll"), "Portal.dll");
        Assert.NotEqual(VerificationOutcome.Satisfied, _folder.Verify().Outcome);
    }

    [Fact]
    public void A_number_too_large_for_a_number_shows_nothing()
    {
        var condition = Condition.From(System.Text.Json.JsonDocument.Parse("""{ "path": "passed", "atLeast": 1 }""").RootElement);

        Assert.Null(condition.Holds(JsonNode.Parse("""{ "passed": 1e400 }""")));
        Assert.Null(condition.Holds(JsonNode.Parse("""{ "passed": "1" }""")));
        foreach (var one in (string[])["1", "1.0", "1e0", "10E-1"])
            Assert.True(condition.Holds(JsonNode.Parse($$"""{ "passed": {{one}} }""")));
    }

    void Refused(string path, string form, Action<string> change)
    {
        Assert.Equal(VerificationOutcome.Satisfied, _folder.Verify().Outcome);
        change(path);
        var report = _folder.Verify();

        Assert.Equal((form, VerificationOutcome.TamperedOrUnreadable), (form, report.Outcome));
        Assert.Contains(report.Problems, problem => problem.File == path && problem.Code is "SB9504" or "SB9505" or "SB9506" or "SB9280" or "SB9518");
    }

    void Refused(string code)
    {
        var report = _folder.Verify();
        Assert.Equal(VerificationOutcome.TamperedOrUnreadable, report.Outcome);
        Assert.Contains(report.Problems, problem => problem.Code == code);
    }

    void Resigned(string path, string form)
    {
        Change(path, form);
        using var signer = (EcdsaP256Signer)AttestedFolder.Signer();
        var digest = Digest.Sha256(File.ReadAllBytes(path));
        var statements = File.ReadAllLines(_folder.Statements).Select(line => JsonNode.Parse(Convert.FromBase64String((string)JsonNode.Parse(line)!["payload"]!))!.AsObject()).ToArray();
        foreach (var file in statements.SelectMany(statement => (statement["predicate"]!["evidence"] ?? statement["predicate"]!["runDetails"]!["byproducts"])!.AsArray()))
            if ((string)file!["name"]! == Path.GetFileName(path))
                file["digest"]!["sha256"] = digest;
        foreach (var artifact in AttestationFiles.Write(_folder.Artifacts, "Portal", statements[0], statements[1], signer))
            AtomicFile.Write(artifact.Path, artifact.Content.Span);
    }

    static string Spelled(string text, string spelling) => spelling switch
    {
        "url" => text.Replace('+', '-').Replace('/', '_'),
        "unpadded" => text.TrimEnd('='),
        "bits" => text.EndsWith("==", StringComparison.Ordinal) ? text[..^3] + (char)(text[^3] + 1) + "==" : text.EndsWith('=') ? text[..^2] + (char)(text[^2] + 1) + "=" : text,
        _ => text.Insert(text.Length / 2, spelling),
    };

    static void Change(string path, string form) => File.WriteAllBytes(path, s_forms[form](File.ReadAllBytes(path)));

    // Right behind the first bracket.
    static byte[] First(byte[] content, ReadOnlySpan<byte> member)
    {
        var at = content.AsSpan().IndexOf((byte)'{') + 1;
        return [.. content.AsSpan(0, at), .. member, .. content.AsSpan(at)];
    }
}
