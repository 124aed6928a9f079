using System.IO.Compression;

namespace SecureBuild.Cli.Tests.Verbs;

public sealed class PackVerbTests
{
    [Fact]
    public void A_signed_build_becomes_a_package_that_the_buyer_verifies_and_a_changed_one_is_refused()
    {
        using var build = new DeliveredBuild().Signed();
        using var folder = new Scratch();
        var package = folder["提出 submission.zip"];

        var packed = Tool.Run("pack", build.Output, "--output", package, "--profile", "us", "--key", build.Key);
        Assert.Equal((0, 0), (packed.ExitCode, packed.Error.Length > 0 && packed.Error.Contains("error", StringComparison.Ordinal) ? 1 : 0));
        Assert.Contains("住民ポータル", packed.Output);

        var verified = Tool.Run("verify", package, "--key", build.PublicKey);
        Assert.True(verified.ExitCode == 0, verified.Output + verified.Error);

        var unpacked = folder["unpacked"];
        ZipFile.ExtractToDirectory(package, unpacked);
        File.AppendAllText(Path.Combine(unpacked, "cover-letter.html"), "<p>approved</p>");
        var changed = Tool.Run("verify", unpacked, "--key", build.PublicKey, "--lang", "ja");
        Assert.Equal(2, changed.ExitCode);
        Assert.Contains("SB9750", changed.Output);
    }

    [Fact]
    public void Without_a_key_it_is_a_draft_and_that_is_said_in_both_languages()
    {
        using var build = new DeliveredBuild();
        using var folder = new Scratch();

        var english = Tool.Run("pack", build.Output, "-o", folder["en"], "--profile", "jp");
        var japanese = Tool.Run("pack", build.Output, "-o", folder["ja"], "--profile", "jp", "--lang", "ja");

        Assert.Equal((0, 0), (english.ExitCode, japanese.ExitCode));
        Assert.Contains("warning SB9737: UNSIGNED DRAFT", english.Error);
        Assert.Contains("warning SB9738", english.Error);
        Assert.Contains("草案・未署名", japanese.Error);
        Assert.Contains("UNSIGNED DRAFT", File.ReadAllText(folder["en/cover-letter.html"]));
        Assert.Equal(1, Tool.Run("verify", folder["en"]).ExitCode);
        Assert.Equal(0, Tool.Run("verify", folder["en"], "--allow-unsigned").ExitCode);
    }

    [Fact]
    public void Wrong_use_nothing_found_and_somebodys_folder_have_their_codes()
    {
        using var build = new DeliveredBuild();
        using var folder = new Scratch();
        folder.Write("mine/thesis.txt", "work");

        Assert.Equal((64, true), Coded(Tool.Run("pack", build.Output, "-o", folder["x"], "--profile", "mars"), "SB9732"));
        Assert.Equal((64, true), Coded(Tool.Run("pack", build.Output), "SB9600"));
        Assert.Equal((1, true), Coded(Tool.Run("pack", folder.Path, "-o", folder["x"]), "SB9502"));
        Assert.Equal((2, true), Coded(Tool.Run("pack", folder["nowhere"], "-o", folder["x"]), "SB9501"));
        Assert.Equal((1, true), Coded(Tool.Run("pack", build.Output, "-o", folder["mine"], "--force"), "SB9734"));
        Assert.False(Directory.Exists(folder["x"]));
        Assert.Equal("work", File.ReadAllText(folder["mine/thesis.txt"]));
    }

    [Fact]
    public void SOURCE_DATE_EPOCH_makes_two_runs_the_same()
    {
        using var build = new DeliveredBuild();
        using var folder = new Scratch();
        foreach (var name in (string[])["a.zip", "b.zip"])
            Assert.Equal(0, Tool.Run(["pack", build.Output, "-o", folder[name]], null, ("SOURCE_DATE_EPOCH", "1760000000")).ExitCode);

        Assert.Equal(File.ReadAllBytes(folder["a.zip"]), File.ReadAllBytes(folder["b.zip"]));
    }

    [Fact]
    public void A_buyer_reads_everything_out_of_the_package_alone()
    {
        using var build = new DeliveredBuild(collected: true).Signed();
        using var folder = new Scratch();
        var package = folder["submission.zip"];
        Assert.Equal(0, Tool.Run("pack", build.Output, "-o", package, "--key", build.Key, "--name", "Chosen").ExitCode);

        Assert.Equal((0, true), Said(Tool.Run("show", package), "住民ポータル"));
        Assert.Equal(0, Tool.Run("export", package, "--format", "cdxa-1.7", "--output", folder["out"]).ExitCode);
        Assert.True(File.Exists(folder["out/Portal.1.7.cdxa.json"]));
        Assert.Equal(0, Tool.Run("form", "cisa", package, "-o", folder["form.html"]).ExitCode);
        Assert.Equal(0, Tool.Run("report", package, "-o", folder["report.html"]).ExitCode);
        Assert.Contains("Chosen", File.ReadAllText(folder["report.html"]));
        Assert.DoesNotContain("class=\"draft unsigned\"", File.ReadAllText(folder["report.html"]));
        var verified = Tool.Run("verify", package, "--key", build.PublicKey).ExitCode;
        Assert.Equal(verified, Tool.Run("report", package, "-o", folder["report.html"], "--verify", "--key", build.PublicKey).ExitCode);
        Assert.Contains("submission.zip: ", File.ReadAllText(folder["report.html"]));

        // What is no package, or a hostile one, has its code.
        folder.Write("not.zip", "PK\u0003\u0004 no zip");
        foreach (var verb in (string[][])[["show"], ["export"], ["report"], ["form", "cisa"]])
            Assert.Equal((2, true), Coded(Tool.Run([.. verb, folder["not.zip"]], folder.Path), "SB9740"));
    }

    static (int, bool) Said(ToolResult result, string text) => (result.ExitCode, result.Output.Contains(text, StringComparison.Ordinal));

    static (int, bool) Coded(ToolResult result, string code) => (result.ExitCode, result.Error.Contains(code, StringComparison.Ordinal));
}
