using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Operations;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Web;

/// <summary>A cookie, or the options of one, made by <c>new</c>: what the code around it says about its flags, its name and its use.</summary>
sealed class NewCookie
{
    /// <summary>The types whose flags are all off when they are made.</summary>
    public static readonly string[] Types = ["CookieOptions", "HttpCookie", "SetCookieHeaderValue", "CookieHeaderValue"];

    readonly List<(string Name, Assigned Assigned)> _settings = [];
    readonly List<IInvocationOperation> _calls = [];
    readonly IObjectCreationOperation _creation;
    bool _isReturned;
    bool _isStored;

    NewCookie(IObjectCreationOperation creation, Mentions mentions)
    {
        _creation = creation;
        if (creation.Initializer is { } initializer)
            foreach (var member in initializer.Initializers)
                Note(member);
        var (place, owner) = Place(creation);
        Follow(place);
        if (owner is not null)
            foreach (var mention in mentions.Of(owner, creation))
                if (mention.Syntax.SpanStart > creation.Syntax.SpanStart)
                    if (mention.Parent is IPropertyReferenceOperation property && (property.Parent is ISimpleAssignmentOperation assignment ? ReferenceEquals(assignment.Target, property) : Assigned.Of(property) is not null))
                        Note(property.Parent is ISimpleAssignmentOperation ? property.Parent : property);
                    else
                        Follow(mention.Parent);
    }

    /// <summary>The cookie, when the type is one that is sent to browsers and the code shows that it is; null otherwise.</summary>
    public static NewCookie? From(IObjectCreationOperation creation, Mentions mentions)
    {
        if (!IsCookie(creation.Type) || IsCopy(creation))
            return null;
        var cookie = new NewCookie(creation, mentions);
        return cookie.IsSent && !cookie.IsDeleted ? cookie : null;
    }

    /// <summary>Whether the type has the flags <c>Secure</c> and <c>HttpOnly</c> of a cookie for browsers.</summary>
    public static bool IsCookie(ITypeSymbol? type) =>
        type.Is("Microsoft.AspNetCore.Http.CookieOptions") || type.Is("System.Web.HttpCookie") || type.Is("Microsoft.Net.Http.Headers.SetCookieHeaderValue")
        || type.Is("System.Net.Http.Headers.CookieHeaderValue") || type.Is("Microsoft.Owin.CookieOptions");

    /// <summary>The cookie's name; null when it is not constant.</summary>
    public string? Name
    {
        get
        {
            foreach (var call in _calls)
                if (CookieName.Constant(call.Arguments.At(call.TargetMethod.IsExtensionMethod ? 1 : 0)) is { } name)
                    return name;
            return CookieName.Constant(_creation.Arguments.At(0));
        }
    }

    /// <summary>Where the flag is switched off or left off; null when it is on, may be on, or is set by somebody we do not see.</summary>
    public IOperation? Missing(string flag)
    {
        IOperation? off = null;
        var isOn = false;
        foreach (var (name, assigned) in _settings)
            if (name == flag)
                if (!Setting.Is(assigned.Value, false))
                    (off, isOn) = !isOn && Setting.Is(assigned.Value, true) && IsOnlySometimes(assigned.Place, flag) ? (off, false) : (null, true);
                else if (!isOn || !IsConditional(assigned.Place))
                    (off, isOn) = (assigned.Place, false);
        if (isOn)
            return null;
        foreach (var call in _calls)
            if (Sets(call.TargetMethod, flag))
                return null;
        return _isReturned && IsSetElsewhere(flag) ? null : off ?? _creation;
    }

    bool IsSent => _isReturned || _isStored || _creation.Type?.Name is "HttpCookie" or "SetCookieHeaderValue" or "CookieHeaderValue" || _calls.Exists(static call => IsSender(call.TargetMethod));

    // Expires in the past, or an empty value: the browser throws the cookie away.
    bool IsDeleted
    {
        get
        {
            foreach (var (name, assigned) in _settings)
                if (name == "Expires" && IsPast(assigned.Value) || name == "MaxAge" && Setting.Hours(assigned.Value) <= 0 || name == "Value" && IsEmpty(assigned.Value))
                    return true;
            foreach (var call in _calls)
                if (call.TargetMethod.Name is "Delete" or "Remove" || call.TargetMethod.Name == "Append" && IsEmpty(call.Arguments.At(call.TargetMethod.IsExtensionMethod ? 2 : 1)))
                    return true;
            return _creation.Arguments.Length > 1 && IsEmpty(_creation.Arguments.At(1));
        }
    }

    void Note(IOperation member)
    {
        if (Assigned.Of(member) is { } assigned)
            _settings.Add((assigned.Property.Name, assigned));
    }

    void Follow(IOperation? use)
    {
        while (use is IConversionOperation)
            use = use.Parent;
        switch (use)
        {
            case IArgumentOperation { Parent: IInvocationOperation call }:
                _calls.Add(call);
                break;
            case IReturnOperation:
                _isReturned = true;
                break;
            case IFieldInitializerOperation or IPropertyInitializerOperation or ISimpleAssignmentOperation { Target: IFieldReferenceOperation or IPropertyReferenceOperation }:
                _isStored = true;
                break;
        }
    }

