using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Native.SB6003UncheckedMemoryAccess>;

namespace SecureBuild.Analyzers.Tests.Native;

public sealed class SB6003UncheckedMemoryAccessTests
{
    [Fact]
    public Task Pointers_with_unchecked_indices_are_reported() => Verify.AnalyzerAsync("""
        using System;
        using System.Runtime.InteropServices;
        unsafe class C
        {
            void Copy(byte[] input)
            {
                byte* buffer = stackalloc byte[64];
                for (var i = 0; i < input.Length; i++)
                    [|buffer[i]|] = input[i];
            }
            byte Read(byte[] data, int index)
            {
                fixed (byte* p = data)
                    return [|p[index]|];
            }
            byte Offset(byte[] data, int offset)
            {
                fixed (byte* p = &data[0])
                    return [|*(p + offset)|];
            }
            void Text(string text)
            {
                char* buffer = stackalloc char[16];
                char* to = buffer;
                foreach (var c in text) { }
                for (int i = 0; i < text.Length; i++)
                    [|*to++|] = text[i];
            }
            void Negative(byte[] data, int index)
            {
                if (index < 0) throw new ArgumentException();
                fixed (byte* p = data)
                    [|p[index]|] = 0;
            }
            void Heap(byte[] input, int count)
            {
                var p = (byte*)NativeMemory.Alloc(128);
                for (int i = 0; i < count; i++)
                    [|p[i]|] = input[i];
                NativeMemory.Free(p);
            }
        }
        """);

    [Fact]
    public Task Checked_indices_matching_sizes_and_contracts_of_callers_are_not() => Verify.AnalyzerAsync("""
        using System;
        using System.Runtime.InteropServices;
        unsafe class C
        {
            void Copy(byte[] input)
            {
                byte* buffer = stackalloc byte[64];
                if (input.Length > 64) throw new ArgumentException();
                for (var i = 0; i < input.Length; i++)
                    buffer[i] = input[i];
            }
            byte Read(byte[] data, int index)
            {
                ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, data.Length);
                fixed (byte* p = data)
                    return p[index];
            }
            byte Pattern(byte[] data, int index)
            {
                if ((uint)index >= (uint)data.Length) return 0;
                fixed (byte* p = data)
                    return *(p + index);
            }
            int Sum(byte[] data)
            {
                var sum = 0;
                fixed (byte* p = data)
                    for (var i = 0; i < data.Length; i++)
                        sum += p[i] + p[0] + p[i & 15];
                return sum;
            }
            void Same(int count)
            {
                var p = (byte*)NativeMemory.Alloc((nuint)count);
                for (int i = 0; i < count; i++)
                    p[i] = 0;
            }
            void Contract(byte* p, int length)
            {
                for (int i = 0; i < length; i++)
                    p[i] = 0;
            }
            void Least(byte[] input)
            {
                byte* buffer = stackalloc byte[64];
                var count = Math.Min(input.Length, 64);
                for (var i = 0; i < count; i++)
                    buffer[i] = input[i];
            }
            void Array(byte[] input, int index) => input[index] = 1;
        }
        """);

    [Fact]
    public Task Calls_that_do_not_check_are_reported() => Verify.AnalyzerAsync("""
        using System;
        using System.Runtime.CompilerServices;
        using System.Runtime.InteropServices;
        unsafe class C
        {
            void Sizes(byte[] source, byte[] destination)
            {
                fixed (byte* s = source, d = destination)
                    [|Buffer.MemoryCopy(s, d, source.Length, source.Length)|];
            }
            void Endless(byte* s, byte* d, long count) => [|Buffer.MemoryCopy(s, d, long.MaxValue, count)|];
            void Block(byte[] source, uint count)
            {
                fixed (byte* s = source)
                {
                    byte* d = stackalloc byte[32];
                    [|Unsafe.CopyBlock(d, s, count)|];
                }
            }
            void Marshalled(byte[] data)
            {
                var p = Marshal.AllocHGlobal(256);
                [|Marshal.Copy(data, 0, p, data.Length)|];
                Marshal.FreeHGlobal(p);
            }
            byte[] Prefixed(IntPtr message)
            {
                var length = Marshal.ReadInt32(message);
                var data = new byte[length];
                [|Marshal.Copy(message + 4, data, 0, length)|];
                return data;
            }
            byte At(byte[] data, int index) => [|Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(data), index)|];
            ReadOnlySpan<byte> View(byte[] header, byte[] body)
            {
                var length = BitConverter.ToInt32(header, 0);
                return [|MemoryMarshal.CreateReadOnlySpan(ref body[0], length)|];
            }
        }
        """);

