using SecureBuild.Testing.Roslyn;
using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Web.SB4015RequestValidationOff>;

namespace SecureBuild.Analyzers.Tests.Web;

public sealed class SB4015RequestValidationOffTests
{
    [Fact]
    public Task Switched_off_validation_is_reported() => Verify.AnalyzerAsync("""
        using System.Web.Mvc;
        class Model { [[|AllowHtml|]] public string Text { get; set; } public string Name { get; set; } }
        class HomeController { [[|ValidateInput(false)|]] public void Save(string text) { } [ValidateInput(true)] public void Other(string text) { } }
        class EditPage : System.Web.UI.Page { void Page_Init() { [|ValidateRequest = false|]; } void On() { ValidateRequest = true; } }
        namespace System.Web.Mvc { public class AllowHtmlAttribute : System.Attribute { } public class ValidateInputAttribute : System.Attribute { public ValidateInputAttribute(bool enable) { } } }
        namespace System.Web.UI { public class Page { public bool ValidateRequest { get; set; } } }
        """);

    [Fact]
    public Task Without_the_api_nothing_is_reported() => Verify.AnalyzerAsync("""
        class AllowHtmlAttribute : System.Attribute { }
        class Options { public bool ValidateRequest { get; set; } }
        class C { [AllowHtml] object M() => new Options { ValidateRequest = false }; }
        """);
}
