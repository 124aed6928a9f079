using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SecureBuild.Assessment;
using SecureBuild.Attestation;
using SecureBuild.Catalogues;
using SecureBuild.Evidence;
using SecureBuild.Sbom;

namespace SecureBuild.Exchange;

/// <summary>
/// CycloneDX attestations (ECMA-424, <c>definitions.standards</c> and <c>declarations</c>). A control of which nothing is known has no place in a map: it is
/// listed as a requirement, and nothing is claimed of it. Nobody is a signatory: a person signs the statement, not this.
/// </summary>
sealed class CycloneDxDeclarations
{
    const string Build = "assessor:build";
    const string Product = "target:product";

    readonly AttestedBuild _build;
    readonly string _language;
    readonly JsonArray _claims = [];
    readonly SortedDictionary<string, JsonObject> _evidence = new(StringComparer.Ordinal);

    CycloneDxDeclarations(AttestedBuild build, string language) => (_build, _language) = (build, language);

    /// <param name="build">What is rendered.</param>
    /// <param name="language"><c>en</c> or <c>ja</c>.</param>
    /// <param name="version"><c>1.6</c> or <c>1.7</c>; what is written is valid by both.</param>
    public static JsonObject Of(AttestedBuild build, string language, string version) => new CycloneDxDeclarations(build, language).Document(version);

    JsonObject Document(string version)
    {
        var standards = new JsonArray([.. _build.Frameworks.Select(Standard)]);
        var attestations = new JsonArray([.. _build.Frameworks.Select(Attestation)]);
        var document = new JsonObject
        {
            ["bomFormat"] = "CycloneDX",
            ["specVersion"] = version,
            ["version"] = 1,
            ["metadata"] = new JsonObject
            {
                ["timestamp"] = Clock.Format(_build.IssuedOn),
                ["tools"] = new JsonObject { ["components"] = new JsonArray(new JsonObject { ["type"] = "application", ["name"] = Identity.ToolName, ["version"] = Identity.ToolVersion }) },
                ["properties"] = Properties(),
            },
            ["declarations"] = new JsonObject
            {
                ["assessors"] = new JsonArray(new JsonObject { ["bom-ref"] = Build, ["thirdParty"] = false, ["organization"] = new JsonObject { ["name"] = _build.Product.Supplier ?? Text("none") } }),
                ["attestations"] = attestations,
                ["claims"] = _claims,
                ["evidence"] = new JsonArray([.. _evidence.Values]),
                ["targets"] = new JsonObject { ["components"] = new JsonArray(ProductComponent()) },
                ["affirmation"] = new JsonObject { ["statement"] = Text("affirmation"), ["signatories"] = new JsonArray() },
            },
            ["definitions"] = new JsonObject { ["standards"] = standards },
        };
        document.Insert(2, "serialNumber", SerialNumber.Of(CanonicalJson.Compact(document)));
        return document;
    }

    JsonArray Properties()
    {
        var properties = new JsonArray(
            Property("securebuild:statement:sha256", _build.StatementSha256),
            Property("securebuild:statement:source", Text("source", _build.StatementSha256)),
            Property("securebuild:statement:signing", _build.IsDraft ? Text("draft") : Text("signed", string.Join(", ", _build.KeyIds))));
        foreach (var limit in _build.Limits)
            properties.Add((JsonNode)Property("securebuild:limit", limit.In(_language)));
        return properties;
    }

    JsonObject ProductComponent()
    {
        var component = new JsonObject { ["type"] = "application", ["bom-ref"] = Product, ["name"] = _build.ProductName };
        if (_build.Product.Version is { } version)
            component["version"] = version;
        component["components"] = new JsonArray([.. _build.Subjects.Select(static subject => new JsonObject
        {
            ["type"] = "file", ["bom-ref"] = "file:" + subject.Name, ["name"] = subject.Name, ["hashes"] = Hashes(subject),
        })]);
        return component;
    }

