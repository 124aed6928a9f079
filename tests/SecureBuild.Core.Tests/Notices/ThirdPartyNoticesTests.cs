using System.Collections.Immutable;
using System.Text;
using SecureBuild.Notices;
using SecureBuild.Sbom;

namespace SecureBuild.Core.Tests.Notices;

[Collection(nameof(SbomSamples))]
public sealed class ThirdPartyNoticesTests(SbomSamples samples)
{
    static readonly Bom s_bom = new()
    {
        Metadata = new() { Component = new("application", "project:Portal.csproj", "Portal") { Version = "1.0.0" } },
        Components =
        [
            new("framework", "framework", "Microsoft.NETCore.App") { VersionRange = "vers:nuget/>=10.0.0", IsExternal = true, Scope = "required" },
            new("library", "project:Own.csproj", "Own") { Scope = "required", Properties = [new("securebuild:licence", "unknown:first-party")] },
            new("library", "a", "Anders")
            {
                Version = "2.0.0", Scope = "required", Copyright = "© Anders\r\n2020", Purl = "pkg:nuget/Anders@2.0.0",
                Licenses = [new(Expression: "MIT OR GPL-2.0-or-later WITH Classpath-exception-2.0") { Acknowledgement = "declared" }, new(Expression: "MIT") { Acknowledgement = "concluded" }],
                ExternalReferences = [new("vcs", "git+https://anders.example/src@0123456789abcdef")],
                Components = [new("file", "file:a.dll", "a.dll")],
            },
            new("library", "b", "bunt") { Version = "1", Licenses = [new(Name: "Bunt Licence") { Text = "Do as you like.\r\n" }] },
            new("library", "c", "Chor") { Version = "1", Licenses = [new(Expression: "LicenseRef-Chor") { Text = "Do as you like.", Acknowledgement = "declared" }] },
            new("library", "t", "Tool") { Version = "3", Scope = "excluded", Licenses = [new(Id: "MIT")] },
            new("library", "u", "Unbekannt") { Version = "4" },
            new("file", "file:left.bin", "left.bin"),
        ],
    };

    [Fact]
    public void What_is_delivered_and_made_by_others_is_listed_and_nothing_else()
    {
        var notices = ThirdPartyNotices.Of(s_bom);
        Assert.Equal(["Anders 2.0.0", "bunt 1", "Chor 1", "Unbekannt 4"], notices.Components.Select(component => component.Title));
        Assert.Equal((1, "Portal 1.0.0"), (notices.External, notices.Product));
        Assert.Equal(["left.bin"], notices.UnexplainedFiles);
        var first = notices.Components[0];
        Assert.Equal(("© Anders 2020", "https://anders.example/src"), (first.Copyright, first.Address));
        Assert.Equal(["MIT OR GPL-2.0-or-later WITH Classpath-exception-2.0"], first.Declared);
        Assert.Equal(["MIT"], first.Concluded);
        Assert.Equal(["Bunt Licence"], notices.Components[1].Unsaid);
    }

    [Fact]
    public void A_text_that_nobody_gave_is_an_identifier_and_an_address_and_said_to_be_missing()
    {
        var notices = ThirdPartyNotices.Of(s_bom);
        Assert.Equal(
            [new("MIT", "https://spdx.org/licenses/MIT.html"), new("GPL-2.0-or-later", "https://spdx.org/licenses/GPL-2.0-or-later.html"), new("Classpath-exception-2.0", "https://spdx.org/licenses/Classpath-exception-2.0.html")],
            notices.Components[0].Links);
        var text = NoticeFormat.Text.Write(notices, "en");
        Assert.Contains("  Licence text: not in the bill of materials\n  MIT: https://spdx.org/licenses/MIT.html\n", text);
        Assert.Contains("Unbekannt 4\n  Copyright: not known\n  Licence: not known\n  Licence text: not in the bill of materials\n", text);
        Assert.Contains("1 delivered file(s) belong to no known component, so that nothing can be said of their licences: left.bin", text.ReplaceLineEndings(" "));
    }

