using System.Collections.Immutable;

namespace SecureBuild.Sbom;

/// <summary>One component out of two descriptions of it. What they say differently is kept as a property of what the first says.</summary>
sealed class ComponentMerge
{
    readonly ImmutableArray<Property>.Builder _properties;
    readonly Component _first;
    readonly string _source;
    readonly List<string> _conflicts;
    readonly SbomLosses _losses;

    /// <summary>Merges.</summary>
    /// <param name="first">The description that stays in place.</param>
    /// <param name="firstSource">Name of the file that it is from.</param>
    /// <param name="second">The other.</param>
    /// <param name="source">Name of its file.</param>
    /// <param name="conflicts">Where to tell.</param>
    /// <param name="losses">Told of what is no text that a property could keep.</param>
    public ComponentMerge(Component first, string firstSource, Component second, string source, List<string> conflicts, SbomLosses losses)
    {
        (_first, _source, _conflicts, _losses) = (first, $"{firstSource} / {source}", conflicts, losses);
        _properties = first.Properties.ToBuilder();
        var known = first.Properties.ToHashSet();
        foreach (var property in second.Properties)
            if (known.Add(property))
                _properties.Add(property);
        Result = first with
        {
            Version = Text("version", first.Version, second.Version),
            VersionRange = first.Version is null ? Text("version-range", first.VersionRange, second.Version is null ? second.VersionRange : null) : null,
            IsExternal = first.IsExternal && second.IsExternal,
            Description = Text("description", first.Description, second.Description),
            Scope = Scope(first.Scope, second.Scope),
            Supplier = Text("supplier", first.Supplier?.Name, second.Supplier?.Name) is { } name && name == second.Supplier?.Name && first.Supplier is null ? second.Supplier : first.Supplier,
            Manufacturer = Text("manufacturer", first.Manufacturer?.Name, second.Manufacturer?.Name) is null ? null : first.Manufacturer ?? second.Manufacturer,
            Authors = [.. first.Authors.Union(second.Authors)],
            Publisher = Text("publisher", first.Publisher, second.Publisher),
            Group = first.Group ?? second.Group,
            MimeType = first.MimeType ?? second.MimeType,
            Hashes = Hashes(second.Hashes),
            Licenses = Licences(second.Licenses),
            Copyright = Text("copyright", first.Copyright, second.Copyright),
            Cpe = Text("cpe", first.Cpe, second.Cpe),
            Purl = Text("purl", first.Purl, second.Purl),
            ExternalReferences = [.. first.ExternalReferences.Concat(second.ExternalReferences).DistinctBy(reference => (reference.Type, reference.Url))],
            Extra = Extra(second.Extra),
        };
        Result = Result with { Properties = _properties.ToImmutable() };
    }

    /// <summary>The one component.</summary>
    public Component Result { get; }

    string? Text(string field, string? mine, string? other)
    {
        if (mine is not null && other is not null && !mine.Equals(other, field == "purl" ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal))
            Keep(field, other);
        return mine ?? other;
    }

    // Delivered with one product is delivered with the whole.
    static string? Scope(string? mine, string? other) =>
        mine is null or "required" || other is null or "required" ? mine is null && other is null ? null : "required"
        : mine == "optional" || other == "optional" ? "optional" : mine;

    ImmutableArray<Hash> Hashes(ImmutableArray<Hash> others)
    {
        var hashes = _first.Hashes.ToBuilder();
        foreach (var hash in others)
        {
            var known = _first.Hashes.FirstOrDefault(mine => mine.Alg == hash.Alg);
            if (known is null)
                hashes.Add(hash);
            else if (!_first.Hashes.Contains(hash))
                Keep("hash", $"{hash.Alg} {hash.Content}");
        }
        return hashes.ToImmutable();
    }

    ImmutableArray<LicenseChoice> Licences(ImmutableArray<LicenseChoice> others)
    {
        if (_first.Licenses.IsEmpty)
            return others;
        var (mine, theirs) = (SbomDiff.Licences(_first.Licenses), SbomDiff.Licences(others));
        if (!others.IsEmpty && mine != theirs)
            Keep("licence", theirs);
        return _first.Licenses;
    }

    // What nobody here understands cannot be put together: evidence of one document stays, that of the other is told.
    ImmutableArray<ExtraMember> Extra(ImmutableArray<ExtraMember> others)
    {
        var members = _first.Extra.ToBuilder();
        foreach (var other in others)
        {
            if (_first.Extra.FirstOrDefault(member => member.Name == other.Name) is not { } mine)
                members.Add(other);
            else
                _losses.Add("components." + other.Name, mine.Json == other.Json ? 0 : 1);
        }
        return members.ToImmutable();
    }

    void Keep(string field, string value)
    {
        var property = new Property(Names.MergeOther + field, value);
        if (_properties.Contains(property))
            return;
        _properties.Add(property);
        _conflicts.Add($"{_first.Name} {_first.Version}: {field} ({_source})");
    }
}
