using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Analyzers.Secrets;

namespace SecureBuild.Analyzers.Web;

/// <summary>API descriptions and consoles that are served outside development: a map of the application.</summary>
public sealed class SB4022ApiDescriptionInProduction : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create("SB4022", Category.Web, DiagnosticSeverity.Info, cwe: [497], "PW.9.1");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on)
    {
        var tests = new TestProject(on.Compilation);
        on.Call(context => Called(context, tests), "UseSwagger", "UseSwaggerUI", "UseSwaggerUi", "UseSwaggerUi3", "UseOpenApi", "MapOpenApi", "UseReDoc", "MapScalarApiReference", "UseGraphQLPlayground", "UseGraphQLGraphiQL", "UseGraphQLAltair", "UsePlayground");
    }

    static void Called(OperationAnalysisContext context, TestProject tests)
    {
        var call = (IInvocationOperation)context.Operation;
        if (!call.TargetMethod.IsExtensionMethod || call.TargetMethod.DeclaringSyntaxReferences.Length > 0 && call.TargetMethod.ContainingNamespace.ToDisplayString() is not "Microsoft.AspNetCore.Builder")
            return;
        // Behind a sign-in: MapOpenApi().RequireAuthorization().
        for (var parent = call.Parent; parent is not null; parent = parent.Parent)
            if (parent is IInvocationOperation { TargetMethod.Name: "RequireAuthorization" or "RequireHost" })
                return;
        if (!DevelopmentCheck.Guards(call) && !tests.IsTest)
            context.ReportDiagnostic(Diagnostic.Create(s_rule, call.Syntax.GetLocation(), call.TargetMethod.Name));
    }
}
