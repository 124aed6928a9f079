using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SecureBuild.Assessment;
using SecureBuild.Evidence;
using SecureBuild.Signing;
using SecureBuild.Verification;
using SecureBuild.Verification.Policy;

namespace SecureBuild.Core.Tests.Verification;

/// <summary>
/// 20,000 changes of a signed delivery and of the policy it is held against, always the same: single bytes and whole pieces of JSON, in every file. Not one is
/// accepted, none throws, and each is "tampered or unreadable" with a code. White space between the members of a bundle says nothing and is not signed; a
/// change that is only that is not counted.
/// </summary>
public sealed partial class MutationTests
{
    const int Changes = 20_000;

    static readonly string s_policy = """
        { "maxAgeDays": 9000, "packages": { "deny": ["Evil*"] }, "licences": { "deny": ["AGPL-3.0-only"] }, "ifUnknown": "warn",
          "controls": [ { "framework": "nist-ssdf", "controls": ["PO.2.1"], "minimum": "stated" } ] }
        """;

    static readonly string[] s_values =
    [
        "null", "true", "0", "-0", "1e0", "1E400", "\"\"", "\" \"", "[]", "{}", "[null]", "[[[[]]]]", "{\"a\":{}}", "\"\\ud800\"", "\"\\udc00x\"", "\"\\u0000\"", "\"../../etc/passwd\"", "\"C:\\\\x\"", "\"\ufeff\"", "\"AA==\"", "\"AB==\"",
        "\"A A=\"", "\"-_-_\"", "\"9999-12-31T23:59:59Z\"", "\"application/json\"", "\"met-by-evidence\"",
    ];

    static readonly string[] s_behind = ["\0", "x", "{}", ",", "]", "\n{}", "\ufeff", "// x", "/* x */", "\"", "\u001a"];

    [Fact]
    public void Not_one_of_twenty_thousand_changes_is_accepted()
    {
        var counts = new int[Math.Clamp(Environment.ProcessorCount, 1, 4)];
        Parallel.For(0, counts.Length, new ParallelOptions { MaxDegreeOfParallelism = counts.Length }, worker => counts[worker] = Run(20261122 + worker, (Changes + counts.Length - 1) / counts.Length));
        Assert.True(counts.Sum() >= Changes, $"{counts.Sum()} changes");
    }

