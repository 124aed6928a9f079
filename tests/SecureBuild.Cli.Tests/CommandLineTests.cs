namespace SecureBuild.Cli.Tests;

public sealed class CommandLineTests
{
    static readonly string[] s_verbs = ["init", "state", "keygen", "collect", "sign", "verify", "show", "export", "form", "sbom", "explain"];

    [Fact]
    public void Alone_it_says_what_it_is_for_and_what_to_do_next()
    {
        var result = Tool.Run();

        Assert.Equal(0, result.ExitCode);
        Assert.All(s_verbs, verb => Assert.Contains($"  {verb}", result.Output));
        Assert.Contains("dotnet build", result.Output);
        Assert.Empty(result.Error);
    }

    [Theory]
    [InlineData("--lang", "ja")]
    [InlineData("--lang=ja")]
    [InlineData("--lang:ja")]
    public void It_speaks_Japanese_when_asked(params string[] arguments) => Assert.Contains("署名、検証", Tool.Run(arguments).Output);

    [Fact]
    public void It_speaks_the_language_of_the_system() => Assert.Contains("署名、検証", Tool.Run([], null, ("LANG", "ja_JP.UTF-8"), ("LC_ALL", "ja_JP.UTF-8")).Output);

    [Fact]
    public void It_follows_the_language_of_the_dotnet_command_line() => Assert.Contains("署名、検証", Tool.Run([], null, ("DOTNET_CLI_UI_LANGUAGE", "ja")).Output);

    [Fact]
    public void The_option_goes_before_the_system_language() =>
        Assert.Contains("verifies", Tool.Run(["--lang", "en"], null, ("DOTNET_CLI_UI_LANGUAGE", "ja")).Output);

    [Theory]
    [InlineData("init")]
    [InlineData("keygen")]
    [InlineData("sign")]
    [InlineData("verify")]
    [InlineData("show")]
    [InlineData("export")]
    [InlineData("collect")]
    [InlineData("form")]
    [InlineData("sbom")]
    [InlineData("sbom convert")]
    [InlineData("sbom merge")]
    [InlineData("sbom diff")]
    [InlineData("sbom query")]
    [InlineData("sbom check")]
    [InlineData("explain")]
    [InlineData("sbom notices")]
    [InlineData("vex")]
    [InlineData("report")]
    [InlineData("pack")]
    [InlineData("completion")]
    [InlineData("state")]
    public void Every_help_teaches_with_examples_in_both_languages(string verb)
    {
        var english = Tool.Run([.. verb.Split(' '), "--help"]);
        var japanese = Tool.Run([.. verb.Split(' '), "--help", "--lang", "ja"]);

        Assert.Equal((0, 0), (english.ExitCode, japanese.ExitCode));
        Assert.Contains($"Examples:\n  securebuild {verb} ", english.Output);
        Assert.Contains($"使用例:\n  securebuild {verb}", japanese.Output);
        Assert.StartsWith("説明:", japanese.Output);
        Assert.DoesNotContain("Show", japanese.Output);
        Assert.Contains("Exit codes:\n  0   done, or satisfied\n", english.Output);
        Assert.Contains("\n  64  使い方の誤り\n", japanese.Output);
        Assert.Equal(verb != "sbom", english.Output.Contains("--json", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("verfy", "Did you mean 'verify'?")]
    [InlineData("show", "SB9600")]
    [InlineData("verify x --ky k", "Did you mean '--key'?")]
    [InlineData("show x --lang de", "SB9600")]
    [InlineData("init a b", "SB9600")]
    [InlineData("sbom convert x", "securebuild sbom convert --help")]
    [InlineData("sbom dif a b", "Did you mean 'diff'?")]
    public void Wrong_use_is_64_with_a_code_and_a_way_on(string line, string expected)
    {
        var result = Tool.Run(line.Split(' '));

        Assert.Equal(64, result.ExitCode);
        Assert.Empty(result.Output);
        Assert.Contains("error SB9600: ", result.Error);
        Assert.Contains(expected, result.Error);
        Assert.Contains("--help'", result.Error);
    }

    [Fact]
    public void The_version_is_a_number_alone() => Assert.Matches(@"^\d+\.\d+\.\d+\S*\n$", Tool.Run("--version").Output);

    [Fact]
    public void Nothing_piped_has_colour()
    {
        foreach (var result in (ToolResult[])[Tool.Run(), Tool.Run("verfy"), Tool.Run("explain", "SB2001"), Tool.Run("explain", "--list")])
            Assert.DoesNotContain('\u001b', result.Output + result.Error);
    }
}
