using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Web;

/// <summary>ASP.NET on .NET Framework refuses markup in requests; here it is told not to.</summary>
public sealed class SB4015RequestValidationOff : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create("SB4015", Category.Web, DiagnosticSeverity.Warning, cwe: [79, 20], "PW.5.1");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on)
    {
        on.Creation(Attribute, "ValidateInputAttribute", "AllowHtmlAttribute");
        on.Write(Written, "ValidateRequest", "ValidateRequestMode", "RequestValidationMode");
    }

    static void Attribute(OperationAnalysisContext context)
    {
        var creation = (IObjectCreationOperation)context.Operation;
        if (creation.Type.Is("System.Web.Mvc.ValidateInputAttribute") ? Setting.Is(creation.Arguments.At(0), false) : creation.Type.Is("System.Web.Mvc.AllowHtmlAttribute"))
            Report(context, creation.Type!.Name.Replace("Attribute", ""));
    }

    static void Written(OperationAnalysisContext context)
    {
        if (context.Operation is not ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property }, Value: var value } || !IsSystemWebs(property.ContainingType))
            return;
        var isOff = property.Name switch
        {
            "ValidateRequest" => Setting.Is(value, false),
            "ValidateRequestMode" => Setting.IsMember(value, "Disabled"),
            _ => value is IObjectCreationOperation { Type.Name: "Version" } version ? Setting.Number(version.Arguments.At(0)) < 4 || ResponseHeader.Text(version.Arguments[0].Value)?[0] is < '4' : false,
        };
        if (isOff)
            Report(context, property.Name);
    }

    static bool IsSystemWebs(ITypeSymbol? type) => type?.ContainingNamespace?.ToDisplayString().StartsWith("System.Web", StringComparison.Ordinal) == true;

    static void Report(OperationAnalysisContext context, string what) =>
        context.ReportDiagnostic(Diagnostic.Create(s_rule, context.Operation.Syntax.GetLocation(), what));
}
