using System.Collections.Immutable;
using SecureBuild.Evidence;
using SecureBuild.Sbom;
using SecureBuild.Suppliers;

namespace SecureBuild.Core.Tests.Sbom;

/// <summary>Bills of materials of the restored samples, and one by hand with everything that the model can say.</summary>
static class SampleBoms
{
    static readonly ProductIdentity s_product = new("申請ポータル \"Portal\" \u0001\u2028 \\ <&>", "1.2.3+build/4", "市役所の申請", new("株式会社セキュア", "https://secure.example/ja?q=日本", "sbom@secure.example", "窓口", "+81 3 0000 0000"), new("Maker"))
    {
        Authors = [new("品質保証部", Email: "qa@secure.example")],
        LicenceExpression = "Apache-2.0 OR (MIT AND BSD-3-Clause)",
        Cpe = "cpe:2.3:a:secure:portal:1.2.3:*:*:*:*:*:*:*",
        SecurityContact = "psirt@secure.example",
        Website = "https://secure.example/",
    };

    public static IEnumerable<(string Name, Bom Bom)> Of(SbomSamples samples)
    {
        foreach (var (project, framework) in ((string, string)[])[("App", "net10.0"), ("Lib", "netstandard2.0"), ("Native", "net10.0"), ("Central", "net10.0"), ("Empty", "net10.0"), ("Classic", "net472"), ("Web", "net10.0")])
            yield return (project, SbomBuilder.Build(samples.Inputs(project, framework) with { Frameworks = [new("Microsoft.NETCore.App", "10.0.12", "10.0.0", null)] }, s_product, Clock.From("1767225600")).Bom);
        yield return ("without-restore", SbomBuilder.Build(samples.Inputs("App", "net10.0") with { AssetsFile = null }, s_product, Clock.From("1767225600")).Bom);
        yield return ("everything", Everything);
        yield return ("nothing", new Bom());
    }

    public static Bom Everything { get; } = Named(new()
    {
        Metadata = new()
        {
            Timestamp = "2026-01-01T00:00:00Z",
            Lifecycles = ["build", "post-build"],
            Tools = [new("application", null, "SecureBuild") { Version = "1.0.0" }],
            Authors = [new("Quality", "qa@secure.example")],
            Manufacturer = new("Secure Inc") { Url = ["https://secure.example"], Contact = [new(null, "sbom@secure.example")] },
            Supplier = new("Secure Inc"),
            Component = new("application", "root", "Portal")
            {
                Version = "1.0.0",
                Supplier = new("Secure Inc") { Url = ["https://secure.example"], Contact = [new(null, "sbom@secure.example")] },
                Licenses = [new(Expression: "Apache-2.0 OR MIT") { Acknowledgement = "declared" }, new(Expression: "MIT") { Acknowledgement = "concluded" }],
                Cpe = "cpe:2.3:a:secure:portal:1.0.0:*:*:*:*:*:*:*",
                Components = [new("file", "file:Portal.dll", "Portal.dll") { Hashes = [new("SHA-256", new('a', 64)), new("SHA-512", new('b', 128))], Properties = [new("bsi:component:executable", "executable")] }],
            },
            Properties = [new("securebuild:graph", "complete")],
        },
        Components =
        [
            new("framework", "framework", "Microsoft.NETCore.App") { VersionRange = "vers:nuget/>=10.0.0|<11.0.0", IsExternal = true, Scope = "required" },
            new("library", "lib/a", "A")
            {
                Group = "org.example", Version = "2.0.0-beta+5", Purl = "pkg:nuget/A@2.0.0-beta%2B5", Scope = "required", Description = "一行\nの説明", Copyright = "© A",
                Manufacturer = new("A people") { Contact = [new(null, "a@a.example")] },
                Supplier = new("A (trading as A=A) Ltd"),
                Hashes = [new("SHA-512", new('c', 128)), new("Streebog-256", new('d', 64))],
                Licenses = [new(Name: "A Licence 1.0") { Acknowledgement = "declared", Text = "Do what is right.\nNothing else." }],
                ExternalReferences = [new("vcs", "git+https://a.example/a@0123456789"), new("website", "https://a.example"), new("distribution", "https://a.example/a.nupkg"), new("patent", "https://a.example/patent")],
                Properties = [new("one=two\\three", "line\nline\\n=end"), new("empty", "")],
            },
            new("library", "lib:a", "B") { Version = "1", Purl = "pkg:nuget/B@1", Scope = "required", Licenses = [new(Id: "MIT"), new(Name: "B Licence")] },
            new("library", "tool", "Tool") { Version = "3", Purl = "pkg:nuget/Tool@3", Scope = "excluded", Licenses = [new(Expression: "LicenseRef-Tool") { Acknowledgement = "declared", Text = "As is." }] },
            new("data", "data", "Weather") { Licenses = [new(Name: "A Licence 1.0") { Acknowledgement = "concluded", Text = "Another text of the same name." }], Supplier = new(Name: null) { Url = ["https://weather.example"] } },
        ],
        Dependencies = [new("data", []), new("framework", []), new("lib/a", ["lib:a"]), new("lib:a", ["lib/a"]), new("root", ["data", "framework", "lib/a", "tool"]), new("tool", [])],
        Compositions = [new("incomplete") { Assemblies = ["root"] }, new("complete") { Dependencies = ["lib/a", "lib:a", "tool"] }, new("incomplete") { Dependencies = ["root"] }, new("unknown") { Dependencies = ["framework"] }],
    });

    static Bom Named(Bom bom) => bom with { SerialNumber = SerialNumber.Of(bom) };
}
