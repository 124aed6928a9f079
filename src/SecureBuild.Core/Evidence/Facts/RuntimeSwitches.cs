using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SecureBuild.Evidence.Facts;

/// <summary>Reads <c>*.runtimeconfig.json</c> for switches that bring back what newer versions of .NET took away for safety.</summary>
static class RuntimeSwitches
{
    // name, dangerous value
    static readonly ImmutableArray<string[]> s_dangerous = [.. EmbeddedFile.Lines("Evidence/dangerous-switches.txt").Select(static line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))];

    public static void Read(FactSheet sheet)
    {
        var file = sheet.Build.Outputs.FirstOrDefault(static output => output.Name.EndsWith(".runtimeconfig.json", StringComparison.OrdinalIgnoreCase));
        if (file is null)
        {
            sheet.NotApplicable("runtime.unsafeSwitches", "*.runtimeconfig.json", GapText.Of("no-runtime-configuration"));
            return;
        }
        using var document = JsonBytes.Parse(File.ReadAllBytes(file.Path));
        var properties = document.RootElement.Member("runtimeOptions")?.Member("configProperties") ?? default;
        var on = s_dangerous.Where(entry => properties.Member(entry[0]) is { } value && Spelled(value) == entry[1]).Select(static entry => (JsonNode)entry[0]);
        sheet.Known("runtime.unsafeSwitches", new JsonObject { ["file"] = file.Name, ["looked"] = s_dangerous.Length, ["on"] = new JsonArray([.. on]) }, file.Name);
    }

    static string Spelled(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()!.ToLowerInvariant() : value.GetRawText().ToLowerInvariant();
}
