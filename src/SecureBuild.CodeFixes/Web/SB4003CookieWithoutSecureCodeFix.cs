using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace SecureBuild.CodeFixes.Web;

/// <summary>Sets <c>Secure</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SB4003CookieWithoutSecureCodeFix)), Shared]
public sealed class SB4003CookieWithoutSecureCodeFix : CookieFlagCodeFix
{
    /// <summary>For MEF.</summary>
    public SB4003CookieWithoutSecureCodeFix() : base("SB4003", "Secure")
    {
    }
}
