using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Resources.SB6504NoTimeout>;

namespace SecureBuild.Analyzers.Tests.Resources;

public sealed class SB6504NoTimeoutTests
{
    [Fact]
    public Task Endless_timeouts_are_reported() => Verify.AnalyzerAsync("""
        using System;
        using System.Data.Common;
        using System.Net.Http;
        using System.Threading;
        class C
        {
            HttpClient _a = new() { [|Timeout = Timeout.InfiniteTimeSpan|] };
            void M(HttpClient client, DbCommand command)
            {
                [|client.Timeout = TimeSpan.FromMilliseconds(-1)|]; client.ToString();
                [|client.Timeout = TimeSpan.MaxValue|];
                [|command.CommandTimeout = 0|];
            }
        }
        """);

    [Fact]
    public Task Limits_and_other_timeouts_are_not() => Verify.AnalyzerAsync("""
        using System;
        using System.Data.Common;
        using System.Net.Http;
        using System.Threading;
        class Mine { public TimeSpan Timeout { get; set; } public int CommandTimeout { get; set; } }
        class C
        {
            void M(HttpClient client, DbCommand command, Mine mine)
            {
                client.Timeout = TimeSpan.FromSeconds(30);
                command.CommandTimeout = 60;
                mine.Timeout = Timeout.InfiniteTimeSpan;
                mine.CommandTimeout = 0;
            }
        }
        """);
}
