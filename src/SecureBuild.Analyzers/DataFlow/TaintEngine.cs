using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using SecureBuild.Analyzers.DataFlow.Models;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>
/// The data-flow engine of one compilation: what members mean by the models, what methods do by their summaries. Everything is computed when first asked for and
/// kept as long as the compilation.
/// </summary>
sealed partial class TaintEngine
{
    static readonly string[] s_onByDefault = ["remote", "socket", "archive", "exception", "secret", "personal", "random", "origin"];

    // Who runs the program may name the files it reads, and who writes its database the texts it logs. A statement or command line that their values become a part of is broken all the same.
    const TaintKind Interpreted = TaintKind.Sql | TaintKind.NoSql | TaintKind.Command | TaintKind.Ldap | TaintKind.XPath | TaintKind.Code | TaintKind.Absolute | TaintKind.Wildcard | TaintKind.Parenthesis;

    // A program that puts a value behind the name of a folder, or between tags, means it to stay there, whoever chose it.
    const TaintKind Composed = TaintKind.Path | TaintKind.Upwards | TaintKind.Unresolved | TaintKind.Unanchored | TaintKind.Xss;

    static readonly Dictionary<string, TaintKind> s_partlyOn = new(StringComparer.Ordinal)
    {
        ["commandline"] = Interpreted | TaintKind.Deserialization | TaintKind.Format | TaintKind.Reflection | Composed,
        ["queue"] = Interpreted | TaintKind.Deserialization,
        ["response"] = Interpreted,
        ["database"] = Interpreted | TaintKind.Xss,
        ["environment"] = Interpreted | TaintKind.Format | TaintKind.Reflection | Composed,
        ["file"] = Interpreted | Composed & ~TaintKind.Xss,
    };

    readonly Compilation _compilation;
    readonly BodyModels _bodyModels;
    volatile NameIndex? _names;
    readonly NameSettings _nameSettings;
    readonly ModelIndex _models;
    readonly HashSet<string> _groups;
    readonly ConcurrentDictionary<ISymbol, MemberModel?> _memberModels = new(SymbolEqualityComparer.Default);
    readonly ConcurrentDictionary<ISymbol, MemberModel?> _assignedModels = new(SymbolEqualityComparer.Default);
    readonly ConcurrentDictionary<ITypeSymbol, TaintKind> _kinds = new(SymbolEqualityComparer.Default);
    readonly ConcurrentDictionary<ITypeSymbol, bool> _services = new(SymbolEqualityComparer.Default);
    readonly ConcurrentDictionary<ISymbol, TaintKind> _sources = new(SymbolEqualityComparer.Default);
    readonly ConcurrentDictionary<ISymbol, IOperation?> _initials = new(SymbolEqualityComparer.Default);
    readonly ConcurrentDictionary<INamedTypeSymbol, HashSet<string>> _written = new(SymbolEqualityComparer.Default);