    [Fact]
    public Task Calls_with_sizes_of_their_own_are_not() => Verify.AnalyzerAsync("""
        using System;
        using System.Runtime.CompilerServices;
        using System.Runtime.InteropServices;
        unsafe class C
        {
            void Sizes(byte[] source, byte[] destination)
            {
                fixed (byte* s = source, d = destination)
                    Buffer.MemoryCopy(s, d, destination.Length, source.Length);
            }
            byte[] Fresh(byte[] source)
            {
                var copy = new byte[source.Length];
                fixed (byte* s = source, d = copy)
                    Buffer.MemoryCopy(s, d, source.Length, source.Length);
                return copy;
            }
            void Marshalled(byte[] data)
            {
                var p = Marshal.AllocHGlobal(data.Length);
                Marshal.Copy(data, 0, p, data.Length);
                Marshal.FreeHGlobal(p);
            }
            void Given(byte[] data, IntPtr target, int length) => Marshal.Copy(data, 0, target, length);
            byte[] Prefixed(IntPtr message)
            {
                var length = Marshal.ReadInt32(message);
                if (length is < 0 or > 4096) throw new InvalidOperationException();
                var data = new byte[length];
                Marshal.Copy(message + 4, data, 0, length);
                return data;
            }
            byte At(byte[] data, int index) => (uint)index < (uint)data.Length ? Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(data), index) : (byte)0;
            void Managed(byte[] a, byte[] b, int count) { Array.Copy(a, b, count); Buffer.BlockCopy(a, 0, b, 0, count); a.AsSpan(0, count).CopyTo(b); }
        }
        """);

    [Fact]
    public Task A_length_that_the_data_itself_states_and_a_loop_one_too_far_are_reported() => Verify.AnalyzerAsync("""
        using System;
        using System.Buffers.Binary;
        using System.Runtime.InteropServices;
        struct Header { public int Length; }
        unsafe class C
        {
            byte[] Echo(byte[] packet)
            {
                var length = BinaryPrimitives.ReadUInt16BigEndian(packet.AsSpan(1));
                var answer = new byte[length];
                fixed (byte* p = packet, q = answer)
                    [|Buffer.MemoryCopy(p + 3, q, length, length)|];
                return answer;
            }
            byte[] Body(IntPtr message)
            {
                var header = Marshal.PtrToStructure<Header>(message);
                var body = new byte[header.Length];
                [|Marshal.Copy(message + 4, body, 0, header.Length)|];
                return body;
            }
            int Sum(int[] values)
            {
                var sum = 0;
                fixed (int* p = values)
                    for (var i = 0; i <= values.Length; i++)
                        sum += [|p[i]|];
                return sum;
            }
        }
        """);

    [Fact]
    public Task Encoded_text_while_loops_and_pinned_objects_are_followed() => Verify.AnalyzerAsync("""
        using System.Runtime.InteropServices;
        using System.Text;
        unsafe class C
        {
            void Encoded(string text)
            {
                byte* buffer = stackalloc byte[16];
                var bytes = Encoding.ASCII.GetBytes(text);
                for (int i = 0; i < bytes.Length; i++)
                    [|buffer[i]|] = bytes[i];
            }
            void While(byte[] source)
            {
                byte* buffer = stackalloc byte[16];
                var i = 0;
                while (i < source.Length)
                {
                    [|buffer[i]|] = source[i];
                    i++;
                }
            }
            void Pinned(byte[] data, int count)
            {
                var handle = GCHandle.Alloc(data, GCHandleType.Pinned);
                var p = (byte*)handle.AddrOfPinnedObject();
                for (int i = 0; i < count; i++)
                    [|p[i]|] = 0;
                for (int i = 0; i < data.Length; i++)
                    p[i] = 0;
                handle.Free();
            }
        }
        """);
}
