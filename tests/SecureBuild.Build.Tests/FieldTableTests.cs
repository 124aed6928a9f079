using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SecureBuild.Testing;

namespace SecureBuild.Build.Tests;

/// <summary>The page that says where every field stands, against the documents of a real build.</summary>
public sealed partial class FieldTableTests(TemporaryFeed feed)
{
    const string Stem = "Portal/bin/Debug/net10.0/securebuild/Portal";

    [Fact]
    public async Task Every_path_of_the_table_leads_to_a_field_and_what_is_not_known_says_so()
    {
        var rows = File.ReadLines(Repository.PathOf("src/SecureBuild.Core/Sbom/fields.md")).Where(line => line.StartsWith("| ", StringComparison.Ordinal) && char.IsAsciiDigit(line[2])).Select(line => line.Trim('|', ' ').Split(" | ")).ToArray();
        Assert.True(rows.Length > 30, $"{rows.Length} rows");
        Assert.All(rows, row => Assert.Equal(8, row.Length));

        using var work = await feed.WorkspaceAsync();
        work.WriteConsole("Portal", "<Copyright>Copyright Example</Copyright><SecureBuildCpe>cpe:2.3:a:example:portal:1.0.0:*:*:*:*:*:*:*</SecureBuildCpe>", "System.Console.WriteLine(typeof(Newtonsoft.Json.JsonConvert));\n");
        // A package with a licence of its own, and nobody's address.
        await TermsAsync(work);
        work.Write("Portal/nuget.config", """<configuration><packageSources><add key="own" value="../feed" /></packageSources></configuration>""");
        work.Write("Portal/Portal.csproj", work.Read("Portal/Portal.csproj").Replace("</ItemGroup>", """<PackageReference Include="Newtonsoft.Json" Version="13.0.3" /><PackageReference Include="Own.Terms" Version="1.0.0" /></ItemGroup>""", StringComparison.Ordinal));
        work.Write("Portal/securebuild.json", """
            { "supplier": { "name": "Example Works", "url": "https://supplier.example", "contact": { "name": "Desk", "email": "desk@supplier.example" } },
              "contacts": { "security": { "url": "https://supplier.example/.well-known/security.txt" } } }
            """);
        (await work.BuildAsync("Portal", "-p:SecureBuildSbomFormats=CycloneDX1.7%3BCycloneDX1.6%3BSPDX2.3%3BSPDX3.0.1")).Succeeded();

        foreach (var (suffix, column) in new[] { (".cdx.json", 3), (".1.6.cdx.json", 3), (".spdx.json", 4), (".spdx3.json", 5) })
        {
            var document = JsonNode.Parse(work.Read(Stem + suffix))!;
            foreach (var row in rows.Where(row => row[column] != "–"))
            {
                var found = Spans(row[column]).Any(path => Find(document, path).Any());
                Assert.True(found == !row[column].StartsWith("never ", StringComparison.Ordinal), $"{row[0]} {row[1]}: {row[column]} in {suffix}");
            }
        }

        var components = JsonNode.Parse(work.Read(Stem + ".cdx.json"))!["components"]!.AsArray().Where(component => ((string?)component!["purl"])?.StartsWith("pkg:nuget/", StringComparison.Ordinal) == true).ToArray();
        var unknowns = rows.Where(row => row[3].StartsWith("`components[].", StringComparison.Ordinal) && row[7].StartsWith("`securebuild:", StringComparison.Ordinal)).ToArray();
        Assert.Equal(["5", "6", "9", "15", "16"], unknowns.Select(row => row[0]));
        foreach (var row in unknowns)
        {
            var lacking = components.Where(component => !Spans(row[3]).Any(path => Find(component!, path["components[].".Length..]).Any())).ToArray();
            Assert.NotEmpty(lacking);
            Assert.All(lacking, component => Assert.StartsWith("unknown:", GroundTruth.Listed.Property(component!, Spans(row[7]).First()), StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task What_is_no_CPE_name_is_told_and_stays_out()
    {
        using var work = await feed.WorkspaceAsync();
        work.WriteConsole("Portal", "<SecureBuildCpe>cpe:/a:example:portal</SecureBuildCpe>");

        var build = (await work.BuildAsync("Portal")).Succeeded();

        Assert.Matches(@"Portal\.csproj[^\n]* warning SB9299: [^\n]*'cpe:/a:example:portal'", build.Output);
        Assert.DoesNotContain("cpe:", work.Read(Stem + ".cdx.json"), StringComparison.Ordinal);
    }

    static IEnumerable<string> Spans(string cell) => Span().Matches(cell).Select(match => match.Groups[1].Value);

    // a.b, x[], x[name=value], x[~text]
    static IEnumerable<JsonNode> Find(JsonNode node, string path)
    {
        IEnumerable<JsonNode> found = [node];
        foreach (Match step in Step().Matches(path))
        {
            found = found.Select(parent => (parent as JsonObject)?[step.Groups["name"].Value]).OfType<JsonNode>();
            if (step.Groups["list"] is { Success: true, Value: var filter })
                found = found.SelectMany(list => list is JsonArray items ? items.OfType<JsonNode>() : [list]).Where(item => Fits(item, filter)).ToArray();
        }
        return found;
    }

    static bool Fits(JsonNode item, string filter) => filter switch
    {
        "" => true,
        ['~', .. var start] => item is JsonValue value && value.ToString().StartsWith(start, StringComparison.Ordinal),
        _ => filter.Split('=', 2) is [var name, var wanted] && (item as JsonObject)?[name]?.ToString() == wanted,
    };

    static async Task TermsAsync(Workspace work)
    {
        Directory.CreateDirectory(work.PathOf("feed"));
        await using var zip = await System.IO.Compression.ZipFile.OpenAsync(work.PathOf("feed/Own.Terms.1.0.0.nupkg"), System.IO.Compression.ZipArchiveMode.Create);
        foreach (var (name, text) in new[]
        {
            ("Own.Terms.nuspec", """
                <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd"><metadata>
                  <id>Own.Terms</id><version>1.0.0</version><authors>Somebody</authors><license type="file">TERMS.txt</license><description>Part</description>
                </metadata></package>
                """),
            ("TERMS.txt", "You may use this on Tuesdays, if you feed our cat."), ("lib/net10.0/_._", ""),
        })
        {
            await using var writer = new StreamWriter(await zip.CreateEntry(name).OpenAsync());
            await writer.WriteAsync(text);
        }
    }

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Span();

    [GeneratedRegex(@"(?<name>[^.\[]+)(\[(?<list>[^\]]*)\])?\.?")]
    private static partial Regex Step();
}
