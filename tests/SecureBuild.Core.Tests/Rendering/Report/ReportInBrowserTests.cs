using System.Text.Json.Nodes;
using SecureBuild.Rendering.Report;
using SecureBuild.Submission;
using SecureBuild.Testing.Node;

namespace SecureBuild.Core.Tests.Rendering.Report;

/// <summary>The report in a real browser, opened once for all these tests (Node/report.mjs).</summary>
public sealed class ReportInBrowserTests(OpenedReports opened) : IClassFixture<OpenedReports>
{
    // What the page is made of; nothing that others wrote adds to it.
    static readonly string[] s_elements =
    [
        "a", "article", "b", "bdi", "body", "br", "button", "caption", "circle", "code", "dd", "details", "div", "dl", "dt", "footer", "g", "h1", "h2", "h3", "h4", "head", "header", "html", "input", "label", "li", "main", "mark", "meta",
        "nav", "ol", "option", "p", "path", "pre", "q", "rect", "script", "section", "select", "span", "strong", "style", "summary", "svg", "symbol", "table", "tbody", "td", "text", "th", "thead", "time", "title", "tr", "ul", "use",
    ];

    [Fact]
    public void It_opens_without_an_error_a_breach_of_its_policy_or_a_request()
    {
        foreach (var page in (string[])["portal", "large", "unknown"])
            Assert.Empty(Result["plain"]![page]!.AsArray().Select(text => (string)text!));
    }

    [Fact]
    public void No_hostile_text_is_executed_or_breaks_the_page()
    {
        var hostile = Result["hostile"]!;

        Assert.Null(hostile["pwned"]);
        Assert.Empty(Texts(hostile["events"]));
        Assert.Empty(Texts(hostile["handlers"]));
        Assert.Empty(Texts(hostile["elements"]).Except(s_elements));
        Assert.Equal((2, 1, 11), ((int)hostile["scripts"]!, (int)hostile["styles"]!, (int)hostile["sections"]!));
        Assert.Empty(Texts(hostile["links"]).Except(["file:", "https:"]));
        Assert.True((bool)hostile["text"]!);
    }

    [Fact]
    public void The_language_switch_changes_everything_and_leaves_nothing_behind()
    {
        var (english, japanese) = (Result["languages"]!["en"]!, Result["languages"]!["ja"]!);

        Assert.Equal(("en", "Controls", "false", "All"), ((string)english["lang"]!, (string)english["heading"]!, (string)english["pressed"]!, (string)english["option"]!));
        Assert.Equal(("ja", "管理策の状況", "true", "すべて"), ((string)japanese["lang"]!, (string)japanese["heading"]!, (string)japanese["pressed"]!, (string)japanese["option"]!));
        Assert.EndsWith("secure development report", (string)english["title"]!);
        Assert.EndsWith("セキュア開発報告書", (string)japanese["title"]!);
        Assert.Contains("証跡", (string)japanese["label"]!);
        Assert.Equal(0, (int)Result["languages"]!["kept"]!);
    }

    [Fact]
    public void Keys_alone_lead_from_the_first_link_to_the_evidence_of_a_control_and_through_the_graph()
    {
        var keyboard = Result["keyboard"]!;

        Assert.StartsWith("a.skip", (string)keyboard["first"]!);
        Assert.NotEqual("none", (string)keyboard["outline"]!);
        Assert.Equal(("framework-1", "framework-1"), ((string)keyboard["framework"]!, (string)keyboard["shown"]!));
        foreach (var step in (string[])["tab", "cell", "evidence", "search", "neighbour"])
            Assert.True((bool)keyboard[step]!, step);
        Assert.StartsWith("summary", (string)keyboard["opened"]!);
        Assert.Equal("1 of 42 components", (string)keyboard["matches"]!);
        Assert.Equal("Component0001 1.0.1", (string)keyboard["chosen"]!);
        Assert.NotEqual("Component0001 1.0.1", (string)keyboard["moved"]!);
    }

    [Fact]
    public void Of_two_thousand_components_only_those_in_sight_are_in_the_page_and_all_are_found()
    {
        var explorer = Result["explorer"]!;

        Assert.Equal("2002 of 2002 components", (string)explorer["matches"]!);
        Assert.InRange((int)explorer["rows"]!, 5, 40);
        Assert.InRange((int)explorer["nodes"]!, 2, 25);
        Assert.Equal("Portal.Web", (string)explorer["last"]!);
        Assert.Equal("444 of 2002 components", (string)explorer["licence"]!);
        Assert.Equal("224 of 2002 components", (string)explorer["unlicensed"]!);
        Assert.Equal("573 of 2002 components", (string)explorer["country"]!);
        Assert.Equal("2 of 2002 components", (string)explorer["vulnerable"]!);
        Assert.Equal("Why it is there: 住民ポータル → Portal.Web", (string)explorer["path"]!);
    }

    [Fact]
    public void There_is_no_serious_barrier_in_either_language_or_scheme()
    {
        foreach (var (page, barriers) in Result["accessibility"]!.AsObject())
            Assert.True(barriers!.AsArray().Count == 0, $"{page}: {barriers.ToJsonString()}");
    }

    [Fact]
    public void On_paper_everything_is_open_and_light_and_no_button_is_left()
    {
        var paper = Result["paper"]!;

        Assert.InRange((int)paper["pages"]!, 5, 200);
        Assert.True((int)paper["fonts"]! > 0);
        Assert.Equal(0, (int)paper["hidden"]!);
        Assert.Equal(0, (int)paper["buttons"]!);
        Assert.Equal("rgb(255, 255, 255)", (string)paper["background"]!);
        Assert.Equal("draft", (string)paper["sheet"]!);
        Assert.True((int)paper["shut"]! > 0);
        Assert.Equal((int)paper["shut"]!, (int)paper["after"]!);
    }

    [Fact]
    public void A_telephone_of_320_pixels_does_not_scroll_sideways_even_with_hostile_names()
    {
        Assert.Equal(320, (int)Result["narrow"]!["portal"]!);
        Assert.Equal(320, (int)Result["narrow"]!["hostile"]!);
    }

    [Fact]
    public void Without_a_script_it_can_still_be_read()
    {
        var scriptless = Result["scriptless"]!;

        Assert.Contains("Reading is not verifying.", (string)scriptless["text"]!);
        Assert.False((bool)scriptless["tools"]!);
    }

    JsonNode Result
    {
        get
        {
            Assert.SkipWhen(opened.Result is null, Browser.Missing);
            return opened.Result;
        }
    }

    static string[] Texts(JsonNode? list) => [.. list!.AsArray().Select(text => (string)text!)];
}

/// <summary>The pages, and what the browser says of them; null where there is no browser.</summary>
public sealed class OpenedReports : IAsyncLifetime
{
    readonly string _folder = Directory.CreateTempSubdirectory("securebuild report ").FullName;

    public JsonNode? Result { get; private set; }

    public async ValueTask InitializeAsync()
    {
        if (Browser.Find() is not { } browser)
            return;
        foreach (var (name, product) in ((string, Product)[])[("portal", ReportProducts.Portal()), ("hostile", ReportProducts.HostileOne()), ("large", ReportProducts.Portal(components: 2000)), ("unknown", ReportProducts.Unknown())])
            await File.WriteAllBytesAsync(Path.Combine(_folder, name + ".html"), ReportPage.Render(ReportModel.Of(product), "en"));
        var run = await NodeTools.RunAsync("report.mjs", browser, _folder);
        Result = run.ExitCode == 0 ? JsonNode.Parse(run.Output) : throw new InvalidOperationException(run.ToString());
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
