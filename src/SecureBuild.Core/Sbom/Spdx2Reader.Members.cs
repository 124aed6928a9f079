using System.Collections.Immutable;

namespace SecureBuild.Sbom;

/// <summary>What packages and files hold: licences, digests, links.</summary>
sealed partial class Spdx2Reader
{
    ImmutableArray<LicenseChoice> Licences(SbomNode package, ImmutableArray<Property>.Builder properties)
    {
        var choices = ImmutableArray.CreateBuilder<LicenseChoice>();
        foreach (var (member, acknowledgement) in (ReadOnlySpan<(string, string)>)[("licenseDeclared", "declared"), ("licenseConcluded", "concluded")])
        {
            if (SpdxTexts.Said(package.Text(member)) is { } expression)
                choices.Add(SpdxTexts.Licence(expression, acknowledgement, _licences));
            else if (package.Text(member) == "NONE")
                properties.Add(new("spdx:" + member, "NONE"));
        }
        return choices.ToImmutable();
    }

    ImmutableArray<Hash> Checksums(SbomNode node) => node.List("checksums", checksum =>
    {
        var (alg, content) = (SpdxNames.Algorithm(checksum.Required("algorithm")), checksum.Required("checksumValue"));
        if (alg is not null && CycloneDxWords.IsHash(alg, content))
            return new Hash(alg, content.ToLowerInvariant());
        losses.Add("checksums");
        return null;
    });

    Component References(SbomNode package, Component component, ImmutableArray<Property>.Builder properties)
    {
        var references = ImmutableArray.CreateBuilder<ExternalReference>();
        foreach (var reference in package.Objects("externalRefs"))
        {
            var (type, locator, comment) = (reference.Required("referenceType"), reference.Required("referenceLocator"), reference.Filled("comment"));
            if (type is "purl" && component.Purl is null)
                component = component with { Purl = locator };
            else if (type is "cpe23Type" or "cpe22Type" && component.Cpe is null)
                component = component with { Cpe = locator };
            else if (type is "purl" or "cpe23Type" or "cpe22Type")
                properties.Add(new("spdx:" + type, locator));
            else if (!CycloneDxWords.IsAddress(locator))
                losses.Add("externalRefs");
            else if (type is "advisory")
                references.Add(new("advisories", locator, comment));
            else
                references.Add(CycloneDxWords.References.Contains(type) ? new(type, locator, comment) : new("other", locator, comment ?? type));
        }
        Add("website", package.Text("homepage"));
        Add(package.Text("downloadLocation")?.StartsWith("git+", StringComparison.Ordinal) == true ? "vcs" : "distribution", package.Text("downloadLocation"));
        return component with { ExternalReferences = references.ToImmutable() };

        void Add(string type, string? address)
        {
            if (SpdxTexts.Said(address) is not { } said || references.Any(reference => reference.Type == type && reference.Url == said))
                return;
            if (CycloneDxWords.IsAddress(said))
                references.Add(new(type, said));
            else
                losses.Add("packages." + type);
        }
    }

    void Licence(SbomNode node)
    {
        var id = node.Required("licenseId");
        _licences.TryAdd(id, new(id, SpdxTexts.Said(node.Text("name")) ?? id, node.Text("extractedText") ?? SpdxLicences.NoText, node.Texts("seeAlsos").FirstOrDefault(CycloneDxWords.IsAddress)));
    }
}
