using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SecureBuild.Rendering.Forms;
using SecureBuild.Testing.Node;

namespace SecureBuild.Core.Tests.Rendering.Forms;

/// <summary>Forms in a real browser and on paper, opened once for all these tests (Node/form.mjs).</summary>
public sealed partial class FormInBrowserTests(OpenedForms opened) : IClassFixture<OpenedForms>
{
    [Fact]
    public void Nothing_runs_nothing_is_fetched_and_the_policy_lets_the_style_in()
    {
        foreach (var (name, page) in opened.Pages)
        {
            Assert.Empty(Texts(page!["events"]));
            Assert.Equal("solid", (string)page["bordered"]!);
            Assert.Empty(Texts(page["elements"]).Intersect(["script", "img", "link", "iframe", "a", "form", "input", "svg"]));
            Assert.DoesNotContain(Texts(page["attributes"]), attribute => attribute.StartsWith("on", StringComparison.Ordinal) || attribute is "style" or "src" or "href");
            Assert.True((int)page["rows"]! > 10, name);
        }
    }

    [Fact]
    public void It_can_be_read_with_a_screen_reader_and_on_a_phone() => Assert.All(opened.Pages, page =>
    {
        Assert.Empty(Texts(page.Value!["violations"]));
        Assert.Equal(360, (int)page.Value["phone"]!);
    });

    [Theory]
    [InlineData("cisa.en")]
    [InlineData("cisa.ja")]
    [InlineData("jp.ja")]
    public void Every_printed_page_bears_the_mark_its_number_and_the_products_name(string name)
    {
        var pages = Paper(name);

        Assert.True(pages.Length > 2, "pages");
        Assert.Matches("^59[45] x 84[12]$", PageSize(name));
        for (var i = 0; i < pages.Length; i++)
        {
            Assert.Contains("DRAFT – NOT SIGNED / 草案・未署名", pages[i]);
            Assert.Contains("市民ポータル 1.2.0", pages[i]);
            Assert.Matches($@"\b{i + 1} ?/ ?{pages.Length}\b", pages[i]);
        }
        // The table's heads stand on each page that the table reaches.
        var head = name.EndsWith("ja", StringComparison.Ordinal) ? "証跡が示すこと" : "What the evidence shows";
        Assert.True(pages.Count(page => page.Contains(head, StringComparison.Ordinal)) > 1, "heads");
    }

    static string[] Texts(JsonNode? list) => [.. list!.AsArray().Select(text => (string)text!)];

    // Two fonts in one line stand apart by more than a space.
    string[] Paper(string name) => [.. Poppler("pdftotext", "-layout", opened.Opened(name + ".pdf"), "-").TrimEnd('\f', '\n').Split('\f').Select(page => Regex.Replace(page, " +", " "))];

    string PageSize(string name) => Regex.Replace(PageSizePattern.Match(Poppler("pdfinfo", opened.Opened(name + ".pdf"))).Groups[1].Value, @"\.\d+", "");

    static string Poppler(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8 })!;
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return output;
        }
        catch (Win32Exception)
        {
            Assert.Skip($"'{program}' is not installed (Debian: apt-get install poppler-utils).");
            throw;
        }
    }

    [GeneratedRegex(@"Page size:\s+(.*? x \S+)")]
    private static partial Regex PageSizePattern { get; }
}

/// <summary>Forms opened in a browser: drafts in both languages, and one full of hostile text.</summary>
public sealed class OpenedForms : IAsyncLifetime
{
    readonly string _folder = Directory.CreateTempSubdirectory("securebuild-forms-").FullName;
    JsonObject? _pages;

    public JsonObject Pages
    {
        get
        {
            Assert.SkipWhen(_pages is null, Browser.Missing);
            return _pages;
        }
    }

    /// <summary>A file of a form, once it was opened.</summary>
    public string Opened(string name) => Pages.Count > 0 ? PathOf(name) : name;

    string PathOf(string name) => Path.Combine(_folder, name);

    public async ValueTask InitializeAsync()
    {
        if (Browser.Find() is not { } browser)
            return;
        foreach (var form in SubmissionForm.All)
        {
            foreach (var language in (string[])["en", "ja"])
                await File.WriteAllBytesAsync(PathOf($"{form.Name}.{language}.html"), FormPage.Render(SampleForms.Held(form, static _ => null), form, language));
            await File.WriteAllBytesAsync(PathOf($"{form.Name}-hostile.html"), FormPage.Render(SampleForms.Hostile(form), form, "en"));
        }
        var run = await NodeTools.RunAsync("form.mjs", [browser, .. Directory.GetFiles(_folder, "*.html").Order(StringComparer.Ordinal)]);
        _pages = run.ExitCode == 0 ? JsonNode.Parse(run.Output)!.AsObject() : throw new InvalidOperationException(run.ToString());
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return default;
    }
}
