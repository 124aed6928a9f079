using SecureBuild.Analyzers.Analysis;
using SecureBuild.Analyzers.Injection;
using SecureBuild.Testing.Roslyn;

namespace SecureBuild.Analyzers.Tests.Analysis;

public sealed class SB0005StaleFlowSummaryTests
{
    const string Data = "namespace Acme; public static class Tools { public static void Run(System.Data.Common.DbCommand command, string text) => command.CommandText = text; }";

    const string Web = """
        public class CustomersController(System.Data.Common.DbCommand command) : Microsoft.AspNetCore.Mvc.Controller
        {
            public void A(string name) => Acme.Tools.Run(command, name);
        }
        """;

    [Fact]
    public async Task A_file_that_fits_its_assembly_is_used_and_not_spoken_of()
    {
        var setup = Library.Using(await Library.BuildAsync("Data", Data));

        Assert.Empty(await Verify<SB0005StaleFlowSummary>.DiagnosticsAsync(Web, setup));
        Assert.Single(await Verify<SB1001SqlInjection>.DiagnosticsAsync(Web, setup));
    }

    [Fact]
    public async Task A_changed_file_is_not_used_and_that_is_said() =>
        await IsLeftOutAsync(file => file.Replace("sink sql", "sink xss", StringComparison.Ordinal));

    [Fact]
    public async Task A_file_without_its_head_is_not_used_and_that_is_said() =>
        await IsLeftOutAsync(file => file[(file.IndexOf('\n', StringComparison.Ordinal) + 1)..]);

    [Fact]
    public async Task A_file_cut_short_is_not_used_and_that_is_said() => await IsLeftOutAsync(_ => "# SecureBuild flow summary 1\n");

    [Fact]
    public async Task An_empty_file_is_not_used_and_that_is_said() => await IsLeftOutAsync(_ => "");

    [Fact]
    public async Task A_file_about_another_build_of_the_assembly_is_not_used_and_that_is_said() =>
        await IsLeftOutAsync(_ => Library.Written("Data", Guid.NewGuid().ToString(), "sink sql [Data]Acme.Tools::Run/DbCommand,String(text) as DbCommand.CommandText"));

    [Fact]
    public async Task A_file_about_an_assembly_that_is_not_referenced_is_not_used_and_that_is_said() =>
        await IsLeftOutAsync(file => file.Replace("assembly: Data", "assembly: Other", StringComparison.Ordinal));

    [Fact]
    public async Task A_file_with_a_line_that_nobody_can_read_is_not_used_and_that_is_said()
    {
        var data = await Library.BuildAsync("Data", Data);
        var mvid = ((Microsoft.CodeAnalysis.AssemblyMetadata)data.Reference.GetMetadata()).GetModules()[0].GetModuleVersionId().ToString();

        await IsLeftOutAsync(data, Library.Written("Data", mvid, [.. data.Lines, "sanitizer xss Acme.Html::Clean"]));
    }

    [Fact]
    public async Task A_projects_own_model_file_needs_no_head()
    {
        var data = await Library.BuildAsync("Data", Data);
        var setup = Library.Using(data) with { AdditionalFiles = [("own.securebuild.model", "sink sql Acme.Tools::Run(text)\n")] };

        Assert.Empty(await Verify<SB0005StaleFlowSummary>.DiagnosticsAsync(Web, setup));
        Assert.Single(await Verify<SB1001SqlInjection>.DiagnosticsAsync(Web, setup));
    }

    static async Task IsLeftOutAsync(Func<string, string> change)
    {
        var data = await Library.BuildAsync("Data", Data);
        await IsLeftOutAsync(data, change(data.File.Text));
    }

    static async Task IsLeftOutAsync(Library data, string text)
    {
        var setup = Library.Using(data) with { AdditionalFiles = [(data.File.Path, text)] };

        var stale = Assert.Single(await Verify<SB0005StaleFlowSummary>.DiagnosticsAsync(Web, setup));
        Assert.Contains("Data.flow.securebuild.model", stale.GetMessage(), StringComparison.Ordinal);
        Assert.Empty(await Verify<SB0003UnreadableModel>.DiagnosticsAsync(Web, setup));
        Assert.Empty(await Verify<SB1001SqlInjection>.DiagnosticsAsync(Web, setup));
    }
}
