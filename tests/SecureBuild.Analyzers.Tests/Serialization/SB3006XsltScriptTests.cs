using SecureBuild.Testing.Roslyn;
using Fix = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Serialization.SB3006XsltScript, SecureBuild.CodeFixes.Serialization.SB3006XsltScriptCodeFix>;
using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Serialization.SB3006XsltScript>;

namespace SecureBuild.Analyzers.Tests.Serialization;

public sealed class SB3006XsltScriptTests
{
    const string Usings = """
        using System.Xml;
        using System.Xml.Xsl;

        """;

    [Fact]
    public Task Style_sheets_that_run_script_are_reported() => Verify.AnalyzerAsync(Usings + """
        class C
        {
            readonly XsltSettings _settings = new() { [|EnableScript = true|] };
            void Load(XslCompiledTransform transform, XmlReader sheet)
            {
                transform.Load(sheet, [|XsltSettings.TrustedXslt|], null);
                transform.Load(sheet, new XsltSettings(false, [|true|]), null);
                transform.Load(sheet, new XsltSettings([|enableScript: true|], enableDocumentFunction: true), null);
                transform.Load(sheet, new XsltSettings { [|EnableScript = true|] }, null);
            }
            XsltSettings Later()
            {
                var settings = XsltSettings.Default;
                [|settings.EnableScript = true|];
                return settings;
            }
        }
        """);

    [Fact]
    public Task Documents_named_by_a_foreign_style_sheet_are_reported() => Verify.AnalyzerAsync(Usings + """
        class C
        {
            void Load(XslCompiledTransform transform, string sheet)
            {
                transform.Load(sheet, new XsltSettings([|true|], false), new XmlUrlResolver());
                transform.Load(sheet, new XsltSettings { [|EnableDocumentFunction = true|] }, new XmlUrlResolver());
            }
            void Variable(XslCompiledTransform transform, XmlReader sheet)
            {
                var settings = new XsltSettings();
                [|settings.EnableDocumentFunction = true|];
                transform.Load(sheet, settings, new XmlUrlResolver());
            }
            void Constructed(XslCompiledTransform transform, XmlReader sheet)
            {
                var settings = new XsltSettings([|true|], false);
                transform.Load(sheet, settings, null);
            }
        }
        """);

    [Fact]
    public Task What_is_off_and_what_is_the_programs_own_is_not_reported() => Verify.AnalyzerAsync(Usings + """
        class XsltLikeSettings { public bool EnableScript { get; set; } public static XsltLikeSettings TrustedXslt => new(); }
        class C
        {
            const string Sheet = "report.xslt";
            void Load(XslCompiledTransform transform, XmlReader sheet)
            {
                transform.Load(sheet, XsltSettings.Default, null);
                transform.Load(sheet);
                transform.Load(sheet, new XsltSettings(enableDocumentFunction: false, enableScript: false), null);
                transform.Load(sheet, new XsltSettings { EnableScript = false }, null);
                transform.Load(Sheet, new XsltSettings(true, false), new XmlUrlResolver());
                transform.Load("other.xslt", new XsltSettings { EnableDocumentFunction = true }, new XmlUrlResolver());
            }
            object Other() => new XsltLikeSettings { EnableScript = true };
            object Static() => XsltLikeSettings.TrustedXslt;
        }
        """);

    [Fact]
    public Task The_fix_switches_it_off() => Fix.CodeFixAsync(Usings + """
        class C
        {
            void Load(XslCompiledTransform transform, XmlReader sheet)
            {
                transform.Load(sheet, [|XsltSettings.TrustedXslt|], null);
                transform.Load(sheet, new XsltSettings(false, [|true|]), null);
                transform.Load(sheet, new XsltSettings { [|EnableScript = true|] }, null);
            }
        }
        """, Usings + """
        class C
        {
            void Load(XslCompiledTransform transform, XmlReader sheet)
            {
                transform.Load(sheet, XsltSettings.Default, null);
                transform.Load(sheet, new XsltSettings(false, false), null);
                transform.Load(sheet, new XsltSettings { EnableScript = false }, null);
            }
        }
        """);
}
