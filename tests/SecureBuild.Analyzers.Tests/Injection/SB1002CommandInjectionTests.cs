using Fix = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Injection.SB1002CommandInjection, SecureBuild.CodeFixes.Injection.SB1002CommandInjectionCodeFix>;
using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Injection.SB1002CommandInjection>;

namespace SecureBuild.Analyzers.Tests.Injection;

public sealed class SB1002CommandInjectionTests
{
    [Fact]
    public Task Commands_with_text_of_a_client_are_reported() => Verify.AnalyzerAsync("""
        using System.Diagnostics;
        
        public class ToolsController : Controller
        {
            public void File(string tool) => Process.Start([|tool|]);
            public void Arguments(string host) => Process.Start("ping", [|"-c 1 " + host|]);
            public void Info(string host)
            {
                var start = new ProcessStartInfo("ping");
                start.Arguments = [|$"-c 1 {host}"|];
                Process.Start(start);
            }
            public void Shell(string name) => Process.Start(new ProcessStartInfo { FileName = "/bin/sh", Arguments = [|"-c \"convert " + name + "\""|] });
            public void Form() => Process.Start("cmd.exe", [|"/c dir " + Request.Form["folder"]|]);
        }
        """, FlowSetup.Web);

    [Fact]
    public Task Fixed_programs_with_separate_arguments_are_not_reported() => Verify.AnalyzerAsync("""
        using System.Diagnostics;
        
        public class ToolsController : Controller
        {
            public void Separate(string host)
            {
                var start = new ProcessStartInfo("ping");
                start.ArgumentList.Add("-c");
                start.ArgumentList.Add("1");
                start.ArgumentList.Add(host);
                Process.Start(start);
            }
            public void Number(int count) => Process.Start("ping", "-c " + count + " example.org");
            public void Chosen(string tool) => Process.Start(tool == "ping" ? "ping" : "traceroute");
            public void Checked(string host)
            {
                if (host is not ("example.org" or "example.net"))
                    throw new ArgumentException(host);
                Process.Start("ping", host);
            }
            public void Constant() => Process.Start("ping", "example.org");
        }
        """, FlowSetup.Web);

    [Fact]
    public Task The_fix_passes_the_arguments_one_by_one() => Fix.CodeFixAsync("""
        using System.Diagnostics;
        
        public class ToolsController : Controller
        {
            public void Start(string host) => Process.Start("ping", [|$"-c 1 {host}"|]);
            public object Info(string host, string size) => new ProcessStartInfo { FileName = "/bin/ping", Arguments = [|$"-s {size} {host}"|] };
        }
        """, """
        using System.Diagnostics;
        
        public class ToolsController : Controller
        {
            public void Start(string host) => Process.Start("ping", new[] { "-c", "1", host });
            public object Info(string host, string size) => new ProcessStartInfo { FileName = "/bin/ping", ArgumentList = { "-s", size, host } };
        }
        """, FlowSetup.Web);

    [Fact]
    public Task What_has_no_mechanical_repair_is_left_to_its_author() => Fix.NoCodeFixAsync("""
        using System.Diagnostics;
        
        public class ToolsController : Controller
        {
            public void Shell(string name) => Process.Start("sh", [|$"-c {name}"|]);
            public void Touching(string name) => Process.Start("convert", [|$"--out={name}"|]);
            public void Quoted(string name) => Process.Start("convert", [|$"\"{name}\" out.png"|]);
            public void Assigned(string name)
            {
                var start = new ProcessStartInfo("convert");
                start.Arguments = [|$"{name} out.png"|];
                Process.Start(start);
            }
        }
        """, FlowSetup.Web);
}
