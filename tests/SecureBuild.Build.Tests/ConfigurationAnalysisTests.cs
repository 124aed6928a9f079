using SecureBuild.Testing;

namespace SecureBuild.Build.Tests;

public sealed class ConfigurationAnalysisTests(TemporaryFeed feed)
{
    const string Settings = "{\n  // The next line is wrong.\n  \"Smtp\": { \"Password\": \"x7Gh!pq2\" }\n}\n";
    const string WebConfig = "<configuration>\n  <system.web>\n    <customErrors mode=\"Off\" />\n  </system.web>\n</configuration>\n";

    [Fact]
    public async Task Findings_in_configuration_files_have_their_file_and_line_once()
    {
        using var work = await feed.WorkspaceAsync();
        work.WriteConsole("Portal");
        work.Write("Portal/Portal.csproj", work.Read("Portal/Portal.csproj").Replace("Microsoft.NET.Sdk", "Microsoft.NET.Sdk.Web", StringComparison.Ordinal));
        work.Write("Portal/appsettings.json", Settings);
        work.Write("Portal/web.config", WebConfig);
        // The project's own item is not doubled.
        work.Write("Portal/Directory.Build.props", "<Project><ItemGroup><AdditionalFiles Include=\"appsettings.json\" /></ItemGroup></Project>");

        var build = (await work.BuildAsync("Portal")).Succeeded();

        Assert.Equal(("appsettings.json", 3, 26), Place(Assert.Single(build.Warnings("SB5101"))));
        Assert.Equal(("web.config", 3, 25), Place(Assert.Single(build.Warnings("SB5102"))));
        Assert.Empty((await work.BuildAsync("Portal", "--no-restore")).Succeeded().Executed("CoreCompile"));
        work.Write("Portal/appsettings.json", "{ }");
        work.Write("Portal/docker-compose.yml", "services:\n  db:\n    environment:\n      DB_PASSWORD: x7Gh!pq2\n");
        Assert.Equal(("docker-compose.yml", 4, 20), Place(Assert.Single((await work.BuildAsync("Portal", "--no-restore")).Succeeded().Warnings("SB5101"))));

        (string, int, int) Place(Microsoft.Build.Logging.StructuredLogger.Warning warning) => (Path.GetFileName(warning.File), warning.LineNumber, warning.ColumnNumber);
    }

    [Fact]
    public async Task The_property_switches_it_off()
    {
        using var work = await feed.WorkspaceAsync();
        work.WriteConsole("Portal", "<SecureBuildAnalyzeConfiguration>false</SecureBuildAnalyzeConfiguration>");
        work.Write("Portal/appsettings.json", Settings);

        Assert.Empty((await work.BuildAsync("Portal")).Succeeded().Warnings("SB5101"));
    }

    [Fact]
    public async Task Findings_in_a_Razor_page_land_in_the_page()
    {
        using var work = await feed.WorkspaceAsync();
        work.WriteConsole("Portal", source: "var app = WebApplication.CreateBuilder(args).Build();\napp.Run();\n");
        work.Write("Portal/Portal.csproj", work.Read("Portal/Portal.csproj").Replace("Microsoft.NET.Sdk", "Microsoft.NET.Sdk.Web", StringComparison.Ordinal).Replace("<OutputType>", "<ImplicitUsings>enable</ImplicitUsings><RequiresAspNetWebAssets>false</RequiresAspNetWebAssets><OutputType>", StringComparison.Ordinal));
        work.Write("Portal/Pages/Index.cshtml", "@page\n<p>City portal</p>\n@{\n    var dbPassword = \"x7Gh!pq2\";\n}\n<p>@dbPassword.Length</p>\n");
        work.Write("Portal/Pages/Search.cshtml", "@page\n@model Portal.SearchModel\n<h1>Results</h1>\n<p>@Html.Raw(Model.Term)</p>\n<p>@Model.Term</p>\n");
        work.Write("Portal/SearchModel.cs", """
            namespace Portal;
            public class SearchModel : Microsoft.AspNetCore.Mvc.RazorPages.PageModel
            {
                [Microsoft.AspNetCore.Mvc.BindProperty(SupportsGet = true)] public string Term { get; set; } = "";
            }
            """);
        work.Write("Portal/Pages/Title.razor", "@using Microsoft.AspNetCore.Components\n<h1>@((MarkupString)Term)</h1>\n<h1>@Term</h1>\n\n@code {\n    [Parameter, SupplyParameterFromQuery] public string Term { get; set; } = \"\";\n}\n");
        work.Write("Portal/Pages/Counter.razor", "<p>Counter</p>\n\n@code {\n    string DbPassword { get; set; } = \"x7Gh!pq2\";\n}\n");

        var build = (await work.BuildAsync("Portal")).Succeeded();

        Assert.Equal(["Counter.razor:4", "Index.cshtml:4"], build.Warnings("SB5001").Select(warning => $"{Path.GetFileName(warning.File)}:{warning.LineNumber}").Order(StringComparer.Ordinal));
        Assert.Equal(["Search.cshtml:4", "Title.razor:2"], build.Warnings("SB1006").Select(warning => $"{Path.GetFileName(warning.File)}:{warning.LineNumber}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_preset_changes_levels_and_gives_way_to_editorconfig()
    {
        using var work = await feed.WorkspaceAsync();
        work.WriteConsole("Portal");
        work.Write("Portal/Dockerfile", "FROM runtime:10.0\n");
        Assert.Empty((await work.BuildAsync("Portal")).Succeeded().Warnings("SB5108"));

        Assert.Single((await work.BuildAsync("Portal", "-p:SecureBuildPreset=strict")).Succeeded().Warnings("SB5108"));
        Assert.Single((await work.BuildAsync("Portal", "-p:SecureBuildPreset=audit")).Succeeded().Warnings("SB5108"));
        work.Write("Portal/.globalconfig", "is_global = true\ndotnet_diagnostic.SB5108.severity = none\n");
        Assert.Empty((await work.BuildAsync("Portal", "-p:SecureBuildPreset=strict")).Succeeded().Warnings("SB5108"));
    }
}
