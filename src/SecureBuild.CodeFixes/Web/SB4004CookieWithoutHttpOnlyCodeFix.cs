using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace SecureBuild.CodeFixes.Web;

/// <summary>Sets <c>HttpOnly</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SB4004CookieWithoutHttpOnlyCodeFix)), Shared]
public sealed class SB4004CookieWithoutHttpOnlyCodeFix : CookieFlagCodeFix
{
    /// <summary>For MEF.</summary>
    public SB4004CookieWithoutHttpOnlyCodeFix() : base("SB4004", "HttpOnly")
    {
    }
}
