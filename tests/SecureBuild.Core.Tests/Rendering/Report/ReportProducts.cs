using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using SecureBuild.Assessment;
using SecureBuild.Attestation;
using SecureBuild.Catalogues;
using SecureBuild.Evidence;
using SecureBuild.Rendering;
using SecureBuild.Rendering.Report;
using SecureBuild.Sbom;
using SecureBuild.Signing;
using SecureBuild.Submission;

namespace SecureBuild.Core.Tests.Rendering.Report;

/// <summary>Products for the report: every text in them is what <c>say</c> makes of it.</summary>
sealed class ReportProducts(Func<string, string> say)
{
    static readonly DateTimeOffset s_time = new(2026, 11, 22, 4, 21, 0, TimeSpan.Zero);
    static readonly string s_sha = new('a', 64);

    /// <summary>Texts that people write who want the reader's browser to do something for them.</summary>
    public static ImmutableArray<string> Hostile { get; } =
    [
        "<script>window.pwned=1</script>", "\"><img src=x onerror=\"window.pwned=1\">", "'><svg/onload=window.pwned=1>", "</script><script>window.pwned=1</script>",
        "<!--<script>", "--><iframe srcdoc=\"<script>parent.pwned=1</script>\">", "javascript:window.pwned=1", "JaVaScRiPt:window.pwned=1//https://", "data:text/html,<script>window.pwned=1</script>",
        "</style><style>*{display:none}</style>", "</title><script>window.pwned=1</script>", "</textarea></select></svg><script>window.pwned=1</script>", "&lt;script&gt;window.pwned=1&lt;/script&gt;",
        "\u2028window.pwned=1\u2029//", "\u202E<script>window.pwned=1</script>", "\0<script\0>window.pwned=1</script>", "{0}{99}$&$1`${window.pwned=1}", "__proto__", "constructor",
        "\" autofocus onfocus=window.pwned=1 x=\"", "<a href=\"javascript:window.pwned=1\">x</a>", "https://user:pw@evil.example/<script>window.pwned=1</script>", "<base href=//evil.example/>", "<meta http-equiv=refresh content=0;url=//evil.example>",
        "\uD800<script>window.pwned=1</script>", "\t\r\n</pre><script>window.pwned=1</script>", "<form action=//evil.example><input autofocus>", new string('<', 5000), "悪意<script>window.pwned=1</script>",
    ];

    /// <summary>A product in which something is known of everything.</summary>
    public static Product Portal(bool signed = false, int components = 40) => new ReportProducts(static text => text).Product(components, signed);

    /// <summary>The same with hostile texts everywhere.</summary>
    public static Product HostileOne()
    {
        var at = 0;
        return new ReportProducts(_ => Hostile[at++ % Hostile.Length]).Product(3 * Hostile.Length, signed: true);
    }

    /// <summary>A product of which nothing is known.</summary>
    public static Product Unknown()
    {
        var portal = Portal();
        var project = portal.Projects[0];
        return portal with
        {
            Name = new([]), Version = new([]), Supplier = new([]), Contact = new([]), Sbom = null, Suppliers = [], Frameworks = [], Open = [], SbomConflicts = [],
            Projects = [project with { Sbom = null, AnalysisLog = default, Evidence = default, Provenance = default, Facts = [], Files = [], Summary = project.Summary with { Sbom = null, Analysis = null, Audit = null } }],
        };
    }

