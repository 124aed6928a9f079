using System.Collections.Immutable;
using SecureBuild.Licences;

namespace SecureBuild.Sbom;

/// <summary>
/// What CycloneDX 1.6 lacks of 1.7, said in its own words: external components and version ranges as properties, one licence expression for a
/// component and further ones as properties, references and digests of newer kinds left out. <see cref="CarriedFields"/> reads it back.
/// </summary>
static class CycloneDx16
{
    static readonly string[] s_newReferences = ["patent", "patent-assertion", "patent-family", "citation"];

    /// <summary>Members that 1.6 does not have, of any object.</summary>
    static readonly string[] s_newMembers = ["citations", "distributionConstraints", "patentAssertions", "expressionDetails"];

    /// <summary>The same, as 1.6 can say it.</summary>
    /// <param name="bom">The bill of materials.</param>
    /// <param name="losses">Told what it cannot.</param>
    public static Bom Of(Bom bom, SbomLosses? losses = null) => bom with
    {
        Metadata = bom.Metadata with
        {
            Tools = Components(bom.Metadata.Tools, losses),
            Component = bom.Metadata.Component is { } root ? Component(root, losses) : null,
            Licenses = Licences(bom.Metadata.Licenses).Choices,
            Extra = Extra(bom.Metadata.Extra, losses),
        },
        Components = Components(bom.Components, losses),
        ExternalReferences = References(bom.ExternalReferences, losses),
        Extra = Extra(bom.Extra, losses),
    };

    static ImmutableArray<Component> Components(ImmutableArray<Component> components, SbomLosses? losses) => [.. components.Select(component => Component(component, losses))];

    static Component Component(Component component, SbomLosses? losses)
    {
        var (choices, further) = Licences(component.Licenses);
        losses?.Add("licenses.expressionDetails", component.Licenses.Count(licence => !licence.ExpressionDetails.IsEmpty));
        var properties = component.Properties.ToBuilder();
        if (component.IsExternal)
            properties.Add(new(Names.CarriedExternal, "true"));
        foreach (var licence in further)
            properties.Add(new(Names.CarriedLicence, $"{licence.Acknowledgement}:{licence.Expression}"));
        if (component.VersionRange is { } range)
            properties.Add(new(Names.CarriedVersionRange, range));
        return component with
        {
            IsExternal = false,
            VersionRange = null,
            Licenses = choices,
            Hashes = Hashes(component.Hashes, losses),
            ExternalReferences = References(component.ExternalReferences, losses),
            Components = Components(component.Components, losses),
            Properties = properties.ToImmutable(),
            Extra = Extra(component.Extra, losses),
        };
    }

    // Either licences by id or name, any number, or exactly one expression.
    static (ImmutableArray<LicenseChoice> Choices, ImmutableArray<LicenseChoice> Further) Licences(ImmutableArray<LicenseChoice> licences)
    {
        if (licences.All(licence => licence.Expression is null))
            return (licences, []);
        if (licences.Length == 1 && licences[0].Text is null)
            return ([licences[0] with { Extra = [], ExpressionDetails = [] }], []);
        if (licences.All(licence => IsSingle(licence)))
            return ([.. licences.Select(Single)], []);
        var expression = licences.First(licence => !IsSingle(licence));
        return ([expression with { Extra = [], ExpressionDetails = [] }], [.. licences.Where(licence => licence != expression).Select(AsExpression)]);
    }

    static bool IsSingle(LicenseChoice licence) => licence.Expression?.Contains(' ', StringComparison.Ordinal) != true;

    static LicenseChoice Single(LicenseChoice licence) => licence.Expression is not { } id ? licence
        : (SpdxList.IsCycloneDxId(id) ? licence with { Expression = null, Id = id } : licence with { Expression = null, Name = id }) with { Extra = [], ExpressionDetails = [] };

    static LicenseChoice AsExpression(LicenseChoice licence) => licence with { Expression = licence.Expression ?? licence.Id ?? licence.Name };

    static ImmutableArray<Hash> Hashes(ImmutableArray<Hash> hashes, SbomLosses? losses)
    {
        losses?.Add("hashes Streebog", hashes.Count(IsNew));
        return hashes.Any(IsNew) ? [.. hashes.Where(hash => !IsNew(hash))] : hashes;

        static bool IsNew(Hash hash) => hash.Alg.StartsWith("Streebog", StringComparison.Ordinal);
    }

    static ImmutableArray<ExternalReference> References(ImmutableArray<ExternalReference> references, SbomLosses? losses)
    {
        if (!references.Any(reference => s_newReferences.Contains(reference.Type)))
            return references;
        losses?.Add("externalReferences.type", references.Count(reference => s_newReferences.Contains(reference.Type)));
        return [.. references.Select(reference => s_newReferences.Contains(reference.Type) ? reference with { Type = "other" } : reference)];
    }

    static ImmutableArray<ExtraMember> Extra(ImmutableArray<ExtraMember> extra, SbomLosses? losses)
    {
        foreach (var member in extra.Where(IsNew))
            losses?.Add(member.Name);
        return extra.Any(IsNew) ? [.. extra.Where(member => !IsNew(member))] : extra;

        static bool IsNew(ExtraMember member) => s_newMembers.Contains(member.Name);
    }
}
