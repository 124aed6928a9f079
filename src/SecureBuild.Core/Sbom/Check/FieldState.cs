namespace SecureBuild.Sbom.Check;

/// <summary>What a document says in a place where an element belongs. To say that something is not known, or not told, is more than to say nothing.</summary>
public enum FieldState
{
    /// <summary>A value.</summary>
    Present,
    /// <summary>A value, but none of those that the list asks for: a digest by MD5, a version of a format that is no longer kept up.</summary>
    Unfit,
    /// <summary>It says that the value is not known.</summary>
    Unknown,
    /// <summary>It says that the value is not told.</summary>
    Withheld,
    /// <summary>Nothing.</summary>
    Missing,
}
