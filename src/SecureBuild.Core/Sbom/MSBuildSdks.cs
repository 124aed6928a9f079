using System.Text.Json;
using System.Xml;
using SecureBuild.Evidence;

namespace SecureBuild.Sbom;

/// <summary>
/// MSBuild SDKs that the project asks for with an exact version: in the project file and the <c>Directory.Build</c> files, otherwise in <c>global.json</c>. MSBuild tells nobody which it took,
/// so the files are read; what they import besides is not followed, and a version that is a property is not known.
/// </summary>
static class MSBuildSdks
{
    // In the .NET SDK itself: nearly every project names one of them, and global.json need not be read for that.
    static readonly string[] s_own = ["Microsoft.NET.Sdk", "Microsoft.NET.Sdk.Web", "Microsoft.NET.Sdk.Worker", "Microsoft.NET.Sdk.Razor", "Microsoft.NET.Sdk.BlazorWebAssembly"];

    /// <summary>Name and version of each, without those that have no version.</summary>
    public static IEnumerable<NamedPackage> Of(BuildInputs inputs)
    {
        var named = new List<AskedSdk>();
        foreach (var file in new[] { inputs.ProjectFile, inputs.Property("DirectoryBuildPropsPath"), inputs.Property("DirectoryBuildTargetsPath") })
            if (file is not null && File.Exists(file))
                Read(file, named);
        Dictionary<string, string>? global = null;
        foreach (var sdk in named)
            if (!s_own.Contains(sdk.Id, StringComparer.OrdinalIgnoreCase) && (sdk.Version ?? (global ??= Global(inputs.ProjectFile)).GetValueOrDefault(sdk.Id)) is { } version && IsPlain(version) && IsPlain(sdk.Id))
                yield return new(sdk.Id, version);
    }

    // Neither a property nor a way to another folder.
    static bool IsPlain(string text) => text.Length > 0 && text[0] != '.' && text.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_' or '+');

    static void Read(string file, List<AskedSdk> named)
    {
        try
        {
            using var stream = File.OpenRead(file);
            using var xml = XmlReader.Create(stream, new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            while (xml.Read())
                if (xml is { NodeType: XmlNodeType.Element, LocalName: "Project" or "Import" } && xml.GetAttribute("Sdk") is { } list)
                    foreach (var sdk in list.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                        named.Add(sdk.Split('/') is [var id, var version, ..] ? new(id, version) : new(sdk, xml.GetAttribute("Version")));
                else if (xml is { NodeType: XmlNodeType.Element, LocalName: "Sdk" } && xml.GetAttribute("Name") is { } name)
                    named.Add(new(name, xml.GetAttribute("Version")));
        }
        catch (Exception e) when (e is XmlException or IOException or UnauthorizedAccessException)
        {
            // MSBuild read it a moment ago; what cannot be read names none.
        }
    }

    static Dictionary<string, string> Global(string projectFile)
    {
        var versions = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        try
        {
            for (var folder = Path.GetDirectoryName(projectFile); folder is not null; folder = Path.GetDirectoryName(folder))
                if (Path.Combine(folder, "global.json") is var file && File.Exists(file))
                {
                    using var document = JsonBytes.Parse(File.ReadAllBytes(file));
                    if (document.RootElement.Member("msbuild-sdks") is { ValueKind: JsonValueKind.Object } sdks)
                        foreach (var sdk in sdks.EnumerateObject())
                            if (sdk.Value.ValueKind == JsonValueKind.String)
                                versions[sdk.Name] = sdk.Value.GetString()!;
                    break;
                }
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            versions.Clear();
        }
        return versions;
    }

    sealed record AskedSdk(string Id, string? Version);
}
