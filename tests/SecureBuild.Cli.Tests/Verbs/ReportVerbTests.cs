namespace SecureBuild.Cli.Tests.Verbs;

public sealed class ReportVerbTests
{
    [Fact]
    public void Reading_writes_the_page_in_the_language_asked_for_and_says_that_nothing_was_verified()
    {
        using var build = new DeliveredBuild().Signed();
        using var folder = new Scratch();
        var result = Tool.Run(["report", build.Output, "--lang", "ja"], folder.Path);

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Contains("検証していない", result.Output);
        var page = File.ReadAllText(folder["report.html"]);
        Assert.Contains("<html lang=\"ja\">", page);
        Assert.Contains("住民ポータル", page);
        Assert.Contains("Reading is not verifying.", page);
        Assert.DoesNotContain(Path.GetFileName(build.Output), page);
    }

    [Fact]
    public void With_the_right_key_the_page_says_who_verified_and_the_exit_code_is_that_of_verify()
    {
        using var build = new DeliveredBuild(collected: true).Signed();
        using var folder = new Scratch();
        var verified = Tool.Run("verify", build.Output, "--key", build.PublicKey).ExitCode;
        var result = Tool.Run("report", build.Output, "-o", folder["r.html"], "--verify", "--key", build.PublicKey);

        Assert.Equal(verified, result.ExitCode);
        Assert.Contains(verified == 0 ? "Verified by whoever made this page" : "Verification failed", File.ReadAllText(folder["r.html"]));
    }

    [Fact]
    public void A_delivery_that_was_changed_fails_verification_and_the_page_says_so_first()
    {
        using var build = new DeliveredBuild().Signed();
        using var folder = new Scratch();
        File.AppendAllText(build.Assembly, "changed");
        var result = Tool.Run("report", build.Output, "-o", folder["r.html"], "--verify", "--key", build.PublicKey);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("Verification failed", File.ReadAllText(folder["r.html"]));
    }

    [Fact]
    public void Where_there_is_no_attestation_no_page_is_written()
    {
        using var folder = new Scratch();
        var result = Tool.Run("report", folder.Path, "-o", folder["r.html"]);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("SB95", result.Error);
        Assert.False(File.Exists(folder["r.html"]));
    }
}
