using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>What the file declares.</summary>
sealed partial class TreeNames
{
    void Visit(SyntaxNode node)
    {
        if (node is CompilationUnitSyntax && node.ChildNodes().FirstOrDefault(static child => child is GlobalStatementSyntax) is { } program)
            Members.Add(new(s_program, FirstAt(program.SpanStart), FirstAt(node.ChildNodes().Last(static child => child is GlobalStatementSyntax).Span.End), MemberParts.None, carries: false, []));
        foreach (var child in node.ChildNodes())
            switch (child)
            {
                case BaseNamespaceDeclarationSyntax:
                    Visit(child);
                    break;
                case BaseTypeDeclarationSyntax type:
                    foreach (var part in type.BaseList?.Types ?? default)
                        if (SimpleName(part.Type) is { } name)
                            Bases.Add((name, type));
                    if (type is TypeDeclarationSyntax { ParameterList: { } parameters })
                    {
                        Attributes(parameters);
                        Secrets(parameters, type.Identifier.ValueText);
                        foreach (var parameter in parameters.Parameters)
                            Captured.Add(HashOf(parameter.Identifier.ValueText));
                        GivenHandlers(parameters, type.Identifier.ValueText, areMembers: true);
                    }
                    Visit(child);
                    break;
                case FieldDeclarationSyntax field:
                    var isShared = IsShared(field);
                    var isConstant = field.Modifiers.Any(SyntaxKind.ConstKeyword);
                    foreach (var variable in field.Declaration.Variables)
                    {
                        if (HoldsHandlers(field.Declaration.Type))
                            Handlers.Add(HashOf(variable.Identifier.ValueText));
                        if (!isConstant)
                            Holders.Add(HashOf(variable.Identifier.ValueText));
                        if (isShared)
                            StaticFields.Add(HashOf(variable.Identifier.ValueText));
                        Declare(field, variable.Identifier.ValueText, variable.Initializer is null ? MemberParts.None : MemberParts.Value, Carries(field.Declaration.Type));
                        Attributes(field.AttributeLists, variable.Identifier.ValueText);
                    }
                    break;
                case EventFieldDeclarationSyntax raised:
                    foreach (var variable in raised.Declaration.Variables)
                        Handlers.Add(HashOf(variable.Identifier.ValueText));
                    break;
                case PropertyDeclarationSyntax property:
                    if (HoldsHandlers(property.Type))
                        Handlers.Add(HashOf(property.Identifier.ValueText));
                    if (property is { Initializer: not null, AccessorList.Accessors.Count: 1 })
                        Holders.Add(HashOf(property.Identifier.ValueText));
                    Declare(property, property.Identifier.ValueText, PartsOf(property) | (property.Initializer is null ? MemberParts.None : MemberParts.Value), Carries(property.Type));
                    Attributes(property.AttributeLists, property.Identifier.ValueText);
                    break;
                case ConstructorDeclarationSyntax constructor:
                    Declare(constructor, constructor.Identifier.ValueText, MemberParts.Creation, true);
                    Secrets(constructor.ParameterList, constructor.Identifier.ValueText);
                    GivenHandlers(constructor.ParameterList, constructor.Identifier.ValueText, areMembers: false);
                    break;
                case MethodDeclarationSyntax method:
                    Declare(method, method.Identifier.ValueText, MemberParts.Call, Carries(method.ReturnType), method.ParameterList);
                    Secrets(method.ParameterList, method.Identifier.ValueText);
                    if ((method.Identifier.ValueText == "WriteTo" || method.Identifier.ValueText.StartsWith("Execute", System.StringComparison.Ordinal)) && node is TypeDeclarationSyntax { BaseList: not null, Identifier.ValueText: var made })
                        Runs.Add((HashOf(method.Identifier.ValueText), HashOf(made)));
                    GivenHandlers(method.ParameterList, method.Identifier.ValueText, areMembers: false);
                    break;
                case IndexerDeclarationSyntax indexer:
                    Declare(indexer, "this[]", PartsOf(indexer), true);
                    break;
                case EventDeclarationSyntax @event:
                    Declare(@event, @event.Identifier.ValueText, MemberParts.Write, true);
                    break;
            }
    }

    void Declare(SyntaxNode node, string name, MemberParts parts, bool carries, ParameterListSyntax? parameters = null)
    {
        if (name.Length == 0)
            return;
        var first = FirstAt(node.SpanStart);
        var end = FirstAt(node.Span.End);
        var names = new List<int>();
        // Names that the member declares itself are nobody else's.
        for (var i = first; i < end; i++)
            if ((_forms[i] & NameForm.Declared) != 0)
                names.Add(_hashes[i]);
        names.Sort();
        if (parameters is not null && _counts.Count > 0)
            MarkGiven(parameters, first, end);
        if (parameters is not null && !carries)
            carries = Fills(parameters);
        Members.Add(new(HashOf(name), first, end, parts, carries, names.Count == 0 ? [] : names.ToArray()));
    }

    // A loop that runs as often as the caller says.
    void MarkGiven(ParameterListSyntax parameters, int first, int end)
    {
        foreach (var (index, count) in _counts)
            if (index >= first && index < end)
                foreach (var parameter in parameters.Parameters)
                    if (HashOf(parameter.Identifier.ValueText) == count)
                    {
                        _hashes[index] = s_givenLoop;
                        if (!_traitsByName.ContainsKey(s_givenLoop))
                        {
                            _traitsByName.Add(s_givenLoop, NameTraits.None);
                            _distinct.Add(s_givenLoop);
                        }
                    }
    }

