using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Analyzers.Operations;
using SecureBuild.Analyzers.Symbols;
using SecureBuild.Analyzers.Web;

namespace SecureBuild.Analyzers.Identity;

/// <summary>Passwords shorter than eight characters, or short ones of letters alone, are guessed.</summary>
public sealed class SB2205PasswordPolicyWeak : SecurityRule
{
    const int LeastLength = 8; // NIST SP 800-63B
    const int LengthWithoutRules = 10;
    const int LeastLengthOfForm = 6; // what Identity demands where nothing else is said

    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB2205", Category.Identity, DiagnosticSeverity.Warning, cwe: [521], "PW.5.1");

    static readonly string[] s_demands = ["RequireDigit", "RequireLowercase", "RequireUppercase", "RequireNonAlphanumeric", "RequireNonLetterOrDigit"];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on)
    {
        on.Write(CheckLength, "RequiredLength", "MinRequiredPasswordLength");
        on.Write(CheckDemand, s_demands);
        on.Creation(CheckForm, "StringLengthAttribute", "MinLengthAttribute", "LengthAttribute");
    }

    // [StringLength(100, MinimumLength = 4)] public string Password
    static void CheckForm(OperationAnalysisContext context)
    {
        var attribute = (IObjectCreationOperation)context.Operation;
        if (attribute.Parent is not IAttributeOperation || attribute.Type?.ContainingNamespace?.ToDisplayString() != "System.ComponentModel.DataAnnotations" || !IsNewPassword(context.ContainingSymbol))
            return;
        var least = attribute.Type.Name switch
        {
            "MinLengthAttribute" => attribute.Arguments.For("length"),
            "LengthAttribute" => attribute.Arguments.For("minimumLength"),
            _ => attribute.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>().FirstOrDefault(static each => each.Target is IPropertyReferenceOperation { Property.Name: "MinimumLength" })?.Value,
        };
        if (PossibleValues.Below(least, LeastLengthOfForm) is { } length)
            context.ReportDiagnostic(Diagnostic.Create(s_rule, attribute.Syntax.GetLocation(), context.ContainingSymbol.Name + " = " + length.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    static bool IsNewPassword(ISymbol member) =>
        member is IPropertySymbol or IParameterSymbol && member.Name.EndsWith("Password", StringComparison.OrdinalIgnoreCase)
        && !member.Name.StartsWith("Old", StringComparison.OrdinalIgnoreCase) && !member.Name.StartsWith("Current", StringComparison.OrdinalIgnoreCase);

    static void CheckLength(OperationAnalysisContext context)
    {
        var assignment = (IAssignmentOperation)context.Operation;
        if (assignment is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property } } && IsPolicy(property.ContainingType)
            && PossibleValues.Below(assignment.Value, LeastLength) is { } length && !DevelopmentCheck.Guards(assignment))
            context.ReportDiagnostic(Diagnostic.Create(s_rule, assignment.Syntax.GetLocation(), property.Name + " = " + length.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    // One finding for the object, at the first demand that is dropped: two of them while the length stays at its default of 6, all four below ten characters.
    static void CheckDemand(OperationAnalysisContext context)
    {
        var assignment = (IAssignmentOperation)context.Operation;
        if (assignment is not ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property } target } || !IsPolicy(property.ContainingType) || !PossibleValues.Include(assignment.Value, false))
            return;
        var dropped = 1;
        foreach (var demand in s_demands)
            if (demand != property.Name && SameObject.Value(target, demand) is { } value && PossibleValues.Include(value, false))
            {
                if (value.Syntax.SpanStart < assignment.Syntax.SpanStart)
                    return;
                dropped++;
            }
        var length = SameObject.Value(target, "RequiredLength");
        var isWeak = length is null ? dropped >= 2 : dropped == 4 && PossibleValues.Below(length, LengthWithoutRules) >= LeastLength;
        if (isWeak && !DevelopmentCheck.Guards(assignment))
            context.ReportDiagnostic(Diagnostic.Create(s_rule, assignment.Syntax.GetLocation(), property.Name + " = false"));
    }

    static bool IsPolicy(INamedTypeSymbol type) => type.Name is "PasswordOptions" or "PasswordValidator" or "PasswordOptionsBase" or "MembershipProvider";
}
