using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Injection.SB1011CodeInjection>;

namespace SecureBuild.Analyzers.Tests.Injection;

public sealed class SB1011CodeInjectionTests
{
    [Fact]
    public Task Code_of_a_client_is_reported() => Verify.AnalyzerAsync("""
        using System.Data;
        using System.Linq.Dynamic.Core;
        using Jint;
        using Microsoft.CodeAnalysis.CSharp.Scripting;
        public class RulesController(IQueryable<string> items) : Controller
        {
            public async Task<object> Script(string formula) => await CSharpScript.EvaluateAsync([|formula|]);
            public async Task<object> Part(string formula) => await CSharpScript.EvaluateAsync<int>([|"1 + " + formula|]);
            public object Linq(string filter) => items.Where([|filter|]);
            public object JavaScript(string code) => new Engine().Evaluate([|code|]);
            public object Table(string expression) => new DataTable().Compute([|expression|], "");
        }
        """, FlowSetup.Web);

    [Fact]
    public Task Values_given_to_constant_code_are_not_reported() => Verify.AnalyzerAsync("""
        using System.Data;
        using System.Linq.Dynamic.Core;
        using Jint;
        using Microsoft.CodeAnalysis.CSharp.Scripting;
        public class RulesController(IQueryable<string> items) : Controller
        {
            public async Task<object> Constant() => await CSharpScript.EvaluateAsync("1 + 1");
            public async Task<object> Globals(string name) => await CSharpScript.EvaluateAsync("Name.Length", globals: new { Name = name });
            public object Argument(string name) => items.Where("it == @0", name);
            public object Value(string name) => new Engine().SetValue("name", name).Evaluate("name.length");
            public object Number(int id) => new DataTable().Compute("1 + " + id, "");
        }
        """, FlowSetup.Web);
}
