using System.Text;
using System.Text.Json.Nodes;
using SecureBuild.Signing;
using SecureBuild.Testing.Node;

namespace SecureBuild.Cli.Tests.Verbs;

/// <summary>Signing with a certificate and a time stamp, and what others say about it.</summary>
public sealed class CertificateVerbTests : IDisposable
{
    readonly TestAuthority _authority = new();
    readonly DeliveredBuild _build = new();

    public void Dispose()
    {
        _authority.Dispose();
        _build.Dispose();
    }

    [Fact]
    public async Task A_certificate_with_a_time_stamp_verifies_here_and_with_Sigstore()
    {
        var signed = Sign("--tsa", _authority.Address.AbsoluteUri);
        Assert.Equal((0, ""), (signed.ExitCode, signed.Error));
        string[] trust = ["verify", _build.Output, "--trust-root", _authority.Root, "--signer", TestAuthority.Signer, "--tsa-root", _authority.Root];

        var verified = Tool.Run([.. trust, "--json"]);
        var provenance = _build.Artifact(AttestationFiles.ProvenanceBundleSuffix);
        var sigstore = await Sigstore(TestAuthority.Signer);
        var stranger = await Sigstore("other@portal.example");

        Assert.Equal(0, verified.ExitCode);
        var checks = JsonNode.Parse(verified.Output)!["checks"]!.AsArray();
        Assert.Equal(2, checks.Count(check => (string?)check!["name"] == "timestamp" && (string?)check["result"] == "passed"));
        Assert.True(sigstore.ExitCode == 0, sigstore.ToString());
        Assert.Contains("UNTRUSTED_SIGNER_ERROR", stranger.Output, StringComparison.Ordinal);

        // Another signature's stamp, and one that was changed.
        var bundle = JsonNode.Parse(await File.ReadAllTextAsync(provenance, TestContext.Current.CancellationToken))!;
        var other = JsonNode.Parse(await File.ReadAllTextAsync(_build.Artifact(AttestationFiles.AttestationBundleSuffix), TestContext.Current.CancellationToken))!;
        Stamps(bundle)[0]!["signedTimestamp"] = (string)Stamps(other)[0]!["signedTimestamp"]!;
        await File.WriteAllTextAsync(provenance, bundle.ToJsonString(), TestContext.Current.CancellationToken);
        var exchanged = Tool.Run(trust);
        Assert.Equal(2, exchanged.ExitCode);
        Assert.Contains("SB9581", exchanged.Output, StringComparison.Ordinal);

        Task<NodeResult> Sigstore(string name) => NodeTools.RunAsync("sigstore-verify-certificate.mjs", _authority.Root, _authority.StampChain, name, provenance);
        static JsonArray Stamps(JsonNode bundle) => bundle["verificationMaterial"]!["timestampVerificationData"]!["rfc3161Timestamps"]!.AsArray();
    }

    [Fact]
    public void An_authority_that_answers_nonsense_or_not_at_all_leaves_nothing_signed()
    {
        var nobody = Sign("--tsa", "http://127.0.0.1:9/stamp");

        Assert.Equal(1, nobody.ExitCode);
        Assert.Contains("SB9432", nobody.Error, StringComparison.Ordinal);
        Assert.Contains("UNSIGNED DRAFT", File.ReadAllText(_build.Statements), StringComparison.Ordinal);
        Assert.Equal(64, Sign("--tsa", "http://user:geheim@127.0.0.1:9/").ExitCode);
    }

