using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>Who writes to a member: the methods of its type, and those who call them with what comes from outside.</summary>
sealed partial class TaintEngine
{
    const int MaxUsers = 32;
    const int MaxWriters = 256;
    const int MaxCallers = 3;

    readonly ConcurrentDictionary<ISymbol, bool> _added = new(SymbolEqualityComparer.Default);

    /// <summary>What bodies with a source leave in the member, wherever they reach it.</summary>
    List<Left> LeftIn(ISymbol member, INamedTypeSymbol asking, AnalysisSession session)
    {
        member = member.OriginalDefinition;
        // What a library's class gives its heirs is the heir's.
        var isStore = member is INamedTypeSymbol || member is IPropertySymbol { IsStatic: false } && ModelOf(member)?.IsShared == true;
        var place = (member, isStore || IsInSource(member.ContainingType) ? member.ContainingType?.OriginalDefinition : asking);
        if (_left.TryGetValue(place, out var known))
            return known;
        var all = new List<Left>();
        var writers = isStore ? StoreWritersOf(member, session) : WritersOf(member, place.Item2!, session);
        Sort(writers);
        foreach (var writer in writers)
            LeaveBy(writer, NameOf(KeyOf(member)), all, session);
        return _left.GetOrAdd(place, all);
    }

    List<SyntaxNode> StoreWritersOf(ISymbol store, AnalysisSession session)
    {
        var (bringing, others) = Names(session.Cancellation).StoreWriters(store.Name, session.Cancellation);
        var found = new List<SyntaxNode>();
        var seen = new HashSet<SyntaxNode>();
        var level = new List<(int Name, NameForm Form, HashSet<int> Types)>();
        if (bringing is null || others.Count > MaxWriters)
            Leave(store);
        // The store's own name brings something in: it does not tell who does.
        foreach (var node in (bringing ?? []).Concat(others.Count > MaxWriters ? [] : others))
        {
            Brings(node, seen, found, session);
            if (node is not BaseMethodDeclarationSyntax || EntryOfDeclared(node) is null)
                Climb(node, level);
        }
        if (level.Count <= MaxUsers)
            AddCallers(store, level, seen, found, session);
        else
            Leave(store);
        return found;
    }

    List<SyntaxNode> WritersOf(ISymbol member, INamedTypeSymbol owner, AnalysisSession session)
    {
        var found = new List<SyntaxNode>();
        var seen = new HashSet<SyntaxNode>();
        var level = new List<(int Name, NameForm Form, HashSet<int> Types)>();
        var isOwn = IsInSource(member.ContainingType);
        var types = TypesAround(owner);
        if (isOwn && member.DeclaredAccessibility != Accessibility.Private && member is not IParameterSymbol)
            level.Add((TreeNames.HashOf(member.Name), NameForm.Assigned, types));
        for (var type = owner; type is not null && IsInSource(type); type = type.BaseType)
            foreach (var reference in type.DeclaringSyntaxReferences)
                if (reference.GetSyntax(session.Cancellation) is TypeDeclarationSyntax declaration)
                    foreach (var node in Mentioning(declaration, member.Name))
                    {
                        Brings(node, seen, found, session);
                        if (NameIndex.Assigns(node, member.Name))
                            if (node is PropertyDeclarationSyntax property)
                                level.Add((TreeNames.HashOf(property.Identifier.ValueText), NameForm.Assigned, types));
                            else if (node is MethodDeclarationSyntax method && isOwn)
                                level.Add((TreeNames.HashOf(method.Identifier.ValueText), NameForm.Called | NameForm.Handed, types));
                    }
        AddCallers(member, level, seen, found, session);
        return found;
    }

    // Those who call what is on this level with what comes from outside, and those who call them.
    void AddCallers(ISymbol member, List<(int Name, NameForm Form, HashSet<int> Types)> level, HashSet<SyntaxNode> seen, List<SyntaxNode> found, AnalysisSession session)
    {
        for (var depth = 0; depth < MaxCallers && level.Count > 0 && seen.Count < MaxWriters; depth++)
        {
            var next = new List<(int, NameForm, HashSet<int>)>();
            foreach (var (name, form, around) in level)
                foreach (var node in Users(member, name, form, around, session))
                    if (!seen.Contains(node) && !Brings(node, seen, found, session) && form != NameForm.Assigned)
                        Climb(node, next);
            level = next;
        }
        if (seen.Count >= MaxWriters)
            Leave(member);
    }

    static void Climb(SyntaxNode node, List<(int Name, NameForm Form, HashSet<int> Types)> level)
    {
        if (node.Parent is BaseTypeDeclarationSyntax { Identifier.ValueText: var type })
            if (node is MethodDeclarationSyntax method)
                level.Add((TreeNames.HashOf(method.Identifier.ValueText), NameForm.Called | NameForm.Handed, [TreeNames.HashOf(type), TreeNames.HashOf("I" + type)]));
            else if (node is PropertyDeclarationSyntax property)
                level.Add((TreeNames.HashOf(property.Identifier.ValueText), NameForm.Assigned, [TreeNames.HashOf(type), TreeNames.HashOf("I" + type)]));
    }

