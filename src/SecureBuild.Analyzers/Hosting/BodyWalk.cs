using System;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SecureBuild.Analyzers.Hosting;

/// <summary>
/// Walks the bodies of a file for all rules: methods, accessors, initialisers, attributes. The compiler's own driver would bind every body of the compilation a second time for a rule that asks for
/// operations; here a body is bound when the names in its text say that a rule may find something (<see cref="BodyGate"/>).
/// </summary>
sealed class BodyWalk(RuleRegistration on, Func<IOperation, RuleRegistration, Action<OperationAnalysisContext>?> dispatch)
{
    volatile BodyGate? _gate;

    public void Check(SemanticModelAnalysisContext context)
    {
        var gate = Gate(context.CancellationToken).Of(context.SemanticModel.SyntaxTree);
        on.Models.Enter(context.SemanticModel);
        try
        {
            var file = new FileWalk(on, dispatch, gate, context);
            var root = (CompilationUnitSyntax)context.SemanticModel.SyntaxTree.GetRoot(context.CancellationToken);
            file.Attributes(root.AttributeLists, root);
            foreach (var member in root.Members)
                if (member is GlobalStatementSyntax)
                {
                    file.Body(root, root);
                    break;
                }
            file.Members(root.Members);
        }
        finally
        {
            on.Models.Leave(context.SemanticModel.SyntaxTree);
        }
    }

    BodyGate Gate(CancellationToken cancellation)
    {
        if (_gate is { } known)
            return known;
        var names = on.Engine.Value.Names(cancellation);
        return _gate = new(on, names);
    }
}
