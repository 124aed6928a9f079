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

    [Fact]
    public async Task A_chain_of_a_thousand_and_a_half_calls_is_followed_to_its_end_too()
    {
        var methods = string.Concat(Enumerable.Range(0, 1500).Select(i => $"void M{i}(string text) => M{i + 1}(text + {i});\n"));
        var source = $$"""
            public class ChainController(System.Data.Common.DbCommand command) : Microsoft.AspNetCore.Mvc.ControllerBase
            {
                public void Import(string name) => M0(name);
                {{methods}}
                void M1500(string text) => command.CommandText = text;
            }
            """;
        var found = await Verify<SecureBuildAnalyzer>.DiagnosticsAsync(source, FlowSetup.Web);
        Assert.Contains(found, diagnostic => diagnostic.Id == "SB1001");
        Assert.DoesNotContain(found, diagnostic => diagnostic.Id == "SB0002");
    }

    // A few methods wait for each other, more are settled together, hundreds are more than the stack holds.
    [Theory]
    [InlineData(6)]
    [InlineData(12)]
    [InlineData(300)]
    public async Task A_ring_of_calls_is_followed_until_nothing_new_comes_of_it(int count)
    {
        // The value comes out where it went in, one step later each time round; only the last of them has the sink.
        var methods = string.Concat(Enumerable.Range(0, count).Select(i => $"string M{i}(string text, int times) {{ {(i == count - 1 ? "command.CommandText = text;" : "")} return times == 0 ? text : M{(i + 1) % count}(text, times - 1); }}\n"));
        var source = $$"""
            public class RingController(System.Data.Common.DbCommand command) : Microsoft.AspNetCore.Mvc.ControllerBase
            {
                public void First(string name, int times) => M1(name, times);
                public void Last(string name, int times) => System.Diagnostics.Process.Start(M{{count * 5 / 6}}(name, times));
                {{methods}}
            }
            """;
        var found = await Verify<SecureBuildAnalyzer>.DiagnosticsAsync(source, FlowSetup.Web);
        Assert.Equal(2, found.Count(diagnostic => diagnostic.Id == "SB1001"));
        Assert.Contains(found, diagnostic => diagnostic.Id == "SB1002");
        Assert.DoesNotContain(found, diagnostic => diagnostic.Id == "SB0002");
    }

    // Methods that write each other's fields once were more than the stack holds.
    [Fact]
    public async Task A_ring_of_calls_that_is_longer_than_can_be_followed_says_so_for_all_that_enter_it_and_ends()
    {
        const int Count = 600;
        var methods = string.Concat(Enumerable.Range(0, Count).Select(i => $"string f{i} = \"\"; void M{i}(string text) {{ f{i} = text; command.CommandText = f{(i * 3 + 1) % Count}; M{(i + 1) % Count}(f{(i + 7) % Count}); }}\n"));
        var entries = string.Concat(Enumerable.Range(0, 20).Select(i => $"public void Import{i}(string name) => M{i * 29}(name);\n"));
        var source = $$"""
            public class RingController(System.Data.Common.DbCommand command) : Microsoft.AspNetCore.Mvc.ControllerBase
            {
                {{entries}}
                {{methods}}
            }
            """;
        var found = await Verify<SecureBuildAnalyzer>.DiagnosticsAsync(source, FlowSetup.Web);
        var limited = found.Where(diagnostic => diagnostic.Id == "SB0002").Select(diagnostic => diagnostic.GetMessage(null)).ToArray();
        for (var i = 0; i < 20; i++)
            Assert.Contains(limited, message => message.Contains($"in Import{i} were", StringComparison.Ordinal));
    }

    // Fewer of them are gone through a number of times; when they do not come to rest, what was found stands.
    [Fact]
    public async Task A_ring_of_calls_that_does_not_come_to_rest_keeps_what_was_found()
    {
        // Each time round one more of the texts is found to come to the sink.
        const int Texts = 30;
        static string All(Func<int, string> each) => string.Join(", ", Enumerable.Range(0, Texts).Select(each));
        var methods = string.Concat(Enumerable.Range(0, 10).Select(i => $"void M{i}({All(static k => $"string p{k}")}) {{ {(i == 0 ? "command.CommandText = p0;" : "")} M{(i + 1) % 10}({All(k => i < 9 ? $"p{k}" : k + 1 < Texts ? $"p{k + 1}" : "\"\"")}); }}\n"));
        var source = $$"""
            public class RingController(System.Data.Common.DbCommand command) : Microsoft.AspNetCore.Mvc.ControllerBase
            {
                public void Import(string name) => M1({{All(static k => k == 3 ? "name" : "\"\"")}});
                {{methods}}
            }
            """;
        var found = await Verify<SecureBuildAnalyzer>.DiagnosticsAsync(source, FlowSetup.Web);
        Assert.Contains(found, diagnostic => diagnostic.Id == "SB0002" && diagnostic.GetMessage(null).Contains("in Import were", StringComparison.Ordinal));
        Assert.Contains(found, diagnostic => diagnostic.Id == "SB1001");
    }

    // Whose text it is that a service keeps, with hundreds of methods that set it, nobody looks up: that is said, once, where the text is kept.
    [Theory]
    [InlineData(200, true)]
    [InlineData(300, false)]
    public async Task A_member_that_more_methods_write_than_are_looked_at_is_said_once(int writers, bool isFollowed)
    {
        var source = $$"""
            public class Box { public string Text = ""; }
            public class Reader(System.Data.Common.DbCommand command, Box box)
            {
                public void Run() => command.CommandText = box.Text;
                public void RunAgain() => command.CommandText = box.Text + ";";
            }
            public class BoxController(Box box) : Microsoft.AspNetCore.Mvc.ControllerBase
            {
                {{string.Concat(Enumerable.Range(0, writers).Select(static i => $"public void Put{i}(string name) {{ box.Text = name; }}\n"))}}
            }
            """;
        var found = await Verify<SecureBuildAnalyzer>.DiagnosticsAsync(source, FlowSetup.Web);
        Assert.Equal(isFollowed, found.Any(static diagnostic => diagnostic.Id == "SB1001"));
        Assert.Equal(isFollowed ? [] : ["Text"], Members(found));
    }

    [Theory]
    [InlineData(16, true)]
    [InlineData(17, false)]
    public async Task An_event_with_more_handlers_than_are_followed_is_said_once(int handlers, bool isFollowed)
    {
        var source = $$"""
            public class Bus { public event System.Action<string>? Arrived; public void Raise(string text) => Arrived?.Invoke(text); }
            public class Listeners(System.Data.Common.DbCommand command)
            {
                public void Listen(Bus bus)
                {
                    {{string.Concat(Enumerable.Range(0, handlers).Select(static i => $"bus.Arrived += text => command.CommandText = text + {i};\n"))}}
                }
            }
            public class BusController(Bus bus) : Microsoft.AspNetCore.Mvc.ControllerBase
            {
                public void Post(string name) => bus.Raise(name);
                public void Put(string name) => bus.Raise(name + name);
            }
            """;
        var found = await Verify<SecureBuildAnalyzer>.DiagnosticsAsync(source, FlowSetup.Web);
        Assert.Equal(isFollowed, found.Any(static diagnostic => diagnostic.Id == "SB1001"));
        Assert.Equal(isFollowed ? [] : ["Arrived"], Members(found));
    }

    [Theory]
    [InlineData(8, true)]
    [InlineData(9, false)]
    public async Task A_contract_with_more_implementations_than_are_followed_is_said_once(int implementations, bool isFollowed)
    {
        var source = $$"""
            public interface IStep { void Run(string text); }
            {{string.Concat(Enumerable.Range(0, implementations).Select(static i => $"public class Step{i}(System.Data.Common.DbCommand command) : IStep {{ public void Run(string text) => command.CommandText = text + {i}; }}\n"))}}
            public class StepController(IStep step) : Microsoft.AspNetCore.Mvc.ControllerBase
            {
                public void Post(string name) => step.Run(name);
                public void Put(string name) => step.Run(name + name);
            }
            """;
        var found = await Verify<SecureBuildAnalyzer>.DiagnosticsAsync(source, FlowSetup.Web);
        Assert.Equal(isFollowed, found.Any(static diagnostic => diagnostic.Id == "SB1001"));
        Assert.Equal(isFollowed ? [] : ["Run"], Members(found));
    }

    static string[] Members(IEnumerable<Microsoft.CodeAnalysis.Diagnostic> found) =>
        [.. found.Where(static diagnostic => diagnostic.Id == "SB0002").Select(static diagnostic => diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan))];
}
