using System.Diagnostics;
using SecureBuild.Signing;

namespace SecureBuild.Cli.Tests.Verbs;

public sealed class KeygenVerbTests
{
    [Fact]
    public void It_writes_a_key_that_only_its_owner_can_read_and_prints_its_id()
    {
        using var folder = new Scratch();

        var result = Tool.Run(["keygen"], folder.Path);

        Assert.Equal(0, result.ExitCode);
        using var signer = SigningKey.Load(File.ReadAllText(folder["securebuild.key.pem"]), null, "test");
        Assert.Contains(signer.KeyId, result.Output);
        Assert.Equal(signer.PublicKeyPem, File.ReadAllText(folder["securebuild.pub.pem"]));
        Assert.DoesNotContain("PRIVATE KEY-----", result.Output + result.Error);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(folder["securebuild.key.pem"]));
    }

    [Theory]
    [InlineData("build.key.pem", "build.pub.pem")]
    [InlineData("build.pem", "build.pub.pem")]
    [InlineData("build", "build.pub.pem")]
    [InlineData("new/folder/build.key.pem", "new/folder/build.pub.pem")]
    public void The_public_key_lies_beside_it(string name, string publicName)
    {
        using var folder = new Scratch();

        Assert.Equal(0, Tool.Run("keygen", "--out", folder[name]).ExitCode);
        Assert.Contains("PUBLIC KEY", File.ReadAllText(folder[publicName]));
    }

    [Fact]
    public void It_encrypts_with_the_password_from_the_variable()
    {
        using var folder = new Scratch();

        Tool.Run(["keygen", "--password-env", "PORTAL_PASSWORD"], folder.Path, ("PORTAL_PASSWORD", "correct horse"));

        var pem = File.ReadAllText(folder["securebuild.key.pem"]);
        Assert.StartsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----", pem);
        using var signer = SigningKey.Load(pem, "correct horse", "test");
    }

    [Fact]
    public void A_named_variable_without_a_password_makes_no_unencrypted_key()
    {
        using var folder = new Scratch();

        var result = Tool.Run(["keygen", "--password-env", "PORTAL_PASSWORD"], folder.Path);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("error SB9622: ", result.Error);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Theory]
    [InlineData("securebuild.key.pem")]
    [InlineData("securebuild.pub.pem")]
    public void An_existing_key_is_never_overwritten_without_force(string existing)
    {
        using var folder = new Scratch();
        folder.Write(existing, "precious");

        var refused = Tool.Run(["keygen"], folder.Path);

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("error SB9620: ", refused.Error);
        Assert.Equal("precious", File.ReadAllText(folder[existing]));
        Assert.Single(Directory.GetFiles(folder.Path));
        Assert.Equal(0, Tool.Run(["keygen", "--force"], folder.Path).ExitCode);
    }

    [Fact]
    public void A_key_that_git_would_commit_is_warned_about_and_an_ignored_one_is_not()
    {
        using var folder = new Scratch();
        using (var git = Process.Start(new ProcessStartInfo("git", ["init", "-q", folder.Path]))!)
            git.WaitForExit();
        folder.Write(".gitignore", "keys/\n");

        Assert.Contains("warning SB9621: ", Tool.Run("keygen", "--out", folder["build.key.pem"]).Error);
        Assert.Empty(Tool.Run("keygen", "--out", folder["keys/build.key.pem"]).Error);
    }
}
