using System.Collections.Immutable;
using System.Text.Json;

namespace SecureBuild.Sbom;

/// <summary>What elements hold or name: digests, agents, properties.</summary>
sealed partial class Spdx3Reader
{
    Hash? Hash(SbomNode node)
    {
        if (TypeOf(node) == "Hash" && (SpdxNames.Algorithm(node.Required("algorithm")), node.Required("hashValue")) is ({ } alg, var content) && CycloneDxWords.IsHash(alg, content))
            return new(alg, content.ToLowerInvariant());
        losses.Add("verifiedUsing");
        return null;
    }

    /// <summary>Agents by reference or in place, one or several.</summary>
    IEnumerable<(bool IsPerson, OrganizationalEntity Entity)> Agents(SbomNode node, string member) =>
        from agent in Inline(node, member)
        let name = agent.Filled("name")
        where name is not null
        let email = Inline(agent, "externalIdentifier").FirstOrDefault(identifier => identifier.Text("externalIdentifierType") == "email")?.Filled("identifier")
        let url = Inline(agent, "externalRef").SelectMany(reference => reference.Texts("locator")).Where(CycloneDxWords.IsAddress)
        let isPerson = TypeOf(agent) == "Person"
        select (isPerson, new OrganizationalEntity(name) { Url = [.. url], Contact = email is not null && CycloneDxWords.IsMail(email) ? [new(isPerson ? name : null, email)] : [] });

    /// <summary>The objects that a member holds, or that it names by their ids.</summary>
    IEnumerable<SbomNode> Inline(SbomNode node, string member)
    {
        if (!node.Value.TryGetProperty(member, out var value) || value.ValueKind == JsonValueKind.Null)
            yield break;
        if (value.ValueKind == JsonValueKind.Object)
            yield return node.Object(member)!;
        else if (value.ValueKind == JsonValueKind.String)
        {
            if (Element(node.Text(member)!) is { } found)
                yield return found;
        }
        else if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0 && value[0].ValueKind == JsonValueKind.String)
        {
            foreach (var id in node.Texts(member))
                if (Element(id) is { } found)
                    yield return found;
        }
        else
        {
            foreach (var item in node.Objects(member))
                yield return item;
        }
    }

    SbomNode? Element(string id)
    {
        if (_elements.TryGetValue(id, out var element))
            return element;
        losses.Add("references to elements elsewhere");
        return null;
    }

    ImmutableArray<Property> Properties(SbomNode node)
    {
        var properties = ImmutableArray.CreateBuilder<Property>();
        foreach (var extension in Inline(node, "extension"))
        {
            if (TypeOf(extension) == "extension_CdxPropertiesExtension")
                foreach (var entry in Inline(extension, "extension_cdxProperty"))
                    properties.Add(new(entry.Required("extension_cdxPropName"), entry.Text("extension_cdxPropValue") ?? ""));
            else
                losses.Add("extension");
        }
        return properties.ToImmutable();
    }
}
