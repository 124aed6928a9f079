using System.Text;
using SecureBuild.Signing;

namespace SecureBuild.Submission;

/// <summary><c>VERIFY.md</c> of a package: how a buyer checks it with OpenSSL alone, in both languages. It cannot name digests: the manifest has its own. The text is verify-package.md.</summary>
static class PackagePage
{
    const string Payload = "check/manifest";

    public static byte[] Of(ISigner? signer) => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(EmbeddedFile.Bytes("Submission/verify-package.md")).ReplaceLineEndings("\n")
        .Replace("{{signature}}", signer is null ? Draft : signer.SecondName is null ? Signed(signer) : Other(signer), StringComparison.Ordinal)
        .Replace("{{trust}}", signer is null || signer.Certificate.IsEmpty ? "--key supplier.pub.pem" : "--trust-root ca.pem --signer NAME", StringComparison.Ordinal)
        .Replace("{{payload}}", Payload, StringComparison.Ordinal)
        .Replace("{{manifest}}", signer is null ? SubmissionFiles.Manifest : $"{SubmissionFiles.Manifest} {SubmissionFiles.Bundle}", StringComparison.Ordinal));

    static string Draft => $"""
        **UNSIGNED DRAFT / 草案・未署名.** Nobody has signed this package. The step below shows only that no file was damaged on the way.
        このパッケージには署名がありません。以下の手順で分かるのは、転送中にファイルが破損していないことのみです。

        ```sh
        mkdir -p check && cp {SubmissionFiles.Manifest} {Payload}
        ```

        """.ReplaceLineEndings("\n");

    static string Signed(ISigner signer) =>
        (signer.Certificate.IsEmpty ? Key(signer) : VerificationPage.CertificateStep(SubmissionFiles.Bundle, signer.KeyId).Replace("## 1. ", "## ", StringComparison.Ordinal)) + "\n" + ManifestSignature(signer);

    static string Key(ISigner signer) => $$"""
        ## The key / 公開鍵

        Save the supplier's public key here as `supplier.pub.pem`. It must reach you by another way than this package; compare its key id with what the supplier told you.
        供給者の公開鍵を `supplier.pub.pem` としてここに保存します。公開鍵はこのパッケージとは別の経路で入手し、鍵 ID を供給者から知らされた値と照合してください。

        ```sh
        test "$(openssl pkey -pubin -in supplier.pub.pem -outform DER | openssl dgst -sha256 -r | cut -c1-64)" = {{signer.KeyId}} && echo "key: OK"
        ```

        """.ReplaceLineEndings("\n");

    static string ManifestSignature(ISigner signer) => $$"""
        ## The manifest's signature / マニフェストの署名

        ```sh
        mkdir -p check
        {{Extract}}
        sed -n 's/.*"sig": "\([^"]*\)".*/\1/p' {{SubmissionFiles.Bundle}} | openssl base64 -d -A > check/signature
        { printf 'DSSEv1 28 application/vnd.in-toto+json %d ' "$(wc -c < {{Payload}})"; cat {{Payload}}; } > check/signed
        {{(signer.Algorithm == "Ed25519" ? "openssl pkeyutl -verify -pubin -inkey supplier.pub.pem -rawin -in check/signed -sigfile check/signature" : "openssl dgst -sha256 -verify supplier.pub.pem -signature check/signature check/signed")}}
        ```

        """.ReplaceLineEndings("\n");

    static string Other(ISigner signer) => $"""
        The manifest is signed with {signer.Algorithm}, key id `{signer.KeyId}`. OpenSSL alone does not check that signature: use SecureBuild. The steps below check the files only.
        マニフェストは {signer.Algorithm} で署名されています（鍵 ID: `{signer.KeyId}`）。この署名は OpenSSL のみでは検証できないため、SecureBuild を使ってください。以下の手順で確認できるのはファイルのみです。

        ```sh
        mkdir -p check
        {Extract}
        ```

        """.ReplaceLineEndings("\n");

    static string Extract => $$"""sed -n 's/.*"payload": "\([^"]*\)".*/\1/p' {{SubmissionFiles.Bundle}} | openssl base64 -d -A > {{Payload}}""";
}
