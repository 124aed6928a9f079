using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace SecureBuild.Analyzers;

/// <summary>
/// The one factory of descriptors. A rule's three texts are in <c>Resources.resx</c> and <c>Resources.ja.resx</c> as <c>SB2001_Title</c>,
/// <c>SB2001_Message</c> and <c>SB2001_Description</c>. CWE numbers and SSDF tasks travel as custom tags: the compiler writes them into its
/// SARIF log, which is how the attestation learns what a rule is about.
/// </summary>
static class Rule
{
    const string Site = "https://securebuild.example";

    static readonly LocalizableResourceStringSource s_texts = new();

    /// <param name="id"><c>SB2001</c>.</param>
    /// <param name="category">One of <see cref="Category"/>.</param>
    /// <param name="severity">Default severity.</param>
    /// <param name="cwe">CWE numbers, the nearest first.</param>
    /// <param name="practices">SSDF 1.1 tasks that a finding bears on, as <c>PW.5.1</c>.</param>
    public static DiagnosticDescriptor Create(string id, string category, DiagnosticSeverity severity, int[] cwe, params string[] practices) =>
        Create(id, category, severity, cwe, isEnabledByDefault: true, practices);

    /// <summary>A rule whose level nobody can change, because it is none: its entry in the log is for the build.</summary>
    /// <param name="id"><c>SB2001</c>.</param>
    /// <param name="category">One of <see cref="Category"/>.</param>
    /// <param name="severity">Its severity.</param>
    /// <param name="cwe">CWE numbers, the nearest first.</param>
    /// <param name="practices">SSDF 1.1 tasks that a finding bears on, as <c>PW.5.1</c>.</param>
    public static DiagnosticDescriptor CreateFixed(string id, string category, DiagnosticSeverity severity, int[] cwe, params string[] practices) =>
        Create(id, category, severity, isEnabledByDefault: true, Tags(cwe, practices).Append(WellKnownDiagnosticTags.NotConfigurable));

    /// <param name="id"><c>SB2001</c>.</param>
    /// <param name="category">One of <see cref="Category"/>.</param>
    /// <param name="severity">Default severity.</param>
    /// <param name="cwe">CWE numbers, the nearest first.</param>
    /// <param name="isEnabledByDefault">False for a rule that only a severity in .editorconfig switches on.</param>
    /// <param name="practices">SSDF 1.1 tasks that a finding bears on, as <c>PW.5.1</c>.</param>
    public static DiagnosticDescriptor Create(string id, string category, DiagnosticSeverity severity, int[] cwe, bool isEnabledByDefault, params string[] practices) =>
        Create(id, category, severity, isEnabledByDefault, Tags(cwe, practices));

    static DiagnosticDescriptor Create(string id, string category, DiagnosticSeverity severity, bool isEnabledByDefault, IEnumerable<string> tags) =>
        new(id,
            s_texts[id + "_Title"],
            s_texts[id + "_Message"],
            category,
            severity,
            isEnabledByDefault,
            description: s_texts[id + "_Description"],
            helpLinkUri: $"{Site}/rules/{id}",
            customTags: tags.ToArray());

    static IEnumerable<string> Tags(int[] cwe, string[] practices) => cwe.Select(static number => "CWE-" + number).Concat(practices.Select(static task => "SSDF-" + task));

    /// <summary>A diagnostic's properties that tell the code fix what to write instead; the two assemblies share nothing but this key.</summary>
    public static ImmutableDictionary<string, string?> Replacement(string text) => ImmutableDictionary<string, string?>.Empty.Add("Replacement", text);

    sealed class LocalizableResourceStringSource
    {
        readonly System.Resources.ResourceManager _resources = new("SecureBuild.Analyzers.Resources", typeof(Rule).Assembly);

        public LocalizableString this[string name] => new LocalizableResourceString(name, _resources, typeof(Rule));
    }
}
