using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Web;

/// <summary>State that all requests share and change without a lock.</summary>
public sealed class SB4020SharedMutableState : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create("SB4020", Category.Web, DiagnosticSeverity.Warning, cwe: [362], "PW.5.1");

    static readonly string[] s_invoke = ["InvokeAsync", "Invoke"];

    static readonly HashSet<string> s_changes = new(StringComparer.Ordinal) { "Add", "AddRange", "Remove", "RemoveAt", "RemoveAll", "Clear", "Insert", "TryAdd", "Enqueue", "Dequeue", "Push", "Pop", "Append", "AppendLine" };

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on)
    {
        on.Symbol(Member, SymbolKind.Field, SymbolKind.Property);
        on.Call(Handler, "MapGet", "MapPost", "MapPut", "MapDelete", "MapPatch");
        on.Call(Singleton, "AddSingleton", "TryAddSingleton");
    }

    // services.AddSingleton<CurrentUser>(), where the class has a place for the user of one request.
    static void Singleton(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod is not { TypeArguments: { Length: > 0 } types, ContainingType.Name: "ServiceCollectionServiceExtensions" or "ServiceCollectionDescriptorExtensions" } || call.Arguments.Length > 1
            || types[types.Length - 1] is not INamedTypeSymbol { TypeKind: TypeKind.Class, DeclaringSyntaxReferences.Length: > 0 } type)
            return;
        var isAboutRequest = IsOfRequest(Words.Of(type.Name));
        foreach (var member in type.GetMembers())
            if (member is IPropertySymbol { IsStatic: false, SetMethod: { IsInitOnly: false, DeclaredAccessibility: not Accessibility.Private } } property && (isAboutRequest || IsOfRequest(Words.Of(property.Name))) && !WebEndpoint.Has(property, "ThreadStaticAttribute"))
            {
                context.ReportDiagnostic(Diagnostic.Create(s_rule, call.Syntax.GetLocation(), type.Name + "." + property.Name));
                return;
            }
    }

    // CurrentUser, RequestContext, UserSession; options of a mail server have a user name, too.
    static bool IsOfRequest(List<string> words)
    {
        for (var i = 0; i + 1 < words.Count; i++)
            if ((words[i], words[i + 1]) is ("current", "user" or "tenant" or "request" or "principal" or "customer" or "session") or ("user" or "request" or "tenant" or "session", "context" or "session" or "state"))
                return true;
        return false;
    }

    static void Member(SymbolAnalysisContext context)
    {
        var field = context.Symbol;
        var (held, isReadOnly) = field switch
        {
            IFieldSymbol { IsConst: false, IsImplicitlyDeclared: false } own => (own.Type, own.IsReadOnly),
            // public static string? CurrentUser { get; set; }
            IPropertySymbol { IsStatic: true, IsIndexer: false } property => (property.Type, property.SetMethod is null),
            _ => default,
        };
        if (held is null || isReadOnly && !IsCollection(held) || field.ContainingType is not { TypeKind: TypeKind.Class } type || !(field.IsStatic ? ServesRequests(type) : IsMiddleware(type)) || WebEndpoint.Has(field, "ThreadStaticAttribute"))
            return;
        foreach (var declaration in type.DeclaringSyntaxReferences)
            foreach (var node in NamesIn.Of(declaration.GetSyntax(context.CancellationToken), field.Name))
                if (node is IdentifierNameSyntax name && Changed(name, held) is { } change && !IsGuarded(name))
                {
                    context.ReportDiagnostic(Diagnostic.Create(s_rule, change.GetLocation(), field.Name));
                    return;
                }
    }

    // var count = 0; app.MapGet("/", () => ++count);
    static void Handler(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (RouteMapping.From(call) is not { Handler: { } handler })
            return;
        foreach (var operation in handler.Descendants())
        {
            var target = operation switch
            {
                IIncrementOrDecrementOperation step => step.Target,
                ICompoundAssignmentOperation compound => compound.Target,
                IInvocationOperation { Instance: { Type: { } type } instance } change when s_changes.Contains(change.TargetMethod.Name) && IsCollection(type) => instance,
                ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { Type: { } type } instance } } when IsCollection(type) => instance,
                _ => null,
            };
            if (target is ILocalReferenceOperation { Local: var local } && local.DeclaringSyntaxReferences.Length == 1 && !handler.Syntax.Span.Contains(local.DeclaringSyntaxReferences[0].Span) && !IsGuarded(operation.Syntax))
            {
                context.ReportDiagnostic(Diagnostic.Create(s_rule, operation.Syntax.GetLocation(), local.Name));
                return;
            }
        }
    }

    static SyntaxNode? Changed(IdentifierNameSyntax name, ITypeSymbol held)
    {
        ExpressionSyntax whole = name;
        if (name.Parent is MemberAccessExpressionSyntax qualified && qualified.Name == name)
            whole = qualified;
        return whole.Parent switch
        {
            PostfixUnaryExpressionSyntax { OperatorToken.RawKind: (int)SyntaxKind.PlusPlusToken or (int)SyntaxKind.MinusMinusToken } step => step,
            PrefixUnaryExpressionSyntax { OperatorToken.RawKind: (int)SyntaxKind.PlusPlusToken or (int)SyntaxKind.MinusMinusToken } step => step,
            AssignmentExpressionSyntax assignment when assignment.Left == whole && !assignment.IsKind(SyntaxKind.CoalesceAssignmentExpression) && !IsFirstValue(assignment) => assignment,
            MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } member when member.Expression == whole && s_changes.Contains(member.Name.Identifier.ValueText) && IsCollection(held) => call,
            ElementAccessExpressionSyntax { Parent: AssignmentExpressionSyntax assignment } element when element.Expression == whole && assignment.Left == element && IsCollection(held) => assignment,
            ElementAccessExpressionSyntax { Parent: MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } member } element when element.Expression == whole && s_changes.Contains(member.Name.Identifier.ValueText) && held is INamedTypeSymbol { TypeArguments: { Length: > 0 } of } && IsCollection(of[of.Length - 1]) => call,
        ElementAccessExpressionSyntax { Parent: PostfixUnaryExpressionSyntax step } element when element.Expression == whole && IsCollection(held) => step,
            _ => null,
        };
    }

    // A reference that is replaced as a whole, or filled when it is still null, is seen old or new, never half.
    static bool IsFirstValue(AssignmentExpressionSyntax assignment) =>
        assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) && (assignment.Right is BaseObjectCreationExpressionSyntax or LiteralExpressionSyntax || assignment.FirstAncestorOrSelf<IfStatementSyntax>()?.Condition.ToString().Contains("null") == true);

    static bool IsGuarded(SyntaxNode node)
    {
        for (var current = node.Parent; current is not null; current = current.Parent)
            switch (current)
            {
                case LockStatementSyntax or ConstructorDeclarationSyntax:
                    return true;
                case BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax:
                    return WebEndpoint.Mentions(current, static name => name is "WaitAsync" or "Wait" or "WaitOne" or "EnterWriteLock" or "EnterUpgradeableReadLock" or "EnterScope" or "Monitor");
                case BaseTypeDeclarationSyntax:
                    return false;
            }
        return false;
    }

    static bool IsCollection(ITypeSymbol type) =>
        type is INamedTypeSymbol { Name: "Dictionary" or "List" or "HashSet" or "Queue" or "Stack" or "SortedDictionary" or "SortedList" or "SortedSet" or "LinkedList" or "IDictionary" or "IList" or "ICollection" or "StringBuilder" or "ArrayList" or "Hashtable" }
        && type.ContainingNamespace?.ToDisplayString() is "System.Collections.Generic" or "System.Text" or "System.Collections";

    static bool ServesRequests(INamedTypeSymbol type)
    {
        if (type.BaseType is not { SpecialType: SpecialType.None } && type.Interfaces.IsEmpty && !IsMiddleware(type))
            return false;
        return WebEndpoint.IsController(type) || WebEndpoint.IsPage(type) || IsMiddleware(type) || type.IsOrInherits("Microsoft.AspNetCore.SignalR.Hub") || type.IsOrInherits("System.Web.UI.Page") || type.IsOrInherits("System.Web.IHttpHandler")
            || type.IsOrInherits("Microsoft.AspNetCore.Http.IMiddleware");
    }

    // Middleware by convention is made once; its fields are everybody's.
    static bool IsMiddleware(INamedTypeSymbol type)
    {
        foreach (var name in s_invoke)
            foreach (var member in type.GetMembers(name))
                if (member is IMethodSymbol { Parameters: { Length: > 0 } parameters } && parameters[0].Type.Is("Microsoft.AspNetCore.Http.HttpContext") && !type.AllInterfaces.Any(static each => each.Name == "IMiddleware"))
                    return true;
        return false;
    }
}