    [Fact]
    public void The_same_text_stands_there_once_with_all_to_whom_it_belongs()
    {
        var notices = ThirdPartyNotices.Of(s_bom);
        var text = Assert.Single(notices.Licences);
        Assert.Equal(("L1", "Bunt Licence", "Do as you like."), (text.Label, text.Licence, text.Text));
        Assert.Equal(["bunt 1", "Chor 1"], text.Uses);
        Assert.All(notices.Components.Where(component => component.Title is "bunt 1" or "Chor 1"), component => Assert.Equal("L1", Assert.Single(component.Files).Label));
        Assert.Equal(2, NoticeFormat.Text.Write(notices, "en").Split("Do as you like.").Length);
    }

    [Theory]
    [InlineData("CycloneDX1.6")]
    [InlineData("SPDX2.3")]
    [InlineData("SPDX3.0.1")]
    public void Every_format_gives_the_same_notices(string format)
    {
        var bom = SbomReader.Read(SbomFormat.Find(format)!.Write(s_bom with { SerialNumber = SerialNumber.Of(s_bom), Metadata = s_bom.Metadata with { Timestamp = "2026-01-01T00:00:00Z" } })).Bom;
        var (expected, actual) = (ThirdPartyNotices.Of(s_bom), ThirdPartyNotices.Of(bom));
        Assert.Equal(expected.Components.Select(component => component.Title), actual.Components.Select(component => component.Title));
        Assert.Equal(expected.Licences.Select(text => text.Text), actual.Licences.Select(text => text.Text));
        Assert.Equal(expected.Components[0].Declared, actual.Components[0].Declared);
        Assert.Equal(expected.Components[0].Concluded, actual.Components[0].Concluded);
        Assert.Equal(expected.Components[0].Links, actual.Components[0].Links);
    }

    [Fact]
    public void A_build_repeats_the_texts_that_lie_in_the_packages()
    {
        var inputs = samples.Inputs("App", "net10.0").With("SecureBuildNotices", "true");
        var sbom = SbomBuilder.Build(inputs, new("App", "1.2.3"), Clock.From("1767225600"));
        var text = Encoding.UTF8.GetString(ThirdPartyNotices.Of(sbom, inputs)!);
        var folder = sbom.Folders["pkg:nuget/Newtonsoft.Json@13.0.3"].Path;
        var licence = File.ReadAllText(Path.Combine(folder, "LICENSE.md"));
        Assert.Contains(licence.ReplaceLineEndings("\n").Trim(), text);
        Assert.Contains($"LICENSE.md, SHA-256 {Digest.Sha256OfFile(Path.Combine(folder, "LICENSE.md"))}\n", text);
        Assert.Contains("Newtonsoft.Json 13.0.3\n  Copyright: ", text);
        // The analyzer is used while building, the library is our own.
        Assert.DoesNotContain("Meziantou", text);
        Assert.DoesNotContain("Lib 1.0.0\n", text);
        Assert.DoesNotContain(samples.Folder, text);
        Assert.DoesNotContain(Path.GetDirectoryName(Path.GetDirectoryName(folder))!, text);
        Assert.Null(ThirdPartyNotices.Of(sbom, samples.Inputs("App", "net10.0")));
        Assert.Equal(text, Encoding.UTF8.GetString(ThirdPartyNotices.Of(SbomBuilder.Build(inputs, new("App", "1.2.3"), Clock.From("1767225601")), inputs)!));
    }

