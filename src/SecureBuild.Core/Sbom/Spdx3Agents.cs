using System.Collections.Immutable;
using System.Text.Json;

namespace SecureBuild.Sbom;

/// <summary>An agent of SPDX 3.</summary>
/// <param name="Type"><c>Organization</c>, <c>Person</c>, <c>SoftwareAgent</c> or <c>Tool</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Email">Its e-mail address, or null.</param>
/// <param name="Url">Its site, or null.</param>
sealed record Spdx3Agent(string Type, string Name, string? Email = null, string? Url = null);

/// <summary>The organisations, persons and tools of a document, each once.</summary>
sealed class Spdx3Agents(string prefix)
{
    readonly Dictionary<Spdx3Agent, string> _ids = [];

    /// <summary>All with their ids, in the order in which they were met.</summary>
    public ImmutableArray<(string Id, Spdx3Agent Agent)> All => [.. _ids.Select(pair => (pair.Value, pair.Key))];

    /// <summary>Id of an organisation; null where it has no name.</summary>
    public string? Of(OrganizationalEntity? entity) => entity?.Name is not { } name ? null
        : Id(new("Organization", name, entity.Contact.FirstOrDefault(contact => contact.Email is not null)?.Email, entity.Url.FirstOrDefault()));

    /// <summary>Id of a person; null where nothing is known of them.</summary>
    public string? Of(OrganizationalContact contact) => (contact.Name ?? contact.Email) is { } name ? Id(new("Person", name, contact.Email)) : null;

    /// <summary>Id of an agent.</summary>
    public string Id(Spdx3Agent agent)
    {
        if (!_ids.TryGetValue(agent, out var id))
            _ids.Add(agent, id = $"{prefix}SPDXRef-{agent.Type}~{_ids.Count + 1}");
        return id;
    }

    /// <summary>Whoever made the component.</summary>
    public ImmutableArray<string> Originators(Component component) => component switch
    {
        { Manufacturer.Name: not null } => [Of(component.Manufacturer)!],
        { Authors.IsEmpty: false } => [.. component.Authors.Select(Of).OfType<string>()],
        { Publisher: { } publisher } => [Id(new("Organization", publisher))],
        _ => [],
    };

    /// <summary>Writes one.</summary>
    public static void Write(Utf8JsonWriter json, Spdx3Agent agent)
    {
        json.WriteString("name", agent.Name);
        if (agent.Email is { } email)
        {
            json.WriteStartArray("externalIdentifier");
            Spdx3Writer.Identifier(json, "email", email);
            json.WriteEndArray();
        }
        if (agent.Url is { } url)
        {
            json.WriteStartArray("externalRef");
            Spdx3Writer.Reference(json, new("website", url));
            json.WriteEndArray();
        }
    }
}
