namespace SecureBuild.Sbom;

/// <summary>All components of a document, nested ones too.</summary>
static class SbomComponents
{
    /// <summary>The root first, a part behind what it is a part of.</summary>
    public static IEnumerable<(Component Component, bool IsRoot)> All(Bom bom)
    {
        if (bom.Metadata.Component is { } root)
        {
            yield return (root, true);
            foreach (var part in Nested(root.Components))
                yield return (part, false);
        }
        foreach (var component in Nested(bom.Components))
            yield return (component, false);
    }

    static IEnumerable<Component> Nested(IEnumerable<Component> components)
    {
        foreach (var component in components)
        {
            yield return component;
            foreach (var part in Nested(component.Components))
                yield return part;
        }
    }
}
