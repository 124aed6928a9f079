using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Resources;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecureBuild.CodeFixes;

/// <summary>One rule, one mechanical repair of what it reports. The action's title is in <c>Titles.resx</c> under the rule's id.</summary>
public abstract class RuleCodeFix : CodeFixProvider
{
    /// <summary>The key of the diagnostic's property in which a rule says what to write instead.</summary>
    protected const string Replacement = "Replacement";

    static readonly SyntaxAnnotation s_gone = new();

    static readonly ResourceManager s_titles = new("SecureBuild.CodeFixes.Titles", typeof(RuleCodeFix).Assembly);

    readonly string _id;
    readonly FixAllProvider _all;

    /// <param name="id"><c>SB2001</c>.</param>
    protected RuleCodeFix(string id)
    {
        _id = id;
        _all = FixAllProvider.Create((context, document, diagnostics) => RepairedAsync(document, diagnostics, context.CancellationToken));
        FixableDiagnosticIds = ImmutableArray.Create(id);
    }

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <summary>All repairs of a document in one step: Roslyn's batch fixer merges texts and loses repairs that add the same using directive.</summary>
    public sealed override FixAllProvider GetFixAllProvider() => _all;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            var diagnostics = ImmutableArray.Create(diagnostic);
            if ((await ChangesAsync(context.Document, diagnostics, context.CancellationToken).ConfigureAwait(false)).Count == 0)
                continue;
            diagnostic.Properties.TryGetValue(Replacement, out var replacement);
            var title = new LocalizableResourceString(_id, s_titles, typeof(RuleCodeFix), replacement ?? "").ToString(null);
            context.RegisterCodeFix(CodeAction.Create(title, async cancellation => await RepairedAsync(context.Document, diagnostics, cancellation).ConfigureAwait(false) ?? context.Document, _id), diagnostic);
        }
    }

    /// <summary>What to write instead; null when there is no mechanical way, and then no fix is offered.</summary>
    /// <param name="reported">The innermost node at the diagnostic's place.</param>
    /// <param name="place">What is known around it.</param>
#pragma warning disable SB0002 // Every fix writes source text into the editor, and reaches neither files nor processes.
    protected abstract Change? Repair(SyntaxNode reported, Place place);
#pragma warning restore SB0002

    /// <summary>The repair that takes a statement or an element of a list away.</summary>
    protected static Change Removal(SyntaxNode old) => new(old, old.WithAdditionalAnnotations(s_gone));

    async Task<Document?> RepairedAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        var changes = await ChangesAsync(document, diagnostics, cancellation).ConfigureAwait(false);
        if (changes.Count == 0 || await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not CompilationUnitSyntax root)
            return null;
        var changed = root.ReplaceNodes(changes.Keys, (old, _) => changes[old].New);
        changed = changed.RemoveNodes(changed.GetAnnotatedNodes(s_gone), SyntaxRemoveOptions.KeepUnbalancedDirectives) ?? changed;
        foreach (var change in changes.Values)
            if (change.Using is { } name)
                changed = Usings.Add(changed, name);
        return document.WithSyntaxRoot(changed);
    }

    /// <summary>The repairs by the nodes they replace; of one inside another the outer one.</summary>
    async Task<Dictionary<SyntaxNode, Change>> ChangesAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        var changes = new Dictionary<SyntaxNode, Change>();
        if (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model)
            return changes;
        foreach (var diagnostic in diagnostics)
        {
            var reported = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
            diagnostic.Properties.TryGetValue(Replacement, out var replacement);
            if (Repair(reported, new Place(document, model, replacement, cancellation)) is { } change)
                changes[change.Old] = change;
        }
        foreach (var inner in changes.Keys.Where(node => node.Ancestors().Any(changes.ContainsKey)).ToList())
            changes.Remove(inner);
        return changes;
    }

    /// <summary>A node and what takes its place.</summary>
    protected sealed class Change(SyntaxNode old, SyntaxNode @new, string? @using = null)
    {
        /// <summary>The namespace that the file has to use for it, if it does not yet.</summary>
        public string? Using { get; } = @using;

        /// <summary>A node of the document.</summary>
        public SyntaxNode Old { get; } = old;

        /// <summary>What takes its place.</summary>
        public SyntaxNode New { get; } = @new;
    }

    /// <summary>What a repair may look at.</summary>
    protected sealed class Place(Document document, SemanticModel model, string? replacement, CancellationToken cancellation)
    {
        /// <summary>The document.</summary>
        public Document Document { get; } = document;

        /// <summary>Its semantic model.</summary>
        public SemanticModel Model { get; } = model;

        /// <summary>What the rule says to write instead, if it does.</summary>
        public string? Replacement { get; } = replacement;

        /// <summary>The namespace of the type when the simple name does not yet mean the type at this place; for <see cref="Change.Using"/>.</summary>
        public string? UsingFor(INamedTypeSymbol type, SyntaxNode at)
        {
            foreach (var found in Model.LookupNamespacesAndTypes(at.SpanStart, name: type.Name))
                if (SymbolEqualityComparer.Default.Equals(found, type))
                    return null;
            return type.ContainingNamespace.ToDisplayString();
        }

        /// <summary>Cancels the search for a repair.</summary>
        public CancellationToken Cancellation { get; } = cancellation;
    }
}