    // The operation that takes the new object, and the variable that keeps it.
    static (IOperation? Place, ISymbol? Owner) Place(IObjectCreationOperation creation)
    {
        var place = creation.Parent;
        while (place is IConversionOperation)
            place = place.Parent;
        return place switch
        {
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => (null, declarator.Symbol),
            ISimpleAssignmentOperation { Target: { } target } => (place, SameObject.Owner(target)),
            _ => (place, null),
        };
    }

    static bool IsCopy(IObjectCreationOperation creation) => creation.Arguments.Length == 1 && IsCookie(creation.Arguments[0].Value.Type);

    static bool IsSender(IMethodSymbol method) =>
        method.Name is "Append" or "AppendCookie" or "SetCookie" or "Add" or "Set" or "AddCookies" || method.Name.IndexOf("Cookie", StringComparison.Ordinal) >= 0 || method.ContainingType.Name.IndexOf("Cookie", StringComparison.Ordinal) >= 0;

    static bool IsConditional(IOperation assignment)
    {
        for (var parent = assignment.Parent; parent is not null; parent = parent.Parent)
            if (parent is IConditionalOperation or ISwitchCaseOperation)
                return true;
        return false;
    }

    // if (remember) options.Secure = true; and not in the other branch. Whether the connection or the environment is a secure one may be asked.
    bool IsOnlySometimes(IOperation assignment, string flag)
    {
        for (IOperation child = assignment, parent = assignment.Parent!; parent is not null; child = parent, parent = parent.Parent!)
            if (parent.Syntax.Span.Contains(_creation.Syntax.Span))
                return false;
            else if (parent is ISwitchCaseOperation)
                return false;
            else if (parent is IConditionalOperation choice)
                return child != choice.Condition && !WebEndpoint.Mentions(choice.Condition.Syntax, static name => name is "IsHttps" or "Scheme" || name.StartsWith("Is", StringComparison.Ordinal) || name.IndexOf("Secure", StringComparison.OrdinalIgnoreCase) >= 0 || name.IndexOf("Https", StringComparison.OrdinalIgnoreCase) >= 0 || name.StartsWith("Env", StringComparison.OrdinalIgnoreCase))
                    && (child == choice.WhenTrue ? choice.WhenFalse : choice.WhenTrue) is var other && !(other is not null && HasAssignment(other.Syntax, flag));
        return false;
    }

    // A helper of the program that takes the options and sets the flag; of a delegate nobody knows.
    static bool Sets(IMethodSymbol method, string flag) =>
        method.MethodKind == MethodKind.DelegateInvoke || method.DeclaringSyntaxReferences.Length == 1 && HasAssignment(method.DeclaringSyntaxReferences[0].GetSyntax(), flag);

    // options = Base(); options.Secure = true, in another member of the type.
    bool IsSetElsewhere(string flag)
    {
        var member = _creation.Syntax.FirstAncestorOrSelf<MemberDeclarationSyntax>();
        var name = member switch { MethodDeclarationSyntax method => method.Identifier.ValueText, PropertyDeclarationSyntax property => property.Identifier.ValueText, _ => "" };
        if (member?.Parent is TypeDeclarationSyntax type)
            foreach (var use in NamesIn.Of(type, name))
                if (MemberOf(type, use) is MemberDeclarationSyntax other && other != member && HasAssignment(other, flag, onVariable: true))
                    return true;
        return false;
    }

    static SyntaxNode MemberOf(TypeDeclarationSyntax type, SyntaxNode node)
    {
        while (node.Parent is { } parent && parent != type)
            node = parent;
        return node;
    }

    static bool HasAssignment(SyntaxNode declaration, string flag, bool onVariable = false) => TextAnswers.To(s_hasAssignment, declaration, (flag, onVariable));

    static readonly Func<SyntaxNode, (string Flag, bool OnVariable), bool> s_hasAssignment = static (declaration, about) =>
    {
        foreach (var node in declaration.DescendantNodes())
            if (node is AssignmentExpressionSyntax { Right: var value } assignment && !value.IsKind(SyntaxKind.FalseLiteralExpression)
                && (assignment.Left is MemberAccessExpressionSyntax member && member.Name.Identifier.ValueText == about.Flag || !about.OnVariable && assignment.Left is IdentifierNameSyntax name && name.Identifier.ValueText == about.Flag))
                return true;
        return false;
    };

    static bool IsEmpty(IOperation? value) =>
        value is not null && (Setting.Is(value, "") || value is IFieldReferenceOperation { Field: { Name: "Empty", ContainingType.SpecialType: SpecialType.System_String } } or IConversionOperation { Operand: IFieldReferenceOperation { Field.Name: "Empty" } });

    // DateTime.UtcNow.AddDays(-1), DateTime.MinValue, DateTimeOffset.UnixEpoch, new DateTime(1970, 1, 1)
    static bool IsPast(IOperation value)
    {
        foreach (var each in value.DescendantsAndSelf())
            switch (each)
            {
                case IInvocationOperation { Arguments: { Length: 1 } by } call when call.TargetMethod.Name.StartsWith("Add", StringComparison.Ordinal) && (Setting.Number(by[0].Value) < 0 || by[0].Value is IUnaryOperation { OperatorKind: UnaryOperatorKind.Minus }):
                case IFieldReferenceOperation { Field.Name: "MinValue" or "UnixEpoch" }:
                case IObjectCreationOperation { Type.Name: "DateTime" or "DateTimeOffset", Arguments: { Length: > 2 } parts } when Setting.Number(parts.At(0)) < 2020:
                    return true;
            }
        return false;
    }
}
