using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Secrets;

namespace SecureBuild.Analyzers.Operations;

/// <summary>A property and the value that is written to it: by an assignment, in an initialiser, or at the same place of two tuples.</summary>
readonly struct Assigned
{
    Assigned(IOperation place, IPropertyReferenceOperation target, IOperation value) => (Place, Target, Value) = (place, target, value);

    /// <summary>What a finding points at: the assignment, or the property among others in a tuple.</summary>
    public IOperation Place { get; }

    public IPropertyReferenceOperation Target { get; }

    public IOperation Value { get; }

    public IPropertySymbol Property => Target.Property;

    /// <summary>From an assignment, or from the mention of a property in <c>(a.P, b.Q) = (…, …)</c>; null for everything else.</summary>
    public static Assigned? Of(IOperation? operation) => operation switch
    {
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target } assignment => new(assignment, target, assignment.Value),
        IPropertyReferenceOperation { Parent: ITupleOperation { Parent: IDeconstructionAssignmentOperation { Target: var targets, Value: var values } } tuple } target when targets == tuple
            && TupleElement.At(values, tuple.Elements.IndexOf(target)) is { } value => new(target, target, value),
        _ => null,
    };
}
