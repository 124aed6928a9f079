using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SecureBuild.Signing;
using SecureBuild.Submission;

using SecureBuild.Testing.Node;

namespace SecureBuild.Core.Tests.Submission;

public sealed partial class SubmissionPackingTests : IDisposable
{
    static readonly Clock s_clock = new(new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero), true);

    readonly SolutionFolder _solution = SolutionFolder.Portal(signed: true);

    public void Dispose() => _solution.Dispose();

    [Fact]
    public void The_package_holds_every_build_and_keeps_the_internal_file_back()
    {
        var contents = Contents();
        var paths = contents.Files.Select(file => file.Path).ToArray();

        foreach (var key in (string[])["Portal.Core (net10.0)", "Portal.Core (net8.0)", "Portal.Web"])
            foreach (var suffix in (string[])[".intoto.jsonl", ".attestation.sigstore.json", ".provenance.sigstore.json", ".cdx.json", ".evidence.json"])
                Assert.Contains($"builds/{key}/securebuild/{key.Split(' ')[0]}{suffix}", paths);
        foreach (var name in (string[])["VERIFY.md", "cover-letter.html", "sbom/product.cdx.json", "suppliers.json", "suppliers.csv", "THIRD-PARTY-NOTICES.txt", "exchange/Portal.Web/Portal.Web.1.7.cdxa.json", "exchange/Portal.Web/Portal.Web.assessment-results.oscal.json"])
            Assert.Contains(name, paths);
        Assert.DoesNotContain(paths, path => path.EndsWith(".sarif", StringComparison.Ordinal) || path.EndsWith(".dll", StringComparison.Ordinal));
        Assert.Equal(["Portal.Core.sarif", "Portal.Core.sarif", "Portal.Web.sarif"], contents.HeldBack.Select(file => file.Name));
        Assert.All(contents.HeldBack, file => Assert.Equal(64, file.Sha256.Length));
    }

    [Fact]
    public void The_supplier_may_hand_over_the_outputs_and_the_analysis()
    {
        var contents = Contents(options => options with { WithOutputs = true, WithAnalysis = true });

        Assert.Empty(contents.HeldBack);
        Assert.Contains(contents.Files, file => file.Path == "builds/Portal.Web/ja/Portal.Web.resources.dll" && file.Role == ProductFileRole.Output);
        Assert.Contains(contents.Files, file => file.Path == "builds/Portal.Web/Shared.dll");
        Assert.Equal(3, contents.Files.Count(file => file.Role == ProductFileRole.Analysis && file.Class == FileClass.Customer));
    }

    [Theory]
    [InlineData("package.zip")]
    [InlineData("package")]
    public void A_package_alone_is_read_as_the_product_that_was_packed(string name)
    {
        SubmissionWriter.Write(Contents(request: request => request with { Name = "Stated by the packer", Version = "9.9" }), _solution[name], force: false);

        string folder;
        using (var opened = OpenedPaths.Open(_solution[name]))
        {
            folder = Assert.Single(opened.Packages).Folder;
            var product = ProductReader.Read(new(opened.Paths)).Product!;
            Assert.Equal(["Portal.Core (net10.0)", "Portal.Core (net8.0)", "Portal.Web"], product.Projects.Select(project => project.Key));
            Assert.Equal(("Stated by the packer", "9.9"), (product.Name.Value, product.Version.Value));
            Assert.Equal(product.Projects.Length, SecureBuild.Rendering.BuildSummaryReader.Read(opened.Paths[0]).Builds.Length);
            // That the log is not here does not mean that there was none.
            Assert.Contains("the supplier marks it internal and keeps it", Encoding.UTF8.GetString(SecureBuild.Rendering.Report.ReportPage.Render(SecureBuild.Rendering.Report.ReportModel.Of(product), "en")));
            // Two target frameworks of one project do not end in one file.
            var files = SecureBuild.Exchange.ExchangeFormat.Render(opened.Paths[0], SecureBuild.Exchange.ExchangeFormat.All, "en").Files;
            Assert.Equal(files.Length, files.Select(file => file.Name).Distinct().Count());
        }
        Assert.Equal(name == "package", Directory.Exists(folder));
    }

    [Fact]
    public void Bills_of_materials_of_what_was_published_go_in_with_the_build_whose_files_they_list()
    {
        var web = _solution["src/Portal.Web/bin/Release/net10.0"];
        Publish("linux-x64/publish/securebuild/Portal.Web.cdx.json", "application");
        Publish("win-x64/publish/securebuild/Portal.Web.cdx.json", "application", version: "2");
        Publish("images/portal.tar.gz.cdx.json", "container");
        Publish("packages/Portal.Web.1.2.0.nupkg.cdx.json", "library");
        Publish("publish/securebuild/Portal.Web.cdx.json", "application", digest: new string('0', 64));

        var contents = Contents();
        var further = contents.Files.Where(file => file.Path.StartsWith("sbom/Portal.Web/", StringComparison.Ordinal)).ToArray();

        Assert.Equal(["sbom/Portal.Web/image/portal.tar.gz.cdx.json", "sbom/Portal.Web/package/Portal.Web.1.2.0.nupkg.cdx.json", "sbom/Portal.Web/publish/2/Portal.Web.cdx.json", "sbom/Portal.Web/publish/Portal.Web.cdx.json"], further.Select(file => file.Path));
        Assert.All(further, file => Assert.Equal(("Portal.Web", ProductFileRole.Sbom, FileClass.Customer), (file.Build, file.Role, file.Class)));
        // That of an earlier build is left out, and told.
        Assert.Equal(["Portal.Web.cdx.json"], contents.Product.UntiedSboms);
        Assert.Contains("portal.tar.gz.cdx.json", Text(contents.Files.Single(file => file.Path == "report.html")));

        // The buyer finds the same ones.
        SubmissionWriter.Write(contents, _solution["package"], force: false);
        Assert.Equal(4, ProductReader.Read(new([_solution["package"]])).Product!.Projects.Single(project => project.Key == "Portal.Web").FurtherSboms.Length);

        void Publish(string path, string type, string version = "1", string? digest = null) => _solution.Write($"{web}/{path}", SecureBuild.Sbom.SbomFormat.CycloneDx17.Write(new()
        {
            SerialNumber = "urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79",
            Metadata = new() { Timestamp = "2026-11-22T04:21:00Z", Component = new(type, "root", "Portal.Web") { Version = version } },
            Components = [new("file", "file", "Portal.Web.dll") { Hashes = [new("SHA-256", digest ?? Digest.Sha256OfFile($"{web}/Portal.Web.dll"))] }],
        }));
    }

    [Theory]
    [InlineData("All.slnx", """<Solution><Folder Name="/src/"><Project Path="src/Portal.Web/Portal.Web.csproj" /><Project Path="src/Legacy/Legacy.csproj" /></Folder></Solution>""")]
    [InlineData("All.sln", "Project(\"{9A19103F-16F7-4668-BE54-9A1E7A4F7556}\") = \"Legacy\", \"src\\Legacy\\Legacy.csproj\", \"{0}\"\nEndProject\nProject(\"{2150E333-8FDC-42A3-9474-1A3956D46DE8}\") = \"docs\", \"docs\", \"{1}\"\n")]
    public void A_project_of_the_solution_that_was_built_without_is_named_as_not_attested(string name, string content)
    {
        _solution.Write(name, Encoding.UTF8.GetBytes(content));
        _solution.Write("src/Portal.Web/Portal.Web.csproj", "<Project />"u8);

        var contents = SubmissionCollector.Of(ProductReader.Read(new([_solution.Root])).Product!, new(SubmissionProfile.Find("us")!, s_clock));

        var left = Assert.Single(contents.Product.LeftOut);
        Assert.Equal(("src/Legacy/Legacy.csproj", LeftOutReason.NotAttested), (left.Project, left.Why));
        Assert.Contains(contents.Product.Open, item => item.Kind == OpenKind.ProjectNotAttested && item.Subject == left.Project);
        Assert.Contains(SubmissionProblems.Of(contents), problem => problem.Code == "SB9757" && problem.Text.Contains(left.Project, StringComparison.Ordinal));
        Assert.Contains("src/Legacy/Legacy.csproj", Text(contents.Files.Single(file => file.Path == "report.html")));
        Assert.Contains("\"not-attested\"", SubmissionManifest.Statement(contents).ToJsonString());
    }

    [Fact]
    public void Two_runs_give_the_same_bytes()
    {
        SubmissionWriter.Write(Contents(), _solution["one.zip"], force: false);
        SubmissionWriter.Write(Contents(), _solution["two.zip"], force: false);
        Assert.Equal(File.ReadAllBytes(_solution["one.zip"]), File.ReadAllBytes(_solution["two.zip"]));

        using var zip = ZipFile.OpenRead(_solution["one.zip"]);
        Assert.Equal(zip.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal), zip.Entries.Select(entry => entry.FullName));
        Assert.All(zip.Entries, entry => Assert.Equal((new DateTime(1980, 1, 1), 0), (entry.LastWriteTime.DateTime, entry.ExternalAttributes)));
        Assert.False(Directory.Exists(_solution["one.zip.tmp"]));
    }

    [Fact]
    public async Task The_manifest_is_of_its_schema_and_lists_every_file()
    {
        using var signer = SigningKey.Load(SolutionFolder.Key.PrivateKeyPem, null, "test key");
        foreach (var used in (ISigner?[])[null, signer])
        {
            var contents = Contents(options => options with { Signer = used });
            var line = JsonNode.Parse(Text(SubmissionManifest.Files(contents)[0]))!;
            var manifest = used is null ? line : JsonNode.Parse(Convert.FromBase64String((string)line["payload"]!))!;
            var (schema, file) = (_solution["schema.json"], _solution["manifest.json"]);
            await File.WriteAllTextAsync(schema, SubmissionManifest.Schema, TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(file, manifest.ToJsonString(), TestContext.Current.CancellationToken);
            var validation = await NodeTools.RunAsync("json-schema-validate.mjs", schema, file);
            Assert.True(validation.ExitCode == 0, validation.ToString());

            Assert.Equal(contents.Files.Select(entry => (entry.Path, entry.Sha256)), manifest["subject"]!.AsArray().Select(subject => ((string)subject!["name"]!, (string)subject["digest"]!["sha256"]!)));
            Assert.Equal(used is null, manifest["predicate"]!.AsObject().ContainsKey("securebuild_signing"));
            Assert.Equal("市民ポータル", (string)manifest["predicate"]!["product"]!["name"]![0]!["value"]!);
        }
    }

    [Theory]
    [InlineData("us", "en", false)]
    [InlineData("jp", "ja", false)]
    [InlineData("all", "en", true)]
    public void The_cover_letter_speaks_the_profiles_language_and_leaves_the_signature_to_a_person(string profile, string language, bool both)
    {
        var letter = Text(Contents(options => options with { Profile = SubmissionProfile.Find(profile)! }).Files.Single(file => file.Path == "cover-letter.html"));

        Assert.Contains($"<html lang=\"{language}\">", letter, StringComparison.Ordinal);
        Assert.Equal(both ? 2 : 1, Regex.Count(letter, "<article lang="));
        Assert.Contains("UNSIGNED DRAFT / 草案・未署名", letter, StringComparison.Ordinal);
        Assert.Equal((both ? 2 : 1) * 4, Regex.Count(letter, "<dd></dd>"));
        Assert.DoesNotContain("<script", letter, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("{{", letter, StringComparison.Ordinal);
    }

    [Fact]
    public void Hostile_names_stay_text_in_the_letter_and_in_the_table()
    {
        using var solution = new SolutionFolder();
        solution.Add(new("A") { Product = new("<script>alert(1)</script>", "=HYPERLINK(\"x\")", "\"><img src=x onerror=alert(1)>", null) });
        var contents = Contents(static options => options, solution);

        Assert.DoesNotContain("<script", Text(contents.Files.Single(file => file.Path == "cover-letter.html")), StringComparison.Ordinal);
        Assert.DoesNotContain("<img", Text(contents.Files.Single(file => file.Path == "cover-letter.html")), StringComparison.Ordinal);
        Assert.StartsWith("\uFEFFsupplier,url,countries,component,version,purl,source\r\nContoso,https://contoso.example,,Contoso.Json,1.0.0,pkg:nuget/Contoso.Json@1.0.0,nuspec-authors\r\n",
            Text(contents.Files.Single(file => file.Path == "suppliers.csv")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_the_attested_one_is_not_packed()
    {
        File.AppendAllText(_solution["src/Portal.Web/bin/Release/net10.0/securebuild/Portal.Web.cdx.json"], " ");
        Assert.Equal("SB9733", Assert.Throws<ProblemException>(() => Contents()).Problem.Code);
    }

    [Fact]
    public void Nothing_but_an_earlier_package_is_ever_replaced()
    {
        var contents = Contents();
        _solution.Write("mine/thesis.txt", "work"u8);
        _solution.Write("mine.zip", "work"u8);
        foreach (var path in (string[])["mine", "mine.zip"])
            Assert.Equal("SB9734", Assert.Throws<ProblemException>(() => SubmissionWriter.Write(contents, _solution[path], force: true)).Problem.Code);
        Assert.True(File.Exists(_solution["mine/thesis.txt"]));

        foreach (var path in (string[])["package", "package.zip"])
        {
            SubmissionWriter.Write(contents, _solution[path], force: false);
            Assert.Equal("SB9734", Assert.Throws<ProblemException>(() => SubmissionWriter.Write(contents, _solution[path], force: false)).Problem.Code);
            SubmissionWriter.Write(contents, _solution[path], force: true);
        }
        Assert.Empty(Directory.EnumerateFileSystemEntries(_solution.Root, "*.tmp"));
    }

    [Fact]
    public void Nothing_of_the_machine_is_in_the_package()
    {
        foreach (var file in Contents().Files)
        {
            Assert.DoesNotContain(_solution.Root, Text(file), StringComparison.Ordinal);
            Assert.DoesNotContain(Environment.UserName + "/", Text(file), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_commands_of_the_page_work_as_printed_and_find_what_was_changed_or_added()
    {
        using var signer = SigningKey.Load(SolutionFolder.Key.PrivateKeyPem, null, "test key");
        SubmissionWriter.Write(Contents(options => options with { Signer = signer, WithOutputs = true }), _solution["package"], force: false);
        _solution.Write("package/supplier.pub.pem", Encoding.UTF8.GetBytes(SolutionFolder.Key.PublicKeyPem));
        var commands = Commands().Matches(File.ReadAllText(_solution["package/VERIFY.md"])).Select(match => match.Groups[1].Value).ToArray();

        Assert.Equal(4, commands.Length);
        Assert.All(commands, command => Assert.Equal(0, Shell(command).Exit));
        Assert.Equal("", Shell(commands[3]).Output);

        _solution.Write("package/forms/added.html", "later"u8);
        Assert.Equal("forms/added.html\n", Shell(commands[3]).Output);
        _solution.Write("package/suppliers.csv", "changed"u8);
        Assert.NotEqual(0, Shell(commands[2]).Exit);
        _solution.Write("package/" + SubmissionFiles.Bundle, Encoding.UTF8.GetBytes(File.ReadAllText(_solution["package/" + SubmissionFiles.Bundle]).Replace("\"payload\": \"ey", "\"payload\": \"ez", StringComparison.Ordinal)));
        Assert.NotEqual(0, Shell(commands[1]).Exit);
    }

    SubmissionContents Contents(Func<SubmissionOptions, SubmissionOptions>? with = null, SolutionFolder? solution = null, Func<ProductRequest, ProductRequest>? request = null)
    {
        SubmissionOptions options = new(SubmissionProfile.Find("us")!, s_clock);
        ProductRequest asked = new([(solution ?? _solution)["src"]]);
        return SubmissionCollector.Of(ProductReader.Read(request?.Invoke(asked) ?? asked).Product!, with?.Invoke(options) ?? options);
    }

    static string Text(SubmissionFile file)
    {
        using var stream = file.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    (int Exit, string Output) Shell(string command)
    {
        using var shell = Process.Start(new ProcessStartInfo("sh", ["-ec", command]) { WorkingDirectory = _solution["package"], RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = shell.StandardOutput.ReadToEnd();
        shell.WaitForExit();
        return (shell.ExitCode, output);
    }

    [GeneratedRegex("```sh\n(.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Commands();
}
