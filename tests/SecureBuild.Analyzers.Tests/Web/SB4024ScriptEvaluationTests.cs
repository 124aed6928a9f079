using SecureBuild.Testing.Roslyn;
using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Web.SB4024ScriptEvaluation>;

namespace SecureBuild.Analyzers.Tests.Web;

public sealed class SB4024ScriptEvaluationTests
{
    [Fact]
    public Task Text_for_eval_is_reported_unless_it_is_constant() => Verify.AnalyzerAsync("""
        using System.Threading.Tasks;
        using Microsoft.JSInterop;
        class C
        {
            async Task M(IJSRuntime js, string name)
            {
                await [|js.InvokeVoidAsync("eval", $"show('{name}')")|];
                await [|js.InvokeAsync<string>("eval", name)|];
                await js.InvokeVoidAsync("eval", "document.title = ''");
                await js.InvokeVoidAsync("show", name);
            }
        }
        """, TestSetup.AspNetCore);

    [Fact]
    public Task Without_the_api_nothing_is_reported() => Verify.AnalyzerAsync("""
        class Js { public void InvokeVoid(string identifier, string text) { } }
        class C { void M(Js js, string text) => js.InvokeVoid("eval", text); }
        """);
}
