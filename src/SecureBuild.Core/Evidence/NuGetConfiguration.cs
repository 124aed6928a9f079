using System.Collections.Immutable;
using System.Xml;
using System.Xml.Linq;

namespace SecureBuild.Evidence;

/// <summary>
/// The NuGet.Config files that restore used, merged as NuGet does it: the file nearest to the project wins, and <c>&lt;clear/&gt;</c> drops what
/// files further away gave (learn.microsoft.com/nuget, "How settings are applied"). Names and addresses stay in here.
/// </summary>
sealed class NuGetConfiguration
{
    readonly Dictionary<string, string> _auditSources = new(StringComparer.OrdinalIgnoreCase);
    readonly Dictionary<string, string> _config = new(StringComparer.OrdinalIgnoreCase);
    readonly Dictionary<string, int> _mapping = new(StringComparer.OrdinalIgnoreCase);
    int _trustedSigners;

    /// <summary>Audit sources named on purpose, apart from the package sources.</summary>
    public int AuditSources => _auditSources.Count;

    /// <summary>Sources that have package patterns.</summary>
    public int MappedSources => _mapping.Count;

    /// <summary>Package patterns in all.</summary>
    public int Patterns => _mapping.Values.Sum();

    /// <summary>Signers that packages may be signed by.</summary>
    public int TrustedSigners => _trustedSigners;

    /// <summary><c>accept</c> or <c>require</c>; null where nothing is set.</summary>
    public string? SignatureValidationMode => _config.GetValueOrDefault("signatureValidationMode")?.ToLowerInvariant();

    /// <param name="nearestFirst"><c>project.restore.configFilePaths</c> of the assets file.</param>
    /// <returns>Null where a file cannot be read: a merge without it would be another configuration.</returns>
    public static NuGetConfiguration? Read(ImmutableArray<string> nearestFirst)
    {
        var merged = new NuGetConfiguration();
        for (var i = nearestFirst.Length - 1; i >= 0; i--)
        {
            try
            {
                using var reader = XmlReader.Create(nearestFirst[i], new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
                merged.Apply(XDocument.Load(reader).Root!);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or XmlException)
            {
                return null;
            }
        }
        return merged;
    }

    void Apply(XElement configuration)
    {
        Pairs(configuration.Element("auditSources"), _auditSources);
        Pairs(configuration.Element("config"), _config);
        foreach (var item in configuration.Element("packageSourceMapping")?.Elements() ?? [])
        {
            if (item.Name.LocalName == "clear")
                _mapping.Clear();
            else if ((string?)item.Attribute("key") is { } key)
                _mapping[key] = item.Elements("package").Count();
        }
        foreach (var item in configuration.Element("trustedSigners")?.Elements() ?? [])
            _trustedSigners = item.Name.LocalName == "clear" ? 0 : _trustedSigners + 1;
    }

    static void Pairs(XElement? section, Dictionary<string, string> into)
    {
        foreach (var item in section?.Elements() ?? [])
        {
            var key = (string?)item.Attribute("key");
            switch (item.Name.LocalName)
            {
                case "clear": into.Clear(); break;
                case "add" when key is not null: into[key] = (string?)item.Attribute("value") ?? ""; break;
                case "remove" when key is not null: into.Remove(key); break;
            }
        }
    }
}
