using System.Text.Json.Nodes;
using SecureBuild.Signing;

namespace SecureBuild.Cli.Tests.Verbs;

public sealed class SignAndVerifyVerbTests
{
    [Fact]
    public void What_was_signed_is_satisfied()
    {
        using var build = new DeliveredBuild().Signed();

        var result = Tool.Run("verify", build.Output, "--key", build.PublicKey);

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Contains("✓ ", result.Output);
        Assert.DoesNotContain("✗", result.Output);
        Assert.Contains("SATISFIED", result.Output);
        Assert.DoesNotContain("compliant", result.Output, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void The_statuses_are_derived_again()
    {
        using var build = new DeliveredBuild().Signed();

        Assert.Contains(Checks(Tool.Run("verify", build.Output, "--key", build.PublicKey, "--json")), check => check is { Name: "reassessment", Result: "passed" });
    }

    [Fact]
    public void It_answers_in_Japanese()
    {
        using var build = new DeliveredBuild().Signed();

        Assert.Contains("検証成功", Tool.Run("verify", build.Output, "--key", build.PublicKey, "--lang", "ja").Output);
    }

    [Fact]
    public void A_changed_assembly_is_tampered()
    {
        using var build = new DeliveredBuild().Signed();
        File.AppendAllText(build.Assembly, "!");

        var result = Tool.Run("verify", build.Output, "--key", build.PublicKey);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("✗  SB9525", result.Output);
        Assert.Contains("REJECTED", result.Output);
    }

    [Fact]
    public void A_draft_is_not_satisfied_and_says_so_loudly()
    {
        using var build = new DeliveredBuild();

        var result = Tool.Run("verify", build.Output, "--key", build.PublicKey);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("UNSIGNED DRAFT", result.Output);
        Assert.Equal(0, Tool.Run("verify", build.Output, "--key", build.PublicKey, "--allow-unsigned").ExitCode);
    }

    [Fact]
    public void Another_key_is_not_enough()
    {
        using var build = new DeliveredBuild().Signed();
        using var other = new Scratch();
        Tool.Run(["keygen"], other.Path);

        Assert.Equal(1, Tool.Run("verify", build.Output, "--key", other["securebuild.pub.pem"]).ExitCode);
    }

    [Fact]
    public void Artifacts_that_are_not_there_are_unreadable_and_a_folder_without_any_is_not_satisfied()
    {
        using var folder = new Scratch();

        Assert.Equal(2, Tool.Run("verify", folder["nothing"]).ExitCode);
        Assert.Equal(1, Tool.Run("verify", folder.Path).ExitCode);
    }

    [Fact]
    public void The_result_for_machines_has_outcome_exit_code_and_checks()
    {
        using var build = new DeliveredBuild().Signed();

        var json = JsonNode.Parse(Tool.Run("verify", build.Output, "--key", build.PublicKey, "--json").Output)!;

        Assert.Equal(("satisfied", 0), ((string)json["outcome"]!, (int)json["exitCode"]!));
        Assert.NotEmpty(json["checks"]!.AsArray());
    }

    [Fact]
    public void A_key_file_that_cannot_be_read_is_said_with_its_name()
    {
        using var build = new DeliveredBuild();

        var result = Tool.Run("verify", build.Output, "--key", "nowhere.pem");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("nowhere.pem: error SB9631: ", result.Error);
    }

    [Fact]
    public void Signing_without_a_key_is_wrong_use()
    {
        using var build = new DeliveredBuild();

        var result = Tool.Run("sign", build.Output);

        Assert.Equal(64, result.ExitCode);
        Assert.Contains("error SB9630: ", result.Error);
    }

    [Theory]
    [InlineData("SECUREBUILD_KEY")]
    [InlineData("SECUREBUILD_KEY_FILE")]
    public void The_key_may_come_from_the_environment(string variable)
    {
        using var build = new DeliveredBuild();

        var result = Tool.Run(["sign", build.Output], null, (variable, variable.EndsWith("FILE", StringComparison.Ordinal) ? build.Key : File.ReadAllText(build.Key)));

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.DoesNotContain("PRIVATE", result.Output);
        Assert.Equal(0, Tool.Run("verify", build.Output, "--key", build.PublicKey).ExitCode);
    }

    [Fact]
    public void An_encrypted_key_signs_with_its_password_and_not_without()
    {
        using var build = new DeliveredBuild();
        (string, string?) password = ("SECUREBUILD_KEY_PASSWORD", "correct horse");
        Tool.Run(["keygen", "--out", build.Key, "--force"], null, password);

        Assert.Contains("SB9403", Tool.Run("sign", build.Output, "--key", build.Key).Error);
        Assert.Contains("SB9404", Tool.Run(["sign", build.Output, "--key", build.Key], null, ("SECUREBUILD_KEY_PASSWORD", "wrong")).Error);
        Assert.Equal(0, Tool.Run(["sign", build.Output, "--key", build.Key], null, password).ExitCode);
    }

    [Fact]
    public void What_changed_since_the_build_is_not_signed()
    {
        using var build = new DeliveredBuild();
        File.AppendAllText(build.Assembly, "!");

        var result = Tool.Run("sign", build.Output, "--key", build.Key);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("SB9407", result.Error);
        Assert.Contains("UNSIGNED DRAFT", File.ReadAllText(build.Statements));
        Assert.False(File.Exists(build.Artifact(AttestationFiles.AttestationBundleSuffix)));
    }

    [Fact]
    public void A_product_of_many_builds_is_signed_by_one_command_all_or_none()
    {
        using var one = new DeliveredBuild();
        using var two = new DeliveredBuild(collected: true);
        using var solution = new Scratch();
        Copy(one.Output, solution["src/One/bin/Release/net10.0"]);
        Copy(two.Output, solution["src/Two/bin/Release/net10.0"]);

        solution.Write("All.slnx", """<Solution><Project Path="src/Legacy/Legacy.csproj" /></Solution>""");
        var signed = Tool.Run(["sign", ".", "-c", "Release", "--key", one.Key], solution.Path);
        Assert.Equal((0, ""), (signed.ExitCode, signed.Error));
        Assert.Equal(2, signed.Output.Split('\n').Count(line => line.StartsWith("Signed: ", StringComparison.Ordinal)));
        Assert.Contains("2 builds are signed", signed.Output);
        Assert.Contains("Not attested, built without SecureBuild: src/Legacy/Legacy.csproj", signed.Output);
        foreach (var name in (string[])["One", "Two"])
            Assert.True(File.Exists(solution[$"src/{name}/bin/Release/net10.0/securebuild/Portal.attestation.sigstore.json"]));

        // Neither by their folders, where one of them is not what was built.
        File.AppendAllText(two.Assembly, "changed");
        var refused = Tool.Run("sign", one.Output, two.Output, "--key", one.Key);
        Assert.Equal(1, refused.ExitCode);
        Assert.False(File.Exists(one.Artifact(".attestation.sigstore.json")));
        Assert.Equal(64, Tool.Run("sign", one.Output, two.Output, "--timestamp-request", solution["requests"]).ExitCode);
    }

    static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    [Fact]
    public void Signing_drops_the_draft_mark_and_writes_one_bundle_for_each_statement()
    {
        using var build = new DeliveredBuild().Signed();

        Assert.Equal(2, File.ReadAllLines(build.Statements).Length);
        Assert.Equal(2, Directory.GetFiles(Path.GetDirectoryName(build.Statements)!, "*.sigstore.json").Length);
        Assert.DoesNotContain("UNSIGNED DRAFT", Tool.Run("show", build.Output).Output);
    }

    static IEnumerable<(string Name, string Result)> Checks(ToolResult result) =>
        JsonNode.Parse(result.Output)!["checks"]!.AsArray().Select(check => ((string)check!["name"]!, (string)check["result"]!));
}
