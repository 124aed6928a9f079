using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Analyzers.Operations;
using SecureBuild.Analyzers.Secrets;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Web;

/// <summary>Developer pages, detailed errors and logs of personal data that are on outside development.</summary>
public sealed class SB4011DebugFeature : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create("SB4011", Category.Web, DiagnosticSeverity.Warning, cwe: [489, 209, 497], "PW.9.1");

    static readonly string[] s_switches = ["EnableDetailedErrors", "DetailedErrors", "IncludeExceptionDetailInFaults", "ShowPII", "LogCompleteSecurityArtifact", "ExposeExceptions", "ExposeExceptionDetails", "EnableSensitiveData"];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on)
    {
        var tests = new TestProject(on.Compilation);
        on.Call(context => Called(context, tests), "UseDeveloperExceptionPage", "UseDatabaseErrorPage", "UseWebAssemblyDebugging", "UseBrowserLink", "EnableSensitiveDataLogging", "UseEnvironment", "UseSetting");
        on.Write(context => Switched(context, tests), s_switches);
        on.Write(context => Written(context, tests), "IncludeErrorDetailPolicy", "EnvironmentName", "IncludeExceptionDetails");
    }

    static void Called(OperationAnalysisContext context, TestProject tests)
    {
        var call = (IInvocationOperation)context.Operation;
        if (!IsFrameworks(call.TargetMethod))
            return;
        var isOn = call.TargetMethod.Name switch
        {
            "UseEnvironment" => IsDevelopment(call.Arguments[call.Arguments.Length - 1].Value),
            "UseSetting" => call.Arguments.Length > 1 && IsDetailedErrors(call.Arguments[call.Arguments.Length - 2].Value) && Setting.Is(call.Arguments[call.Arguments.Length - 1].Value, "true"),
            "EnableSensitiveDataLogging" => call.Arguments.For("sensitiveDataLoggingEnabled") is not { } given || Setting.Is(given, true),
            _ => true,
        };
        if (isOn)
            Report(context, tests, call.TargetMethod.Name);
    }

    static void Switched(OperationAnalysisContext context, TestProject tests)
    {
        if (context.Operation is ISimpleAssignmentOperation { Target: IMemberReferenceOperation target, Value: var value } && IsFrameworks(target.Member) && Setting.Is(value, true))
            Report(context, tests, target.Member.Name);
    }

    static void Written(OperationAnalysisContext context, TestProject tests)
    {
        if (context.Operation is not ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property }, Value: var value } || !IsFrameworks(property))
            return;
        var isOn = property.Name switch
        {
            "IncludeErrorDetailPolicy" => Setting.IsMember(value, "Always"),
            "EnvironmentName" => IsDevelopment(value),
            _ => Setting.Is(value, true) || AlwaysTrue.Is(value),
        };
        if (isOn)
            Report(context, tests, property.Name);
    }

    // Environments.Development is no constant.
    static bool IsDevelopment(IOperation value) => Setting.Is(value, "Development") || value is IFieldReferenceOperation { Field: { Name: "Development", IsStatic: true, ContainingType.Name: "Environments" or "EnvironmentName" } };

    // "detailedErrors", or WebHostDefaults.DetailedErrorsKey, which is no constant.
    static bool IsDetailedErrors(IOperation key) => Setting.Is(key, "detailedErrors") || key is IFieldReferenceOperation { Field.Name: "DetailedErrorsKey" };

    // By the first word of the namespace: these switches are spread over dozens of packages.
    static bool IsFrameworks(ISymbol member)
    {
        var space = member.ContainingNamespace;
        while (space is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
            space = space.ContainingNamespace;
        return space?.Name is "Microsoft" or "System" or "Grpc" or "GraphQL" or "HotChocolate" or "Hellang" or "CoreWCF";
    }

    static void Report(OperationAnalysisContext context, TestProject tests, string what)
    {
        if (!DevelopmentCheck.Guards(context.Operation) && !tests.IsTest)
            context.ReportDiagnostic(Diagnostic.Create(s_rule, context.Operation.Syntax.GetLocation(), what));
    }
}
