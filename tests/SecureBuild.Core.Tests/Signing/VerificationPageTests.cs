using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics;
using System.Text.RegularExpressions;
using SecureBuild.Core.Tests.Verification;
using SecureBuild.Signing;
using SecureBuild.Testing.Node;

namespace SecureBuild.Core.Tests.Signing;

/// <summary>The commands of VERIFY.md, taken out of the page and run as they stand there.</summary>
public sealed partial class VerificationPageTests : IDisposable
{
    readonly AttestedFolder _folder = AttestedFolder.Signed();
    readonly string _page;

    public VerificationPageTests()
    {
        using var signer = (EcdsaP256Signer)AttestedFolder.Signer();
        var page = Assert.Single(VerificationPage.Of([.. Files()], signer));
        _page = System.Text.Encoding.UTF8.GetString(page.Content.Span);
        File.WriteAllBytes(page.Path, page.Content.ToArray());
        File.WriteAllText(Path.Combine(_folder.Artifacts, "supplier.pub.pem"), AttestedFolder.Key.PublicKeyPem);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_commands_work_as_printed()
    {
        Assert.DoesNotContain("{{", _page);
        await Install();

        foreach (var command in Commands())
            Assert.True(Run(command) is (0, _), command + Run(command).Output);
        Assert.Contains("bundles: 2 verified", Run(Commands()[^1]).Output);
    }

    [Theory]
    [InlineData("dgst -sha256 -verify")]
    [InlineData("node check/verify.mjs")]
    public async Task They_fail_on_a_changed_bundle(string step)
    {
        await Install();
        foreach (var bundle in (string[])[_folder.ProvenanceBundle, _folder.AttestationBundle])
            File.WriteAllText(bundle, Payload().Replace(File.ReadAllText(bundle), match => match.Groups[1].Value + (match.Groups[2].Value == "A" ? "B" : "A")));
        Run("mkdir -p check");

        Assert.All(Commands().Where(command => command.Contains(step, StringComparison.Ordinal)), command => Assert.NotEqual(0, Run(command).Exit));
    }

    [Theory]
    [InlineData("Portal.dll")]
    [InlineData("ja/Portal.resources.dll")]
    [InlineData("securebuild/Portal.cdx.json")]
    public void They_fail_on_a_changed_file(string name)
    {
        foreach (var command in Commands().Where(command => command.Contains("openssl", StringComparison.Ordinal) || command.StartsWith("mkdir", StringComparison.Ordinal)))
            Assert.Equal(0, Run(command).Exit);
        _folder.Put(name, "changed");

        Assert.Contains(Commands().Where(command => command.Contains("sha256sum", StringComparison.Ordinal)), command => Run(command).Exit != 0);
    }

    [Fact]
    public void They_fail_with_another_key()
    {
        File.WriteAllText(Path.Combine(_folder.Artifacts, "supplier.pub.pem"), SigningKey.Create().PublicKeyPem);
        Run("mkdir -p check");

        Assert.All(Commands().Where(command => command.Contains("openssl", StringComparison.Ordinal)), command => Assert.NotEqual(0, Run(command).Exit));
    }

    [Fact]
    public void The_page_does_not_disturb_our_own_verification() => Assert.Equal(SecureBuild.Verification.VerificationOutcome.Satisfied, _folder.Verify().Outcome);

    // What 'npm install' does, from the packages that the tests have already.
    async Task Install()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Artifacts, "check"));
        var modules = Path.GetFullPath(Path.Combine(await NodeTools.PackageFolderAsync("@sigstore/verify"), "../.."));
        File.CreateSymbolicLink(Path.Combine(_folder.Artifacts, "check", "node_modules"), modules);
    }

    string[] Commands() => [.. Block().Matches(_page).Select(match => match.Groups[1].Value).Where(command => !command.StartsWith("npm ", StringComparison.Ordinal))];

    IEnumerable<Artifact> Files() => ((string[])[_folder.ProvenanceBundle, _folder.AttestationBundle, _folder.Statements]).Select(file => new Artifact(file, File.ReadAllBytes(file)));

    (int Exit, string Output) Run(string command)
    {
        // From a file, as somebody would who copies it there.
        File.WriteAllText(Path.Combine(_folder.Artifacts, "step.sh"), command + "\n");
        try
        {
            using var process = Process.Start(new ProcessStartInfo("sh", ["-e", "step.sh"]) { WorkingDirectory = _folder.Artifacts, RedirectStandardOutput = true, RedirectStandardError = true })!;
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output + error.Result);
        }
        catch (Win32Exception)
        {
            Assert.Skip("There is no POSIX shell on the PATH.");
            throw;
        }
    }

    [GeneratedRegex("```sh\n(.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("(\"payload\": \"[^\"]{40})(.)")]
    private static partial Regex Payload();
}
