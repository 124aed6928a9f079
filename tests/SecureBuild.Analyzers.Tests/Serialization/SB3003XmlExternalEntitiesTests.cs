using SecureBuild.Testing.Roslyn;
using Fix = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Serialization.SB3003XmlExternalEntities, SecureBuild.CodeFixes.Serialization.SB3003XmlExternalEntitiesCodeFix>;
using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Serialization.SB3003XmlExternalEntities>;

namespace SecureBuild.Analyzers.Tests.Serialization;

public sealed class SB3003XmlExternalEntitiesTests
{
    const string Usings = """
        #pragma warning disable CS0618
        using System.IO;
        using System.Xml;

        """;

    [Fact]
    public Task Settings_that_parse_and_resolve_are_reported() => Verify.AnalyzerAsync(Usings + """
        class C
        {
            XmlReaderSettings Initialised() => new() { [|DtdProcessing = DtdProcessing.Parse|], XmlResolver = new XmlUrlResolver() };
            XmlReader Assigned(Stream stream)
            {
                var settings = new XmlReaderSettings();
                [|settings.DtdProcessing = DtdProcessing.Parse|];
                settings.XmlResolver = new XmlUrlResolver();
                return XmlReader.Create(stream, settings);
            }
            XmlReaderSettings Later()
            {
                XmlReaderSettings settings = new() { XmlResolver = new XmlUrlResolver() };
                [|settings.ProhibitDtd = false|];
                return settings;
            }
            XmlReaderSettings Unlimited() => new XmlReaderSettings { [|DtdProcessing = DtdProcessing.Parse|], MaxCharactersFromEntities = 0 };
        }
        """);

    [Fact]
    public Task Documents_and_text_readers_that_resolve_are_reported() => Verify.AnalyzerAsync(Usings + """
        class C
        {
            void Document(XmlDocument document) => [|document.XmlResolver = new XmlUrlResolver()|];
            XmlDocument Initialised() => new XmlDocument { [|XmlResolver = new XmlUrlResolver()|] };
            XmlTextReader Reader(Stream stream) => new XmlTextReader(stream) { [|XmlResolver = new XmlUrlResolver()|] };
            XmlTextReader Variable(Stream stream, XmlUrlResolver resolver) => new XmlTextReader(stream) { [|XmlResolver = resolver|] };
        }
        """);

    [Fact]
    public Task Safe_settings_are_not_reported() => Verify.AnalyzerAsync(Usings + """
        class Fixed : XmlUrlResolver { public override object GetEntity(System.Uri uri, string role, System.Type type) => uri.IsFile ? base.GetEntity(uri, role, type) : null; }
        class C
        {
            XmlReaderSettings Prohibit() => new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
            XmlReaderSettings Unresolved() => new() { DtdProcessing = DtdProcessing.Parse, XmlResolver = null, MaxCharactersFromEntities = 1024 };
            XmlReaderSettings PlatformDefaults() => new() { DtdProcessing = DtdProcessing.Parse };
            XmlReaderSettings ResolverButNoDtd() => new() { XmlResolver = new XmlUrlResolver() };
            XmlReaderSettings OwnResolver() => new() { DtdProcessing = DtdProcessing.Parse, XmlResolver = new Fixed() };
            XmlReaderSettings Refusing() => new() { DtdProcessing = DtdProcessing.Parse, XmlResolver = XmlResolver.ThrowingResolver };
            XmlDocument Document(string xml) { var document = new XmlDocument { XmlResolver = null }; document.LoadXml(xml); return document; }
            XmlTextReader Reader(Stream stream) => new XmlTextReader(stream) { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = new XmlUrlResolver() };
        }
        """);

    [Fact]
    public Task A_resolver_of_another_object_does_not_count() => Verify.AnalyzerAsync(Usings + """
        class C
        {
            void M()
            {
                var trusted = new XmlReaderSettings { XmlResolver = new XmlUrlResolver() };
                var other = new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse };
            }
        }
        """);

