using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Operations;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Web;

/// <summary>Any origin together with credentials: every site that a signed-in user opens can act in the user's name.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SB4001CorsAnyOriginWithCredentials : DiagnosticAnalyzer
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB4001", Category.Web, DiagnosticSeverity.Warning, cwe: [942], "PW.5.1", "PW.9.1");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Cors.Infrastructure.CorsPolicyBuilder") is { } builder)
                start.RegisterOperationAction(operation => Built(operation, builder), OperationKind.Invocation);
            if (start.Compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Cors.Infrastructure.CorsPolicy") is { } policy)
                start.RegisterOperationAction(operation => Assigned(operation, policy), OperationKind.SimpleAssignment);
            if (WebApiCors.In(start.Compilation) is { } webApi)
                start.RegisterOperationAction(operation => Old(operation, webApi), OperationKind.ObjectCreation, OperationKind.SimpleAssignment, OperationKind.PropertyReference);
            start.RegisterOperationAction(Raw, OperationKind.SimpleAssignment, OperationKind.Invocation);
        });
    }

    static void Built(OperationAnalysisContext context, INamedTypeSymbol builder)
    {
        var credentials = (IInvocationOperation)context.Operation;
        if (credentials.TargetMethod.Name != "AllowCredentials" || !IsBuilders(credentials))
            return;
        var start = ChainStart(credentials);
        if (PossibleValues.First(start, builder, static (made, builder) => made is IObjectCreationOperation { Arguments: { Length: 1 } origins } creation && SymbolEqualityComparer.Default.Equals(creation.Type, builder) && AnyOrigin.HasStar(origins[0].Value)) is { } open)
        {
            context.ReportDiagnostic(Diagnostic.Create(s_rule, open.Syntax.GetLocation(), builder.Name));
            return;
        }
        foreach (var operation in SameObject.Root(credentials).Descendants())
            if (operation is IInvocationOperation call && IsBuilders(call) && AllowsAnyOrigin(call) && IsSame(start, ChainStart(call)) && !AreAlternatives(call, credentials))
            {
                context.ReportDiagnostic(Diagnostic.Create(s_rule, Name(call), call.TargetMethod.Name));
                return;
            }

        bool IsBuilders(IInvocationOperation call) => SymbolEqualityComparer.Default.Equals(call.TargetMethod.ContainingType, builder);

        IOperation? ChainStart(IInvocationOperation call)
        {
            var instance = call.Instance;
            while (instance is IInvocationOperation previous && IsBuilders(previous))
                instance = previous.Instance;
            return instance;
        }
    }

    static bool AllowsAnyOrigin(IInvocationOperation call) => call.TargetMethod.Name switch
    {
        "AllowAnyOrigin" => true,
        "SetIsOriginAllowed" => call.Arguments.Length == 1 && AnyOrigin.Accepts(call.Arguments[0].Value),
        "WithOrigins" => call.Arguments.Length == 1 && AnyOrigin.HasStar(call.Arguments[0].Value),
        _ => false,
    };

    static void Assigned(OperationAnalysisContext context, INamedTypeSymbol policy)
    {
        var assignment = (ISimpleAssignmentOperation)context.Operation;
        if (assignment.Target is not IPropertyReferenceOperation { Property.Name: "SupportsCredentials" } target
            || assignment.Value.ConstantValue is not { HasValue: true, Value: true }
            || !SymbolEqualityComparer.Default.Equals(target.Property.ContainingType, policy))
            return;
        var anyOrigin = SameObject.Value(target, "IsOriginAllowed") is { } check && AnyOrigin.Accepts(check) ? check : StarOrigin(target);
        if (anyOrigin is not null)
            context.ReportDiagnostic(Diagnostic.Create(s_rule, anyOrigin.Syntax.GetLocation(), "CorsPolicy"));
    }

    static void Raw(OperationAnalysisContext context)
    {
        if (RawCorsHeaders.AnyOriginWithCredentials(context.Operation) is { } setter)
            context.ReportDiagnostic(Diagnostic.Create(s_rule, setter.Syntax.GetLocation(), "Access-Control-Allow-Origin"));
    }

    static void Old(OperationAnalysisContext context, WebApiCors types)
    {
        if (types.AnyOriginWithCredentials(context.Operation) is { } name)
            context.ReportDiagnostic(Diagnostic.Create(s_rule, context.Operation.Syntax.GetLocation(), name));
    }

    static IOperation? StarOrigin(IPropertyReferenceOperation credentials)
    {
        var owner = SameObject.Owner(credentials.Instance);
        var initializer = SameObject.Initializer(credentials);
        foreach (var operation in SameObject.Root(credentials).Descendants())
            if (operation is IInvocationOperation { TargetMethod.Name: "Add" or "Insert", Instance: { } list } call
                && AnyOrigin.HasStar(call.Arguments[call.Arguments.Length - 1].Value)
                && OriginsOf(list) is { } origins
                && (owner is not null && SymbolEqualityComparer.Default.Equals(owner, SameObject.Owner(origins.Instance))
                    || initializer is not null && ReferenceEquals(initializer, SameObject.Initializer(origins))))
                return call;
        return null;
    }

    // policy.Origins.Add("*"), or Origins = { "*" } inside the initialiser of the policy.
    static IPropertyReferenceOperation? OriginsOf(IOperation list) =>
        (list is IInstanceReferenceOperation ? (SameObject.Initializer(list)?.Parent as IMemberInitializerOperation)?.InitializedMember : list)
            is IPropertyReferenceOperation { Property.Name: "Origins" } origins ? origins : null;

    static bool IsSame(IOperation? left, IOperation? right) =>
        left is not null && (ReferenceEquals(left, right) || SameObject.Owner(left) is { } owner && SymbolEqualityComparer.Default.Equals(owner, SameObject.Owner(right)));

    // The two arms of one if (or ?:) never run on the same builder.
    static bool AreAlternatives(IOperation left, IOperation right)
    {
        for (IOperation child = left, parent = left.Parent!; parent is not null; child = parent, parent = parent.Parent!)
            if (parent is IConditionalOperation { WhenFalse: { } otherwise } choice
                && (ReferenceEquals(child, choice.WhenTrue) && Contains(otherwise, right) || ReferenceEquals(child, otherwise) && Contains(choice.WhenTrue, right)))
                return true;
        return false;
    }

    static bool Contains(IOperation outer, IOperation? inner)
    {
        for (; inner is not null; inner = inner.Parent)
            if (ReferenceEquals(inner, outer))
                return true;
        return false;
    }

    static Location Name(IInvocationOperation call) =>
        call.Syntax is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } ? access.Name.GetLocation() : call.Syntax.GetLocation();
}
