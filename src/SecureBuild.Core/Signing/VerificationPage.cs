using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;

namespace SecureBuild.Signing;

/// <summary>
/// <c>VERIFY.md</c>: how a buyer checks signed artifacts with OpenSSL and <c>@sigstore/verify</c> alone, in both languages, with the real names, key id and
/// digests. The text is verify-page.md.
/// </summary>
public static class VerificationPage
{
    /// <summary>The page's file name.</summary>
    public const string Name = "VERIFY.md";

    const string KeyStep = "## 1.", SignatureStep = "## 2.", BundleStep = "## 4.", LastWords = "This shows";

    /// <summary>
    /// A page for each folder with bundles; with a certificate in them, with the commands that lead it to the authority's root. None for second signatures: the page of the first ones stays.
    /// </summary>
    /// <param name="artifacts">What was signed: <see cref="SigningResult.Artifacts"/>.</param>
    /// <param name="signer">Who signed.</param>
    public static ImmutableArray<Artifact> Of(ImmutableArray<Artifact> artifacts, ISigner signer) => signer.SecondName is not null ? [] :
    [
        .. artifacts.GroupBy(artifact => Path.GetDirectoryName(artifact.Path)!, StringComparer.Ordinal)
            .Select(folder => (folder.Key, Bundles: folder.Where(artifact => IsBundleOf(artifact, signer)).ToArray(), Files: folder.ToArray()))
            .Where(folder => folder.Bundles.Length > 0)
            .Select(folder => new Artifact(Path.Combine(folder.Key, Name), Encoding.UTF8.GetBytes(Page(folder.Key, folder.Files, folder.Bundles, signer)))),
    ];

    /// <summary>The page beside a bundle that got a time stamp afterwards: with its new digest, and without the step that cannot check stamps; null where there is no page.</summary>
    /// <param name="bundle">The bundle, as it still lies there.</param>
    /// <param name="stamped">As it will.</param>
    public static Artifact? Stamped(string bundle, Artifact stamped)
    {
        var path = Path.Combine(Path.GetDirectoryName(bundle)!, Name);
        if (!File.Exists(path))
            return null;
        var page = WithoutBundleStep(File.ReadAllText(path)).Replace(Digest.Sha256OfFile(bundle), Digest.Sha256(stamped.Content.Span), StringComparison.Ordinal);
        return new(path, Encoding.UTF8.GetBytes(page));
    }

    // @sigstore/verify wants to know the authority behind a time stamp, which no command can print.
    static string WithoutBundleStep(string page) => page.IndexOf(BundleStep, StringComparison.Ordinal) is > 0 and var start && page.IndexOf(LastWords, start, StringComparison.Ordinal) is > 0 and var end
        ? page[..start] + page[end..] : page;

    // In the place of a key that came by another way: the one in the certificate, once that was led to a root that did.
    static string WithCertificateStep(string page, string bundle, string keyId)
    {
        var (start, end) = (page.IndexOf(KeyStep, StringComparison.Ordinal), page.IndexOf(SignatureStep, StringComparison.Ordinal));
        return page[..start] + CertificateStep(bundle, keyId) + "\n" + page[end..];
    }

    /// <summary>The step that leads the certificate in a bundle to a root, and takes the key out of it as <c>supplier.pub.pem</c>.</summary>
    /// <param name="bundle">The bundle's file name, as a shell takes it.</param>
    /// <param name="keyId">Identifier of that key.</param>
    internal static string CertificateStep(string bundle, string keyId) => Encoding.UTF8.GetString(EmbeddedFile.Bytes("Signing/verify-page-certificate.md")).ReplaceLineEndings("\n")
        .Replace("{{bundle}}", bundle, StringComparison.Ordinal).Replace("{{key}}", keyId, StringComparison.Ordinal);

    static bool IsBundleOf(Artifact artifact, ISigner signer) => artifact.Path.EndsWith(".sigstore.json", StringComparison.Ordinal)
        && JsonNode.Parse(artifact.Content.Span)?["verificationMaterial"] is { } material
        && (signer.Certificate.IsEmpty ? (string?)material["publicKey"]?["hint"] == signer.KeyId : (string?)material["certificate"]?["rawBytes"] == Convert.ToBase64String(signer.Certificate.Span));

