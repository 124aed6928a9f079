using SecureBuild.Testing.Roslyn;
using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Web.SB4019ViewStateUnprotected>;

namespace SecureBuild.Analyzers.Tests.Web;

public sealed class SB4019ViewStateUnprotectedTests
{
    [Fact]
    public Task Switched_off_validation_is_reported() => Verify.AnalyzerAsync("""
        class EditPage : System.Web.UI.Page
        {
            void Page_Init() { [|EnableViewStateMac = false|]; [|this.EnableEventValidation = false|]; }
            void Right() { EnableViewStateMac = true; }
        }
        namespace System.Web.UI { public class Page { public bool EnableViewStateMac { get; set; } public bool EnableEventValidation { get; set; } } }
        """);

    [Fact]
    public Task Without_the_api_nothing_is_reported() => Verify.AnalyzerAsync("""
        class Options { public bool EnableViewStateMac { get; set; } }
        class C { object M() => new Options { EnableViewStateMac = false }; }
        """);
}
