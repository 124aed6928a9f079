namespace SecureBuild.Sbom;

/// <summary>Hands out <c>bom-ref</c>s: readable, free of absolute paths, and each only once.</summary>
sealed class Refs
{
    readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    readonly Dictionary<string, int> _counters = new(StringComparer.Ordinal);

    /// <summary>The wanted name, or with a counter behind it where it is taken.</summary>
    public string Take(string wanted)
    {
        var name = wanted;
        // The counter goes on where it was: many of one name must not cost the square of their number.
        while (!_taken.Add(name))
            name = $"{wanted}~{_counters[wanted] = _counters.GetValueOrDefault(wanted, 1) + 1}";
        return name;
    }
}
