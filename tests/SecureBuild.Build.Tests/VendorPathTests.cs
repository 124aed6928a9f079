using System.IO.Compression;
using System.Text.RegularExpressions;
using SecureBuild.Testing;

namespace SecureBuild.Build.Tests;

/// <summary>The way of a vendor who has never seen any of this, and of the buyer: the README's own commands, from a new project to a package that is accepted, and one that is not.</summary>
public sealed class VendorPathTests(TemporaryFeed feed)
{
    const string Policy = """
        {
          "name": "Ours",
          "maxAgeDays": 90,
          "controls": [ { "framework": "nist-ssdf", "controls": ["PW.6.2"], "minimum": "partly" } ],
          "licences": { "deny": ["AGPL-3.0-only"] }
        }
        """;

    [Fact]
    public async Task A_new_product_becomes_a_signed_package_by_the_commands_of_the_README_and_a_changed_one_is_refused()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The README's commands are run in a POSIX shell.");
        using var work = await feed.WorkspaceAsync();
        foreach (var line in (string[])["dotnet new console -n Portal -o src/Portal", "dotnet new sln -n Portal", "dotnet sln add src/Portal", $"dotnet add src/Portal package SecureBuild --version {TemporaryFeed.Version}",
            "dotnet new tool-manifest", $"dotnet tool install SecureBuild.Tool --version {TemporaryFeed.Version}", "dotnet securebuild init", "dotnet securebuild keygen --out build.key.pem"])
            (await work.ShellAsync(line)).Succeeded();
        File.Move(work.PathOf("build.pub.pem"), work.PathOf("supplier.pub.pem"));
        work.Write("src/Portal/Program.cs", "using System.Security.Cryptography;\n\nvar input = System.Text.Encoding.UTF8.GetBytes(args[0]);\nConsole.WriteLine(Convert.ToHexString(MD5.HashData(input)));\n");
        await work.CommitAsync();
        var (vendor, buyer) = Commands();

        foreach (var line in vendor)
            (await work.ShellAsync(line)).Succeeded();

        // For the vendor's own eyes: the code of a finding, as long as it is what was compiled. Nothing of it is in the package.
        (await work.ShellAsync("dotnet securebuild report . -c Release --internal -o internal.html")).Succeeded();
        Assert.Matches("<mark>.*MD5.HashData", work.Read("internal.html"));
        File.AppendAllText(work.PathOf("src/Portal/Program.cs"), "// changed\n");
        (await work.ShellAsync("dotnet securebuild report . -c Release --internal -o internal.html")).Succeeded();
        Assert.DoesNotContain("MD5.HashData", work.Read("internal.html"));
        Assert.Contains("another one than was compiled", work.Read("internal.html"));
        using (var zip = ZipFile.OpenRead(work.PathOf("submission.zip")))
        using (var report = new StreamReader(zip.GetEntry("report.html")!.Open()))
            Assert.DoesNotContain("MD5.HashData", await report.ReadToEndAsync(TestContext.Current.CancellationToken));

        // The policy and what was delivered, where the README's command looks for them.
        work.Write("ours.json", Policy);
        Directory.CreateDirectory(work.PathOf("delivery"));
        foreach (var file in Directory.EnumerateFiles(work.PathOf("src/Portal/bin/Release/net10.0")))
            File.Copy(file, work.PathOf("delivery/" + Path.GetFileName(file)));
        var accepted = (await work.ShellAsync(buyer)).Succeeded();
        Assert.Contains("0 failed", accepted.Output);

        // One byte of a delivered file.
        File.AppendAllText(work.PathOf("delivery/Portal.dll"), "x");
        Assert.Equal(2, (await work.ShellAsync(buyer)).ExitCode);
        File.Copy(work.PathOf("src/Portal/bin/Release/net10.0/Portal.dll"), work.PathOf("delivery/Portal.dll"), overwrite: true);

        // A file of the package.
        using (var zip = ZipFile.Open(work.PathOf("submission.zip"), ZipArchiveMode.Update))
        {
            var name = zip.Entries.Single(entry => entry.FullName.EndsWith(".evidence.json", StringComparison.Ordinal)).FullName;
            zip.GetEntry(name)!.Delete();
            using var writer = new StreamWriter(zip.CreateEntry(name).Open());
            writer.Write("{}");
        }
        var refused = await work.ShellAsync(buyer);
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains(".evidence.json", refused.Output);
    }

    // The tool is of this folder, not of the whole machine.
    static (string[] Vendor, string Buyer) Commands()
    {
        var section = File.ReadAllText(Repository.PathOf("README.md")).Split("## Handing it over")[1].Split("\n## ")[0];
        var blocks = Regex.Matches(section, "```\n(.*?)```", RegexOptions.Singleline)
            .Select(block => block.Groups[1].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => Regex.Replace(line, "^securebuild ", "dotnet securebuild ")).ToArray()).ToArray();
        return (blocks[0], Assert.Single(blocks[1]));
    }
}
