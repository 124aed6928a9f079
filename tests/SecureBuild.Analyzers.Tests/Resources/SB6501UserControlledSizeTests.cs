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
}
