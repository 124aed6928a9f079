using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Injection.SB1024SettingInjection>;

namespace SecureBuild.Analyzers.Tests.Injection;

public sealed class SB1024SettingInjectionTests
{
    [Fact]
    public Task Settings_of_a_client_are_reported() => Verify.AnalyzerAsync("""
        using Microsoft.Data.SqlClient;
        public class SetupController(IConfiguration configuration) : Controller
        {
            public object Connection(string server) => new SqlConnection([|"Server=" + server + ";Database=shop"|]);
            public void Property(SqlConnection connection, string database) => new SqlConnection().ConnectionString = [|$"Server=db;Database={database}"|];
            public void Variable(string path) => Environment.SetEnvironmentVariable("PATH", [|path|]);
            public void Configuration(string value) => configuration["Mail:Host"] = [|value|];
        }
        """, FlowSetup.Web);

    [Fact]
    public Task Builders_and_fixed_settings_are_not_reported() => Verify.AnalyzerAsync("""
        using Microsoft.Data.SqlClient;
        public class SetupController : Controller
        {
            static readonly Dictionary<string, string> s_databases = new() { ["a"] = "shop_a" };
            public object Constant() => new SqlConnection("Server=db;Database=shop");
            public object Table(string tenant) => new SqlConnection($"Server=db;Database={s_databases[tenant]}");
            public object Number(int tenant) => new SqlConnection($"Server=db;Database=shop{tenant}");
            public void Variable() => Environment.SetEnvironmentVariable("MODE", "import");
        }
        """, FlowSetup.Web);
}
