using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json.Nodes;

namespace SecureBuild.Cli.Tests;

/// <summary>The tool among other programs: what it tells them, what a shell can ask it, and colour only for a person.</summary>
public sealed class TerminalTests
{
    [Fact]
    public void With_json_a_verb_that_does_something_tells_a_program_what_it_did()
    {
        using var build = new DeliveredBuild(collected: true);
        using var here = new Scratch();
        var signed = Json(Tool.Run(["sign", build.Output, "--key", build.Key, "--json"], here.Path), 0);
        Assert.Contains(signed["lines"]!.AsArray(), line => ((string)line!).Contains("Portal.attestation.sigstore.json", StringComparison.Ordinal));

        var form = Json(Tool.Run(["form", "cisa", build.Output, "-o", "a.html", "--json"], here.Path), 0);
        Assert.Equal(["a.html"], form["written"]!.AsArray().Select(file => (string)file!));
        Assert.True(File.Exists(here["a.html"]));
        Assert.Empty(form["problems"]!.AsArray());
    }

    [Fact]
    public void With_json_what_went_wrong_has_its_code_and_the_exit_code_is_the_same()
    {
        using var here = new Scratch();
        var result = Json(Tool.Run(["sign", here["nowhere"], "--key", here["no.pem"], "--json"], here.Path), 1);

        var problem = Assert.Single(result["problems"]!.AsArray())!;
        Assert.Equal(("SB9631", "error", here["no.pem"]), ((string)problem["code"]!, (string)problem["level"]!, (string)problem["file"]!));
    }

    [Theory]
    [InlineData("securebuild ve", "verify vex")]
    [InlineData("securebuild verify --allow", "--allow-unsigned")]
    [InlineData("securebuild sbom q", "query")]
    [InlineData("securebuild form c", "cisa")]
    [InlineData("securebuild completion ", "bash pwsh zsh")]
    public void Bash_completes_what_the_tool_knows(string line, string expected)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "bash");
        using var folder = Wrapper();
        const string Script = """
            source <(securebuild completion bash)
            COMP_LINE="$1"; COMP_POINT=${#1}; read -ra COMP_WORDS <<< "$1"
            [[ "$1" == *" " ]] && COMP_WORDS+=("")
            COMP_CWORD=$((${#COMP_WORDS[@]}-1))
            _securebuild
            printf '%s\n' "${COMPREPLY[@]}" | grep -v '^-h\|^--help\|^--json\|^--lang' | sort
            """;

        Assert.Equal(expected.Replace(' ', '\n'), Shell(folder, expected.StartsWith('-') ? Script.Replace("| grep -v '^-h\\|^--help\\|^--json\\|^--lang' ", "", StringComparison.Ordinal) : Script, line).Trim());
    }

    [Theory]
    [InlineData("zsh", "#compdef securebuild")]
    [InlineData("pwsh", "Register-ArgumentCompleter -Native -CommandName securebuild")]
    public void Other_shells_have_their_script(string shell, string expected)
    {
        var result = Tool.Run("completion", shell);
        Assert.Equal(0, result.ExitCode);
        Assert.Contains(expected, result.Output);
        Assert.Contains("[suggest:", result.Output);
        Assert.Equal(64, Tool.Run("completion", "cmd").ExitCode);
    }

    [Fact]
    public void Colour_is_for_a_terminal_and_not_against_NO_COLOR()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "script(1)");
        using var folder = Wrapper();
        const string Command = "script -qec securebuild /dev/null";

        Assert.Contains('\u001b', Shell(folder, "TERM=xterm " + Command));
        Assert.DoesNotContain("\u001b[36m", Shell(folder, "NO_COLOR=1 TERM=xterm " + Command));
        Assert.DoesNotContain('\u001b', Shell(folder, "securebuild"));
    }

    static JsonObject Json(ToolResult result, int exitCode)
    {
        var json = JsonNode.Parse(result.Output)!.AsObject();
        Assert.Equal((exitCode, exitCode), (result.ExitCode, (int)json["exitCode"]!));
        return json;
    }

    /// <summary>A folder with the tool as the command <c>securebuild</c>, as an installation gives it.</summary>
    static Scratch Wrapper()
    {
        var folder = new Scratch();
        var command = folder.Write("securebuild", $"#!/bin/sh\nexec dotnet '{Path.Combine(AppContext.BaseDirectory, "securebuild.dll")}' \"$@\"\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(command, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return folder;
    }

    static string Shell(Scratch folder, string script, params string[] arguments)
    {
        var start = new ProcessStartInfo("bash", ["-c", script, "bash", .. arguments]) { RedirectStandardOutput = true, WorkingDirectory = Path.GetTempPath() };
        start.Environment["PATH"] = folder.Path + ":" + Environment.GetEnvironmentVariable("PATH");
        start.Environment.Remove("NO_COLOR");
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        try
        {
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return output;
        }
        catch (Win32Exception)
        {
            Assert.Skip("bash is not installed.");
            throw;
        }
    }
}
