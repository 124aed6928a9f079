using System.Globalization;
using System.Text;
using System.Text.Json;
using SecureBuild.Assessment;
using SecureBuild.Evidence;
using SecureBuild.Rendering;
using SecureBuild.Signing;
using SecureBuild.Verification;

namespace SecureBuild.Core.Tests.Verification;

/// <summary>
/// Artifacts damaged at random, always in the same way: a verdict or a coded problem, never an exception, and never "satisfied" for another
/// content than what was signed. <c>SECUREBUILD_FUZZ_ROUNDS</c> asks for more rounds.
/// </summary>
public sealed class FuzzTests
{
    // What breaks readers: nesting, numbers out of range, half characters, wrong kinds, and text that acts on a terminal.
    static readonly string[] s_pieces =
    [
        "[[[[[[[[", "{\"a\":", "null", "-1", "1e999", "99999999999999999999", "\"\\ud800\"", "\"\\u0000\"", "true", "[]", "{}", "[null]", "[[]]", "\u001b[2J", "\"\\u001b[2J\\u202e\"", "\ufeff", "\r\n", "\"\"",
        ",", "}", "\"../../../../etc/passwd\"", "{\"_type\":1}", "\"9999-12-31T23:59:59Z\"", "\"0001-01-01T00:00:00Z\"", "\"0000-00-00\"", "\"file:///%\"", "\"%00\"", "\"C:\\\\CON\"", "\u202e",
    ];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Damaged_artifacts_yield_a_verdict(bool signed)
    {
        var rounds = int.TryParse(Environment.GetEnvironmentVariable("SECUREBUILD_FUZZ_ROUNDS"), CultureInfo.InvariantCulture, out var more) ? more : 60;
        using var signer = (EcdsaP256Signer)AttestedFolder.Signer();
        using var folder = new AttestedFolder { Assessed = [AttestedFolder.Person("nist-ssdf/PO.2.1", ControlStatus.Stated)] }.Write(signed ? signer : null);
        var random = new Random(20261122);
        var files = Directory.GetFiles(folder.Artifacts).Order(StringComparer.Ordinal).ToArray();
        for (var round = 0; round < rounds; round++)
        {
            var file = files[random.Next(files.Length)];
            var before = File.ReadAllBytes(file);
            var after = Damaged(before, random);
            File.WriteAllBytes(file, after);
            var statements = File.ReadAllText(folder.Statements);
            // A draft can be made to fit, so that the damage is read and not only its digest.
            if (!signed && file != folder.Statements)
                File.WriteAllText(folder.Statements, statements.Replace(Digest.Sha256(before), Digest.Sha256(after), StringComparison.Ordinal));
            try
            {
                Judge(folder, signed, signer, before, after);
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"Round {round}, {Path.GetFileName(file)}: {Encoding.UTF8.GetString(after)}", exception);
            }
            File.WriteAllText(folder.Statements, statements);
            File.WriteAllBytes(file, before);
        }
    }

    static void Judge(AttestedFolder folder, bool signed, EcdsaP256Signer signer, byte[] before, byte[] after)
    {
        var report = folder.Verify(request => request with { Reassess = Derive, Today = new(2026, 11, 22), AllowUnsigned = true });
        Assert.All(report.Checks, check => Assert.DoesNotContain(check.Sentence, char.IsControl));
        // White space between the members of a bundle is not signed, and says nothing.
        if (signed && report.Outcome == VerificationOutcome.Satisfied)
            Assert.Equal(Meaning(before), Meaning(after));

        AttestationFiles.Sign(folder.Artifacts, signer, new() { Reassess = Derive });

        var summaries = BuildSummaryReader.Read(folder.Artifacts);
        CanonicalJson.Indented(BuildSummaryJson.Write(summaries.Builds));
        foreach (var build in summaries.Builds)
            foreach (var language in (string[])["en", "ja"])
                Assert.All(BuildSummaryPage.Lines(build, language, 100, true), line => Assert.DoesNotContain(line.ToString(), char.IsControl));
    }

    static System.Collections.Immutable.ImmutableArray<FrameworkResult>? Derive(
        ReadOnlyMemory<byte> evidence, ReadOnlyMemory<byte>? catalogues, System.Collections.Immutable.ImmutableArray<PersonStatement> statements, DateTimeOffset time)
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

    static string Meaning(byte[] bytes) => string.Concat(Encoding.UTF8.GetString(bytes).Where(character => !char.IsWhiteSpace(character)));

    static byte[] Damaged(byte[] bytes, Random random)
    {
        var at = random.Next(bytes.Length);
        switch (random.Next(8))
        {
            case 0: return bytes[..at];
            case 1: return [.. bytes[..at], (byte)random.Next(256), .. bytes[(at + 1)..]];
            case 2: return [.. bytes[..at], .. Piece(random), .. bytes[at..]];
            case 3: return [.. bytes[..at], .. bytes[Math.Min(bytes.Length, at + random.Next(200))..]];
            case 4: return [.. bytes, .. bytes[at..]];
        }
        // A value replaced: what comes out is JSON still, more often than not.
        var colon = Array.IndexOf(bytes, (byte)':', at);
        if (colon < 0)
            return [];
        var end = bytes.AsSpan(colon).IndexOfAny(",}]\n"u8);
        return [.. bytes[..(colon + 1)], .. Piece(random), .. bytes[(end < 0 ? bytes.Length : colon + end)..]];
    }

    static byte[] Piece(Random random) => Encoding.UTF8.GetBytes(s_pieces[random.Next(s_pieces.Length)]);
}
