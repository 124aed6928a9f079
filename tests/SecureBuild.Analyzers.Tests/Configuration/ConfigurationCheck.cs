using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using SecureBuild.Testing.Roslyn;

namespace SecureBuild.Analyzers.Tests.Configuration;

/// <summary>Runs a rule over a marked configuration file.</summary>
static class ConfigurationCheck<TAnalyzer> where TAnalyzer : DiagnosticAnalyzer, new()
{
    /// <summary>The rule reports exactly the marked places, in the file, with this severity.</summary>
    public static async Task FileAsync(string name, string marked, DiagnosticSeverity severity = DiagnosticSeverity.Warning)
    {
        var markup = Markup.Parse(marked);
        var path = "/test/" + name;
        var diagnostics = await Verify<TAnalyzer>.DiagnosticsAsync("class C { }", new TestSetup { AdditionalFiles = [(path, markup.Source)] });
        Assert.Equal(markup.Expected.Select(mark => Show(mark.Span)).Order(StringComparer.Ordinal), diagnostics.Select(diagnostic => Show(diagnostic.Location.SourceSpan)).Order(StringComparer.Ordinal));
        var lines = SourceText.From(markup.Source).Lines;
        Assert.All(diagnostics, diagnostic =>
        {
            Assert.Equal(path, diagnostic.Location.GetLineSpan().Path);
            Assert.Equal(lines.GetLinePositionSpan(diagnostic.Location.SourceSpan), diagnostic.Location.GetLineSpan().Span);
            Assert.Equal(severity, diagnostic.Severity);
        });

        string Show(TextSpan span) => $"{span.Start}: {markup.Source.Substring(span.Start, span.Length)}";
    }
}
