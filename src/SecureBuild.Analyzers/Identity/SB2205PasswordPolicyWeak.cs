using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Analyzers.Operations;
using SecureBuild.Analyzers.RegularExpressions;
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
        on.Set(CheckLength, "RequiredLength", "MinRequiredPasswordLength");
        on.Write(CheckDemand, s_demands);
        on.Creation(CheckForm, "StringLengthAttribute", "MinLengthAttribute", "LengthAttribute");
        on.Creation(CheckPattern, "RegularExpressionAttribute");
        on.Call(CheckValidator, "MinimumLength", "Length");
        on.Operation(CheckOwn, BodyHint.Secret, OperationKind.Binary, OperationKind.IsPattern);
        on.Reference(CheckAnyPassword, "Success");
        on.Call(CheckExpression, "IsMatch");
    }

    // [RegularExpression("^[a-z]{4,16}$")] public string Password
    static void CheckPattern(OperationAnalysisContext context)
    {
        var attribute = (IObjectCreationOperation)context.Operation;
        if (attribute.Parent is IAttributeOperation && attribute.Type.Is("System.ComponentModel.DataAnnotations.RegularExpressionAttribute") && IsNewPassword(context.ContainingSymbol)
            && attribute.Arguments.At(0)?.ConstantValue is { HasValue: true, Value: string pattern } && PatternParser.Parse(pattern, RegexOptions.None)?.LeastLength is > 0 and < LeastLengthOfForm and var length)
            Report(context, attribute, context.ContainingSymbol.Name, length);
    }

    // s_rule.IsMatch(password), where s_rule is "^[a-z]{4,16}$". An expression for one or two characters asks for a digit somewhere.
    static void CheckExpression(OperationAnalysisContext context)
    {
        const int LeastForWhole = 3;
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.ContainingType.Is("System.Text.RegularExpressions.Regex") && OwnPasswordLength.NameOf(call.Arguments.For("input") ?? call) is { } name && OwnPasswordLength.Decides(call, isRefusal: false, context.ContainingSymbol)
            && PatternOf(call) is { } pattern && RegexGuard.CharactersAllowedBy(pattern, RegexOptions.None) is not null && PatternParser.Parse(pattern, RegexOptions.None)?.LeastLength is >= LeastForWhole and < LeastLength and var length)
            Report(context, call, name, length);
    }

    static string? PatternOf(IInvocationOperation match)
    {
        if (match.Instance is IInvocationOperation { TargetMethod: var generated })
            foreach (var attribute in generated.GetAttributes())
                if (attribute is { AttributeClass.Name: "GeneratedRegexAttribute", ConstructorArguments: [{ Value: string given }, ..] })
                    return given;
        var pattern = match.Arguments.For("pattern")
            ?? (PossibleValues.First(match.Instance, false, static (candidate, _) => candidate is IObjectCreationOperation { Type.Name: "Regex" }) as IObjectCreationOperation)?.Arguments.For("pattern");
        return PossibleValues.First(pattern, false, static (candidate, _) => candidate.ConstantValue is { HasValue: true, Value: string })?.ConstantValue.Value as string;
    }

    // RuleFor(user => user.Password).NotEmpty().MinimumLength(4)
    static void CheckValidator(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.ContainingNamespace?.Name == "FluentValidation" && (call.Arguments.For("minimumLength") ?? call.Arguments.For("min") ?? call.Arguments.For("exactLength")) is { } least
            && PossibleValues.Below(least, LeastLengthOfForm) is > 0 and var length && Subject(call) is { } name)
            Report(context, call, name, length);
    }

    // The member that the chain of calls began with.
    static string? Subject(IInvocationOperation call)
    {
        for (IOperation? current = call; current is IInvocationOperation or IConversionOperation; current = current is IConversionOperation conversion ? conversion.Operand : ((IInvocationOperation)current).Instance ?? ((IInvocationOperation)current).Arguments.At(0))
            if (current is IInvocationOperation each && each.TargetMethod.Name == "RuleFor")
                foreach (var part in each.Descendants())
                    if (part is IPropertyReferenceOperation { Property: var property } && IsNewPassword(property))
                        return property.Name;
        return null;
    }

    // if (password.Length < 5) return "too short";
    static void CheckOwn(OperationAnalysisContext context)
    {
        if (OwnPasswordLength.In(context.Operation) is { Least: > 1 and < LeastLength } found && OwnPasswordLength.Decides(context.Operation, found.IsRefusal, context.ContainingSymbol))
            Report(context, context.Operation, found.Name, found.Least);
    }

    // A validator of passwords that has one answer.
    static void CheckAnyPassword(OperationAnalysisContext context)
    {
        if (context is { Operation: IPropertyReferenceOperation { Property: { IsStatic: true, ContainingType.Name: "IdentityResult" } }, ContainingSymbol: IMethodSymbol { Name: "ValidateAsync", ContainingType: var type } method }
            && type.AllInterfaces.Any(static each => each.Name == "IPasswordValidator") && !Body.Of(context.Operation).Any(s_looks))
            Report(context, context.Operation, type.Name, 0);
    }

    static readonly Func<IOperation, bool> s_looks = static operation => operation is IInvocationOperation { TargetMethod.Name: not "FromResult" } or IConditionalOperation or IThrowOperation or ISwitchExpressionOperation or ISwitchOperation;

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
            Report(context, attribute, context.ContainingSymbol.Name, length);
    }

    static bool IsNewPassword(ISymbol member) =>
        member is IPropertySymbol or IParameterSymbol && member.Name.EndsWith("Password", StringComparison.OrdinalIgnoreCase)
        && !member.Name.StartsWith("Old", StringComparison.OrdinalIgnoreCase) && !member.Name.StartsWith("Current", StringComparison.OrdinalIgnoreCase);

    static void CheckLength(OperationAnalysisContext context, Assigned assigned)
    {
        if (assigned is { Property: var property } && IsPolicy(property.ContainingType)
            && PossibleValues.Below(assigned.Value, LeastLength) is { } length && !DevelopmentCheck.Guards(assigned.Place))
            Report(context, assigned.Place, property.Name, length);
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

    static void Report(OperationAnalysisContext context, IOperation place, string name, int length) =>
        context.ReportDiagnostic(Diagnostic.Create(s_rule, place.Syntax.GetLocation(), name + " = " + length.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    static bool IsPolicy(INamedTypeSymbol type) => type.Name is "PasswordOptions" or "PasswordValidator" or "PasswordOptionsBase" or "MembershipProvider";
}