    static MemberParts PartsOf(BasePropertyDeclarationSyntax property)
    {
        foreach (var accessor in property.AccessorList?.Accessors ?? default)
            if (accessor.Keyword.ValueText != "get" && (accessor.Body is not null || accessor.ExpressionBody is not null))
                return MemberParts.Write;
        return MemberParts.None;
    }

    // Text may go out through it: not through a number, a truth value, nothing at all.
    static bool Carries(TypeSyntax type) => type switch
    {
        PredefinedTypeSyntax plain => plain.Keyword.ValueText is "string" or "object" or "char" or "byte" or "sbyte",
        NullableTypeSyntax nullable => Carries(nullable.ElementType),
        GenericNameSyntax { Identifier.ValueText: "Task" or "ValueTask", TypeArgumentList.Arguments: { Count: 1 } arguments } => Carries(arguments[0]),
        IdentifierNameSyntax { Identifier.ValueText: var name } => name is not ("Task" or "ValueTask" or "DateTime" or "DateTimeOffset" or "TimeSpan" or "DateOnly" or "TimeOnly" or "Guid" or "CancellationToken"),
        _ => true,
    };

    // An object or delegate that is handed in may take something along, and so may out and ref.
    static bool Fills(ParameterListSyntax parameters)
    {
        foreach (var parameter in parameters.Parameters)
        {
            if (parameter.Type is not (null or PredefinedTypeSyntax or NullableTypeSyntax { ElementType: PredefinedTypeSyntax } or IdentifierNameSyntax { Identifier.ValueText: "CancellationToken" or "DateTime" or "Guid" or "TimeSpan" }))
                return true;
            foreach (var modifier in parameter.Modifiers)
                if (modifier.ValueText is "out" or "ref")
                    return true;
        }
        return false;
    }

    void Secrets(BaseParameterListSyntax parameters, string owner)
    {
        foreach (var parameter in parameters.Parameters)
            if ((NameTraitsOf.Name(parameter.Identifier.ValueText) & (NameTraits.Password | NameTraits.Secret)) != 0)
                TakesSecret.Add(HashOf(owner));
    }

    void GivenHandlers(BaseParameterListSyntax parameters, string owner, bool areMembers)
    {
        foreach (var parameter in parameters.Parameters)
            if (parameter.Type is { } type && HoldsHandlers(type))
                TakesHandlers.Add((HashOf(owner), areMembers ? HashOf(parameter.Identifier.ValueText) : 0));
    }

    // Action<string>, Func<…>, EventHandler, and collections of them.
    static bool HoldsHandlers(TypeSyntax type) => type switch
    {
        NullableTypeSyntax nullable => HoldsHandlers(nullable.ElementType),
        ArrayTypeSyntax array => HoldsHandlers(array.ElementType),
        QualifiedNameSyntax qualified => HoldsHandlers(qualified.Right),
        GenericNameSyntax { Identifier.ValueText: var name } generic => IsHandler(name) || HoldsHandlers(generic.TypeArgumentList.Arguments.LastOrDefault() ?? generic.TypeArgumentList.Arguments[0]),
        SimpleNameSyntax { Identifier.ValueText: var name } => IsHandler(name),
        _ => false,
    };

    static bool IsHandler(string name) => name is "Action" or "Func" or "Predicate" or "Delegate" || name.EndsWith("Handler", System.StringComparison.Ordinal) || name.EndsWith("Callback", System.StringComparison.Ordinal) || name.EndsWith("Delegate", System.StringComparison.Ordinal);

    static bool IsShared(FieldDeclarationSyntax field)
    {
        var isStatic = false;
        foreach (var modifier in field.Modifiers)
            if (modifier.ValueText == "const")
                return false;
            else
                isStatic |= modifier.ValueText == "static";
        return isStatic && field.Declaration.Type switch
        {
            PredefinedTypeSyntax plain => plain.Keyword.ValueText is not ("string" or "bool" or "object"),
            GenericNameSyntax { Identifier.ValueText: var name } => name is "Dictionary" or "List" or "HashSet" or "SortedDictionary" or "IDictionary",
            _ => true,
        };
    }

    void Attributes(BaseParameterListSyntax parameters)
    {
        foreach (var parameter in parameters.Parameters)
            Attributes(parameter.AttributeLists, parameter.Identifier.ValueText);
    }

    void Attributes(SyntaxList<AttributeListSyntax> lists, string name)
    {
        foreach (var list in lists)
            foreach (var attribute in list.Attributes)
                if (SimpleName(attribute.Name) is { } simple)
                    Attributed.Add((HashOf(simple), HashOf(name)));
    }

    static string? SimpleName(TypeSyntax type) => type switch
    {
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
        _ => null,
    };

    /// <summary>A declared member: its name and the range of identifiers in its text.</summary>
    public readonly struct Member(int name, int first, int end, MemberParts parts, bool carries, int[] declared)
    {
        public int Name { get; } = name;

        public int First { get; } = first;

        public int End { get; } = end;

        /// <summary>What of it has code.</summary>
        public MemberParts Parts { get; } = parts;

        /// <summary>Whether text may come out of it.</summary>
        public bool Carries { get; } = carries;

        /// <summary>Whether the name is a variable or parameter of its own.</summary>
        public bool Declares(int name) => System.Array.BinarySearch(declared, name) >= 0;
    }
}
