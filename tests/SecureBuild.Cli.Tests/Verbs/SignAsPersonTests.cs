using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using SecureBuild.Signing;

namespace SecureBuild.Cli.Tests.Verbs;

/// <summary>A person at a real terminal (a pseudo-terminal of <c>script</c>): sees what is about to be signed, and is asked.</summary>
public sealed class SignAsPersonTests : IDisposable
{
    readonly DeliveredBuild _build = new();

    public void Dispose() => _build.Dispose();

    [Theory]
    [InlineData("yes", "en", "Sign? Type yes:", "Signs as 山田 太郎, 品質保証部長, for: 住民ポータル 2.3.0")]
    [InlineData("はい", "ja", "署名", "山田 太郎")]
    public void Who_says_yes_signs_after_having_seen_what(string answer, string language, string question, string person)
    {
        var (exitCode, screen) = AtTerminal(answer, language);

        Assert.True(exitCode == 0, screen);
        foreach (var shown in (string[])[question, person, "Portal.dll", "nist-ssdf 1.1"])
            Assert.Contains(shown, screen, StringComparison.Ordinal);
        var signatory = JsonNode.Parse(Convert.FromBase64String((string)JsonNode.Parse(File.ReadLines(_build.Statements).Last())!["payload"]!))!["predicate"]!["signatory"]!;
        Assert.Equal(("山田 太郎", "品質保証部長", "住民ポータル 2.3.0"), ((string)signatory["name"]!, (string)signatory["role"]!, (string)signatory["scope"]!));
        Assert.Equal(0, Tool.Run("verify", _build.Output, "--key", _build.PublicKey).ExitCode);
    }

    [Theory]
    [InlineData("no")]
    [InlineData("")]
    [InlineData("yes please")]
    public void Whoever_says_anything_else_signs_nothing(string answer)
    {
        var before = File.ReadAllText(_build.Statements);

        var (exitCode, screen) = AtTerminal(answer, "en");

        Assert.True(exitCode == 1, screen);
        Assert.Equal(before, File.ReadAllText(_build.Statements));
        Assert.False(File.Exists(_build.Artifact(AttestationFiles.AttestationBundleSuffix)));
    }

    (int ExitCode, string Screen) AtTerminal(string answer, string language)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/usr/bin/script"), "The script command of util-linux, which makes a terminal, is not there.");
        string[] command = ["dotnet", Path.Combine(AppContext.BaseDirectory, "securebuild.dll"), "sign", _build.Output, "--key", _build.Key, "--as", "山田 太郎", "--role", "品質保証部長", "--scope", "住民ポータル 2.3.0", "--lang", language];
        var start = new ProcessStartInfo("/usr/bin/script", ["-q", "-e", "-c", string.Join(' ', command.Select(argument => $"'{argument}'")), "/dev/null"])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, StandardInputEncoding = new UTF8Encoding(false), StandardOutputEncoding = Encoding.UTF8,
        };
        start.Environment["LC_ALL"] = "C.UTF-8";
        start.Environment["NO_COLOR"] = "1";
        // Wide, so that no sentence is broken.
        start.Environment["COLUMNS"] = "500";
        using var script = Process.Start(start)!;
        script.StandardInput.Write(answer + "\n");
        script.StandardInput.Flush();
        var screen = script.StandardOutput.ReadToEnd();
        script.WaitForExit();
        return (script.ExitCode, screen);
    }
}
