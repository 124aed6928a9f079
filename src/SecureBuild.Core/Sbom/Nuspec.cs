using System.Collections.Immutable;
using System.Xml;

namespace SecureBuild.Sbom;

/// <summary>What a package says about itself in its <c>.nuspec</c>. All of it is the author's word; nobody checked it.</summary>
sealed record Nuspec
{
    const int Largest = 4 << 20;

    // A nuspec comes with any package that anybody published: no DTD, no entities, nothing fetched.
    static readonly XmlReaderSettings s_settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = Largest,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
    };

    /// <summary>SPDX expression in <c>license type="expression"</c>.</summary>
    public string? LicenceExpression { get; private set; }

    /// <summary>File in the package named by <c>license type="file"</c>.</summary>
    public string? LicenceFile { get; private set; }

    /// <summary><c>licenseUrl</c>, as old packages have it.</summary>
    public string? LicenceUrl { get; private set; }

    /// <summary><c>authors</c>.</summary>
    public string? Authors { get; private set; }

    /// <summary><c>projectUrl</c>.</summary>
    public string? ProjectUrl { get; private set; }

    /// <summary><c>copyright</c>.</summary>
    public string? Copyright { get; private set; }

    /// <summary><c>repository/@url</c>.</summary>
    public string? RepositoryUrl { get; private set; }

    /// <summary><c>repository/@type</c>.</summary>
    public string? RepositoryType { get; private set; }

    /// <summary><c>repository/@commit</c>.</summary>
    public string? RepositoryCommit { get; private set; }

    /// <summary><see cref="ProjectUrl"/> as it may be published, or null. With the others made once: a package is in the documents of many projects.</summary>
    public string? Website { get; private set; }

    /// <summary><see cref="RepositoryUrl"/> as it may be published, or null.</summary>
    public string? SourceAddress { get; private set; }

    /// <summary>Where its source code is, or null where that is missing or not for others.</summary>
    public ExternalReference? Sources { get; private set; }

    /// <summary><c>developmentDependency</c>.</summary>
    public bool IsDevelopmentDependency { get; private set; }

    /// <summary><c>dependencies</c>: one list for each target framework, or one for all.</summary>
    public ImmutableArray<DependencyGroup> DependencyGroups { get; private set; } = [];

    /// <summary>Reads the metadata, and stops there.</summary>
    /// <exception cref="XmlException">Not XML, or with a DTD.</exception>
    /// <exception cref="IOException">Cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">May not be read.</exception>
    public static Nuspec Read(string path)
    {
        var nuspec = new Nuspec();
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 13);
        using var xml = XmlReader.Create(stream, s_settings);
        if (!xml.ReadToFollowing("package") || !xml.ReadToDescendant("metadata") || xml.IsEmptyElement)
            throw new XmlException("package/metadata");
        xml.Read();
        while (xml.NodeType != XmlNodeType.EndElement && !xml.EOF)
            if (xml.NodeType == XmlNodeType.Element)
                nuspec.ReadElement(xml);
            else
                xml.Skip();
        nuspec.Website = PublicAddress.Of(nuspec.ProjectUrl);
        nuspec.SourceAddress = PublicAddress.Of(nuspec.RepositoryUrl);
        nuspec.Sources = SourceCode.Reference(nuspec.RepositoryUrl, nuspec.RepositoryType, nuspec.RepositoryCommit);
        return nuspec;
    }

    // Leaves the reader behind the element.
    void ReadElement(XmlReader xml)
    {
        switch (xml.LocalName)
        {
            case "license":
                var isFile = xml.GetAttribute("type") == "file";
                var licence = Text(xml);
                (LicenceExpression, LicenceFile) = (isFile ? null : licence, isFile ? licence : null);
                break;
            case "licenseUrl": LicenceUrl = Text(xml); break;
            case "authors": Authors = Text(xml); break;
            case "projectUrl": ProjectUrl = Text(xml); break;
            case "copyright": Copyright = Text(xml); break;
            case "developmentDependency": IsDevelopmentDependency = Text(xml) is "true"; break;
            case "dependencies": DependencyGroups = Groups(xml); break;
            case "repository":
                (RepositoryUrl, RepositoryType, RepositoryCommit) = (xml.GetAttribute("url"), xml.GetAttribute("type"), xml.GetAttribute("commit"));
                xml.Skip();
                break;
            default: xml.Skip(); break;
        }
    }

    static ImmutableArray<DependencyGroup> Groups(XmlReader xml)
    {
        var groups = ImmutableArray.CreateBuilder<DependencyGroup>();
        var ids = ImmutableArray.CreateBuilder<string>();
        string? framework = null;
        var isOpen = false;
        using (var inner = xml.ReadSubtree())
        {
            while (inner.Read())
                if (inner is { NodeType: XmlNodeType.Element, LocalName: "group" })
                {
                    Close();
                    (framework, isOpen) = (inner.GetAttribute("targetFramework"), true);
                }
                else if (inner is { NodeType: XmlNodeType.Element, LocalName: "dependency" } && inner.GetAttribute("id") is { } id)
                {
                    ids.Add(id);
                }
            Close();
        }
        xml.Skip();
        return groups.ToImmutable();

        void Close()
        {
            if (isOpen || ids.Count > 0)
                groups.Add(new(framework, ids.ToImmutable()));
            ids.Clear();
        }
    }

    static string? Text(XmlReader xml)
    {
        using var inner = xml.ReadSubtree();
        var text = new System.Text.StringBuilder();
        while (inner.Read())
            if (inner.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace)
                text.Append(inner.Value);
        inner.Close();
        xml.Skip();
        return text.ToString().Trim() is { Length: > 0 } trimmed ? trimmed : null;
    }
}

/// <summary>What a package asks for on one target framework.</summary>
/// <param name="TargetFramework">Short or long name of the framework; null for any.</param>
/// <param name="Ids">Names of packages.</param>
sealed record DependencyGroup(string? TargetFramework, ImmutableArray<string> Ids);