    [Fact]
    public void Licences_and_notices_of_a_package_are_found_and_what_lies_outside_is_not()
    {
        var folder = Directory.CreateTempSubdirectory("notices");
        try
        {
            var files = new[] { "LICENSE-MIT.txt", "NOTICE", "docs/THIRD_PARTY_NOTICES.md", "lib/net10.0/License.dll", "tools/LICENSE", "ThirdPartyNotices.txt", "EULA.rtf", "../NOTICE.txt", "terms.md" };
            foreach (var file in files)
            {
                var path = Path.GetFullPath(file == "../NOTICE.txt" ? "NOTICE.txt" : file, folder.FullName);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllText(path, file == "EULA.rtf" ? @"{\rtf1 text}" : $"text of {file}\r\n\f");
            }
            var texts = PackageText.Of(new(folder.FullName, [.. files], "terms.md"));
            Assert.Equal(
                ["EULA.rtf False ", "LICENSE-MIT.txt False text of LICENSE-MIT.txt", "NOTICE True text of NOTICE", "ThirdPartyNotices.txt True text of ThirdPartyNotices.txt", "docs/THIRD_PARTY_NOTICES.md True text of docs/THIRD_PARTY_NOTICES.md", "terms.md False text of terms.md"],
                texts.Select(text => $"{text.Path} {text.IsNotice} {text.Text}"));
            Assert.Equal(Digest.Sha256OfFile(Path.Combine(folder.FullName, "NOTICE")), texts[2].Sha256);

            var notices = NoticeCollector.Of(new() { Components = [new("library", "a", "A") { Version = "1", Licenses = [new(Expression: "MIT OR Apache-2.0")] }] }, _ => new(folder.FullName, [.. files], null));
            var page = NoticeFormat.Text.Write(notices, "en");
            Assert.Contains("  Notice: [N1] NOTICE, SHA-256 ", page);
            Assert.Contains("  Licence text: EULA.rtf, SHA-256 ", page);
            Assert.Contains("not repeated, because it is too long or no plain text\n", page);
            // Neither of the two was identified.
            Assert.Contains("Licence text: not all; missing here are those of the following licences\n  MIT: https", page);
            Assert.Contains("[N2]\n  Of: A 1 (ThirdPartyNotices.txt)\n\ntext of ThirdPartyNotices.txt\n", page);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Nothing_that_others_wrote_is_markup()
    {
        var bom = new Bom
        {
            Components =
            [
                new("library", "a", "<script>alert(1)</script> *bold* [x](javascript:y)")
                {
                    Version = "1\n# heading", Copyright = "</li><img src=x onerror=y>", Licenses = [new(Name: "N\u202E") { Text = "~~~~\n# not a heading\n</pre><script>" }],
                    ExternalReferences = [new("website", "javascript:alert(1)")],
                },
            ],
        };
        var html = NoticeFormat.Html.Write(ThirdPartyNotices.Of(bom), "ja");
        Assert.DoesNotContain("<script", html);
        Assert.DoesNotContain("<img", html);
        Assert.DoesNotContain("href=\"javascript", html);
        Assert.DoesNotContain('\u202E', html);
        Assert.Contains("<html lang=\"ja\">", html);
        Assert.Contains("<pre>~~~~\n# not a heading\n&lt;/pre&gt;&lt;script&gt;</pre>", html);

        var markdown = NoticeFormat.Markdown.Write(ThirdPartyNotices.Of(bom), "en");
        Assert.DoesNotContain("\n# heading", markdown);
        Assert.Contains(@"\<script\>alert\(1\)\</script\> \*bold\* \[x\]\(javascript\:y\)", markdown);
        Assert.Contains("\n~~~~~text\n~~~~\n# not a heading\n</pre><script>\n~~~~~\n", markdown);
    }

    [Fact]
    public void Headings_are_in_either_language_and_the_words_of_others_in_their_own()
    {
        var japanese = NoticeFormat.Text.Write(ThirdPartyNotices.Of(s_bom), "ja");
        Assert.StartsWith("第三者ソフトウェアに関する通知\n==============================\n", japanese);
        Assert.Contains("  ライセンス（作成者の宣言）: MIT OR GPL-2.0-or-later WITH Classpath-exception-2.0\n", japanese);
        Assert.Contains("Do as you like.", japanese);
    }
}
