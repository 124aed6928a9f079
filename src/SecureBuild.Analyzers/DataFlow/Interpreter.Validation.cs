using System;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecureBuild.Analyzers.RegularExpressions;
using SecureBuild.Analyzers.Web;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>What is bound from a request: the properties that are set, and what attributes ask of them before the action runs.</summary>
sealed partial class Interpreter
{
    /// <summary>A parameter that a framework fills: an object by its setters, what is validated without what its attributes do not let in.</summary>
    Value Bound(IParameterSymbol parameter, Value value)
    {
        if (LostBy(parameter) is not 0 and var lost && IsValidated(parameter))
            value = value.Without(lost);
        if (value.Objects is [var id] && _state[id]?.Deep is { } deep && parameter.Type is INamedTypeSymbol bound && _engine.IsInSource(bound) && Array.Exists(deep.Parts, static part => part.Origin is SourceOrigin))
        {
            if (Parsed(parameter, bound, deep) is { } parsed)
                return parsed;
            foreach (var member in bound.GetMembers())
                if (member is IPropertySymbol { IsStatic: false, IsIndexer: false, SetMethod: { DeclaredAccessibility: Accessibility.Public } setter } property)
                    Bind(parameter, property, setter, value, deep);
                else if (member is IMethodSymbol { MethodKind: MethodKind.Constructor, Parameters.Length: > 0 } constructor && bound.IsRecord && IsPrimary(constructor))
                    Construct(constructor, bound, value, deep);
        }
        return value;
    }

    // bool TryParse(string text, out T value): what comes out of it is what the framework hands on.
    Value? Parsed(IParameterSymbol parameter, INamedTypeSymbol bound, Taint deep)
    {
        foreach (var member in bound.GetMembers("TryParse"))
            if (member is IMethodSymbol { IsStatic: true, DeclaredAccessibility: Accessibility.Public, ReturnType.SpecialType: SpecialType.System_Boolean, Parameters: { Length: 2 or 3 } parameters } parse
                && parameters[0].Type.SpecialType == SpecialType.System_String && parameters[parameters.Length - 1] is { RefKind: RefKind.Out, Ordinal: var last }
                && _engine.HasBody(parse) && !WebEndpoint.Has(parameter, "FromBodyAttribute"))
            {
                var values = new Value[parameters.Length];
                for (var i = 0; i < values.Length; i++)
                    values[i] = i == 0 ? Value.Of(deep) : Value.Unknown;
                var call = new CallContext(this, null, values, parse) { Operations = new IOperation[values.Length] };
                foreach (var (ordinal, left) in _engine.SummaryOf(parse, _session).Outs)
                    if (ordinal == last)
                        return Import(left, call, (parameter, parse));
            }
        return null;
    }

    // record Paging(int Size) { public int Size { get; init; } = Math.Min(Size, 100); }
    void Construct(IMethodSymbol constructor, INamedTypeSymbol bound, Value owner, Taint deep)
    {
        var isChanged = false;
        var values = new Value[constructor.Parameters.Length];
        foreach (var parameter in constructor.Parameters)
        {
            values[parameter.Ordinal] = Value.Of(deep.Member(parameter.Name).Only(KindsOf(parameter.Type)));
            foreach (var member in bound.GetMembers(parameter.Name))
                isChanged |= member is IPropertySymbol { DeclaringSyntaxReferences: [{ } reference] } && reference.GetSyntax() is PropertyDeclarationSyntax { Initializer: not null };
        }
        if (!isChanged)
            return;
        var call = new CallContext(this, owner, values, constructor) { Operations = new IOperation[values.Length] };
        foreach (var (target, left) in _engine.SummaryOf(constructor, _session).Effects)
            WriteEffect(target, Import(left, call, (target, constructor)), left, call);
    }

    void Bind(IParameterSymbol parameter, IPropertySymbol property, IMethodSymbol setter, Value owner, Taint deep)
    {
        var lost = LostBy(property) | LostBy(InRecord(property));
        if (lost != 0 && !IsValidated(parameter))
            lost = 0;
        var given = Value.Of(deep.Member(property.Name).Only(KindsOf(property.Type) & ~lost));
        if (_engine.HasBody(setter))
        {
            // What the setter leaves is what the object holds.
            var call = new CallContext(this, owner, [given], setter) { Operations = new IOperation[1] };
            foreach (var (target, left) in _engine.SummaryOf(setter, _session).Effects)
                WriteEffect(target, Import(left, call, (target, setter)), left, call);
        }
        else if (lost != 0 && !IsHeapType(property.Type))
        {
            WriteMember(owner, property.Name, given);
        }
    }

    // record Paging([Range(1, 100)] int Size)
    static IParameterSymbol? InRecord(IPropertySymbol property)
    {
        if (property.ContainingType.IsRecord)
            foreach (var constructor in property.ContainingType.InstanceConstructors)
                foreach (var parameter in constructor.Parameters)
                    if (parameter.Name == property.Name)
                        return parameter;
        return null;
    }

    static TaintKind LostBy(ISymbol? validated)
    {
        TaintKind lost = 0;
        if (validated is null)
            return lost;
        foreach (var attribute in validated.GetAttributes())
            switch (attribute)
            {
                case { AttributeClass.Name: "RangeAttribute" }:
                    lost |= TaintKind.Number;
                    break;
                case { AttributeClass.Name: "AllowedValuesAttribute" or "EnumDataTypeAttribute" }:
                    lost |= TaintKind.Any;
                    break;
                // The whole text has to match.
                case { AttributeClass.Name: "RegularExpressionAttribute", ConstructorArguments: [{ Value: string pattern }] } when RegexGuard.CharactersAllowedBy("^(?:" + pattern + ")\\z", RegexOptions.None) is { } allowed:
                    lost |= LostBy(allowed);
                    break;
            }
        return lost;
    }

    // By [ApiController], which answers by itself, or by an action that asks.
    static bool IsValidated(IParameterSymbol parameter)
    {
        if (WebEndpoint.TypeHas(parameter.ContainingType, static attribute => attribute.Name == "ApiControllerAttribute"))
            return true;
        foreach (var reference in parameter.ContainingSymbol.DeclaringSyntaxReferences)
            foreach (var node in reference.GetSyntax().DescendantNodes())
                if (node is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "IsValid", Expression: var asked } && asked.ToString().EndsWith("ModelState", StringComparison.Ordinal))
                    return true;
        return false;
    }
}
