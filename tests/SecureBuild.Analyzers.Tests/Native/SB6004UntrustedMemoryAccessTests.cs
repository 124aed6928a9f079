using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Native.SB6004UntrustedMemoryAccess>;

namespace SecureBuild.Analyzers.Tests.Native;

public sealed class SB6004UntrustedMemoryAccessTests
{
    [Fact]
    public Task Code_without_unchecked_memory_is_left_alone() => Verify.AnalyzerAsync("""
        class C
        {
            byte Checked(byte[] data, int index) => data[index];
            unsafe byte Compared(byte[] data, int index)
            {
                if ((uint)index >= (uint)data.Length)
                    return 0;
                fixed (byte* p = data)
                    return p[index];
            }
        }
        """);
}
