namespace SecureBuild.Cli.Tests.Verbs;

public sealed class FormVerbTests
{
    [Fact]
    public void A_form_is_one_file_in_the_language_of_the_tool_and_says_that_it_is_a_draft()
    {
        using var build = new DeliveredBuild(collected: true);
        using var here = new Scratch();
        var english = Tool.Run(["form", "cisa", build.Output], here.Path);
        var japanese = Tool.Run(["form", "CISA", build.Output, "--lang", "ja", "-o", "様式.html"], here.Path);

        Assert.Equal((0, "", 0, ""), (english.ExitCode, english.Error, japanese.ExitCode, japanese.Error));
        Assert.Contains("DRAFT – NOT SIGNED", english.Output);
        Assert.Contains("住民ポータル", File.ReadAllText(here["cisa.en.html"]));
        Assert.Contains("<html lang=\"ja\">", File.ReadAllText(here["様式.html"]));
        Assert.DoesNotContain(build.Output, File.ReadAllText(here["cisa.en.html"]));
    }

    [Fact]
    public void Signed_as_the_build_it_is_no_draft()
    {
        using var build = new DeliveredBuild(collected: true).Signed();
        using var here = new Scratch();

        Assert.DoesNotContain("DRAFT", Tool.Run(["form", "cisa", build.Output], here.Path).Output);
        Assert.Contains("not by a person", File.ReadAllText(here["cisa.en.html"]));
    }

    [Fact]
    public void What_cannot_be_filled_in_is_not_written_and_the_way_on_is_said()
    {
        using var build = new DeliveredBuild(collected: true);
        using var here = new Scratch();
        var unknown = Tool.Run(["form", "fr", build.Output], here.Path);
        var notHeld = Tool.Run(["form", "jp", build.Output], here.Path);
        var missing = Tool.Run(["form", "cisa", here["nowhere"]], here.Path);

        Assert.Equal((64, 1, 2), (unknown.ExitCode, notHeld.ExitCode, missing.ExitCode));
        Assert.Contains("SB9800: There is no form 'fr'. Possible: cisa, jp.", unknown.Error);
        Assert.Contains("SB9801", notHeld.Error);
        Assert.Contains("\"catalogues\"", notHeld.Error);
        Assert.Contains("SB9501", missing.Error);
        Assert.Empty(Directory.GetFileSystemEntries(here.Path));
    }
}