    bool Brings(SyntaxNode node, HashSet<SyntaxNode> seen, List<SyntaxNode> found, AnalysisSession session)
    {
        var brings = Names(session.Cancellation).SourcesIn(node) != 0 || node is BaseMethodDeclarationSyntax && EntryOfDeclared(node) is not null;
        if (seen.Add(node) && brings)
            found.Add(node);
        return brings;
    }

    // Of a name that is everywhere, those in files that speak of the type; of one that is everywhere even there, nobody: whoever comes first in the project is no better than the others.
    List<SyntaxNode> Users(ISymbol member, int name, NameForm form, HashSet<int> types, AnalysisSession session)
    {
        var names = Names(session.Cancellation);
        List<SyntaxNode> users = [.. names.MembersWith(name, form, session.Cancellation)];
        if (users.Count > MaxUsers)
            users = [.. names.MembersWith(name, form, session.Cancellation, types)];
        if (users.Count > MaxWriters)
        {
            Leave(member);
            users.Clear();
        }
        return users;
    }

    // By what names others may have its objects.
    static HashSet<int> TypesAround(INamedTypeSymbol type)
    {
        var names = new HashSet<int>();
        for (var current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
            names.Add(TreeNames.HashOf(current.Name));
        foreach (var contract in type.AllInterfaces)
            names.Add(TreeNames.HashOf(contract.Name));
        return names;
    }

    // The same whatever the order of the project's files is.
    static void Sort(List<SyntaxNode> nodes) =>
        nodes.Sort(static (left, right) => string.CompareOrdinal(left.SyntaxTree.FilePath, right.SyntaxTree.FilePath) is not 0 and var files ? files : left.SpanStart.CompareTo(right.SpanStart));

    /// <summary>A collection that is made once and that code adds to: it holds more than its initialiser says.</summary>
    public bool IsAddedTo(ISymbol member, ITypeSymbol type, CancellationToken cancellation)
    {
        member = member.OriginalDefinition;
        if (_added.TryGetValue(member, out var known))
            return known;
        var isAdded = false;
        if (type is { Name: "AsyncLocal" or "ThreadLocal" } || type is not IArrayTypeSymbol && type.AllInterfaces.Any(static contract => contract.SpecialType == SpecialType.System_Collections_IEnumerable))
            if (member.DeclaredAccessibility != Accessibility.Private)
                isAdded = Names(cancellation).MembersWith(TreeNames.HashOf(member.Name), NameForm.Assigned, cancellation).Any();
            else
                foreach (var reference in member.ContainingType.DeclaringSyntaxReferences)
                    isAdded |= reference.GetSyntax(cancellation) is TypeDeclarationSyntax declaration && Mentioning(declaration, member.Name).Exists(node => NameIndex.Assigns(node, member.Name));
        return _added.GetOrAdd(member, isAdded);
    }

    TaintKind? EntryOfDeclared(SyntaxNode member) => ModelFor(member.SyntaxTree).GetDeclaredSymbol(member) is IMethodSymbol method ? EntryOf(method) : null;

    void LeaveBy(SyntaxNode node, string name, List<Left> all, AnalysisSession session)
    {
        var model = ModelFor(node.SyntaxTree);
        if (model.GetDeclaredSymbol(node, session.Cancellation) is not IMethodSymbol method)
            return;
        var entry = EntryOf(method);
        foreach (var (target, value) in Analyze(method, () => node is not CompilationUnitSyntax ? BodiesOf(method, session.Cancellation) : model.GetOperation(node, session.Cancellation) is { } program ? [program] : [], node, entry, session).Effects)
            if (target.Symbol?.Name == name || System.Array.Exists(target.Path, key => NameOf(key) == name))
                all.Add(new(method, entry is not null, target, value));
    }

    // The methods of a type whose text uses the name, in the order of the text.
    static List<SyntaxNode> Mentioning(TypeDeclarationSyntax declaration, string name)
    {
        var members = new List<SyntaxNode>();
        foreach (var use in NamesIn.Of(declaration, name))
        {
            SyntaxNode member = use;
            while (member.Parent is { } parent && parent != declaration)
                member = parent;
            if (member is BaseMethodDeclarationSyntax or PropertyDeclarationSyntax && (members.Count == 0 || members[members.Count - 1] != member))
                members.Add(member);
        }
        return members;
    }

    /// <summary>What a body leaves somewhere.</summary>
    sealed class Left(IMethodSymbol method, bool isEntry, InputOrigin target, Shape value)
    {
        public IMethodSymbol Method { get; } = method;

        /// <summary>A framework calls it, with its own services.</summary>
        public bool IsEntry { get; } = isEntry;

        public InputOrigin Target { get; } = target;

        public Shape Value { get; } = value;
    }
}