    [Fact]
    public async Task A_machine_without_a_network_gets_its_time_stamps_as_files()
    {
        var requests = Path.Combine(_build.Output, "requests");
        Assert.Equal((1, true), Tool.Run("sign", _build.Output, "--timestamp-request", requests) is var early ? (early.ExitCode, early.Error.Contains("SB9796", StringComparison.Ordinal)) : default);
        Assert.Equal(0, Sign().ExitCode);
        var statements = await File.ReadAllTextAsync(_build.Statements, TestContext.Current.CancellationToken);
        string[] verify = ["verify", _build.Output, "--trust-root", _authority.Root, "--signer", TestAuthority.Signer, "--tsa-root", _authority.Root];

        Assert.Equal((0, ""), Tool.Run("sign", _build.Output, "--timestamp-request", requests) is var written ? (written.ExitCode, written.Error) : default);
        var answers = new List<string>();
        using var client = new HttpClient();
        foreach (var request in Directory.GetFiles(requests).Order(StringComparer.Ordinal))
        {
            using var answer = await client.PostAsync(_authority.Address, new ByteArrayContent(await File.ReadAllBytesAsync(request, TestContext.Current.CancellationToken)), TestContext.Current.CancellationToken);
            answers.Add(Path.ChangeExtension(request, ".tsr"));
            await File.WriteAllBytesAsync(answers[^1], await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        }
        Assert.Equal(2, answers.Count);
        Assert.Equal(64, Tool.Run("sign", _build.Output, "--timestamp-token", answers[0], "--key", _build.Key).ExitCode);

        // Of one answer the token alone, as some tools hand it out; and both in one go.
        await File.WriteAllBytesAsync(answers[1], TokenOf(await File.ReadAllBytesAsync(answers[1], TestContext.Current.CancellationToken)), TestContext.Current.CancellationToken);
        Assert.Equal((0, ""), Tool.Run(["sign", _build.Output, "--timestamp-token", .. answers]) is var stamped ? (stamped.ExitCode, stamped.Error) : default);

        Assert.Equal(statements, await File.ReadAllTextAsync(_build.Statements, TestContext.Current.CancellationToken));
        var checks = JsonNode.Parse(Tool.Run([.. verify, "--json"]).Output)!["checks"]!.AsArray();
        Assert.Equal(2, checks.Count(check => (string?)check!["name"] == "timestamp" && (string?)check["result"] == "passed"));
        Assert.Equal(0, Tool.Run(verify).ExitCode);
        var sigstore = await NodeTools.RunAsync("sigstore-verify-certificate.mjs", _authority.Root, _authority.StampChain, TestAuthority.Signer, _build.Artifact(AttestationFiles.ProvenanceBundleSuffix));
        Assert.True(sigstore.ExitCode == 0, sigstore.ToString());
        // Again changes nothing; after a new signature the old stamps are about nothing here.
        var before = await File.ReadAllTextAsync(_build.Artifact(AttestationFiles.ProvenanceBundleSuffix), TestContext.Current.CancellationToken);
        Assert.Equal(0, Tool.Run(["sign", _build.Output, "--timestamp-token", .. answers]).ExitCode);
        Assert.Equal(before, await File.ReadAllTextAsync(_build.Artifact(AttestationFiles.ProvenanceBundleSuffix), TestContext.Current.CancellationToken));
        Assert.Equal(0, Sign().ExitCode);
        foreach (var file in (string[])[.. answers, _build.Key])
            Assert.Equal((1, true), Tool.Run("sign", _build.Output, "--timestamp-token", file) is var refused ? (refused.ExitCode, refused.Error.Contains("SB9797", StringComparison.Ordinal)) : default);
    }

    [Fact]
    public async Task The_page_for_buyers_follows_a_bundle_that_gets_its_time_stamp_later()
    {
        Assert.Equal(0, Tool.Run("sign", _build.Output, "--key", _build.Key).ExitCode);
        var requests = Path.Combine(_build.Output, "requests");
        Tool.Run("sign", _build.Output, "--timestamp-request", requests);
        using var client = new HttpClient();
        using var answer = await client.PostAsync(_authority.Address, new ByteArrayContent(await File.ReadAllBytesAsync(Directory.GetFiles(requests).Order(StringComparer.Ordinal).First(), TestContext.Current.CancellationToken)), TestContext.Current.CancellationToken);
        var token = Path.Combine(requests, "answer.tsr");
        await File.WriteAllBytesAsync(token, await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);

        Assert.Equal(0, Tool.Run("sign", _build.Output, "--timestamp-token", token).ExitCode);

        var page = await File.ReadAllTextAsync(_build.Artifact("")[..^"Portal".Length] + VerificationPage.Name, TestContext.Current.CancellationToken);
        foreach (var bundle in (string[])[_build.Artifact(AttestationFiles.ProvenanceBundleSuffix), _build.Artifact(AttestationFiles.AttestationBundleSuffix)])
            Assert.Contains(Digest.Sha256OfFile(bundle), page, StringComparison.Ordinal);
        Assert.DoesNotContain("## 4.", page, StringComparison.Ordinal);
        Assert.Equal(0, Tool.Run("verify", _build.Output, "--key", _build.PublicKey).ExitCode);
    }

    [Fact]
    public void The_page_for_buyers_leads_a_certificate_to_its_root_by_commands_that_work_as_printed()
    {
        Assert.Equal(0, Sign().ExitCode);
        var folder = Path.GetDirectoryName(_build.Statements)!;
        var commands = File.ReadAllText(Path.Combine(folder, VerificationPage.Name)).Split("```sh\n").Skip(1).Select(part => part[..part.IndexOf("\n```", StringComparison.Ordinal)]).ToArray();
        File.Copy(_authority.Root, Path.Combine(folder, "ca.pem"));

        Assert.True(commands.Length >= 6, string.Join('\n', commands));
        foreach (var command in commands)
            Assert.True(Shell(folder, command) is (0, _), command + Shell(folder, command).Output);

        // Another authority, and a payload that was changed.
        using var other = new TestAuthority();
        File.Copy(other.Root, Path.Combine(folder, "ca.pem"), overwrite: true);
        Assert.NotEqual(0, Shell(folder, commands[0]).ExitCode);
        File.WriteAllText(_build.Artifact(AttestationFiles.AttestationBundleSuffix),
            File.ReadAllText(_build.Artifact(AttestationFiles.AttestationBundleSuffix)).Replace("\"payload\": \"ey", "\"payload\": \"fy", StringComparison.Ordinal));
        Assert.Contains(commands.Where(command => command.Contains("dgst -sha256 -verify", StringComparison.Ordinal)), command => Shell(folder, command).ExitCode != 0);
    }

    [Fact]
    public void The_page_of_a_package_does_so_as_well()
    {
        Assert.Equal(0, Sign().ExitCode);
        using var folder = new Scratch();
        var packed = Tool.Run(["pack", _build.Output, "-o", folder["package"], "--profile", "us", "--pfx", _authority.Pfx], null, ("SECUREBUILD_KEY_PASSWORD", TestAuthority.Password));
        Assert.True(packed.ExitCode == 0, packed.Error);
        var page = File.ReadAllText(folder["package/VERIFY.md"]);
        var commands = page.Split("```sh\n").Skip(1).Select(part => part[..part.IndexOf("\n```", StringComparison.Ordinal)]).ToArray();
        File.Copy(_authority.Root, folder["package/ca.pem"]);

        Assert.Contains("--trust-root ca.pem", page, StringComparison.Ordinal);
        foreach (var command in commands)
            Assert.True(Shell(folder["package"], command) is (0, _), command + Shell(folder["package"], command).Output);
        Assert.Contains(commands, command => command.Contains("dgst -sha256 -verify", StringComparison.Ordinal));
        File.Delete(folder["package/step.sh"]);
        File.Delete(folder["package/supplier.pub.pem"]);
        File.Delete(folder["package/ca.pem"]);
        Directory.Delete(folder["package/check"], recursive: true);
        var verified = Tool.Run("verify", folder["package"], "--artifacts", _build.Output, "--trust-root", _authority.Root, "--signer", TestAuthority.Signer);
        Assert.True(verified.ExitCode == 0, verified.Output);
    }

    static (int ExitCode, string Output) Shell(string folder, string command)
    {
        File.WriteAllText(Path.Combine(folder, "step.sh"), command + "\n");
        try
        {
            using var process = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("sh", ["-e", "step.sh"]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output + error.Result);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("There is no POSIX shell on the PATH.");
            throw;
        }
    }

    static byte[] TokenOf(byte[] response)
    {
        var parts = new System.Formats.Asn1.AsnReader(response, System.Formats.Asn1.AsnEncodingRules.BER).ReadSequence();
        parts.ReadSequence();
        return parts.ReadEncodedValue().ToArray();
    }

    [Fact]
    public void Neither_key_nor_password_is_in_anything_written_or_said()
    {
        ToolResult[] results =
        [
            Sign(), Tool.Run(["sign", _build.Output, "--pfx", _authority.Pfx], null, ("SECUREBUILD_KEY_PASSWORD", "wrong " + TestAuthority.Password)),
            Tool.Run(["sign", _build.Output, "--pfx", _build.Key], null, ("SECUREBUILD_KEY_PASSWORD", TestAuthority.Password)),
            Tool.Run(["sign", _build.Output, "--key", _authority.Pfx], null, ("SECUREBUILD_KEY_PASSWORD", TestAuthority.Password)),
            Tool.Run("verify", _build.Output, "--key", _build.Key), Tool.Run("verify", _build.Output, "--key", _build.PublicKey, "--trust-root", _build.Key),
            Tool.Run(["sign", _build.Output], null, ("SECUREBUILD_KEY", File.ReadAllText(_build.Key).Replace("-----END", "x-----END", StringComparison.Ordinal))),
        ];
        var pem = string.Concat(File.ReadAllLines(_build.Key).Where(line => !line.StartsWith('-')));

        Assert.Equal([0, 1, 1, 1, 2, 2, 1], results.Select(result => result.ExitCode));
        foreach (var text in results.SelectMany(result => (string[])[result.Output, result.Error]).Concat(Directory.GetFiles(Path.GetDirectoryName(_build.Statements)!).Select(file => File.ReadAllText(file))))
        {
            Assert.DoesNotContain(TestAuthority.Password, text, StringComparison.Ordinal);
            Assert.DoesNotContain("PRIVATE KEY---", text, StringComparison.Ordinal);
            Assert.DoesNotContain(pem[40..72], text, StringComparison.Ordinal);
            Assert.DoesNotContain(Convert.ToBase64String(_authority.PrivateKey)[..40], text, StringComparison.Ordinal);
            Assert.DoesNotContain(Convert.ToHexString(_authority.PrivateKey)[..40], text, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public void A_signing_command_signs_and_only_with_its_public_key()
    {
        var command = $"openssl dgst -sha256 -sign \"{_build.Key}\"";

        Assert.Equal(64, Tool.Run("sign", _build.Output, "--signer-command", command).ExitCode);
        Assert.Equal(64, Tool.Run("sign", _build.Output, "--signer-command", command, "--public-key", _build.PublicKey, "--key", _build.Key).ExitCode);
        var signed = Tool.Run("sign", _build.Output, "--signer-command", command, "--public-key", _build.PublicKey);
        Assert.SkipWhen(signed.Error.Contains("SB9410", StringComparison.Ordinal), "The openssl command is not on the PATH.");
        Assert.Equal((0, ""), (signed.ExitCode, signed.Error));
        Assert.Equal(0, Tool.Run("verify", _build.Output, "--key", _build.PublicKey).ExitCode);
    }

    [Fact]
    public void A_classical_signature_is_said_not_to_outlast_the_dates_of_others_and_how_sure_they_are()
    {
        var english = Tool.Run("sign", _build.Output, "--key", _build.Key).Output;
        var japanese = Tool.Run("sign", _build.Output, "--key", _build.Key, "--lang", "ja").Output;

        foreach (var date in PostQuantumDates.ForSignatures)
        {
            Assert.NotEqual("confirmed", date.Confidence);
            Assert.Contains($"{date.Date}  {date.What.En}", english, StringComparison.Ordinal);
            Assert.Contains(date.What.Ja, japanese, StringComparison.Ordinal);
        }
        Assert.Equal(PostQuantumDates.ForSignatures.Length, english.Split("from secondary sources").Length - 1);
    }

    [Fact]
    public void No_person_signs_without_being_asked()
    {
        string[] person = ["--as", "山田 太郎", "--role", "品質保証部長", "--scope", "住民ポータル 2.3.0"];

        Assert.Contains("SB9634", Tool.Run(["sign", _build.Output, "--key", _build.Key, .. person]).Error, StringComparison.Ordinal);
        Assert.Contains("SB9634", Tool.Run(["sign", _build.Output, "--key", _build.Key, "--yes", .. person]).Error, StringComparison.Ordinal);
        Assert.Contains("SB9633", Tool.Run("sign", _build.Output, "--key", _build.Key, "--as", "山田 太郎").Error, StringComparison.Ordinal);
        Assert.Contains("UNSIGNED DRAFT", File.ReadAllText(_build.Statements), StringComparison.Ordinal);

        Assert.Equal(0, Tool.Run("sign", _build.Output, "--key", _build.Key, "--yes").ExitCode);
        Assert.DoesNotContain("signatory", Encoding.UTF8.GetString(Convert.FromBase64String((string)JsonNode.Parse(File.ReadLines(_build.Statements).Last())!["payload"]!)), StringComparison.Ordinal);
    }

    ToolResult Sign(params string[] further) => Tool.Run(["sign", _build.Output, "--pfx", _authority.Pfx, .. further], null, ("SECUREBUILD_KEY_PASSWORD", TestAuthority.Password));
}
