using System.Text;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Analyzers.Tests.Injection;
using SecureBuild.Testing.Roslyn;

namespace SecureBuild.Analyzers.Tests.Analysis;

public sealed class SB0002AnalysisLimitTests
{
    [Fact]
    public async Task A_method_that_is_too_long_to_follow_says_so()
    {
        var body = new StringBuilder();
        for (var i = 0; i < 4000; i++)
            body.AppendLine($"name = Next(name + {i} + name.Trim() + names[{i % 7}]);");
        var source = $$"""
            public class LongController(System.Data.Common.DbCommand command) : Microsoft.AspNetCore.Mvc.ControllerBase
            {
                public void Import(string name, string[] names)
                {
                    foreach (var a in names) foreach (var b in names) foreach (var c in names) foreach (var d in names) foreach (var e in names)
                    {
                        {{body}}
                    }
                    command.CommandText = name;
                }
                static string Next(string text) => text;
            }
            """;
        var found = await Verify<SecureBuildAnalyzer>.DiagnosticsAsync(source, FlowSetup.Web);
        var limit = Assert.Single(found, diagnostic => diagnostic.Id == "SB0002");
        Assert.Contains("Import", limit.GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_chain_of_calls_is_followed_to_its_end_and_says_nothing()
    {
        var methods = new StringBuilder();
        for (var i = 0; i < 300; i++)
            methods.AppendLine($"void M{i}(string text) => M{i + 1}(text + {i});");
        var source = $$"""
            public class ChainController(System.Data.Common.DbCommand command) : Microsoft.AspNetCore.Mvc.ControllerBase
            {
                public void Import(string name) => M0(name);
                {{methods}}
                void M300(string text) => command.CommandText = text;
            }
            """;
        var found = await Verify<SecureBuildAnalyzer>.DiagnosticsAsync(source, FlowSetup.Web);
        Assert.Contains(found, diagnostic => diagnostic.Id == "SB1001");
        Assert.DoesNotContain(found, diagnostic => diagnostic.Id == "SB0002");
    }
}
