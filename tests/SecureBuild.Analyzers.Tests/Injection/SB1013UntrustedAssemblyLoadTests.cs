using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Injection.SB1013UntrustedAssemblyLoad>;

namespace SecureBuild.Analyzers.Tests.Injection;

public sealed class SB1013UntrustedAssemblyLoadTests
{
    [Fact]
    public Task Assemblies_chosen_by_a_client_are_reported() => Verify.AnalyzerAsync("""
        using System.Reflection;
        using System.Runtime.InteropServices;
        using System.Runtime.Loader;
        public class PluginsController : Controller
        {
            public object From(string name) => Assembly.LoadFrom([|Path.Combine("/srv/plugins", name)|]);
            public object Name(string name) => Assembly.Load([|name|]);
            public object File_(string path) => Assembly.LoadFile([|path|]);
            public object Context(string path) => AssemblyLoadContext.Default.LoadFromAssemblyPath([|path|]);
            public object Native(string name) => NativeLibrary.Load([|name|]);
        }
        """, FlowSetup.Web);

    [Fact]
    public Task Assemblies_of_a_list_are_not_reported() => Verify.AnalyzerAsync("""
        using System.Reflection;
        using System.Runtime.InteropServices;
        using System.Runtime.Loader;
        public class PluginsController : Controller
        {
            static readonly Dictionary<string, string> s_plugins = new() { ["pdf"] = "/srv/plugins/Pdf.dll" };
            public object Table(string name) => Assembly.LoadFrom(s_plugins[name]);
            public object Constant() => Assembly.LoadFrom("/srv/plugins/Pdf.dll");
            public object Chosen(string name) => Assembly.Load(name == "pdf" ? "Plugins.Pdf" : "Plugins.Text");
            public object Native() => NativeLibrary.Load("sqlite3");
        }
        """, FlowSetup.Web);
}
