using SecureBuild.Analyzers.Analysis;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Analyzers.Tests.Injection;
using SecureBuild.Testing.Roslyn;

namespace SecureBuild.Analyzers.Tests.Analysis;

public sealed class SB0003UnreadableModelTests
{
    [Theory]
    [InlineData("sanitizer xss Contoso.Html::Clean", "sanitizer")]
    [InlineData("sink sqll Contoso.Store::Run(text)", "sqll")]
    [InlineData("flow Contoso.Store::Run text return", "->")]
    [InlineData("sink sql Contoso.Store.Run(text)", "Type::Member")]
    public async Task A_mistake_is_reported_with_file_line_and_reason(string line, string reason)
    {
        var setup = TestSetup.Default with { AdditionalFiles = [("/test/own.securebuild.model", "# ours\n" + line + "\nsink sql Contoso.Store::Run(text)\n")] };
        var found = Assert.Single(await Verify<SB0003UnreadableModel>.DiagnosticsAsync("class C;", setup));
        Assert.Contains(reason, found.GetMessage(null), StringComparison.Ordinal);
        Assert.Equal("/test/own.securebuild.model", found.Location.GetLineSpan().Path);
        Assert.Equal(1, found.Location.GetLineSpan().StartLinePosition.Line);
    }

    [Fact]
    public async Task A_projects_own_sink_source_cleaner_and_check_count()
    {
        var setup = FlowSetup.Web with
        {
            AdditionalFiles = [("/test/own.securebuild.model", """
                sink sql Contoso.Store::Run(text)
                source remote Contoso.Envelope::Body
                clean sql Contoso.Quoting::Quote
                guard sql Contoso.Quoting::IsPlain(text) true
                """)],
        };
        var found = await Verify<SecureBuildAnalyzer>.DiagnosticsAsync("""
            namespace Contoso
            {
                public class Envelope { public string Body { get; set; } = ""; }
                public static class Store { public static void Run(string text) { } }
                public static class Quoting { public static string Quote(string text) => text; public static bool IsPlain(string text) => true; }
                public class Handler
                {
                    public void Bad(Envelope envelope) => Store.Run(envelope.Body);
                    public void Cleaned(Envelope envelope) => Store.Run(Quoting.Quote(envelope.Body));
                    public void Checked(Envelope envelope) { var body = envelope.Body; if (Quoting.IsPlain(body)) Store.Run(body); }
                }
            }
            """, setup);
        var finding = Assert.Single(found, diagnostic => diagnostic.Id == "SB1001");
        Assert.Equal(7, finding.Location.GetLineSpan().StartLinePosition.Line);
    }

    [Fact]
    public async Task Other_additional_files_are_not_read() =>
        Assert.Empty(await Verify<SB0003UnreadableModel>.DiagnosticsAsync("class C;", TestSetup.Default with { AdditionalFiles = [("/test/notes.txt", "sanitizer xss X::Y")] }));
}
