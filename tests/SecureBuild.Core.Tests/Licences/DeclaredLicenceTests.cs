using System.Collections.Immutable;
using System.Text.Json;
using SecureBuild.Licences;
using SecureBuild.Sbom;
using SecureBuild.Testing.Node;

namespace SecureBuild.Core.Tests.Licences;

public sealed class DeclaredLicenceTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("licences 許諾 ").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_named_file_is_identified_by_its_text()
    {
        File.WriteAllText(Path.Combine(_folder, "LICENSE.TXT"), "The MIT License (MIT)\r\n\r\nCopyright (c) Example\r\n\r\n" + await Text("MIT"));
        Same(["declared MIT", "concluded MIT"], "nuspec-file", "text", Of("""<license type="file">LICENSE.TXT</license>"""));
    }

    [Fact]
    public void An_unknown_text_is_kept_under_a_name_that_depends_on_it_alone()
    {
        File.WriteAllText(Path.Combine(_folder, "EULA.txt"), "\uFEFFOnly for customers of 例 Ltd.\r\n\u0007Section 2\r\n");
        var licence = Of("""<license type="file">EULA.txt</license>""");

        var choice = Assert.Single(licence.Choices);
        Assert.Equal("Only for customers of 例 Ltd.\nSection 2", choice.Text);
        Assert.StartsWith("LicenseRef-securebuild-", choice.Name, StringComparison.Ordinal);
        Assert.NotNull(LicenceExpression.Parse(choice.Name));
        Assert.Equal("unknown:text-not-identified", licence.Ground);
        File.Move(Path.Combine(_folder, "EULA.txt"), Path.Combine(_folder, "Other.md"));
        Assert.Equal(choice.Name, Of("""<license type="file">Other.md</license>""").Choices[0].Name);
    }

    [Theory]
    [InlineData("""<license type="file">missing.txt</license>""")]
    [InlineData("""<license type="file">../secret.txt</license>""")]
    [InlineData("""<license type="file">/etc/passwd</license>""")]
    [InlineData("""<license type="file">binary.txt</license>""")]
    [InlineData("""<license type="file">rich.rtf</license>""")]
    [InlineData("""<license type="file">huge.txt</license>""")]
    public void A_text_that_is_missing_or_outside_or_no_text_or_endless_is_not_read(string nuspec)
    {
        File.WriteAllText(Path.Combine(Path.GetDirectoryName(_folder)!, "secret.txt"), "secret");
        File.WriteAllBytes(Path.Combine(_folder, "binary.txt"), [1, 0, 2]);
        File.WriteAllText(Path.Combine(_folder, "rich.rtf"), @"{\rtf1 MIT}");
        File.WriteAllText(Path.Combine(_folder, "huge.txt"), new string('a', (1 << 20) + 1));

        var licence = Of(nuspec);
        Assert.Null(Assert.Single(licence.Choices).Text);
        Assert.Equal(("nuspec-file", "unknown:text-not-readable"), (licence.Source, licence.Ground));
    }

    [Fact]
    public async Task An_expression_is_concluded_unless_the_text_beside_it_is_another_licences()
    {
        const string Both = """<license type="expression">MIT OR Apache-2.0</license>""";
        Same(["declared MIT OR Apache-2.0", "concluded MIT OR Apache-2.0"], "nuspec-expression", "expression", Of(Both));
        File.WriteAllText(Path.Combine(_folder, "LICENSE"), await Text("Apache-2.0"));
        Same(["declared MIT OR Apache-2.0", "concluded MIT OR Apache-2.0"], "nuspec-expression", "expression-and-text", Of(Both));
        File.WriteAllText(Path.Combine(_folder, "LICENSE"), await Text("GPL-3.0-only"));
        Same(["declared MIT OR Apache-2.0"], "nuspec-expression", "unknown:text-is-GPL-3.0-only", Of(Both));
        Same(["declared GPL-3.0-or-later", "concluded GPL-3.0-or-later"], "nuspec-expression", "expression-and-text", Of("""<license type="expression">GPL-3.0+</license>"""));
    }

    [Theory]
    [InlineData("https://licenses.nuget.example/(MIT%20OR%20Apache-2.0)", "(MIT OR Apache-2.0)")]
    [InlineData("http://www.apache.org/licenses/LICENSE-2.0.html", "Apache-2.0")]
    [InlineData("https://opensource.org/licenses/MIT/", "MIT")]
    [InlineData("https://github.com/Microsoft/dotnet/blob/master/LICENSE", "MIT")]
    [InlineData("http://go.microsoft.com/fwlink/?LinkId=329770", "LicenseRef-scancode-ms-net-library")]
    [InlineData("https://example.com/terms", "https://example.com/terms")]
    public void A_known_address_names_its_licence_and_concludes_nothing(string url, string licence) =>
        Same(["declared " + licence], "nuspec-url", "unknown:address-only", Of($"<licenseUrl>{url}</licenseUrl>"));

    [Fact]
    public async Task A_licence_file_that_nobody_declared_is_said_to_be_just_that()
    {
        Same([], "unknown:none-declared", "unknown:none-declared", Of(""));
        File.WriteAllText(Path.Combine(_folder, "COPYING"), await Text("MPL-2.0"));
        Same(["declared MPL-2.0", "concluded MPL-2.0"], "package-file", "text", Of(""));
    }

    [Fact]
    public void What_is_no_expression_is_a_name()
    {
        var licence = Of("""<license type="expression">Our own terms</license>""");
        Assert.Equal("Our own terms", Assert.Single(licence.Choices).Name);
        Assert.Equal("unknown:not-an-expression", licence.Ground);
    }

    [Fact]
    public void Every_known_address_names_a_licence()
    {
        var lines = EmbeddedFile.Lines("Licences/licence-urls.txt").Select(line => line.Split(' ')).ToArray();
        Assert.True(lines.Length > 40);
        Assert.All(lines, line => Assert.Equal(line[1], LicenceAddresses.Licence("https://" + line[0])?.ToString()));
    }

    static void Same(string[] choices, string source, string ground, DeclaredLicence licence)
    {
        Assert.Equal(choices, licence.Choices.Select(choice => $"{choice.Acknowledgement} {choice.Expression ?? choice.Id ?? choice.Name}"));
        Assert.Equal((source, ground), (licence.Source, licence.Ground));
    }

    DeclaredLicence Of(string nuspec)
    {
        var file = Path.Combine(_folder, "a.nuspec");
        File.WriteAllText(file, $"<package><metadata><id>A</id>{nuspec}</metadata></package>");
        var contents = new PackageContents(_folder, null, Nuspec.Read(file), null) { Readings = new() };
        return DeclaredLicence.Of(contents.Nuspec, contents.Licence, [.. Directory.EnumerateFiles(_folder).Select(path => Path.GetFileName(path)!)]);
    }

    static async Task<string> Text(string id)
    {
        using var json = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(await NodeTools.PackageFolderAsync("spdx-license-list"), "licenses", id + ".json")));
        return json.RootElement.GetProperty("licenseText").GetString()!;
    }
}