    Product Product(int components, bool signed)
    {
        var bom = Materials(components);
        ImmutableArray<ProductProject> projects = [Project("Portal.Web", bom, signed), Project("Portal.Core", bom, signed)];
        return new()
        {
            Name = new([new(say("住民ポータル"), [])]), Version = new([new(say("2.3.0"), [])]), Supplier = new([new(say("株式会社エグザンプル"), [])]), Contact = new([new(say("mailto:security@portal.example"), [])]),
            Time = s_time, Projects = projects, LeftOut = [new(say("tests/Portal.Tests.csproj"), say("Release"), say("net10.0"), LeftOutReason.TestProject), new(say("src/Legacy/Legacy.csproj"), null, null, LeftOutReason.NotAttested)],
            Frameworks = [Framework("nist-ssdf"), Framework("cisa-ssda-common-form")],
            Gaps = [new("sign.timestamp", new(say("Time stamp"), say("タイムスタンプ")), [new("Portal.Web", "not-assessed", say("This version reads no time stamps."))])],
            Limits = [new(say("It speaks of the listed files only."), say("記載されたファイルだけが対象です。"))],
            Open = [.. Enum.GetValues<OpenKind>().Select(kind => new OpenItem(kind, kind == OpenKind.ControlNotMet ? "nist-ssdf/PO.1.2" : say("subject"), new(say($"{kind} is open."), say("未解決です。")), [projects[0].Key]))],
            Sbom = bom, SbomConflicts = [say("licence")],
            Suppliers = [new("Contoso", null, ["JP"], [.. bom.Components.Where(static component => component.Supplier?.Name == "Contoso").Select(static component => new SuppliedComponent(component.BomRef!, component.Name, component.Version, component.Purl, "register"))])],
        };
    }

    ProductProject Project(string key, Bom bom, bool signed)
    {
        var analysis = Analysis();
        return new()
        {
            Key = say(key),
            Summary = new(
                say(key), new(signed, signed ? [say("0123456789abcdef0123")] : []), [new(say(key + ".dll"), s_sha)], [new(say(key + ".cdx.json"), FileState.AsAttested)], new(say("住民ポータル"), say("2.3.0"), null, null),
                new(say($"src/{key}/{key}.csproj"), say("Release"), say("net10.0"), say("C#")), "2026-11-22T04:21:00Z", new(say(key + ".cdx.json"), "CycloneDX 1.7", 40, 60, "complete", [], 1, 1, 0),
                new(say(key + ".sarif"), 118, 300, [new(say("SB1001"), "error", 1, say("src/Login.cs:12")), new(say("SB2001"), "warning", 2, null)], [new(say("SB2001"), 1)]),
                new("findings", say("https://feed.example/v3/index.json"), say("2026-11-20"), 1, null), [], [], 60, []),
            StatementSha256 = s_sha, Signatory = signed ? new(say("山田 太郎"), say("品質保証部長"), say("product"), new(2026, 11, 22)) : null, ConflictReason = null,
            Files = [new(say(key + ".sarif"), ProductFileRole.Analysis, "application/sarif+json", FileClass.Customer, s_sha, FileState.AsAttested, "/nowhere"), new(say(key + ".other"), ProductFileRole.Other, "text/plain", FileClass.Internal, s_sha, FileState.Missing, "/nowhere")],
            Facts =
            [
                new("compiler.deterministic", new(say("Deterministic"), say("決定的")), new(say("that others can repeat it"), say("再現できること")), FactState.Known, TrustClass.ObservedByBuild, say("csc"), null),
                new("nuget.audit", new(say("Audit"), say("監査")), null, FactState.NotAssessed, TrustClass.ObservedByBuild, null, say("No source with vulnerability data was asked.")),
            ],
            Sbom = bom, Provenance = Provenance(), AnalysisLog = analysis, Evidence = Evidence(), OtherAnalysisLog = Others(), FurtherSboms = [new(say(key + ".cdx.json"), SbomScope.Publish, SbomFormat.CycloneDx17, 57, s_sha, "/nowhere"), new(say("portal.tar.gz.cdx.json"), SbomScope.Image, SbomFormat.CycloneDx17, 61, s_sha, "/nowhere")], OutputDirectory = "/nowhere",
        };
    }

    ReadOnlyMemory<byte> Analysis() => Json(new JsonObject
    {
        ["version"] = "2.1.0",
        ["runs"] = new JsonArray(new JsonObject
        {
            ["tool"] = new JsonObject { ["driver"] = new JsonObject { ["name"] = "C#", ["rules"] = new JsonArray(new JsonObject { ["id"] = "SB1001", ["shortDescription"] = new JsonObject { ["text"] = say("SQL injection") } }) } },
            ["results"] = new JsonArray(Result("error", null), Result("warning", null), Result("warning", say("The value is a constant of ours.")), Result("warning", "")),
        }),
    });

