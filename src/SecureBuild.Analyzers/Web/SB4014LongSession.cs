using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Web;

/// <summary>Sign-ins and sessions that hardly ever end.</summary>
public sealed class SB4014LongSession : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create("SB4014", Category.Web, DiagnosticSeverity.Warning, cwe: [613], "PW.9.1");

    const double Day = 24;

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on)
    {
        on.Write(Span, "ExpireTimeSpan", "IdleTimeout", "ValidationInterval", "TokenLifespan");
        on.Write(Minutes, "Timeout");
        on.Write(Until, "ExpiresUtc");
        on.Write(Token, "Expires");
        on.Creation(Ticket, "FormsAuthenticationTicket", "JwtSecurityToken");
    }

    static void Span(OperationAnalysisContext context)
    {
        if (context.Operation is not ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property }, Value: var value })
            return;
        var limit = (property.ContainingType.Name, property.Name) switch
        {
            ("CookieAuthenticationOptions", "ExpireTimeSpan") => 30 * Day,
            ("SessionOptions", "IdleTimeout") => Day,
            ("SecurityStampValidatorOptions", "ValidationInterval") => Day,
            ("DataProtectionTokenProviderOptions", "TokenLifespan") => 7 * Day,
            _ => double.PositiveInfinity,
        };
        if (Setting.Hours(value) > limit)
            Report(context, property.ContainingType.Name + "." + property.Name);
    }

    // Session.Timeout of System.Web counts minutes.
    static void Minutes(OperationAnalysisContext context)
    {
        if (context.Operation is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.ContainingType: { Name: "HttpSessionState" or "HttpSessionStateBase" } type }, Value: var value } && Setting.Number(value) > 60 * (decimal)Day)
            Report(context, type.Name + ".Timeout");
    }

    static void Until(OperationAnalysisContext context)
    {
        if (context.Operation is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.ContainingType.Name: "AuthenticationProperties" }, Value: var value } && Setting.HoursFromNow(value) > 30 * Day)
            Report(context, "AuthenticationProperties.ExpiresUtc");
    }

    // A token that carries the sign-in itself cannot be called back.
    static void Token(OperationAnalysisContext context)
    {
        if (context.Operation is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.ContainingType.Name: "SecurityTokenDescriptor" }, Value: var value } && Setting.HoursFromNow(value) > 90 * Day)
            Report(context, "SecurityTokenDescriptor.Expires");
    }

    static void Ticket(OperationAnalysisContext context)
    {
        var creation = (IObjectCreationOperation)context.Operation;
        if (creation.Type.Is("System.Web.Security.FormsAuthenticationTicket") && creation.Arguments.For("expiration") is { } expiration && Setting.HoursFromNow(expiration) > 30 * Day)
            Report(context, "FormsAuthenticationTicket");
        else if (creation.Type?.Name == "JwtSecurityToken" && creation.Arguments.For("expires") is { } expires && Setting.HoursFromNow(expires) > 90 * Day)
            Report(context, "JwtSecurityToken");
    }

    static void Report(OperationAnalysisContext context, string what)
    {
        if (!DevelopmentCheck.Guards(context.Operation))
            context.ReportDiagnostic(Diagnostic.Create(s_rule, context.Operation.Syntax.GetLocation(), what));
    }
}
