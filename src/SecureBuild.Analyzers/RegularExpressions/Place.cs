using System.Collections.Generic;

namespace SecureBuild.Analyzers.RegularExpressions;

/// <summary>A character class of a pattern, as the matcher has just read a character of it.</summary>
sealed class Place(ulong letters)
{
    /// <summary>The letters it reads.</summary>
    public ulong Letters { get; } = letters;

    /// <summary>The places that can read the next character.</summary>
    public List<int> Next { get; } = [];

    /// <summary>Those of <see cref="Next"/> to which two ways lead.</summary>
    public HashSet<int> Twice { get; } = [];

    /// <summary>The match can be complete here, whatever follows.</summary>
    public bool Ends { get; set; }

    /// <summary>The match can be complete here if the text ends, or under a condition.</summary>
    public bool MayEnd { get; set; }

    public void Add(int place)
    {
        if (Next.Contains(place))
            Twice.Add(place);
        else
            Next.Add(place);
    }
}