    static JsonArray Hashes(Subject subject)
    {
        var hashes = new JsonArray(new JsonObject { ["alg"] = "SHA-256", ["content"] = subject.Sha256 });
        if (subject.Sha512 is { } sha512)
            hashes.Add((JsonNode)new JsonObject { ["alg"] = "SHA-512", ["content"] = sha512 });
        return hashes;
    }

    JsonObject Standard(AttestedFramework framework)
    {
        var catalogue = CatalogueLibrary.ById(framework.Framework);
        return new()
        {
            ["bom-ref"] = framework.Name,
            ["name"] = ControlTexts.Title(framework.Framework, _language),
            ["version"] = framework.Version,
            ["description"] = Text("own-wording"),
            ["requirements"] = new JsonArray([.. framework.Controls.Select(control => Requirement(framework, catalogue, control))]),
        };
    }

    JsonObject Requirement(AttestedFramework framework, Catalogue? catalogue, ControlResult control)
    {
        var known = catalogue?[control.Control];
        var requirement = new JsonObject { ["bom-ref"] = Reference(framework, control.Control), ["identifier"] = control.Control, ["title"] = ControlTexts.Title(catalogue, control.Control, _language) };
        if (known is not null)
            requirement["text"] = known.Summary.In(_language);
        if (known?.Parent is { } parent && framework.Controls.Any(other => other.Control == parent))
            requirement["parent"] = Reference(framework, parent);
        requirement["properties"] = new JsonArray(Property("securebuild:status", EnumNames.Of(control.Status)));
        return requirement;
    }

    JsonObject Attestation(AttestedFramework framework)
    {
        var catalogue = CatalogueLibrary.ById(framework.Framework);
        // Groups repeat the worst of their parts: counted in, they would count twice.
        var controls = framework.Controls.Where(control => catalogue?.Below(control.Control).Any() != true).ToArray();
        int Count(ControlStatus status) => controls.Count(control => control.Status == status);
        return new()
        {
            ["summary"] = Text("summary", ControlTexts.Title(framework.Framework, _language), controls.Length, Count(ControlStatus.MetByEvidence), Count(ControlStatus.Stated),
                Count(ControlStatus.Partly), Count(ControlStatus.NotMet), Count(ControlStatus.NotAssessed), Count(ControlStatus.NotApplicable)) + " " + Text("self"),
            ["assessor"] = Build,
            ["map"] = new JsonArray([.. framework.Controls.Where(static control => control.Status != ControlStatus.NotAssessed).Select(control => Map(framework, catalogue, control))]),
        };
    }

    JsonObject Map(AttestedFramework framework, Catalogue? catalogue, ControlResult control)
    {
        var reference = Reference(framework, control.Control);
        var map = new JsonObject { ["requirement"] = reference };
        if (ClaimOf(control, ControlTexts.Title(catalogue, control.Control, _language)) is { } claim)
            map["claims"] = new JsonArray(Claim("claim:" + reference, claim, control, counters: false));
        if (control.Conflict || control.Status is ControlStatus.Partly or ControlStatus.NotMet)
            map["counterClaims"] = new JsonArray(Claim("counter:" + reference, Text("counter", ControlTexts.Title(catalogue, control.Control, _language)), control, counters: true));
        map["conformance"] = Conformance(control);
        if (ConfidenceOf(control) is { } confidence)
            map["confidence"] = confidence;
        return map;
    }

    string? ClaimOf(ControlResult control, string title) => control.Status switch
    {
        ControlStatus.MetByEvidence => Text("claim.met-by-evidence", title),
        ControlStatus.Stated when control.StatedBy is { } by => Text("claim.stated", title, by.Name, by.Role, Day(by.Date)),
        ControlStatus.Stated => Text("claim.stated-parts", title),
        ControlStatus.Partly => Text("claim.partly", title),
        _ => null,
    };

