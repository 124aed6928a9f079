using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Analyzers.Injection;
using SecureBuild.Analyzers.Symbols;
using SecureBuild.Analyzers.Web;

namespace SecureBuild.Analyzers.Resources;

/// <summary>A static table or list that keeps an entry for every text that a client sends, and never loses one.</summary>
public sealed class SB6507UnboundedCollection : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB6507", Category.Resources, DiagnosticSeverity.Info, cwe: [770, 400], "PW.5.1");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on)
    {
        on.Action(static context =>
        {
            foreach (var block in context.OperationBlocks)
                Check(block, context.ReportDiagnostic);
        });
        on.Call(static context =>
        {
            if (RouteMapping.From((IInvocationOperation)context.Operation) is { Handler: { } handler })
                Check(handler, context.ReportDiagnostic);
        }, "MapGet", "MapPost", "MapPut", "MapDelete", "MapPatch");
    }

    static void Check(IOperation body, Action<Diagnostic> report)
    {
        foreach (var operation in body.Descendants())
            if (Kept(operation) is ({ } table, { } key) && IsText(key, body) && NeverShrinks(table))
                report(Diagnostic.Create(s_rule, operation.Syntax.GetLocation(), table.Name));
    }

    // s_seen.TryAdd(name, …), s_hits[name] = …
    static (IFieldSymbol? Table, IOperation? Key) Kept(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod.Name: "TryAdd" or "Add" or "GetOrAdd" or "AddOrUpdate" or "Enqueue" or "Push" or "AddLast" or "AddFirst", Instance: IFieldReferenceOperation { Field: { IsStatic: true } field }, Arguments: { Length: > 0 } arguments } when IsTable(field.Type) => (field, arguments[0].Value),
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.IsIndexer: true, Instance: IFieldReferenceOperation { Field: { IsStatic: true } field }, Arguments: { Length: 1 } arguments } } when IsTable(field.Type) => (field, arguments[0].Value),
        _ => default,
    };

    static bool IsTable(ITypeSymbol type) =>
        type is INamedTypeSymbol { Name: "Dictionary" or "ConcurrentDictionary" or "SortedDictionary" or "HashSet" or "List" or "Queue" or "ConcurrentQueue" or "ConcurrentBag" or "ConcurrentStack" or "Stack" or "LinkedList", TypeArguments: { Length: > 0 } arguments } && arguments[0].SpecialType == SpecialType.System_String
        && type.ContainingNamespace?.ToDisplayString() is "System.Collections.Generic" or "System.Collections.Concurrent";

    // A parameter of the request as it came: one that a condition looks at may be one of few.
    static bool IsText(IOperation key, IOperation body)
    {
        foreach (var part in key.DescendantsAndSelf())
            if (part is IParameterReferenceOperation { Parameter: { Type.SpecialType: SpecialType.System_String } parameter } && ClientParameter.IsBound(parameter, part))
            {
                foreach (var mention in Operations.Body.Of(body).Mentions(parameter))
                    if (IsExamined(mention))
                        return false;
                return true;
            }
        return false;
    }

    static bool IsExamined(IOperation mention)
    {
        for (IOperation child = mention, parent = mention.Parent!; parent is not null; child = parent, parent = parent.Parent!)
            if (parent is IInvocationOperation { TargetMethod.Name: "IsNullOrEmpty" or "IsNullOrWhiteSpace" or "TryGetValue" or "ContainsKey" or "TryAdd" or "GetOrAdd" })
                return false;
            else if (parent is IConditionalOperation choice && choice.Condition == child || parent is ISwitchOperation or ISwitchExpressionOperation)
                return true;
        return false;
    }

    // By the text of the type: whatever counts, removes or replaces may keep it small.
    static bool NeverShrinks(IFieldSymbol table)
    {
        foreach (var declaration in table.ContainingType.DeclaringSyntaxReferences)
            foreach (var name in NamesIn.Of(declaration.GetSyntax(), table.Name))
                if (name.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Remove" or "TryRemove" or "Clear" or "RemoveWhere" or "RemoveAt" or "RemoveRange" or "RemoveAll" or "RemoveFirst" or "RemoveLast" or "Dequeue" or "TryDequeue" or "Pop" or "TryPop" or "TryPopRange" or "TryTake" } || name.Parent is ArgumentSyntax or AssignmentExpressionSyntax
                    || name.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Count", Parent: BinaryExpressionSyntax or IsPatternExpressionSyntax })
                    return false;
        return table.DeclaredAccessibility == Accessibility.Private;
    }
}
