using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Native.SB6005UnboundedStackAllocation>;

namespace SecureBuild.Analyzers.Tests.Native;

public sealed class SB6005UnboundedStackAllocationTests
{
    [Fact]
    public Task Sizes_from_parameters_and_data_are_reported() => Verify.AnalyzerAsync("""
        using System;
        using System.IO;
        using System.Text;
        class C
        {
            void A(int size) { Span<byte> b = [|stackalloc byte[size]|]; }
            void B(string text) { Span<char> b = [|stackalloc char[text.Length]|]; }
            unsafe void D(int count) { int* b = [|stackalloc int[count * 2]|]; }
            void E(BinaryReader reader) { var n = reader.ReadInt32(); Span<byte> b = [|stackalloc byte[n]|]; }
            void F(string text) { var n = Encoding.UTF8.GetMaxByteCount(text.Length); Span<byte> b = [|stackalloc byte[n]|]; }
            void G(int size) { if (size < 0) throw new ArgumentException(); Span<byte> b = [|stackalloc byte[size]|]; }
            void H(string given) { if (int.TryParse(given, out var n)) { Span<byte> b = [|stackalloc byte[n]|]; } }
        }
        """);

    [Fact]
    public Task Constant_and_compared_sizes_are_not() => Verify.AnalyzerAsync("""
        using System;
        class C
        {
            const int Size = 64;
            void A() { Span<byte> b = stackalloc byte[Size]; Span<int> c = stackalloc int[] { 1, 2 }; Span<int> d = stackalloc[] { 1, 2 }; }
            void B(string text) { Span<char> b = text.Length <= 256 ? stackalloc char[text.Length] : new char[text.Length]; }
            void D(int count) { if (count > 100) throw new ArgumentException(); Span<int> b = stackalloc int[count]; }
            void E(int count) { var n = Math.Min(count, 128); Span<int> b = stackalloc int[n]; }
            void F(byte count) { Span<int> b = stackalloc int[count]; }
            void G(int count) { var b = new byte[count]; }
            void H(int count) { ArgumentOutOfRangeException.ThrowIfGreaterThan(count, 512); Span<byte> b = stackalloc byte[count]; }
        }
        """);
}