    string Claim(string reference, string predicate, ControlResult control, bool counters)
    {
        var claim = new JsonObject { ["bom-ref"] = reference, ["target"] = Product, ["predicate"] = predicate };
        if (ControlTexts.Reasons(control, _language) is { Length: > 0 } reasons)
            claim["reasoning"] = reasons;
        var evidence = new JsonArray([.. control.Facts.Select(fact => (JsonNode)Fact(fact))]);
        if (control.StatedBy is { } person)
            evidence.Add((JsonNode)Person(person));
        if (evidence.Count > 0)
            claim[counters ? "counterEvidence" : "evidence"] = evidence;
        _claims.Add((JsonNode)claim);
        return reference;
    }

    JsonObject Conformance(ControlResult control)
    {
        var conformance = new JsonObject();
        if (control.Status switch { ControlStatus.MetByEvidence or ControlStatus.Stated => 1, ControlStatus.Partly => 0.5, ControlStatus.NotMet => 0, _ => (double?)null } is { } score)
            conformance["score"] = score;
        var rationale = control.Status switch
        {
            ControlStatus.Partly => Text("score.partly"),
            ControlStatus.NotApplicable when control.StatedBy is { } by => Text("score.not-applicable", by.Name, by.Role, Day(by.Date), by.Note),
            ControlStatus.NotApplicable => Text("score.not-applicable-parts"),
            _ => Reason.Of(control.Status).In(_language),
        };
        conformance["rationale"] = control.Conflict ? rationale + " " + Text("conflict", _build.ConflictReason ?? Text("no-reason")) : rationale;
        return conformance;
    }

    JsonObject? ConfidenceOf(ControlResult control)
    {
        if (control.Status == ControlStatus.NotApplicable)
            return null;
        var trust = control.Status == ControlStatus.Stated ? TrustClass.StatedByPerson : ControlTexts.WeakestTrust(control, _build.Facts);
        return trust is { } known
            ? new() { ["score"] = ControlTexts.Confidence(known), ["rationale"] = Text("confidence", Text("trust." + EnumNames.Of(known))) }
            : _build.Facts.IsEmpty ? new() { ["rationale"] = Text("confidence.unknown") } : null;
    }

    string Fact(string id)
    {
        var reference = "fact:" + id;
        if (_evidence.ContainsKey(reference))
            return reference;
        var fact = _build.Facts.GetValueOrDefault(id);
        var state = Text("state." + (fact is null ? "absent" : EnumNames.Of(fact.State)));
        var file = _build.Files.FirstOrDefault(static file => file.Name.EndsWith(".evidence.json", StringComparison.Ordinal));
        var title = ControlTexts.FactTitle(id, _language);
        var evidence = new JsonObject
        {
            ["bom-ref"] = reference,
            ["propertyName"] = "securebuild:fact:" + id,
            ["description"] = file is not null && CatalogueLibrary.Facts.TryGetValue(id, out var definition)
                ? Text("fact", title, state, definition.DoesNotShow.In(_language), file.Name, file.Sha256)
                : Text("fact.short", title, state),
        };
        if (fact is not null)
            evidence["created"] = Clock.Format(fact.Time);
        _evidence.Add(reference, evidence);
        return reference;
    }

    string Person(PersonStatement statement)
    {
        var reference = $"statement:{statement.Control}";
        _evidence[reference] = new()
        {
            ["bom-ref"] = reference,
            ["propertyName"] = "securebuild:statement",
            ["description"] = Text("person", statement.Control, statement.Reference ?? Text("none")),
            ["created"] = Day(statement.Date) + "T00:00:00Z",
            ["expires"] = Day(statement.LastDay) + "T00:00:00Z",
            ["author"] = new JsonObject { ["name"] = $"{statement.Name}, {statement.Role}" },
        };
        return reference;
    }

    static string Reference(AttestedFramework framework, string control) => $"{framework.Name}/{control}";

    static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    static JsonObject Property(string name, string value) => new() { ["name"] = name, ["value"] = value };

    string Text(string name, params object?[] arguments) => ControlTexts.Of(name, _language, arguments);
}
