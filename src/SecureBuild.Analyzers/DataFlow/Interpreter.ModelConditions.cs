using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.DataFlow.Models;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>What a line of a model asks of a call before it counts.</summary>
sealed partial class Interpreter
{
    bool Holds(ModelCondition? condition, CallContext call)
    {
        if (condition is null || condition.Subject == "type")
            return true;
        if (condition.Subject == "this.Page")
            return IsPage(call.Instance);
        var dot = condition.Subject.IndexOf('.');
        var name = dot < 0 ? condition.Subject : condition.Subject.Substring(0, dot);
        var value = name == "this" ? call.Receiver : OrdinalOf(name, call.Method) is >= 0 and var at && at < call.Values.Length ? call.Values[at] : null;
        if (dot >= 0 && value is not null)
            value = Follow(value, condition.Subject.Substring(dot + 1).Split('.'));
        if (dot < 0 && value is { HasConstant: true, Constant: int number } && call.Method.Parameters is var all && OrdinalOf(name, call.Method) is >= 0 and var place && all[place].Type is { TypeKind: TypeKind.Enum } type)
            value = Value.OfConstant(MembersOf(type, number));
        if (dot >= 0 && value is { HasConstant: true, Constant: int flag } && name == "this" && PropertyOf(call.Method.ContainingType, condition.Subject.Substring(dot + 1)) is { TypeKind: TypeKind.Enum } choice)
            value = Value.OfConstant(MembersOf(choice, flag));
        var isMet = condition.IsBeginning ? value is { Prefix.Length: > 0 } && condition.Matches(value.Prefix) : value is { HasConstant: true, Constant: string or bool } && condition.Matches(value.Constant.ToString());
        isMet |= (name == "path" || condition.Subject == "this.Path" && call.Instance is IFieldReferenceOperation) && condition is { IsWord: true, IsUnless: false } && value is not { HasConstant: true } && IsCalled(condition, call);
        return condition.IsUnless ? !isMet : isMet;
    }

    // The writer that the framework gives to content which is part of a page.
    bool IsPage(IOperation? writer) =>
        writer is IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { ContainingType: { } content } method } && SymbolEqualityComparer.Default.Equals(_engine.RunOf(content), method.OriginalDefinition);

    // File.AppendAllText(_auditFile, …), or any path in a class that is called Audit, or a writer that such a class keeps.
    static bool IsCalled(ModelCondition condition, CallContext call)
    {
        var place = OrdinalOf(condition.Subject, call.Method);
        if ((condition.Subject == "this.Path" ? call.Instance : place >= 0 && place < call.Operations.Length ? call.Operations[place] : null) is not { Syntax: var path })
            return false;
        foreach (var node in path.DescendantNodesAndSelf())
            if (node is SimpleNameSyntax name && Speaks(name.Identifier.ValueText))
                return true;
        return path.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type && Speaks(type.Identifier.ValueText);

        bool Speaks(string text)
        {
            foreach (var word in Words.Of(text))
                if (Array.IndexOf(condition.Texts, word) >= 0)
                    return true;
            return false;
        }
    }

    static ITypeSymbol? PropertyOf(INamedTypeSymbol? type, string name)
    {
        for (; type is not null; type = type.BaseType)
            foreach (var member in type.GetMembers(name))
                if (member is IPropertySymbol property)
                    return property.Type;
        return null;
    }

    // RegexOptions.Compiled | RegexOptions.NonBacktracking: the names of both.
    static string MembersOf(ITypeSymbol type, int number)
    {
        var names = "";
        foreach (var member in type.GetMembers())
            if (member is IFieldSymbol { HasConstantValue: true, ConstantValue: int flag } && (flag == number || flag != 0 && (flag & number) == flag))
                names += names.Length == 0 ? member.Name : " " + member.Name;
        return names;
    }

    /// <summary>The parameter of this name or number; on an override the overridden member's names count, too. -1 when there is none.</summary>
    public static int OrdinalOf(string name, IMethodSymbol method)
    {
        if (name.Length > 0 && name[0] is >= '0' and <= '9')
            return int.TryParse(name, out var number) && number < method.Parameters.Length ? number : -1;
        for (IMethodSymbol? current = method; current is not null; current = current.OverriddenMethod)
            foreach (var parameter in current.Parameters)
                if (parameter.Name == name)
                    return parameter.Ordinal;
        return -1;
    }
}