    static int Run(int seed, int changes)
    {
        // A few controls only: the form is the same, and every change is verified whole.
        using var folder = AttestedFolder.Signed();
        folder.Put("policy.json", s_policy);
        var sha256 = Digest.Sha256(Encoding.UTF8.GetBytes(s_policy));
        Assert.Equal((VerificationOutcome.Satisfied, ""), Judge(folder, sha256));

        var random = new Random(seed);
        string[] files = [folder.Statements, folder.ProvenanceBundle, folder.AttestationBundle, .. Directory.GetFiles(folder.Artifacts).Where(file => !Text(file)).Order(StringComparer.Ordinal),
            Path.Combine(folder.Output, "Portal.dll"), Path.Combine(folder.Output, "ja/Portal.resources.dll"), Path.Combine(folder.Output, "policy.json")];
        var done = 0;
        for (var round = 0; done < changes; round++)
        {
            // The signed files more often: there is more to get wrong.
            var file = files[random.Next(3) > 0 ? random.Next(3) : random.Next(files.Length)];
            var before = File.ReadAllBytes(file);
            var after = Changed(before, random);
            if (after.AsSpan().SequenceEqual(before) || (Text(file) && Meaning(after) == Meaning(before)))
                continue;
            File.WriteAllBytes(file, after);
            try
            {
                var (outcome, code) = Judge(folder, sha256);
                if (outcome != VerificationOutcome.TamperedOrUnreadable || !Code().IsMatch(code))
                    throw new InvalidOperationException($"{outcome} {code}");
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"seed {seed}, round {round}, {Path.GetFileName(file)}: {Encoding.UTF8.GetString(after)}", exception);
            }
            File.WriteAllBytes(file, before);
            done++;
        }
        Assert.Equal((VerificationOutcome.Satisfied, ""), Judge(folder, sha256));
        return done;
    }

    // As the command line does it: no policy, no verification. The statuses are not derived again: nothing may rest on that here, and it takes most of the time.
    static (VerificationOutcome, string) Judge(AttestedFolder folder, string sha256)
    {
        var policy = AcceptancePolicyFile.Read(Path.Combine(folder.Output, "policy.json"), sha256);
        if (policy.Policy is null)
            return (VerificationOutcome.TamperedOrUnreadable, policy.Problems[0].Code);
        var report = folder.Verify(request => request with { Policy = policy.Policy, Today = new(2026, 12, 1) });
        return (report.Outcome, report.Problems.FirstOrDefault(problem => problem.Level == ProblemLevel.Error)?.Code ?? "");
    }

    static byte[] Changed(byte[] bytes, Random random)
    {
        var at = random.Next(bytes.Length);
        switch (random.Next(6))
        {
            case 0:
            case 1:
                byte[] flipped = [.. bytes];
                flipped[at] ^= (byte)(1 << random.Next(8));
                return flipped;
            case 2:
                return [.. bytes[..at], (byte)random.Next(256), .. bytes[(random.Next(2) == 0 ? at : at + 1)..]];
            case 3:
                return random.Next(3) switch { 0 => [.. bytes, .. Encoding.UTF8.GetBytes(s_behind[random.Next(s_behind.Length)])], 1 => [.. "\uFEFF"u8, .. bytes], _ => bytes[..at] };
            default:
                return Structural(bytes, random) ?? [.. bytes[..at], .. bytes[Math.Min(bytes.Length, at + 1 + random.Next(80))..]];
        }
    }

    /// <summary>One line read as JSON, a member of it replaced, removed, renamed or doubled, and written again; null where the file is no JSON.</summary>
    static byte[]? Structural(byte[] bytes, Random random)
    {
        var lines = Encoding.UTF8.GetString(bytes).TrimEnd('\n').Split('\n');
        var number = bytes.AsSpan().IndexOf("\n  "u8) >= 0 || lines.Length == 1 ? -1 : random.Next(lines.Length);
        try
        {
            if (JsonNode.Parse(number < 0 ? bytes : Encoding.UTF8.GetBytes(lines[number])) is not JsonObject root)
                return null;
            var objects = Objects(root).Where(item => item.Count > 0).ToArray();
            var target = objects[random.Next(objects.Length)];
            var name = target.Select(member => member.Key).ElementAt(random.Next(target.Count));
            var mark = $"\"mark{random.Next()}\"";
            var (was, value) = (target[name]?.ToJsonString() ?? "null", s_values[random.Next(s_values.Length)]);
            target[name] = JsonNode.Parse(mark);
            var text = root.ToJsonString();
            var member = $"{JsonValue.Create(name)!.ToJsonString()}:{mark}";
            text = random.Next(4) switch
            {
                0 => text.Replace(member, $"\"\":{was}", StringComparison.Ordinal),
                1 => text.Replace(member, $"{JsonValue.Create(name)!.ToJsonString()}:{was},{JsonValue.Create(name)!.ToJsonString()}:{value}", StringComparison.Ordinal),
                _ => text.Replace(mark, value, StringComparison.Ordinal),
            };
            if (number < 0)
                return Encoding.UTF8.GetBytes(text);
            lines[number] = text;
            return Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n");
        }
        catch (JsonException)
        {
            return null;
        }
    }

    static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(member => Objects(member.Value)).Prepend(map),
        JsonArray list => list.SelectMany(Objects),
        _ => [],
    };

    static bool Text(string file) => file.EndsWith(AttestationFiles.StatementsSuffix, StringComparison.Ordinal) || file.EndsWith(".sigstore.json", StringComparison.Ordinal);

    // The same JSON, however it is spelt and spaced.
    static string Meaning(byte[] bytes)
    {
        try
        {
            return string.Join('\n', Encoding.UTF8.GetString(bytes) is var text && text.Contains("\n  ", StringComparison.Ordinal)
                ? [Canonical(text)] : text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Canonical));
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException)
        {
            return Convert.ToHexString(bytes);
        }
    }

    static string Canonical(string json)
    {
        using var document = JsonDocument.Parse(json, CanonicalJson.Strict);
        return JsonNode.Parse(document.RootElement.GetRawText())!.ToJsonString();
    }

    public static ImmutableArray<FrameworkResult>? Derive(ReadOnlyMemory<byte> evidence, ReadOnlyMemory<byte>? catalogues, ImmutableArray<PersonStatement> statements, DateTimeOffset time)
    {
        try
        {
            using var document = JsonDocument.Parse(evidence, CanonicalJson.Strict);
            return Assessor.Assess(EvidenceJson.Read(document), statements, DateOnly.FromDateTime(time.UtcDateTime));
        }
        catch (Exception e) when (e is JsonException or ProblemException)
        {
            return null;
        }
    }

    [GeneratedRegex("^SB9[0-9]{3}$")]
    private static partial Regex Code();
}
