using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Injection.SB1019TemplateInjection>;

namespace SecureBuild.Analyzers.Tests.Injection;

public sealed class SB1019TemplateInjectionTests
{
    [Fact]
    public Task Templates_of_a_client_are_reported() => Verify.AnalyzerAsync("""
        using HandlebarsDotNet;
        using RazorLight;
        using Scriban;
        public class MailController(IRazorLightEngine razor) : Controller
        {
            public object Scriban_(string template) => Template.Parse([|template|]).Render();
            public object Part(string name) => Template.Parse([|"Hello " + name|]).Render();
            public object Handlebars_(string template) => Handlebars.Compile([|template|]);
            public async Task<string> Razor(string template) => await razor.CompileRenderStringAsync("key", [|template|], new object());
        }
        """, FlowSetup.Web);

    [Fact]
    public Task Values_in_the_model_are_not_reported() => Verify.AnalyzerAsync("""
        using HandlebarsDotNet;
        using RazorLight;
        using Scriban;
        public class MailController(IRazorLightEngine razor) : Controller
        {
            public object Model(string name) => Template.Parse("Hello {{ name }}").Render(new { name });
            public object Compiled(string name) => Handlebars.Compile("Hello {{name}}")(new { name });
            public async Task<string> Razor(string name) => await razor.CompileRenderStringAsync("key", "Hello @Model", name);
            public object Chosen(string kind) => Template.Parse(kind == "short" ? "Hi" : "Hello {{ name }}").Render();
        }
        """, FlowSetup.Web);
}
