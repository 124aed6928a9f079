using System.Text;
using SecureBuild.Rendering;
using SecureBuild.Sbom;
using SecureBuild.Signing;
using SecureBuild.Verification;

namespace SecureBuild.Core.Tests.Verification;

/// <summary>The bill of materials beside a signed statement, in every format that a build may write.</summary>
public sealed class SbomFormatVerificationTests
{
    public static TheoryData<string> Formats => [.. SbomFormat.All.Select(format => format.Name)];

    [Theory]
    [MemberData(nameof(Formats))]
    public void The_output_it_is_about_and_the_files_it_lists_are_checked(string format)
    {
        var library = new Component("library", "records", "Records") { Components = [new("file", "file", "Records.dll") { Hashes = [new("SHA-256", Digest.Sha256("MZ"u8))] }] };
        using var folder = Folder(format, (folder, output) => folder.About(output, library));
        folder.Put("Records.dll", "MZ");
        Assert.Equal(VerificationOutcome.Satisfied, folder.Verify().Outcome);
        Assert.Contains(folder.Verify().Checks, check => check is { Name: "about", Result: CheckResult.Passed } && check.On!.EndsWith(SbomFormat.Find(format)!.Suffix, StringComparison.Ordinal));
        Assert.Equal(SbomFormat.Find(format)!.Title, Assert.Single(BuildSummaryReader.Read(folder.Output).Builds).Sbom!.Format);

        folder.Put("Records.dll", "MZ changed");
        Assert.Equal(["SB9555"], Codes(folder));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Another_outputs_is_refused(string format)
    {
        using var folder = Folder(format, (folder, _) => folder.About(AttestedFolder.Sha));

        Assert.Equal(["SB9528"], Codes(folder));
        Assert.Equal(VerificationOutcome.TamperedOrUnreadable, folder.Verify().Outcome);
    }

    [Theory]
    [InlineData("\"bomFormat\":\"CycloneDX\",", "\"bomFormat\":\"CycloneDX\",\"bomFormat\":\"CycloneDX\",", "SB9505")]
    [InlineData("Portal", "\\ud800", "SB9505")]
    [InlineData("\n}", "\n} {}", "SB9505")]
    [InlineData("{", "\ufeff{", "SB9505")]
    [InlineData("\"1.7\"", "\"9.9\"", "SB9280")]
    [InlineData("\"components\":", "\"components\":7,\"x\":", "SB9280")]
    [InlineData("\"content\":\"", "\"content\":\"no digest", "SB9281")]
    public void What_other_commands_would_make_good_is_refused_here(string from, string to, string code)
    {
        using var folder = Folder("CycloneDX1.7", (folder, output) =>
        {
            var text = Encoding.UTF8.GetString(folder.About(output)).Replace("\": ", "\":", StringComparison.Ordinal);
            var at = text.IndexOf(from, StringComparison.Ordinal);
            return Encoding.UTF8.GetBytes(text[..at] + to + text[(at + from.Length)..]);
        });

        Assert.Equal(code, Codes(folder)[0]);
        Assert.Equal(VerificationOutcome.TamperedOrUnreadable, folder.Verify().Outcome);
        Assert.Null(Assert.Single(BuildSummaryReader.Read(folder.Output).Builds).Sbom);
    }

    static AttestedFolder Folder(string format, Func<AttestedFolder, string, byte[]> sbom)
    {
        using var signer = (EcdsaP256Signer)AttestedFolder.Signer();
        AttestedFolder? folder = null;
        folder = new AttestedFolder { Format = SbomFormat.Find(format)!, Sbom = build => sbom(folder!, build.OutputSha256) };
        return folder.Write(signer);
    }

    static string[] Codes(AttestedFolder folder) => [.. folder.Verify().Problems.Select(problem => problem.Code)];
}
