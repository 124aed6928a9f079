using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.DataFlow;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Analyzers.Web;

namespace SecureBuild.Analyzers.Injection;

/// <summary>A record that belongs to somebody is fetched by the client's id without asking whose it is.</summary>
public sealed class SB1027InsecureDirectObjectReference : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB1027", Category.Injection, DiagnosticSeverity.Info, cwe: [639], "PW.5.1");

    static readonly int s_filter = TreeNames.HashOf("HasQueryFilter");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on)
    {
        var check = new Check(on);
        on.Action(check.Action);
        on.Call(check.Endpoint, "MapGet", "MapPost", "MapPut", "MapDelete", "MapPatch", "MapMethods");
    }

    sealed class Check(RuleRegistration on)
    {
        readonly Mentions _mentions = new();
        readonly Lazy<bool> _hasFilters = new(() => on.Compilation.SyntaxTrees.Any(static tree => NameIndex.NamesOf(tree).Has(s_filter)));

        public void Action(OperationBlockAnalysisContext context)
        {
            if (context.OwningSymbol is not IMethodSymbol { Parameters.Length: > 0 } method)
                return;
            foreach (var parameter in method.Parameters)
                if (IsId(parameter) && ClientParameter.IsBound(parameter, null))
                    foreach (var block in context.OperationBlocks)
                        if (Found(parameter, block) is { } lookup && !IsAsked(method, method.DeclaringSyntaxReferences[0].GetSyntax(context.CancellationToken)))
                            context.ReportDiagnostic(Diagnostic.Create(s_rule, lookup.Place.Syntax.GetLocation(), parameter.Name, lookup.Name));
        }

        public void Endpoint(OperationAnalysisContext context)
        {
            var call = (IInvocationOperation)context.Operation;
            if (RouteMapping.From(call) is not { Handler.Parent: IAnonymousFunctionOperation lambda } mapping || mapping.IsAnonymous || mapping.IsRestricted || IsRestricted(call))
                return;
            foreach (var parameter in lambda.Symbol.Parameters)
                if (IsId(parameter) && ClientParameter.IsBoundType(parameter) && Found(parameter, lambda) is { } lookup && !IsAsked(lambda.Symbol, lambda.Syntax))
                    context.ReportDiagnostic(Diagnostic.Create(s_rule, lookup.Place.Syntax.GetLocation(), parameter.Name, lookup.Name));
        }

        static bool IsId(IParameterSymbol parameter) =>
            (parameter.Name.Equals("id", StringComparison.OrdinalIgnoreCase) || parameter.Name.EndsWith("Id", StringComparison.Ordinal) || parameter.Name.EndsWith("Number", StringComparison.Ordinal) || parameter.Name is "key" or "owner" or "number" or "username" or "userName")
            && (parameter.Type.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_String || parameter.Type.Name is "Guid" or "Nullable");

        Lookup? Found(IParameterSymbol parameter, IOperation body)
        {
            foreach (var lookup in new LookupSearch(_mentions, on, parameter, new()).In(body))
                if (lookup.Place.Syntax.SyntaxTree == body.Syntax.SyntaxTree)
                    return lookup;
            return null;
        }

        bool IsAsked(IMethodSymbol method, SyntaxNode declaration)
        {
            if (_hasFilters.Value || WebEndpoint.Has(method, "AllowAnonymousAttribute") || RestrictedTo.Has(method) || method.ContainingType is { } type && (RestrictedTo.Has(type) || WebEndpoint.TypeHas(type, WebEndpoint.IsAnonymous)))
                return true;
            if (UserQuestion.IsIn(declaration))
                return true;
            var own = declaration.FirstAncestorOrSelf<TypeDeclarationSyntax>();
            var names = new HashSet<string>(StringComparer.Ordinal);
            foreach (var node in declaration.DescendantNodes())
                if (node is SimpleNameSyntax name)
                    names.Add(name.Identifier.ValueText);
            IEnumerable<SyntaxNode> members = own is not null ? own.Members : declaration.SyntaxTree.GetRoot().DescendantNodes(static node => node is CompilationUnitSyntax or GlobalStatementSyntax).OfType<LocalFunctionStatementSyntax>();
            foreach (var member in members)
                if (member != declaration && names.Contains(NameOf(member)) && UserQuestion.IsIn(member))
                    return true;
            return false;
        }

        static string NameOf(SyntaxNode member) => member switch
        {
            MethodDeclarationSyntax method => method.Identifier.ValueText,
            PropertyDeclarationSyntax property => property.Identifier.ValueText,
            LocalFunctionStatementSyntax function => function.Identifier.ValueText,
            FieldDeclarationSyntax field => field.Declaration.Variables[0].Identifier.ValueText,
            _ => "",
        };

        // app.MapGet(…).RequireAuthorization("Admins"), or a filter of the program
        static bool IsRestricted(IInvocationOperation call)
        {
            for (var node = call.Syntax.Parent; node is not (null or StatementSyntax); node = node.Parent)
                if (node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } } outer && (name is "AddEndpointFilter" or "AllowAnonymous" || name == "RequireAuthorization" && outer.ArgumentList.Arguments.Count > 0))
                    return true;
            return false;
        }
    }
}
