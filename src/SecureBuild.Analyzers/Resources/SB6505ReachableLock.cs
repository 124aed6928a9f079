using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Hosting;

namespace SecureBuild.Analyzers.Resources;

/// <summary>A lock on an object that others can reach: who takes it and keeps it stops this code.</summary>
public sealed class SB6505ReachableLock : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB6505", Category.Resources, DiagnosticSeverity.Info, cwe: [412, 667, 662], "PW.5.1");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on) => on.Operation(Check, BodyHint.Lock, OperationKind.Lock);

    static void Check(OperationAnalysisContext context)
    {
        var locked = ((ILockOperation)context.Operation).LockedValue;
        while (locked is IConversionOperation conversion)
            locked = conversion.Operand;
        var isReachable = locked switch
        {
            ITypeOfOperation => true,
            // Nobody else holds an object of a type that nobody else sees.
            IInstanceReferenceOperation => context.ContainingSymbol.ContainingType is { } type && IsVisible(type),
            { Type.SpecialType: SpecialType.System_String } => true,
            IInvocationOperation { TargetMethod: { Name: "GetType", Parameters.Length: 0 } } => true,
            IFieldReferenceOperation field => IsVisible(field.Field),
            IPropertyReferenceOperation property => IsVisible(property.Property) && property.Property.Name != "SyncRoot",
            { Type.IsValueType: true } => true,
            _ => false,
        };
        if (isReachable)
            context.ReportDiagnostic(Diagnostic.Create(s_rule, locked.Syntax.GetLocation(), locked.Syntax.ToString()));
    }

    static bool IsVisible(ISymbol symbol)
    {
        for (ISymbol? current = symbol; current is not null and not INamespaceSymbol; current = current.ContainingSymbol)
            if (current.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal))
                return false;
        return true;
    }
}