    static string Page(string directory, Artifact[] files, Artifact[] bundles, ISigner signer)
    {
        var names = bundles.Select(bundle => Path.GetFileName(bundle.Path)).ToArray();
        var page = Encoding.UTF8.GetString(EmbeddedFile.Bytes("Signing/verify-page.md"));
        // Of a certificate @sigstore/verify wants the authority, and with it always a time stamp.
        if (signer.Timestamp is not null || !signer.Certificate.IsEmpty)
            page = WithoutBundleStep(page);
        if (!signer.Certificate.IsEmpty)
            page = WithCertificateStep(page, Quoted(names[0]), signer.KeyId);
        return page
            .Replace("{{key}}", signer.KeyId, StringComparison.Ordinal)
            .Replace("{{files}}", string.Join('\n', files.Select(file => $"| `{Path.GetFileName(file.Path)}` | SHA-256 `{Digest.Sha256(file.Content.Span)}` |")), StringComparison.Ordinal)
            .Replace("{{signatures}}", string.Concat(names.Select(name => Signature(name, signer.Algorithm))), StringComparison.Ordinal)
            .Replace("{{digests}}", string.Concat(bundles.Select(bundle => Digests(directory, bundle))), StringComparison.Ordinal)
            .Replace("{{bundles}}", string.Join(' ', names.Select(Quoted)), StringComparison.Ordinal);
    }

    static string Signature(string bundle, string algorithm)
    {
        var (file, payload, signature, signed) = (Quoted(bundle), Quoted($"check/{bundle}.payload"), Quoted($"check/{bundle}.sig"), Quoted($"check/{bundle}.pae"));
        var verify = algorithm == "Ed25519" ? $"openssl pkeyutl -verify -pubin -inkey supplier.pub.pem -rawin -in {signed} -sigfile {signature}"
            : $"openssl dgst -sha256 -verify supplier.pub.pem -signature {signature} {signed}";
        return $$"""

            ```sh
            sed -n 's/.*"payload": "\([^"]*\)".*/\1/p' {{file}} | openssl base64 -d -A > {{payload}}
            sed -n 's/.*"sig": "\([^"]*\)".*/\1/p' {{file}} | openssl base64 -d -A > {{signature}}
            { printf 'DSSEv1 28 application/vnd.in-toto+json %d ' "$(wc -c < {{payload}})"; cat {{payload}}; } > {{signed}}
            {{verify}}
            ```

            """.ReplaceLineEndings("\n");
    }

    static string Digests(string directory, Artifact bundle)
    {
        var name = Path.GetFileName(bundle.Path);
        var payload = Quoted($"check/{name}.payload");
        var statement = JsonNode.Parse(Convert.FromBase64String((string)JsonNode.Parse(bundle.Content.Span)!["dsseEnvelope"]!["payload"]!))!;
        const string pick = """grep -o '"name":"[^"]*","digest":{"sha256":"[0-9a-f]*"' | sed 's/"name":"\(.*\)","digest":{"sha256":"\(.*\)"/\2  """;
        // The delivered files lie beside this folder, as a build leaves them, or in it.
        var first = (string)statement["subject"]![0]!["name"]!;
        var place = File.Exists(Path.Combine(directory, first)) ? "" : "..\\/";
        var lines = $"""sed 's/"predicateType".*//' {payload} | {pick}{place}\1/' | sha256sum -c""";
        if (statement["predicate"]!["evidence"] is JsonArray)
            lines += $"""{'\n'}sed 's/.*"evidence":\[//; s/\],"audit".*//' {payload} | {pick}\1/' | sha256sum -c --ignore-missing""";
        return $"\n```sh\n{lines}\n```\n";
    }

    // For a POSIX shell, whatever the name.
    static string Quoted(string name) => "'" + name.Replace("'", "'\\''", StringComparison.Ordinal) + "'";
}
