namespace SecureBuild.Sbom;

/// <summary>Hands out <c>bom-ref</c>s: readable, free of absolute paths, and each only once.</summary>
sealed class Refs
{
    readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>The wanted name, or with a counter behind it where it is taken.</summary>
    public string Take(string wanted)
    {
        var name = wanted;
        for (var n = 2; !_taken.Add(name); n++)
            name = $"{wanted}~{n}";
        return name;
    }
}
