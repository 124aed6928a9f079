using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Native.SB6006AllocationSizeOverflow>;

namespace SecureBuild.Analyzers.Tests.Native;

public sealed class SB6006AllocationSizeOverflowTests
{
    [Fact]
    public Task Unchecked_products_that_become_sizes_are_reported() => Verify.AnalyzerAsync("""
        using System;
        using System.Buffers;
        using System.Runtime.InteropServices;
        class C
        {
            byte[] A(int width, int height) => new byte[[|width * height|]];
            byte[] B(int width, int height) { var size = [|width * height * 4|]; return new byte[size]; }
            IntPtr D(int count) => Marshal.AllocHGlobal([|count * 16|]);
            byte[] E(int rows, int columns) => ArrayPool<byte>.Shared.Rent([|rows * columns|]);
        }
        """);

    [Fact]
    public Task Checked_limited_and_wide_products_are_not() => Verify.AnalyzerAsync("""
        using System;
        using System.Runtime.InteropServices;
        class C
        {
            byte[] A(int width, int height) => new byte[checked(width * height)];
            byte[] B(int width, int height) => new byte[(long)width * height];
            byte[] D(int width, int height) { if (width > 4096 || height > 4096) throw new ArgumentException(); return new byte[width * height]; }
            byte[] E(int count) => new byte[count * 2];
            byte[] F() { var w = 10; var h = 20; return new byte[w * h]; }
            IntPtr G(int count) { checked { return Marshal.AllocHGlobal(count * 16); } }
        }
        """);
}
