namespace SecureBuild.Sbom;

/// <summary>What of the model SPDX has no place for, not even as a property.</summary>
static class SpdxLosses
{
    /// <summary>Of the document.</summary>
    public static void Document(Bom bom, SbomLosses? losses)
    {
        if (losses is null)
            return;
        foreach (var member in bom.Extra.Concat(bom.Metadata.Extra))
            losses.Add(member.Name);
        losses.Add("externalReferences", bom.ExternalReferences.Length);
        losses.Add("metadata.licenses", bom.Metadata.Licenses.Count(licence => (licence.Id ?? licence.Expression) != "CC0-1.0"));
        losses.Add("dependencies.provides", bom.Dependencies.Count(dependency => !dependency.Provides.IsEmpty));
        losses.Add("authors.phone", bom.Metadata.Authors.Count(author => author.Phone is not null));
    }

    /// <summary>Of a component.</summary>
    public static void Component(Component component, SbomLosses? losses)
    {
        if (losses is null)
            return;
        foreach (var member in component.Extra)
            losses.Add("components." + member.Name);
        losses.Add("components.mime-type", component.MimeType is null ? 0 : 1);
        losses.Add("components.publisher", component is { Publisher: not null } and ({ Manufacturer: not null } or { Authors.IsEmpty: false }) ? 1 : 0);
        losses.Add("components.authors", component is { Manufacturer: not null, Authors.IsEmpty: false } ? 1 : 0);
        losses.Add("components.hashes", component.Hashes.Count(hash => SpdxNames.Algorithm2(hash.Alg) is null));
        losses.Add("components.supplier.contact", component.Supplier is { } supplier ? supplier.Contact.Count(contact => contact.Phone is not null || (contact.Name is not null && contact.Name != supplier.Name)) : 0);
        losses.Add("components.licenses", component.Licenses.Count(licence => !licence.Extra.IsEmpty));
        losses.Add("components.externalReferences.hashes", component.ExternalReferences.Count(reference => !reference.Hashes.IsEmpty));
    }
}
