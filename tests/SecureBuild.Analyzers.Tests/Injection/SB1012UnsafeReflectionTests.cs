using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Injection.SB1012UnsafeReflection>;

namespace SecureBuild.Analyzers.Tests.Injection;

public sealed class SB1012UnsafeReflectionTests
{
    [Fact]
    public Task Types_and_members_named_by_a_client_are_reported() => Verify.AnalyzerAsync("""
        using System.Reflection;
        public class ReportsController : Controller
        {
            public object Type_(string name) => Activator.CreateInstance([|Type.GetType(name)|]);
            public object Part(string name)
            {
                var type = Type.GetType("Shop.Reports." + name);
                return Activator.CreateInstance([|type|]);
            }
            public object Assembly_(string name) => Activator.CreateInstance([|typeof(ReportsController).Assembly.GetType(name)|]);
            public object Method(string name) => typeof(ReportsController).GetMethod([|name|]).Invoke(this, null);
            public object Invoke(string name) => typeof(ReportsController).InvokeMember([|name|], BindingFlags.InvokeMethod, null, this, null);
        }
        """, FlowSetup.Web);

    [Fact]
    public Task Types_from_a_table_are_not_reported() => Verify.AnalyzerAsync("""
        using System.Reflection;
        public class ReportsController : Controller
        {
            static readonly Dictionary<string, Type> s_types = new() { ["sales"] = typeof(string) };
            public object Table(string name) => Activator.CreateInstance(s_types[name]);
            public object Switch(string name) => name switch { "sales" => Activator.CreateInstance(typeof(string)), _ => null };
            public object Constant() => Type.GetType("Shop.Reports.Sales");
            public object Checked(string name)
            {
                if (name != "Sales" && name != "Stock")
                    return null;
                return Activator.CreateInstance(Type.GetType("Shop.Reports." + name));
            }
            public object Demanded(string name)
            {
                var type = Type.GetType(name);
                return typeof(IFormatProvider).IsAssignableFrom(type) ? Activator.CreateInstance(type) : null;
            }
        }
        """, FlowSetup.Web);
}
