using System.Diagnostics;
using System.Net.Sockets;

namespace Vulns.Cmd;

// [Bad CWE-78] typed text after cmd /c
class CmdConsole
{
    public void Bad()
    {
        string data = Console.ReadLine() ?? "";
        Process.Start("cmd.exe", "/c dir " + data);
    }
}

// [Good CWE-78] a constant after cmd /c
class CmdConstant
{
    public void Good()
    {
        string data = "foo";
        Process.Start("cmd.exe", "/c dir " + data);
    }
}

// [Bad CWE-78] environment variable after cmd /c
class CmdEnvironment
{
    string Source() => Environment.GetEnvironmentVariable("ADD") ?? "";
    public void Bad()
    {
        var data = Source();
        using var p = new Process();
        p.StartInfo.FileName = "/bin/sh";
        p.StartInfo.Arguments = "-c \"ls " + data + "\"";
        p.Start();
    }
}

// [Bad CWE-78] argument of the program after sh -c
class CmdArgs
{
    static void Main(string[] args)
    {
        var psi = new ProcessStartInfo("/bin/bash") { ArgumentList = { "-c", "ping -c 1 " + args[0] }, UseShellExecute = false };
        Process.Start(psi);
    }
}

// [Bad CWE-78] received from a socket
class CmdSocket
{
    public void Bad()
    {
        using var c = new TcpClient("example.org", 9);
        using var r = new StreamReader(c.GetStream());
        var data = r.ReadLine();
        Process.Start("sh", "-c \"echo " + data + "\"");
    }
}

// [Good CWE-78] typed text is one argument of a fixed program that is no shell
class CmdArgumentList
{
    public void Good()
    {
        var psi = new ProcessStartInfo("/usr/bin/id") { UseShellExecute = false };
        psi.ArgumentList.Add("--");
        psi.ArgumentList.Add(Console.ReadLine() ?? "");
        Process.Start(psi);
    }
}

// [Good CWE-78] the user's editor, as every command-line tool starts it
class CmdEditor
{
    public void Good() => Process.Start(new ProcessStartInfo(Environment.GetEnvironmentVariable("EDITOR") ?? "vi") { ArgumentList = { "notes.txt" } });
}

// [Good CWE-78] typed number
class CmdNumber
{
    public void Good()
    {
        int n = int.Parse(Console.ReadLine() ?? "1");
        Process.Start("ping", "-c " + n + " localhost");
    }
}

// [Bad CWE-78] a line of a file
class CmdFile
{
    public void Bad()
    {
        foreach (var line in File.ReadAllLines("hosts.txt"))
            Process.Start("cmd.exe", "/c ping " + line);
    }
}
