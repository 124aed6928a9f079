using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using SecureBuild.Testing;

namespace SecureBuild.Build.Tests;

public sealed class ReproducibilityTests(TemporaryFeed feed)
{
    /// <summary>What must not get out: of the feed (in its address and in its configuration), of the repository's address, and of the machine.</summary>
    static readonly string[] s_secrets = ["t0ken-of-the-feed", "user-of-the-feed", "passw0rd-of-the-feed", "user-of-the-forge", "t0ken-of-the-forge", "user-of-the-machine"];

    static readonly string[] s_formats = [".cdx.json", ".1.6.cdx.json", ".spdx.json", ".spdx3.json"];

    [Fact]
    public async Task Build_pack_and_publish_write_the_same_bytes_again_elsewhere_in_another_culture_and_later_and_give_nothing_away()
    {
        using var source = LoopbackFeed.Start([LoopbackFeed.Package("Private.Parts", "1.0.0")]);
        using var one = await WorkspaceAsync("one", "C.UTF-8", "UTC", source);
        var expected = await WrittenAsync(one, "January I", "Publish");

        foreach (var name in s_formats.Select(suffix => "Portal" + suffix))
        {
            Assert.Contains($"net10.0/securebuild/{name}", expected.Keys);
            Assert.Contains($"net10.0/publish/securebuild/{name}", expected.Keys);
        }
        Assert.All(s_formats, suffix => Assert.Contains("Portal.1.2.3.nupkg" + suffix, expected.Keys));
        Assert.Contains("Portal.1.2.3.nupkg!_manifest/net10.0/Portal.cdx.json", expected.Keys);
        AssertNothingGivenAway(one, source, expected);

        AssertSame(expected, await WrittenAsync(one, "January I", "Rebuild;Publish"));
        foreach (var (folder, language, zone, culture) in new[] { ("another folder", "ja_JP.UTF-8", "Asia/Tokyo", "1月 I"), ("üçüncü klasör", "tr_TR.UTF-8", "Europe/Istanbul", "Ocak İ") })
        {
            using var other = await WorkspaceAsync(folder, language, zone, source);
            var written = await WrittenAsync(other, culture, "Publish");
            // The compiler writes its findings, and with them the log, in the language of whoever builds; the evidence names the log.
            AssertSame(language == "ja_JP.UTF-8" ? Boms(expected) : expected, language == "ja_JP.UTF-8" ? Boms(written) : written);
            AssertNothingGivenAway(other, source, written);
        }
    }

    async Task<Workspace> WorkspaceAsync(string folder, string language, string zone, LoopbackFeed source)
    {
        var work = await feed.WorkspaceAsync(folder);
        work.Write("nuget.config", $"""
            <configuration>
              <packageSources>
                <clear />
                <add key="securebuild-test" value="{feed.Feed}" />
                <add key="private" value="{source.Source}?sig=t0ken-of-the-feed" protocolVersion="3" allowInsecureConnections="true" />
              </packageSources>
              <packageSourceCredentials><private><add key="Username" value="user-of-the-feed" /><add key="ClearTextPassword" value="passw0rd-of-the-feed" /></private></packageSourceCredentials>
            </configuration>
            """);
        // The last target tells which culture the build really ran in.
        work.WriteConsole("Portal", """
            <Version>1.2.3</Version><Authors>Vendor</Authors><PackageLicenseExpression>MIT</PackageLicenseExpression><SecureBuildSbomFormats>CycloneDX1.7;CycloneDX1.6;SPDX2.3;SPDX3.0.1</SecureBuildSbomFormats><Letter>i</Letter>
              </PropertyGroup>
              <Target Name="TellCulture" AfterTargets="Publish"><Message Importance="high" Text="culture: $([System.DateTime]::Parse('2026-01-02').ToString('MMMM')) $(Letter.ToUpper())" /></Target>
              <PropertyGroup>
            """, "System.Console.WriteLine(System.Security.Cryptography.MD5.HashData(new byte[1]).Length + typeof(Newtonsoft.Json.JsonConvert).Name);\n");
        work.Write("Portal/Portal.csproj", work.Read("Portal/Portal.csproj").Replace("</ItemGroup>",
            """<PackageReference Include="Newtonsoft.Json" Version="13.0.3" /><PackageReference Include="Private.Parts" Version="1.0.0" /></ItemGroup>""", StringComparison.Ordinal));
        await work.CommitAsync();
        File.AppendAllText(work.PathOf(".git/config"), "[remote \"origin\"]\n\turl = https://user-of-the-forge:t0ken-of-the-forge@git.example/portal.git\n");
        foreach (var (name, value) in new[] { ("SOURCE_DATE_EPOCH", "1767225600"), ("LANG", language), ("LC_ALL", language), ("TZ", zone), ("DOTNET_CLI_UI_LANGUAGE", language[..2] is "ja" ? "ja" : "en") })
            work.Environment[name] = value;
        foreach (var name in new[] { "USER", "LOGNAME", "USERNAME" })
            work.Environment[name] = "user-of-the-machine";
        return work;
    }

