using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.DataFlow;
using SecureBuild.Analyzers.Operations;

namespace SecureBuild.Analyzers.Hosting;

/// <summary>Runs rules together: bodies are walked once for all of them (<see cref="BodyWalk"/>), with one look-up by name for each operation, then only the rules that asked for that name.</summary>
static class RuleHost
{
    /// <summary>Razor pages and components are compiled as generated code whose findings belong to the .cshtml or .razor file; all other generated code is left alone below.</summary>
    public const GeneratedCodeAnalysisFlags Generated = GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics;

    /// <summary>Asks the rules what they want to see in this compilation and listens for it.</summary>
    public static void Start(CompilationStartAnalysisContext start, ImmutableArray<SecurityRule> rules)
    {
        var on = new RuleRegistration(start.Compilation, start.Options, start.CancellationToken);
        foreach (var rule in rules)
            rule.Register(on);
        Connect(start, on);
    }

    static void Connect(CompilationStartAnalysisContext start, RuleRegistration on)
    {
        if (on.HasBodies)
        {
            var bodies = new BodyWalk(on, Dispatch);
            start.RegisterSemanticModelAction(context =>
            {
                if (!IsForeign(context.IsGeneratedCode, context.SemanticModel.SyntaxTree))
                    bodies.Check(context);
            });
        }
        if (on.BySymbol.Count > 0)
            start.RegisterSymbolAction(context =>
            {
                if (!context.IsGeneratedCode && on.BySymbol.TryGetValue(context.Symbol.Kind, out var check))
                    check(context);
            }, on.SymbolKinds);
        if (on.Trees is { } trees)
            start.RegisterSyntaxTreeAction(context =>
            {
                if (!IsForeign(context.IsGeneratedCode, context.Tree))
                    trees(context);
            });
        if (on.Files is { } files)
            start.RegisterAdditionalFileAction(files);
        if (on.End is { } end)
            start.RegisterCompilationEndAction(end);
    }

    static Action<OperationAnalysisContext>? Dispatch(IOperation operation, RuleRegistration on)
    {
        Action<OperationAnalysisContext>? check = null;
        switch (operation)
        {
            case IInvocationOperation call:
                on.ByCall.TryGetValue(call.TargetMethod.Name, out check);
                break;
            case IArgumentOperation argument:
                if (TypeName(argument.Parameter?.OriginalDefinition.Type) is { } parameter)
                    on.ByArgumentType.TryGetValue(parameter, out check);
                break;
            case IPropertyReferenceOperation property:
                if (on.ByRead.TryGetValue(property.Property.Name, out check) && property.Property.IsStatic && Overwritten.IsChosenIn(property))
                    check = null;
                if (property.Parent is ITupleOperation && on.ByTuple.TryGetValue(property.Property.Name, out var set))
                    check += set;
                break;
            case IFieldReferenceOperation field:
                if (on.ByRead.TryGetValue(field.Field.Name, out check) && field.Field.IsStatic && Overwritten.IsChosenIn(field))
                    check = null;
                break;
            case IObjectCreationOperation creation:
                if (creation.Type is { } created)
                    on.ByCreation.TryGetValue(created.Name, out check);
                break;
            case IMethodReferenceOperation reference:
                on.ByMethodReference.TryGetValue(reference.Method.Name, out check);
                break;
            case IAssignmentOperation assignment:
                if (assignment.Target switch { IPropertyReferenceOperation target => target.Property, IFieldReferenceOperation target => target.Field, _ => (ISymbol?)null } is { } member)
                {
                    on.ByWrite.TryGetValue(member.Name, out check);
                    if (TypeName(assignment.Target.Type) is { } type && on.ByWrittenType.TryGetValue(type, out var typed))
                        check += typed;
                    if (check is not null && Overwritten.Is(assignment))
                        check = null;
                }
                break;
        }
        if (on.ByKind.TryGetValue(operation.Kind, out var all))
            check += all;
        return check;
    }

    // Arrays and nullables go by what they hold: SslProtocols? and params CipherMode[] are choices of one.
    static string? TypeName(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType.Name,
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => nullable.TypeArguments[0].Name,
        _ => type?.Name,
    };

    static bool IsForeign(bool isGenerated, SyntaxTree tree) => isGenerated && !IsRazor(tree.FilePath);

    static bool IsRazor(string path) => path.EndsWith("_cshtml.g.cs", StringComparison.OrdinalIgnoreCase) || path.EndsWith("_razor.g.cs", StringComparison.OrdinalIgnoreCase);
}
