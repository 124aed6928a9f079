using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Analysis.SB0001UnjustifiedSuppression>;

namespace SecureBuild.Analyzers.Tests.Analysis;

public sealed class SB0001UnjustifiedSuppressionTests
{
    [Fact]
    public Task An_attribute_without_a_reason_is_reported() => Verify.AnalyzerAsync("""
        using System.Diagnostics.CodeAnalysis;
        [assembly: [|SuppressMessage("SecureBuild.Cryptography", "SB2001:Broken hash function", Scope = "member", Target = "~M:C.M")|]]
        [[|SuppressMessage("Security", "CA5350", Justification = "")|]]
        class C
        {
            [[|SuppressMessage("Security", "SB5001", Justification = "<Pending>")|]]
            string _field = "";
            [[|System.Diagnostics.CodeAnalysis.SuppressMessageAttribute("Security", "SCS0005")|]]
            void M([[|SuppressMessage("Security", "S2068", Justification = "TODO")|]] string parameter) { }
        }
        """);

    [Fact]
    public Task A_reason_is_enough_and_other_rules_need_none() => Verify.AnalyzerAsync("""
        using System.Diagnostics.CodeAnalysis;
        [assembly: SuppressMessage("SecureBuild.Cryptography", "SB2001", Scope = "type", Target = "~T:C", Justification = "Names cache files; nothing is protected by it.")]
        [SuppressMessage("Style", "IDE0051")]
        [SuppressMessage("Performance", "CA1822")]
        class C
        {
            const string Reason = "See the threat model, section 3.";
            [SuppressMessage("Security", "SB5001", Justification = Reason)]
            string _field = "SuppressMessage";
        }
        """);

    [Fact]
    public Task A_directive_without_a_comment_is_reported() => Verify.AnalyzerAsync("""
        #pragma warning disable [|SB2001|]
        #pragma warning disable CS0168, [|CA5351|], CA1822
        class C
        {
            void M()
            {
        #pragma warning disable [|SB5001|] //
        #pragma warning restore SB5001
            }
        }
        """);

    [Fact]
    public Task A_comment_is_enough_and_other_directives_need_none() => Verify.AnalyzerAsync("""
        #pragma warning disable SB2001 // Names cache files; nothing is protected by it.
        // Read by an old device that cannot be replaced before 2027.
        #pragma warning disable CA5351, SB2002
        #pragma warning disable
        #pragma warning disable CS0168
        #pragma warning restore SB2001
        #nullable disable
        #if NEVER
        #pragma warning disable SB2001
        #endif
        class C { }
        """);
}