    JsonObject Result(string level, string? suppressed)
    {
        var result = new JsonObject
        {
            ["ruleId"] = level == "error" ? "SB1001" : say("SB2001"), ["level"] = level, ["message"] = new JsonObject { ["text"] = say("This query is put together from what the client sent.") },
            ["locations"] = new JsonArray(new JsonObject
            {
                ["physicalLocation"] = new JsonObject
                {
                    ["artifactLocation"] = new JsonObject { ["uri"] = say("src/Portal.Web/Login.cs") },
                    ["region"] = new JsonObject { ["startLine"] = 12 },
                    ["contextRegion"] = new JsonObject { ["startLine"] = 11, ["snippet"] = new JsonObject { ["text"] = say("var name = Request.Query[\"name\"];") + "\n" + say("command.CommandText = \"select * from citizen where name = '\" + name + \"'\";") + "\nreturn command;" } },
                },
            }),
        };
        if (level == "error")
            result["relatedLocations"] = new JsonArray(Step("src/Portal.Web/Pages/Search.cshtml.cs", 31, "var name = Request.Query[\"name\"];"), Step("src/Portal.Core/Citizens.cs", 8, "return Find(connection, name.Trim());"));
        if (suppressed is not null)
            result["suppressions"] = new JsonArray(new JsonObject { ["kind"] = "inSource", ["justification"] = suppressed });
        return result;
    }

    JsonObject Step(string file, int line, string code) => new() { ["physicalLocation"] = new JsonObject
    {
        ["artifactLocation"] = new JsonObject { ["uri"] = say(file) }, ["region"] = new JsonObject { ["startLine"] = line, ["snippet"] = new JsonObject { ["text"] = say(code) } },
    } };

    ReadOnlyMemory<byte> Others() => Json(new JsonObject
    {
        ["version"] = "2.1.0",
        ["runs"] = new JsonArray(new JsonObject
        {
            ["tool"] = new JsonObject { ["driver"] = new JsonObject { ["name"] = say("OtherScan"), ["rules"] = new JsonArray(new JsonObject { ["id"] = "X7", ["shortDescription"] = new JsonObject { ["text"] = say("Weak cipher") } }) } },
            ["results"] = new JsonArray(new JsonObject
            {
                ["ruleId"] = "X7", ["level"] = "warning", ["message"] = new JsonObject { ["text"] = say("A cipher with a short key.") }, ["locations"] = new JsonArray(Step("src/Portal.Core/Vault.cs", 5, "using var cipher = TripleDES.Create();")),
            }),
        }),
    });

    ReadOnlyMemory<byte> Evidence() => Json(new JsonObject
    {
        ["facts"] = new JsonArray(
            new JsonObject { ["id"] = "nuget.audit", ["state"] = "known", ["value"] = new JsonObject { ["findings"] = new JsonArray(
                new JsonObject { ["package"] = "Component0001", ["severity"] = "high", ["advisory"] = "https://advisories.example/GHSA-aaaa" },
                new JsonObject { ["package"] = say("Component0002"), ["version"] = say("1.0.2"), ["severity"] = say("moderate"), ["advisory"] = say("https://advisories.example/GHSA-bbbb") }) } },
            new JsonObject { ["id"] = "sarif.others", ["state"] = "known", ["value"] = new JsonObject { ["runs"] = new JsonArray(new JsonObject
            {
                ["tool"] = say("OtherScan"), ["toolVersion"] = say("4.2"), ["started"] = say("2026-11-22T05:00:00Z"), ["open"] = new JsonObject { ["error"] = 0, ["warning"] = 1, ["note"] = 0 }, ["suppressed"] = 2, ["incomplete"] = false,
            }) } },
            new JsonObject { ["id"] = "waivers.list", ["state"] = "known", ["value"] = new JsonArray(new JsonObject
            {
                ["advisory"] = "GHSA-aaaa", ["status"] = "not_affected", ["owner"] = say("佐藤 花子"), ["role"] = say("CISO"), ["reason"] = say("The function is never called."), ["expires"] = say("2027-06-30"), ["state"] = "applied",
            }) }),
    });

