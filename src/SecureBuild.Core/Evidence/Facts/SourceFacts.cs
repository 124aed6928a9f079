using System.Text.Json.Nodes;

namespace SecureBuild.Evidence.Facts;

/// <summary>Repository and contact files. Branch names are left out: they often hold people's names.</summary>
static class SourceFacts
{
    const string Git = "git";

    // Where GitHub, GitLab and people look for it, in this order.
    static readonly string[] s_securityMd = [".github/SECURITY.md", "SECURITY.md", "docs/SECURITY.md"];

    /// <summary>Places of SECURITY.md, below the repository's root.</summary>
    public static IEnumerable<string> Places => s_securityMd;

    public static void Read(FactSheet sheet)
    {
        Repository(sheet);
        sheet.Try("SECURITY.md", () => sheet.Known("contact.securityMd", sheet.FileValue(InRoot(sheet, s_securityMd)), "SECURITY.md"), "contact.securityMd");
        sheet.Try("security.txt", () => SecurityTxt.Read(sheet), "contact.securityTxt");
    }

    /// <summary>The first of these files below the repository's root.</summary>
    public static string? InRoot(FactSheet sheet, IEnumerable<string> relative) =>
        relative.Select(path => Path.Combine(sheet.Build.RepositoryRoot, path)).FirstOrDefault(File.Exists);

    static void Repository(FactSheet sheet)
    {
        var gap = GapText.Of("no-git");
        var git = sheet.Build.Git;
        var revision = sheet.Build.Property("SourceRevisionId");

        if ((git?.Commit ?? revision) is { } commit)
            sheet.Known("git.commit", new JsonObject { ["commit"] = commit, ["sourceRevisionId"] = revision, ["agree"] = git?.Commit is null || revision is null ? null : git.Commit == revision },
                git?.Commit is null ? FactSheet.Properties("SourceRevisionId") : Git + "; " + FactSheet.Properties("SourceRevisionId"), git?.Commit is null ? TrustClass.DeclaredByProject : null);
        else
            sheet.Unknown("git.commit", Git, git is null ? gap : GapText.Of("no-commit"));

        if (git?.Dirty is { } dirty)
            sheet.Known("git.dirty", new JsonObject { ["dirty"] = dirty }, Git + " status");
        else
            sheet.Unknown("git.dirty", Git + " status", gap);

        if (git is not { RemoteIsKnown: true })
            sheet.Unknown("git.remote", Git, git is null ? gap : GapText.Of("no-remote"));
        else
            sheet.Known("git.remote", new JsonObject
            {
                ["kind"] = git.RemoteUrl is not null ? "public-forge" : git.RemoteIsPrivate ? "private" : "none",
                ["url"] = git.RemoteUrl,
            }, Git + " config (only addresses on public forges are named)");

        // That there is one, not that it is good: less than the catalogue's fact could be.
        if (git?.CommitSignature is { } signature)
            sheet.Known("git.signedCommit", new JsonObject { ["present"] = signature != "none", ["kind"] = signature == "none" ? null : signature, ["checked"] = false }, Git + ": header of the commit", TrustClass.ObservedByBuild);
        else
            sheet.Unknown("git.signedCommit", Git, git is null ? gap : GapText.Of("no-commit"));
    }
}
