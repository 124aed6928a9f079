using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>Assignments and deconstruction.</summary>
sealed partial class Interpreter
{
    Value AssignFrom(ISimpleAssignmentOperation assignment)
    {
        if (assignment.IsRef && assignment.Target is ILocalReferenceOperation reference)
            _references[reference.Local] = assignment.Value;
        var value = Evaluate(assignment.Value);
        Assign(assignment.Target, value, assignment.Value);
        return value;
    }

    /// <summary>Assigns to whatever the target is.</summary>
    void Assign(IOperation target, Value value, IOperation from)
    {
        if (!_state.IsReachable)
            return;
        switch (target)
        {
            case ILocalReferenceOperation local:
                WriteVariable(local.Local, value, from.Syntax);
                if (_references.TryGetValue(local.Local, out var referred) && local.Local.IsRef)
                    Assign(referred, value, from);
                break;
            case IParameterReferenceOperation parameter:
                if (_state[parameter.Parameter] is null && parameter.Parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor } && _frame.This is { } current)
                    WriteMember(current, _engine.KeyOf(parameter.Parameter), value);
                else
                    WriteVariable(parameter.Parameter, value, from.Syntax);
                break;
            case IFieldReferenceOperation { Field.IsStatic: true } field:
                WriteStatic(field.Field, value);
                break;
            case IFieldReferenceOperation field:
                WriteMember(Owned(field.Instance, Evaluate(field.Instance)), _engine.KeyOf(field.Field), value);
                _state.ForgetChecked();
                break;
            case IPropertyReferenceOperation property:
                AssignProperty(property, value, from);
                break;
            case IArrayElementReferenceOperation element:
                WriteElement(Evaluate(element.ArrayReference), element.Indices.Length == 1 ? Evaluate(element.Indices[0]) : null, value);
                break;
            case IImplicitIndexerReferenceOperation element:
                WriteElement(Evaluate(element.Instance), null, value);
                break;
            case IDeclarationExpressionOperation declaration:
                Assign(declaration.Expression, value, from);
                break;
            case IConversionOperation conversion:
                Assign(conversion.Operand, value, from);
                break;
            case IParenthesizedOperation parenthesized:
                Assign(parenthesized.Operand, value, from);
                break;
            case ITupleOperation tuple:
                Deconstruct(tuple, value, from);
                break;
            case IConditionalOperation { WhenFalse: { } otherwise } either:
                Assign(either.WhenTrue, Value.Join(Evaluate(either.WhenTrue), value), from);
                Assign(otherwise, Value.Join(Evaluate(otherwise), value), from);
                break;
            case IDynamicMemberReferenceOperation { Instance: { } bag } dynamic:
                var owner = Evaluate(bag);
                // ViewBag.Title = title: the bag is made when something is put into it.
                if (owner.Objects.Length == 0 && bag is IPropertyReferenceOperation { Instance: IInstanceReferenceOperation } held && _frame.This is { } self)
                    WriteMember(self, held.Property.Name, owner = NewObject((self.Objects.Length == 0 ? 0 : self.Objects[0], held.Property.Name), null, owner.Taint));
                WriteMember(owner, dynamic.MemberName, value);
                break;
            case IInvocationOperation call:
                Evaluate(call);
                break;
        }
    }

    void Deconstruct(IOperation target, Value value, IOperation from) => Deconstruct(target, value, from, from.Type);

    void Deconstruct(IOperation target, Value value, IOperation from, ITypeSymbol? type)
    {
        if (target is IDeclarationExpressionOperation { Expression: ITupleOperation declared })
            target = declared;
        if (target is not ITupleOperation tuple)
        {
            Assign(target, value, from);
            return;
        }
        for (var i = 0; i < tuple.Elements.Length; i++)
            Deconstruct(tuple.Elements[i], Narrow(Part(value, i, type), tuple.Elements[i].Type), from);
    }

    /// <summary>The part of a tuple, or of what a record's or type's deconstruction gives, in this place.</summary>
    Value Part(Value value, int index, ITypeSymbol? type)
    {
        if (type is null or INamedTypeSymbol { IsTupleType: true })
            return ReadMember(value, "Item" + (index + 1), null);
        foreach (var constructor in (type as INamedTypeSymbol)?.InstanceConstructors ?? System.Collections.Immutable.ImmutableArray<IMethodSymbol>.Empty)
            if (type.IsRecord && index < constructor.Parameters.Length && !SymbolEqualityComparer.Default.Equals(constructor.Parameters[0].Type, type))
                return ReadMember(value, constructor.Parameters[index].Name, constructor.Parameters[index].Type);
        if (type is INamedTypeSymbol { Name: "KeyValuePair" })
            return ReadMember(value, index == 0 ? "Key" : "Value", null);
        foreach (var member in type.GetMembers("Deconstruct"))
            if (member is IMethodSymbol { IsStatic: false } method && index < method.Parameters.Length && _engine.HasBody(method))
                foreach (var (ordinal, shape) in _engine.SummaryOf(method, _session).Outs)
                    if (ordinal == index)
                        return Import(shape, new(this, value, [], method), method.Parameters[index]);
        return Value.Of(Whole(value));
    }
}