    ReadOnlyMemory<byte> Provenance() => Json(new JsonObject
    {
        ["predicate"] = new JsonObject
        {
            ["buildDefinition"] = new JsonObject { ["resolvedDependencies"] = new JsonArray(new JsonObject
            {
                ["name"] = "source", ["uri"] = say("git+https://forge.example/portal"), ["digest"] = new JsonObject { ["gitCommit"] = say(new string('c', 40)) }, ["annotations"] = new JsonObject { ["securebuild_work_tree"] = "clean" },
            }) },
            ["runDetails"] = new JsonObject { ["builder"] = new JsonObject { ["id"] = say("https://builder.example/local"), ["version"] = new JsonObject { [say(".NET SDK")] = say("10.0.401") } }, ["metadata"] = new JsonObject { ["finishedOn"] = say("2026-11-22T04:21:00Z") } },
        },
    });

    Bom Materials(int count)
    {
        string[] licences = ["MIT", "Apache-2.0", "BSD-3-Clause", "LGPL-2.1-only"], suppliers = ["Contoso", "Fabrikam", "例示ソフト株式会社"];
        return new()
        {
            Metadata = new() { Component = new("application", "root", say("住民ポータル")) { Version = say("2.3.0") }, Properties = [new("securebuild:graph", "complete")] },
            Components =
            [
                new Component("application", "p0", say("Portal.Web")) { Version = say("2.3.0"), Supplier = new("Contoso") },
                .. Enumerable.Range(0, count).Select(number => new Component("library", $"c{number}", number == 1 ? "Component0001" : say($"Component{number:0000}"))
                {
                    Version = say($"1.0.{number}"), Purl = number == 1 ? "pkg:nuget/Component0001@1.0.1" : "pkg:nuget/" + say($"Component{number:0000}@1.0.{number}"),
                    Licenses = number % 9 == 8 ? [] : [new(Expression: say(licences[number % licences.Length]))],
                    Supplier = number % 7 == 6 ? null : new(number % 3 == 0 ? "Contoso" : say(suppliers[number % suppliers.Length])),
                    Scope = number % 10 == 9 ? "excluded" : "required",
                    Properties = [new("securebuild:licence", number % 9 == 8 ? "unknown:none-declared" : say("nuspec-expression")), new("securebuild:supplier", number % 7 == 6 ? "unknown:no-package-metadata" : say("nuspec-authors"))],
                }),
            ],
            // A few at the top, each needs some behind it.
            Dependencies =
            [
                new("root", ["p0"]),
                new("p0", [.. Enumerable.Range(0, Math.Min(20, count)).Select(static number => $"c{number}")]),
                .. Enumerable.Range(0, count).Select(number => new Dependency($"c{number}", [.. new[] { (number * 2) + 20, (number * 2) + 21, (number * 3) + 1 }.Where(next => next > number && next < count).Distinct().Select(static next => $"c{next}")])),
            ],
        };
    }

    ProductFramework Framework(string id)
    {
        var catalogue = CatalogueLibrary.ById(id)!;
        var number = 0;
        return new(catalogue.Id, catalogue.Version, s_sha, new(say(catalogue.Title.En), say(catalogue.Title.Ja)), [.. catalogue.Controls.Select(control => Control(control, catalogue, number++))]) { SourceStatus = "final", Note = new(say("A note."), say("注記。")) };
    }

    ProductControl Control(Control control, Catalogue catalogue, int number)
    {
        var status = (ControlStatus)(number % 6);
        var person = status is ControlStatus.Stated or ControlStatus.NotApplicable
            ? new PersonStatement($"{catalogue.Id}/{control.Id}", status, say("山田 太郎"), say("品質保証部長"), new(2026, 11, 1), new(2027, 11, 1), say("docs/training.md"), say("Every developer, every year.")) : null;
        var project = new ProjectStatus("Portal.Web", status, number % 11 == 10, true, ["compiler.deterministic", "nuget.audit"], [new(say("The build is deterministic."), say("ビルドは決定的です。"))], person);
        return new(control.Id, control.Parent, catalogue.HasBelow(control.Id), new(say(control.Title.En), say(control.Title.Ja)), new(say(control.Summary.En), say(control.Summary.Ja)), status, number % 11 == 10, [project, project with { Project = "Portal.Core", StatedBy = null }])
        {
            HasOwnId = control.HasOwnId,
        };
    }

    static ReadOnlyMemory<byte> Json(JsonObject json) => Encoding.UTF8.GetBytes(json.ToJsonString());
}
