using SecureBuild.Evidence;
using SecureBuild.Testing.Node;

namespace SecureBuild.Core.Tests.Evidence;

/// <summary>Our own documents against our own schemas, judged by someone else's validator.</summary>
public sealed class OwnSchemaTests : IDisposable
{
    readonly string _root = Directory.CreateTempSubdirectory("securebuild-schema").FullName;

    [Fact]
    public Task Written_evidence_is_valid() => Valid("Evidence/evidence.schema.json",
        ("evidence.json", CanonicalJson.Indented(EvidenceJson.Write(FactCollector.Collect(SampleEvidence.Sources(_root), SampleEvidence.Clock)))));

    [Fact]
    public Task Catalogues_are_valid() => Valid("Catalogues/catalogue.schema.json", Shipped(".json"));

    [Fact]
    public Task Rule_files_are_valid() => Valid("Catalogues/rules.schema.json", Shipped(".rules.json"));

    public void Dispose() => Directory.Delete(_root, recursive: true);

    static (string Name, byte[] Content)[] Shipped(string ending) =>
        [.. EmbeddedFile.Lines("Catalogues/catalogues.txt").Select(line => line.Split(' ')[^1] + ending).Select(name => (name, EmbeddedFile.Bytes("Catalogues/" + name)))];

    async Task Valid(string schema, params (string Name, byte[] Content)[] documents)
    {
        var files = new[] { ("schema.json", EmbeddedFile.Bytes(schema)) }.Concat(documents).Select(document =>
        {
            var path = Path.Combine(_root, document.Item1);
            File.WriteAllBytes(path, document.Item2);
            return path;
        }).ToArray();
        var result = await NodeTools.RunAsync("json-schema-validate.mjs", files);
        Assert.True(result.ExitCode == 0, result.ToString());
    }
}