    /// <summary>All that build, publish and pack leave behind, by path.</summary>
    static async Task<SortedDictionary<string, string>> WrittenAsync(Workspace work, string culture, string targets)
    {
        var run = (await work.BuildAsync("Portal", "-c", "Release", "-p:ContinuousIntegrationBuild=true", $"-t:{targets}")).Succeeded();
        Assert.Equal($"culture: {culture}", Assert.Single(run.LinesWith("culture:")));
        (await work.RunAsync("pack", "Portal", "-c", "Release", "--no-build", "-p:ContinuousIntegrationBuild=true", "-nologo")).Succeeded();
        var folder = work.PathOf("Portal/bin/Release");
        var written = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(folder, "*.json*", SearchOption.AllDirectories).Concat(Directory.EnumerateFiles(folder, "*.sarif", SearchOption.AllDirectories)))
        {
            var name = Path.GetRelativePath(folder, file).Replace('\\', '/');
            if (name.Contains("/securebuild/", StringComparison.Ordinal) || name.Contains(".nupkg.", StringComparison.Ordinal))
                written.Add(name, name.EndsWith(".intoto.jsonl", StringComparison.Ordinal) ? WithoutInvocation(File.ReadAllText(file)) : File.ReadAllText(file));
        }
        using var package = ZipFile.OpenRead(Path.Combine(folder, "Portal.1.2.3.nupkg"));
        foreach (var entry in package.Entries.Where(entry => entry.FullName.StartsWith("_manifest/", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(entry.Open());
            written.Add($"Portal.1.2.3.nupkg!{entry.FullName}", await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
        }
        return written;
    }

    static SortedDictionary<string, string> Boms(SortedDictionary<string, string> written) =>
        new(written.Where(file => s_formats.Any(suffix => file.Key.EndsWith(suffix, StringComparison.Ordinal))).ToDictionary(), StringComparer.Ordinal);

    static void AssertSame(SortedDictionary<string, string> expected, SortedDictionary<string, string> written)
    {
        Assert.Equal(expected.Keys, written.Keys);
        foreach (var (name, text) in expected)
            Assert.True(text == written[name], $"{name} differs:\n{Difference(text, written[name])}");
    }

    static string Difference(string one, string other)
    {
        var (left, right) = (one.Split('\n'), other.Split('\n'));
        var line = Enumerable.Range(0, Math.Min(left.Length, right.Length)).FirstOrDefault(i => left[i] != right[i]);
        return $"{line + 1}: {left[line]}\n{line + 1}: {right[line]}";
    }

    static void AssertNothingGivenAway(Workspace work, LoopbackFeed source, SortedDictionary<string, string> written)
    {
        string[] places = [work.Root, Path.GetTempPath(), Repository.Root, Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) + Path.DirectorySeparatorChar, new Uri(source.Source).Authority, "127.0.0.1"];
        foreach (var (name, text) in written)
            foreach (var secret in s_secrets.Concat(places).SelectMany(secret => new[] { secret, Uri.EscapeDataString(secret), secret.Replace("/", "\\\\", StringComparison.Ordinal), Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)).TrimEnd('=') }))
                Assert.False(text.Contains(secret, StringComparison.OrdinalIgnoreCase), $"{name} gives away '{secret}'");
    }

    static string WithoutInvocation(string statements)
    {
        var lines = statements.TrimEnd('\n').Split('\n').Select(line => JsonNode.Parse(line)!).ToArray();
        var metadata = lines[0]["predicate"]!["runDetails"]!["metadata"]!.AsObject();
        Assert.True(Guid.TryParse((string?)metadata["invocationId"], out _));
        metadata.Remove("invocationId");
        return string.Join('\n', lines.Select(line => line.ToJsonString()));
    }
}
