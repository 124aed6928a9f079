using System.Collections.Immutable;

namespace SecureBuild.Licences;

/// <summary>
/// What a team takes: lists of SPDX identifiers or expressions from <c>securebuild.json</c>. It is their rule, not legal advice. Of <c>A OR B</c> the better one
/// counts, of <c>A AND B</c> the worse one.
/// </summary>
/// <param name="Allow">Taken. Where this list is not empty, what stands in none of the lists is not taken.</param>
/// <param name="Review">Somebody has to look.</param>
/// <param name="Deny">Not taken.</param>
public sealed record LicencePolicy(ImmutableArray<string> Allow, ImmutableArray<string> Review, ImmutableArray<string> Deny)
{
    /// <summary>Stands in the lists for a package whose licence is not known.</summary>
    public const string Unknown = "unknown";

    /// <summary>No list says anything.</summary>
    public bool IsEmpty => Allow.IsEmpty && Review.IsEmpty && Deny.IsEmpty;

    /// <summary>The verdict on a licence.</summary>
    /// <param name="expression">SPDX expression; null or what is none counts as unknown.</param>
    public LicenceVerdict Of(string? expression) => LicenceExpression.Parse(expression) is { } parsed ? Of(parsed) : Listed(Unknown);

    LicenceVerdict Of(LicenceExpression expression)
    {
        if (Named(expression.ToString()) is { } whole)
            return whole;
        return expression switch
        {
            LicenceChoiceOf choice => (LicenceVerdict)Math.Min((int)Of(choice.Left), (int)Of(choice.Right)),
            LicenceAllOf all => (LicenceVerdict)Math.Max((int)Of(all.Left), (int)Of(all.Right)),
            LicenceInParentheses inner => Of(inner.Inner),
            _ => Listed(expression.ToString()),
        };
    }

    LicenceVerdict Listed(string licence) => Named(licence) ?? (Allow.IsEmpty ? LicenceVerdict.Allowed : LicenceVerdict.NotListed);

    // A list may name a whole expression, too.
    LicenceVerdict? Named(string licence) =>
        Deny.Contains(licence, StringComparer.OrdinalIgnoreCase) ? LicenceVerdict.Denied
        : Review.Contains(licence, StringComparer.OrdinalIgnoreCase) ? LicenceVerdict.Review
        : Allow.Contains(licence, StringComparer.OrdinalIgnoreCase) ? LicenceVerdict.Allowed
        : null;
}

/// <summary>What a policy says of a licence, from best to worst.</summary>
public enum LicenceVerdict
{
    /// <summary>Taken.</summary>
    Allowed,
    /// <summary>Somebody has to look.</summary>
    Review,
    /// <summary>There is a list of what is taken, and it is not on it.</summary>
    NotListed,
    /// <summary>Not taken.</summary>
    Denied,
}
