using System;
using System.Diagnostics;
using System.IO;
using System.Runtime.InteropServices;
using System.Text;
using System.Web;

namespace Ministry.Scanning.Interop
{
    // [Bad CWE-427] the vendor's library is searched in the current folder too
    internal static class ScannerNative
    {
        [DllImport("twainscan32.dll", CharSet = CharSet.Ansi, SetLastError = true)]
        internal static extern int OpenScanner(string name, StringBuilder error, int errorLength);
    }

    // [Good CWE-427] the system's folder only
    internal static class ConsoleNative
    {
        [DllImport("kernel32.dll", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
        internal static extern bool FreeConsole();
    }

    // [Bad CWE-120] the buffer is sixteen bytes, the library's answer is what it is
    public static class SerialReader
    {
        [DllImport("twainscan32.dll", CharSet = CharSet.Ansi)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory)]
        private static extern int ReadSerial(IntPtr buffer);

        public static string Read(byte[] answer)
        {
            IntPtr buffer = Marshal.AllocHGlobal(16);
            try
            {
                Marshal.Copy(answer, 0, buffer, answer.Length);
                ReadSerial(buffer);
                return Marshal.PtrToStringAnsi(buffer);
            }
            finally
            {
                Marshal.FreeHGlobal(buffer);
            }
        }
    }

    // [Good CWE-120] as much memory as is copied
    public static class SerialWriter
    {
        [DllImport("twainscan32.dll", CharSet = CharSet.Ansi)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory)]
        private static extern int WriteSerial(IntPtr buffer, int length);

        public static int Write(byte[] serial)
        {
            IntPtr buffer = Marshal.AllocHGlobal(serial.Length);
            try
            {
                Marshal.Copy(serial, 0, buffer, serial.Length);
                return WriteSerial(buffer, serial.Length);
            }
            finally
            {
                Marshal.FreeHGlobal(buffer);
            }
        }
    }
}