    public TaintEngine(Compilation compilation, BodyModels bodyModels, AnalyzerOptions options)
    {
        _compilation = compilation;
        _bodyModels = bodyModels;
        var own = ModelFiles.Read(compilation, options, _described);
        _models = ModelIndex.With(own);
        _groups = new(s_onByDefault, StringComparer.Ordinal);
        if (options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue("securebuild.sources", out var chosen))
            foreach (var group in chosen.Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries))
                _groups.Add(group.Trim());
        _nameSettings = new(compilation.ExternalReferences, own, _groups);
    }

    /// <summary>Which members can have to do with sources or sinks at all, by the names they mention.</summary>
    public NameIndex Names(CancellationToken cancellation)
    {
        if (_names is { } known)
            return known;
        // No Lazy: it would keep a cancellation for ever.
        lock (_compilation)
        {
            _names ??= NameIndex.Of(_compilation, _models, _nameSettings, KindsOf, cancellation);
            _bodyModels.IsEditing = _names.Kept is not null;
            return _names;
        }
    }

    /// <summary>What values of this source or entry are dangerous for in this project; 0 where its group does not count.</summary>
    public TaintKind KindsOf(ModelLine line) => _groups.Contains(line.Group) ? line.Kinds : s_partlyOn.TryGetValue(line.Group, out var kinds) ? line.Kinds & kinds : 0;

    /// <summary>
    /// What a value is harmless for as long as it is the whole text: what is read from a file or the environment may be a whole script or the program to start, and who runs a program
    /// names the files it opens. That is what it is there for. As a part of a text it is a value.
    /// </summary>
    public TaintKind OnlyDangerousInside(ModelLine line) => _groups.Contains(line.Group) ? 0 : line.Group switch
    {
        "file" => TaintKind.Any,
        "environment" => ~(TaintKind.Format | TaintKind.Reflection),
        "commandline" => Composed,
        _ => 0,
    };

    /// <summary>Not chosen by who runs the program.</summary>
    public static bool IsForeign(TaintKind kinds) => (kinds & ~(Interpreted | Composed | TaintKind.Format | TaintKind.Reflection | TaintKind.Deserialization)) != 0;

    public MemberModel? ModelOf(ISymbol member)
    {
        member = member.OriginalDefinition;
        return _memberModels.TryGetValue(member, out var model) ? model : _memberModels.GetOrAdd(member, _models.Find(member, isAssigned: false));
    }

    public MemberModel? AssignedModelOf(ISymbol member)
    {
        member = member.OriginalDefinition;
        return _assignedModels.TryGetValue(member, out var model) ? model : _assignedModels.GetOrAdd(member, _models.Find(member, isAssigned: true));
    }

    /// <summary>What values of a type can be dangerous for: a number is no text, a date, a Guid, an enum or a truth value is nothing.</summary>
    public TaintKind KindsOf(ITypeSymbol? type)
    {
        switch (type)
        {
            case null or ITypeParameterSymbol or IDynamicTypeSymbol:
                return TaintKind.Any;
            case { SpecialType: SpecialType.System_String or SpecialType.System_Object or SpecialType.System_Char or SpecialType.System_Byte or SpecialType.System_SByte }:
                return TaintKind.Any;
            case { SpecialType: SpecialType.System_Boolean or SpecialType.System_Void or SpecialType.System_DateTime }:
            case { TypeKind: TypeKind.Enum }:
                return 0;
            case { SpecialType: >= SpecialType.System_Int16 and <= SpecialType.System_UIntPtr }:
                return TaintKind.Number | TaintKind.Predictable;
            case IArrayTypeSymbol array:
                return KindsOf(array.ElementType);
        }
        return _kinds.TryGetValue(type, out var kinds) ? kinds : _kinds.GetOrAdd(type, Compute(type));
    }

    TaintKind Compute(ITypeSymbol type)
    {
        if (_models.IsHarmless(type) || type is { Name: "Guid" or "DateTimeOffset" or "TimeSpan" or "DateOnly" or "TimeOnly" or "Version" or "IPAddress" or "CancellationToken", ContainingNamespace.Name: "System" or "Net" or "Threading" })
            return type.Name == "Guid" ? TaintKind.Predictable : TaintKind.None;
        // Collections, tasks and nullables of what carries no text carry none.
        if (type is INamedTypeSymbol { TypeArguments: { Length: 1 } arguments } named && named.ContainingNamespace?.ToDisplayString().StartsWith("System", StringComparison.Ordinal) == true)
            return KindsOf(arguments[0]);
        return TaintKind.Any;
    }

    /// <summary>What the parameter, property or field is a source of by its attributes or its name; null for none.</summary>
    public TaintKind? SourceOf(ISymbol symbol)
    {
        symbol = symbol.OriginalDefinition;
        var kinds = _sources.TryGetValue(symbol, out var known) ? known : _sources.GetOrAdd(symbol, ComputeSource(symbol));
        return kinds == 0 ? null : kinds;
    }

    TaintKind ComputeSource(ISymbol symbol)
    {
        TaintKind kinds = 0;
        foreach (var attribute in symbol.GetAttributes())
            if (attribute.AttributeClass is { } type)
                for (var current = type; current is not null; current = current.BaseType)
                    foreach (var line in _models.OfAttribute(current.Name))
                        if (line.Role == ModelRole.Source && current.Is(line.Attribute!))
                            kinds |= KindsOf(line);
        // What a line about the member itself takes back.
        if (kinds != 0 && ModelOf(symbol)?.Results is { } results && results.TrueForAll(static line => line.Role == ModelRole.None))
            return 0;
        if (symbol is IFieldSymbol && ModelOf(symbol)?.Sources is { } sources)
            foreach (var line in sources)
                kinds |= KindsOf(line);
        if (_models.HasWords && symbol is not IFieldSymbol { IsConst: true })
        {
            if (_models.OfWord(Words.Last(symbol.Name)) is { } lines && Words.Of(symbol.Name) is var words)
                foreach (var line in lines)
                    if ((line.Role == ModelRole.None || KindsOf(line) != 0) && EndsIn(words, line.Words!))
                    {
                        if (line.Role == ModelRole.None)
                            return 0;
                        kinds |= KindsOf(line);
                    }
        }
        return kinds;
    }

    static bool EndsIn(IReadOnlyList<string> words, string[] end)
    {
        if (words.Count < end.Length)
            return false;
        for (var i = 0; i < end.Length; i++)
            if (words[words.Count - end.Length + i] != end[i])
                return false;
        return true;
    }

    /// <summary>What the framework fills a parameter of an entry method with; null where it comes from elsewhere.</summary>
    public Taint? EntryInput(IParameterSymbol parameter, TaintKind kinds)
    {
        if (IsServiceParameter(parameter) || IsOneOfOthers(parameter))
            return Own(parameter, null);
        return Own(parameter, Taint.Of(new SourceOrigin(SyntaxOf(parameter), parameter.Name), kinds & KindsOf(parameter.Type)));
    }

    // A line that names parameters says it of these alone.
    bool IsOneOfOthers(IParameterSymbol parameter) =>
        parameter.ContainingSymbol is IMethodSymbol method && ModelOf(method)?.Entries is { } lines
        && lines.TrueForAll(line => line.Places.Length > 0 && !Array.Exists(line.Places, place => Interpreter.OrdinalOf(place.Name, method) == parameter.Ordinal));

    /// <summary>What a parameter carries by its own name or attributes, besides.</summary>
    public Taint? Own(IParameterSymbol parameter, Taint? taint) =>
        SourceOf(parameter) is { } kinds && (kinds & KindsOf(parameter.Type)) is var some and not 0 ? Taint.Join(taint, Taint.Of(new SourceOrigin(SyntaxOf(parameter), parameter.Name), some)) : taint;

    SyntaxNode SyntaxOf(IParameterSymbol parameter) =>
        parameter.DeclaringSyntaxReferences.Length > 0 ? parameter.DeclaringSyntaxReferences[0].GetSyntax() : _compilation.SyntaxTrees.First().GetRoot();

    bool IsServiceParameter(IParameterSymbol parameter)
    {
        foreach (var attribute in parameter.GetAttributes())
            if (attribute.AttributeClass is { } type)
                foreach (var line in _models.OfAttribute(type.Name))
                    if (line.Role == ModelRole.Service)
                        return true;
        return IsService(parameter.Type) || IsMadeOfServices(parameter) || IsNothingFilledIn(parameter.Type);
    }

    // An own class that is made of nothing and has nothing to set: whoever gave it, nothing of a request is in it.
    bool IsNothingFilledIn(ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Class, IsRecord: false } made || !IsInSource(made) || !made.InstanceConstructors.All(static constructor => constructor.Parameters.Length == 0))
            return false;
        var hasMethod = false;
        for (var current = made; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            if (!IsInSource(current))
                return false;
            foreach (var member in current.GetMembers())
                switch (member)
                {
                    case IPropertySymbol { IsStatic: false, DeclaredAccessibility: Accessibility.Public, Type.SpecialType: SpecialType.None } or IPropertySymbol { IsStatic: false, DeclaredAccessibility: Accessibility.Public, IsReadOnly: false }:
                    case IFieldSymbol { IsStatic: false, DeclaredAccessibility: Accessibility.Public }:
                    case IMethodSymbol { IsStatic: true, Name: "TryParse" or "BindAsync" }:
                        return false;
                    case IMethodSymbol { MethodKind: MethodKind.Ordinary, IsStatic: false, DeclaredAccessibility: Accessibility.Public }:
                        hasMethod = true;
                        break;
                }
        }
        return hasMethod;
    }

    bool IsService(ITypeSymbol type) => _services.TryGetValue(type, out var known) ? known : _services.GetOrAdd(type, FindService(type));

    bool FindService(ITypeSymbol type)
    {
        if (type.TypeKind == TypeKind.Interface)
        {
            if (type.SpecialType is SpecialType.System_Collections_IEnumerable or SpecialType.System_Collections_Generic_IEnumerable_T)
                return false;
            foreach (var implemented in type.AllInterfaces)
                if (implemented.SpecialType == SpecialType.System_Collections_IEnumerable)
                    return _models.IsService(type);
            return type.Name is not "IFormFile";
        }
        return _models.IsService(type);
    }

    // A class that only dependency injection can make: every public constructor wants a service. The parts of an [AsParameters] may be services beside what is bound.
    bool IsMadeOfServices(IParameterSymbol parameter)
    {
        if (parameter.Type is not INamedTypeSymbol { TypeKind: TypeKind.Class, SpecialType: SpecialType.None, IsAbstract: false } type)
            return false;
        foreach (var attribute in parameter.GetAttributes())
            if (attribute.AttributeClass?.Name == "AsParametersAttribute")
                return false;
        var found = false;
        foreach (var constructor in type.InstanceConstructors)
            if (constructor.DeclaredAccessibility == Accessibility.Public)
            {
                found = false;
                foreach (var needed in constructor.Parameters)
                    found |= IsService(needed.Type);
                if (!found)
                    return false;
            }
        return found;
    }

    /// <summary>What the parameters of a method come from when a framework calls it; null for a method that only our own code calls.</summary>
    public TaintKind? EntryOf(IMethodSymbol method)
    {
        if (method.MethodKind is not (MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation) || method.Parameters.Length == 0)
            return null;
        for (IMethodSymbol? current = method; current is not null; current = current.OverriddenMethod)
            if (EntryByAttribute(current) is { } kinds)
                return kinds == 0 ? null : kinds;
        foreach (var contract in method.ContainingType.AllInterfaces)
            if (IsInSource(contract) && contract.GetAttributes().Length > 0)
                foreach (var member in contract.GetMembers(method.Name))
                    if (member is IMethodSymbol promised && EntryByAttribute(promised) is { } kinds && SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method))
                        return kinds;
        if (method.DeclaredAccessibility == Accessibility.Public)
            for (INamedTypeSymbol? type = method.ContainingType; type is not null; type = type.BaseType)
                if (EntryByAttribute(type) is { } kinds)
                    return kinds;
        if (ModelOf(method)?.Entries is { } entries && method.DeclaredAccessibility == Accessibility.Public)
            foreach (var line in entries)
                if (KindsOf(line) is not 0 and var some && (line.Places.Length == 0 || Array.Exists(line.Places, place => IsGiven(place.Name, method))))
                    return some;
        return method is { IsStatic: true, Name: "Main" or WellKnownMemberNames.TopLevelStatementsEntryPointMethodName, Parameters: [{ Type: IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_String } }] } ? CommandLine : null;
    }

    // Text or an object; of a delegate it is the delegate's parameters that are filled.
    static bool IsGiven(string place, IMethodSymbol method) => Interpreter.OrdinalOf(place, method) is >= 0 and var at && method.Parameters[at].Type.TypeKind != TypeKind.Delegate;

    TaintKind CommandLine => _groups.Contains("commandline") ? TaintKind.Text : s_partlyOn["commandline"] & ~Composed;

    TaintKind? EntryByAttribute(ISymbol symbol)
    {
        foreach (var attribute in symbol.GetAttributes())
            if (attribute.AttributeClass is { } type)
                foreach (var line in _models.OfAttribute(type.Name))
                    if ((line.Role == ModelRole.None || line.Role == ModelRole.Entry && KindsOf(line) != 0) && type.IsOrInherits(line.Attribute!))
                        return line.Role == ModelRole.None ? TaintKind.None : KindsOf(line);
        return null;
    }

    /// <summary>A type of this compilation's own code.</summary>
    public bool IsInSource(INamedTypeSymbol? type) => type is not null && type.OriginalDefinition.DeclaringSyntaxReferences.Length > 0 && SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, _compilation.Assembly);

    /// <summary>A static member that code can change, so that one method's value is another's input.</summary>
    public bool MayHoldInput(ISymbol member) =>
        IsInSource(member.ContainingType) && member switch { IFieldSymbol field => field is { IsConst: false }, IPropertySymbol property => property.SetMethod is not null, _ => false };

    /// <summary>The initialiser of a member that nothing changes afterwards; null where there is none or something may.</summary>
    public IOperation? InitialValueOf(ISymbol member, AnalysisSession session)
    {
        member = member.OriginalDefinition;
        if (session.Footprint is { } footprint && Files is { } files && IsInSource(member.ContainingType))
        {
            foreach (var reference in member.DeclaringSyntaxReferences)
                footprint.Add(reference.GetSyntax(session.Cancellation), files);
            footprint.AddWrites(member.ContainingType, files);
        }
        return _initials.TryGetValue(member, out var known) ? known : _initials.GetOrAdd(member, FindInitial(member));
    }

    IOperation? FindInitial(ISymbol member)
    {
        if (member.DeclaringSyntaxReferences.Length != 1 || !IsInSource(member.ContainingType))
            return null;
        var isFixed = member switch
        {
            IFieldSymbol field => field.IsReadOnly || field.DeclaredAccessibility == Accessibility.Private,
            IPropertySymbol property => property is { SetMethod: null, IsVirtual: false, IsOverride: false, IsAbstract: false } || property.SetMethod?.DeclaredAccessibility == Accessibility.Private,
            _ => false,
        };
        if (!isFixed)
            return null;
        var initializer = member.DeclaringSyntaxReferences[0].GetSyntax() switch
        {
            VariableDeclaratorSyntax declarator => declarator.Initializer,
            PropertyDeclarationSyntax property => property.Initializer,
            _ => null,
        };
        // An instance's collection is the instance's own: only what cannot change may stand for it.
        if (!member.IsStatic && (member as IFieldSymbol)?.Type is var fieldType && ((member as IPropertySymbol)?.Type ?? fieldType) is not ({ IsValueType: true } or { SpecialType: SpecialType.System_String } or { Name: "Regex" }))
            return null;
        if (initializer is null || WrittenIn(member.ContainingType).Contains(member.Name) || !member.IsStatic && MentionsParameter(initializer))
            return null;
        return _bodyModels.Apart(initializer.SyntaxTree).GetOperation(initializer.Value);
    }

    // What a type's own parameter gives each object is another value for each.
    static bool MentionsParameter(EqualsValueClauseSyntax initializer)
    {
        foreach (var parameter in initializer.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.ParameterList?.Parameters ?? default)
            if (NameIndex.Mentions(initializer, parameter.Identifier.ValueText))
                return true;
        return false;
    }

    // Anywhere in the type.
    HashSet<string> WrittenIn(INamedTypeSymbol type)
    {
        if (_written.TryGetValue(type, out var known))
            return known;
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var reference in type.DeclaringSyntaxReferences)
            WrittenNames.AddIn(reference.GetSyntax(), names);
        return _written.GetOrAdd(type, names);
    }

    SemanticModel ModelFor(SyntaxTree tree) => _bodyModels.Of(tree);
}
