using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Analyzers.Operations;
using SecureBuild.Analyzers.Symbols;
using SecureBuild.Analyzers.Web;

namespace SecureBuild.Analyzers.Identity;

/// <summary>Without a lock-out a password can be tried until it is found.</summary>
public sealed class SB2206LockoutDisabled : SecurityRule
{
    const int MostAttempts = 50;

    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB2206", Category.Identity, DiagnosticSeverity.Warning, cwe: [307], "PW.5.1");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on)
    {
        on.Call(CheckSignIn, "PasswordSignInAsync", "CheckPasswordSignInAsync", "PasswordSignIn");
        on.Set(CheckSwitch, "AllowedForNewUsers", "UserLockoutEnabledByDefault");
        on.Set(CheckAttempts, "MaxFailedAccessAttempts", "MaxFailedAccessAttemptsBeforeLockout");
        on.Set(CheckSpan, "DefaultLockoutTimeSpan", "DefaultAccountLockoutTimeSpan");
    }

    static void CheckSignIn(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if ((call.Arguments.For("lockoutOnFailure") ?? call.Arguments.For("shouldLockout")) is { } lockout && PossibleValues.Include(lockout, false))
            Report(context, call, call.TargetMethod.Name);
    }

    static void CheckSwitch(OperationAnalysisContext context, Assigned assigned)
    {
        if (IsLockout(assigned.Property) && PossibleValues.Include(assigned.Value, false) && !DevelopmentCheck.Guards(assigned.Place))
            Report(context, assigned.Place, assigned.Property.Name);
    }

    static void CheckAttempts(OperationAnalysisContext context, Assigned assigned)
    {
        if (IsLockout(assigned.Property) && PossibleValues.First(assigned.Value, false, static (value, _) => value.ConstantValue is { HasValue: true, Value: int and > MostAttempts }) is not null)
            Report(context, assigned.Place, assigned.Property.Name);
    }

    static void CheckSpan(OperationAnalysisContext context, Assigned assigned)
    {
        if (IsLockout(assigned.Property) && PossibleValues.First(assigned.Value, false, static (value, _) => IsShort(value)) is not null)
            Report(context, assigned.Place, assigned.Property.Name);
    }

    static bool IsShort(IOperation span) => span switch
    {
        IFieldReferenceOperation { Field: { Name: "Zero", ContainingType.Name: "TimeSpan" } } => true,
        IInvocationOperation { TargetMethod: { ContainingType.Name: "TimeSpan", Name: var unit } } call when call.Arguments.At(0)?.ConstantValue is { HasValue: true, Value: { } number } =>
            Convert.ToDouble(number, System.Globalization.CultureInfo.InvariantCulture) is var amount && unit switch { "FromMilliseconds" => amount < 60_000, "FromSeconds" => amount < 60, "FromMinutes" => amount < 1, _ => false },
        _ => false,
    };

    static bool IsLockout(IPropertySymbol property) => property.ContainingType.Name is "LockoutOptions" or "UserManager";

    static void Report(OperationAnalysisContext context, IOperation place, string name) =>
        context.ReportDiagnostic(Diagnostic.Create(s_rule, place.Syntax.GetLocation(), name));
}
