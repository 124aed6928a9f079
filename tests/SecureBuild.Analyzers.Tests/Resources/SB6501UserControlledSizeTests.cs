using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Resources.SB6501UserControlledSize>;

namespace SecureBuild.Analyzers.Tests.Resources;

public sealed class SB6501UserControlledSizeTests
{
    [Fact]
    public Task Code_without_a_client_is_left_alone() => Verify.AnalyzerAsync("""
        using System.Collections.Generic;
        class C
        {
            byte[] Array(int size) => new byte[size];
            List<int> Collection(int size) => new(size);
            string Text(int size) => new string(' ', size) + "".PadLeft(size);
        }
        """);

    [Fact]
    public Task A_size_within_a_pattern_of_bounds_is_not_reported() => Verify.AnalyzerAsync("""
        using Microsoft.AspNetCore.Mvc;
        public class FilesController : Controller
        {
            public byte[] Any(int size) => new byte[[|size|]];
            public byte[] AtLeast(int size) => size is < 1 ? [] : new byte[[|size|]];
            public byte[] AtMost(int size) => size is > 0 and <= 4096 ? new byte[size] : [];
            public byte[] Refused(int size)
            {
                if (size is < 0 or > 4096)
                    return [];
                return new byte[size];
            }
        }
        """, SecureBuild.Testing.Roslyn.TestSetup.AspNetCore);

    [Fact]
    public Task Waiting_as_long_as_the_client_says_is_reported_and_a_byte_is_small() => Verify.AnalyzerAsync("""
        using System;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Mvc;
        public class WaitController : Controller
        {
            public Task Span(int seconds) => Task.Delay([|TimeSpan.FromSeconds(seconds)|]);
            public Task Local(double seconds)
            {
                var delay = TimeSpan.FromSeconds(seconds);
                return Task.Delay([|delay|]);
            }
            public Task Bounded(int seconds) => Task.Delay(TimeSpan.FromSeconds(Math.Min(seconds, 5)));
            public byte[] Small(byte size) => new byte[size];
        }
        """, SecureBuild.Testing.Roslyn.TestSetup.AspNetCore);
}