    [Fact]
    public Task Unfinished_code_is_survived() => Verify.AnalyzerAsync(Usings + """
        class C { XmlReaderSettings M() => new() { DtdProcessing = , XmlResolver = new }; void N() { DtdProcessing = DtdProcessing.Parse; } }
        """, new TestSetup { AllowCompilerErrors = true });

    [Fact]
    public Task The_fix_writes_the_safe_setting() => Fix.CodeFixAsync(Usings + """
        class C
        {
            XmlReaderSettings Parse() => new() { [|DtdProcessing = DtdProcessing.Parse|], XmlResolver = new XmlUrlResolver() };
            XmlReaderSettings Old() => new() { [|ProhibitDtd = false|], XmlResolver = new XmlUrlResolver() };
            void Document(XmlDocument document) => [|document.XmlResolver = new XmlUrlResolver()|];
        }
        """, Usings + """
        class C
        {
            XmlReaderSettings Parse() => new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = new XmlUrlResolver() };
            XmlReaderSettings Old() => new() { ProhibitDtd = true, XmlResolver = new XmlUrlResolver() };
            void Document(XmlDocument document) => document.XmlResolver = null;
        }
        """);

    [Fact]
    public Task A_resolver_in_a_variable_of_its_base_type_is_followed() => Verify.AnalyzerAsync(Usings + """
        class C
        {
            static readonly XmlResolver s_shared = new XmlUrlResolver();
            XmlReaderSettings Local()
            {
                XmlResolver resolver = new XmlUrlResolver();
                return new() { [|DtdProcessing = DtdProcessing.Parse|], XmlResolver = resolver };
            }
            void Document(XmlDocument document) => [|document.XmlResolver = s_shared|];
            XmlReaderSettings Limit() => new() { [|DtdProcessing = DtdProcessing.Parse|], MaxCharactersFromEntities = long.MaxValue };
            void Given(XmlDocument document, XmlResolver resolver) => document.XmlResolver = resolver;
        }
        """);

    [Fact]
    public Task A_choice_that_may_parse_and_the_switch_of_the_process_are_reported() => Verify.AnalyzerAsync(Usings + """
        class C
        {
            const DtdProcessing Lenient = DtdProcessing.Parse;
            XmlReaderSettings Choice(bool isOld) => new() { [|DtdProcessing = isOld ? DtdProcessing.Parse : DtdProcessing.Prohibit|], XmlResolver = new XmlUrlResolver() };
            XmlReaderSettings Constant() => new() { [|DtdProcessing = Lenient|], XmlResolver = new XmlUrlResolver() };
            XmlReaderSettings Refused(bool isOld) => new() { DtdProcessing = isOld ? DtdProcessing.Ignore : DtdProcessing.Prohibit, XmlResolver = new XmlUrlResolver() };
            void On() => [|System.AppContext.SetSwitch("Switch.System.Xml.AllowDefaultResolver", true)|];
            void Off() => System.AppContext.SetSwitch("Switch.System.Xml.AllowDefaultResolver", false);
        }
        """);

    [Fact]
    public Task Schemas_that_the_document_names_are_reported_where_a_resolver_fetches_them() => Verify.AnalyzerAsync(Usings + """
        using System.Xml.Schema;
        class C
        {
            XmlReaderSettings Added()
            {
                var settings = new XmlReaderSettings { XmlResolver = new XmlUrlResolver() };
                [|settings.ValidationFlags |= XmlSchemaValidationFlags.ProcessSchemaLocation|];
                return settings;
            }
            XmlReaderSettings Initialised() => new()
            {
                [|ValidationFlags = XmlSchemaValidationFlags.ProcessSchemaLocation | XmlSchemaValidationFlags.ReportValidationWarnings|],
                XmlResolver = new XmlUrlResolver(),
            };
            XmlReaderSettings Unresolved() => new() { ValidationFlags = XmlSchemaValidationFlags.ProcessSchemaLocation, XmlResolver = null };
            XmlReaderSettings Removed()
            {
                var settings = new XmlReaderSettings { XmlResolver = new XmlUrlResolver() };
                settings.ValidationFlags &= ~XmlSchemaValidationFlags.ProcessSchemaLocation;
                return settings;
            }
        }
        """);
}
