using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Web;

/// <summary>Folders that everybody can list, or files that were never meant to be served.</summary>
public sealed class SB4017DirectoryListing : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create("SB4017", Category.Web, DiagnosticSeverity.Warning, cwe: [548, 538], "PW.9.1");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on)
    {
        on.Call(Called, "UseDirectoryBrowser", "UseFileServer");
        on.Write(Switched, "EnableDirectoryBrowsing", "ServeUnknownFileTypes");
        on.Write(Root, "FileProvider");
    }

    static void Called(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (IsAspNet(call.TargetMethod) && (call.TargetMethod.Name == "UseDirectoryBrowser" || Setting.Is(call.Arguments.For("enableDirectoryBrowsing"), true)))
            Report(context, call.TargetMethod.Name);
    }

    static void Switched(OperationAnalysisContext context)
    {
        if (context.Operation is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property }, Value: var value } && IsAspNet(property) && Setting.Is(value, true))
            Report(context, property.Name);
    }

    // FileProvider = new PhysicalFileProvider(env.ContentRootPath): appsettings.json and the assemblies lie there.
    static void Root(OperationAnalysisContext context)
    {
        if (context.Operation is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property }, Value: var value } && IsAspNet(property)
            && PossibleValues.First(value, 0, static (candidate, _) => candidate is IObjectCreationOperation { Type.Name: "PhysicalFileProvider" }) is IObjectCreationOperation { Arguments: { Length: > 0 } arguments }
            && PossibleValues.First(arguments.At(0), 0, static (candidate, _) => IsProgramFolder(candidate)) is not null)
            Report(context, "PhysicalFileProvider");
    }

    static bool IsProgramFolder(IOperation path) => path switch
    {
        IPropertyReferenceOperation { Property: { Name: "ContentRootPath" } or { Name: "BaseDirectory", ContainingType.Name: "AppContext" or "AppDomain" } or { Name: "CurrentDirectory", ContainingType.Name: "Environment" } } => true,
        IInvocationOperation { TargetMethod: { Name: "GetCurrentDirectory", ContainingType.Name: "Directory" } } => true,
        { ConstantValue: { HasValue: true, Value: "/" or "C:\\" or "C:/" or "." } } => true,
        _ => false,
    };

    static bool IsAspNet(ISymbol member) => member.ContainingNamespace.ToDisplayString().StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) || member.ContainingNamespace.ToDisplayString().StartsWith("Microsoft.Owin", StringComparison.Ordinal);

    static void Report(OperationAnalysisContext context, string what)
    {
        if (!DevelopmentCheck.Guards(context.Operation))
            context.ReportDiagnostic(Diagnostic.Create(s_rule, context.Operation.Syntax.GetLocation(), what));
    }
}
