using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using SecureBuild.Assessment;
using SecureBuild.Catalogues;
using SecureBuild.Evidence;

namespace SecureBuild.Exchange;

/// <summary>What our OSCAL documents (NIST OSCAL 1.2.1, JSON) have in common. Identifiers are functions of the statement: the same statement gives the same bytes.</summary>
sealed class OscalDocument(AttestedBuild build, string language)
{
    const string Version = "1.2.1";
    const string Namespace = Identity.Site + "/ns/oscal";

    /// <summary>The catalogue's controls that are judged, without the groups that only repeat the worst of their parts.</summary>
    public static IEnumerable<ControlResult> Judged(AttestedFramework framework)
    {
        var catalogue = CatalogueLibrary.ById(framework.Framework);
        return framework.Controls.Where(control => catalogue?.Below(control.Control).Any() != true);
    }

    /// <summary>Name-based. OSCAL's schemas take versions 4 and 5 only; version 5 would need SHA-1, so these are bits of SHA-256 in the layout of version 4 (RFC 9562, 5.4).</summary>
    public string Uuid(string name)
    {
        var hex = Digest.Sha256(Encoding.UTF8.GetBytes($"{Namespace}\n{build.StatementSha256}\n{language}\n{name}"));
        return $"{hex[..8]}-{hex[8..12]}-4{hex[13..16]}-{"89ab"[Convert.ToInt32(hex[16..17], 16) & 3]}{hex[17..20]}-{hex[20..32]}";
    }

    /// <summary>A token as OSCAL wants it (a letter or underscore first; then letters, digits, dot, hyphen, underscore).</summary>
    public static string Token(string id)
    {
        var token = string.Concat(id.Select(static character => char.IsLetterOrDigit(character) || character is '.' or '-' or '_' ? character : '_'));
        return char.IsLetter(token[0]) || token[0] == '_' ? token : "_" + token;
    }

    public JsonObject Metadata(string title) => new()
    {
        ["title"] = title,
        ["last-modified"] = Clock.Format(build.IssuedOn),
        ["version"] = build.Product.Version ?? "1",
        ["oscal-version"] = Version,
        ["props"] = new JsonArray(
            Property("statement-sha256", build.StatementSha256),
            Property("signing", build.IsDraft ? Text("draft") : Text("signed", string.Join(", ", build.KeyIds))),
            Property("tool", $"{Identity.ToolName} {Identity.ToolVersion}")),
        ["remarks"] = string.Join("\n\n", [Text("source", build.StatementSha256), Text("self"), Text("own-wording"), .. build.Limits.Select(limit => limit.In(language))]),
    };

    /// <summary>One observation for a control: what was looked at, by which means, with what result.</summary>
    public JsonObject Observation(AttestedFramework framework, ControlResult control)
    {
        var observation = new JsonObject
        {
            ["uuid"] = Uuid($"observation {framework.Name} {control.Control}"),
            ["title"] = Title(framework, control),
            ["description"] = ControlTexts.Reasons(control, language) is { Length: > 0 } reasons ? reasons : Reason.Of(control.Status).In(language),
            ["props"] = new JsonArray(Property("status", EnumNames.Of(control.Status)), Property("conflict", control.Conflict ? "true" : "false")),
            ["methods"] = new JsonArray(control.Status switch
            {
                ControlStatus.NotAssessed => "UNKNOWN",
                ControlStatus.Stated or ControlStatus.NotApplicable => "INTERVIEW",
                _ => "EXAMINE",
            }),
        };
        if (Evidence(control) is { Count: > 0 } evidence)
            observation["relevant-evidence"] = evidence;
        observation["collected"] = Clock.Format(build.IssuedOn);
        if (control.StatedBy is { } person)
            observation["expires"] = person.LastDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00:00:00Z";
        if (control.Conflict)
            observation["remarks"] = Text("conflict", build.ConflictReason ?? Text("no-reason"));
        return observation;
    }

    /// <summary>The files that the statement names, by digest.</summary>
    public JsonObject BackMatter() => new()
    {
        ["resources"] = new JsonArray(
        [
            .. build.Files.Select(file => (JsonNode)new JsonObject
            {
                ["uuid"] = Uuid("file " + file.Name),
                ["title"] = file.Name,
                ["rlinks"] = new JsonArray(new JsonObject { ["href"] = Uri.EscapeDataString(file.Name), ["hashes"] = new JsonArray(new JsonObject { ["algorithm"] = "SHA-256", ["value"] = file.Sha256 }) }),
            }),
            new JsonObject { ["uuid"] = Uuid("no plan"), ["description"] = Text("import") },
        ]),
    };

    public static string Title(AttestedFramework framework, ControlResult control, string language) =>
        $"{control.Control} {ControlTexts.Title(CatalogueLibrary.ById(framework.Framework), control.Control, language)}";

    public string Title(AttestedFramework framework, ControlResult control) => Title(framework, control, language);

    public string Text(string name, params object?[] arguments) => ControlTexts.Of(name, language, arguments);

    public static JsonObject Property(string name, string value) => new() { ["name"] = name, ["ns"] = Namespace, ["value"] = value };

    JsonArray Evidence(ControlResult control)
    {
        var evidence = new JsonArray();
        var file = build.Files.FirstOrDefault(static file => file.Name.EndsWith(".evidence.json", StringComparison.Ordinal));
        foreach (var id in control.Facts)
        {
            var fact = build.Facts.GetValueOrDefault(id);
            var item = new JsonObject();
            if (file is not null)
                item["href"] = "#" + Uuid("file " + file.Name);
            item["description"] = Text("fact.short", ControlTexts.FactTitle(id, language), Text("state." + (fact is null ? "absent" : EnumNames.Of(fact.State))));
            var properties = new JsonArray(Property("fact", id));
            if (fact is not null)
                properties.Add((JsonNode)Property("trust", EnumNames.Of(fact.Trust)));
            item["props"] = properties;
            evidence.Add((JsonNode)item);
        }
        if (control.StatedBy is { } person)
            evidence.Add((JsonNode)new JsonObject { ["description"] = StatementVerdict.Sentence(person).In(language), ["props"] = new JsonArray(Property("statement", person.Control)) });
        return evidence;
    }
}
