using SecureBuild.Submission;

namespace SecureBuild.Rendering.Forms;

/// <summary>What stands on every page of a form: that it is a draft, or who signed what it is rendered from. Nothing is verified here, and the page says so.</summary>
/// <param name="IsDraft">Nobody has signed all of it.</param>
/// <param name="Text">The mark.</param>
sealed record FormMark(bool IsDraft, string Text)
{
    /// <summary>The mark of a draft, in both languages on every page: who reads one of them may pass it on to who reads the other.</summary>
    public const string Draft = "DRAFT – NOT SIGNED / 草案・未署名";

    public static FormMark Of(Product product, Labels labels)
    {
        if (!product.IsSigned)
            return new(true, Draft);
        var keys = string.Join(", ", product.Projects.SelectMany(static project => project.Summary.Signature.KeyIds).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(Short));
        var persons = product.Projects.Select(static project => project.Signatory).Distinct().ToArray();
        return persons is [{ } person]
            ? new(false, labels.Of("Form_SignedByPerson", person.Name, person.Role, keys, ReiwaDate.Of(person.Date, labels.Language)))
            : new(false, labels.Of(persons.All(static person => person is null) ? "Form_SignedByBuild" : "Form_SignedByMany", keys, ReiwaDate.Of(product.Time, labels.Language)));
    }

    // Enough to tell keys apart by eye; the whole of it stands where the statements are listed.
    static string Short(string keyId) => keyId.Length > 16 ? keyId[..16] : keyId;
}
