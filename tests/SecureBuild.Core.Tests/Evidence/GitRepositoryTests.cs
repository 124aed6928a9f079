using System.Collections.Immutable;
using System.Diagnostics;
using SecureBuild.Evidence;

namespace SecureBuild.Core.Tests.Evidence;

public sealed class GitRepositoryTests : IDisposable
{
    readonly string _root = Directory.CreateTempSubdirectory("securebuild-git").FullName;

    [Theory]
    [InlineData("https://ann:s3cret@github.com/acme/portal.git", "https://github.com/acme/portal")]
    [InlineData("git@github.com:acme/portal.git", "https://github.com/acme/portal")]
    [InlineData("ssh://git@gitlab.com:22/acme/portal", "https://gitlab.com/acme/portal")]
    [InlineData("https://github.com/acme/portal?token=s3cret", "https://github.com/acme/portal")]
    public void Addresses_on_public_forges_lose_their_credentials(string remote, string printed) => Assert.Equal(new(printed, false), RemoteAddress.Of(remote));

    [Theory]
    [InlineData("https://git.corp.example/acme/portal.git")]
    [InlineData("ann@buildhost:acme/portal")]
    [InlineData("/srv/git/portal.git")]
    [InlineData(@"\\server\share\portal")]
    [InlineData(@"C:\git\portal")]
    [InlineData("file:///srv/git/portal.git")]
    public void Other_addresses_are_not_named(string remote) => Assert.Equal(new(null, true), RemoteAddress.Of(remote));

    [Fact]
    public void Commit_and_changes_are_seen()
    {
        Assert.Null(GitRepository.Read(_root));
        Git("init", "-q");
        Git("remote", "add", "origin", "https://ann:s3cret@git.corp.example/x.git");
        Assert.Null(GitRepository.Read(_root)!.Commit);

        File.WriteAllText(Path.Combine(_root, "a.txt"), "1");
        Git("add", ".");
        Git("-c", "user.name=T", "-c", "user.email=t@example", "commit", "-qm", "first");
        var clean = GitRepository.Read(_root)!;
        Assert.Equal((40, false, (string?)null, true), (clean.Commit!.Length, clean.Dirty, clean.RemoteUrl, clean.RemoteIsPrivate));

        File.WriteAllText(Path.Combine(_root, "new.txt"), "2");
        Assert.True(GitRepository.Read(_root)!.Dirty);
    }

    [Theory]
    [InlineData("[remote \"origin\"]\n\turl = https://github.com/acme/portal.git\n", "https://github.com/acme/portal.git")]
    [InlineData("[remote \"other\"]\n\turl = https://github.com/acme/other\n[remote \"origin\"] ; ours\n\tfetch = +x:y\n\tURL=\"https://github.com/acme/a#b\" # not this\n", "https://github.com/acme/a#b")]
    [InlineData("[remote \"origin\"] url = https://github.com/acme/portal\n", "https://github.com/acme/portal")]
    [InlineData("[include]\n\tpath = more\n[remote \"origin\"]\n\turl = https://github.com/acme/portal\n", "https://github.com/acme/portal")]
    [InlineData("[branch \"main\"]\n\tremote = origin\n", null)]
    [InlineData("[include]\n\tpath = more\n", null, false)]
    [InlineData("[includeIf \"gitdir:x\"]\n\tpath = more\n", null, false)]
    public void The_origin_is_read_from_the_repositorys_configuration_and_not_guessed_where_that_takes_in_others(string text, string? address, bool isKnown = true) =>
        Assert.Equal(new(address, isKnown), GitConfigFile.Origin(text.Split('\n')));

    [Fact]
    public void A_linked_work_tree_has_the_origin_of_the_first()
    {
        Git("init", "-q", "first");
        Git("-C", "first", "remote", "add", "origin", "git@github.com:acme/portal.git");
        Git("-C", "first", "-c", "user.name=T", "-c", "user.email=t@example", "commit", "-q", "--allow-empty", "-m", "first");
        Git("-C", "first", "worktree", "add", "-q", "../linked");

        var linked = GitRepository.Read(Path.Combine(_root, "linked"))!;
        Assert.Equal(("https://github.com/acme/portal", "none", false), (linked.RemoteUrl, linked.CommitSignature, linked.RemoteIsPrivate));
    }

    [Fact]
    public void The_kind_of_a_commits_signature_is_seen_but_never_that_it_is_good()
    {
        Git("init", "-q");
        Git("-c", "user.name=T", "-c", "user.email=t@example", "commit", "-q", "--allow-empty", "-m", "gpgsig -----BEGIN SSH SIGNATURE-----");
        Assert.Equal("none", GitRepository.Read(_root)!.CommitSignature);

        Run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", Path.Combine(_root, "key"));
        Git("-c", "user.name=T", "-c", "user.email=t@example", "-c", "gpg.format=ssh", "-c", "user.signingkey=" + Path.Combine(_root, "key.pub"), "commit", "-q", "-S", "--allow-empty", "-m", "signed");
        Assert.Equal("ssh", GitRepository.Read(_root)!.CommitSignature);

        var sources = SampleEvidence.Sources(_root);
        var fact = FactCollector.Collect(sources with { Build = sources.Build with { Git = GitRepository.Read(_root) } }, SampleEvidence.Clock)["git.signedCommit"]!;
        Assert.Equal((TrustClass.ObservedByBuild, false), (fact.Trust, (bool)fact.Value!["checked"]!));
    }

    [Fact]
    public void The_root_is_found_from_below_also_in_a_linked_work_tree()
    {
        var below = Directory.CreateDirectory(Path.Combine(_root, "src", "App")).FullName;
        File.WriteAllText(Path.Combine(_root, ".git"), "gitdir: elsewhere");

        Assert.Equal(_root, GitRepository.RootOf(below));
    }

    [Fact]
    public void A_build_service_is_recognised_and_its_words_are_kept_short()
    {
        var claim = CiPlatform.From(Host(("GITHUB_ACTIONS", "true"), ("RUNNER_ENVIRONMENT", "github-hosted"), ("GITHUB_RUN_ID", "1\" onload=x"), ("CI", "true")));

        Assert.Equal(new("github-actions", "github-hosted", null, null), claim);
        Assert.Null(CiPlatform.From(Host(("CI", "false"))).Platform);
    }

    public void Dispose()
    {
        // git makes its objects read-only.
        foreach (var file in Directory.EnumerateFiles(_root, "*", SearchOption.AllDirectories))
            File.SetAttributes(file, FileAttributes.Normal);
        Directory.Delete(_root, recursive: true);
    }

    static BuildHost Host(params (string Name, string Value)[] variables) => new("linux", "x64", variables.ToImmutableDictionary(pair => pair.Name, pair => pair.Value));

    void Git(params string[] arguments) => Run("git", arguments);

    void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = _root, RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}
