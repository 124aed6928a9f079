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
}
