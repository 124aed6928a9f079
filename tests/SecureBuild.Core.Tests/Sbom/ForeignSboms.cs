namespace SecureBuild.Core.Tests.Sbom;

/// <summary>Bills of materials in the style of other tools: members, spellings and habits that ours do not have.</summary>
static class ForeignSboms
{
    public static byte[] CycloneDx14 { get; } = """
        {
          "bomFormat": "CycloneDX", "specVersion": "1.4", "serialNumber": "urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79", "version": 3,
          "metadata": {
            "timestamp": "2024-05-01T10:00:00.123+09:00",
            "tools": [ { "vendor": "Vendor", "name": "bom-maker", "version": "4.1", "hashes": [ { "alg": "SHA-256", "content": "0000000000000000000000000000000000000000000000000000000000000000" } ] } ],
            "manufacture": { "name": "Maker GmbH", "url": [ "https://maker.example" ] },
            "component": { "type": "application", "bom-ref": "shop@1", "name": "shop", "version": "1", "purl": "pkg:npm/shop@1" }
          },
          "components": [
            {
              "type": "library", "bom-ref": "pkg:npm/left-pad@1.3.0", "author": "azer", "group": "", "name": "left-pad", "version": "1.3.0", "scope": "required",
              "hashes": [ { "alg": "SHA-1", "content": "5b8a3a7765dfe001261dde915589e782f8c94d1e" }, { "alg": "SHA-512", "content": "short" } ],
              "licenses": [ { "license": { "id": "WTFPL" } }, { "license": { "name": "Homemade", "text": { "contentType": "text/plain", "encoding": "base64", "content": "UGVybWlzc2lvbiBncmFudGVkLg==" } } } ],
              "purl": "pkg:npm/left-pad@1.3.0", "modified": false,
              "swid": { "tagId": "swidgen-1", "name": "left-pad" },
              "externalReferences": [ { "type": "vcs", "url": "git+https://github.example/left-pad.git" }, { "type": "website", "url": "not a url" } ],
              "properties": [ { "name": "syft:package:foundBy", "value": "javascript-lock-cataloger" }, { "name": "flag" } ]
            },
            { "type": "operating-system", "bom-ref": "os", "name": "debian", "version": "12", "components": [ { "type": "library", "name": "nested", "version": null } ] }
          ],
          "dependencies": [ { "ref": "shop@1", "dependsOn": [ "pkg:npm/left-pad@1.3.0" ] }, { "ref": "pkg:npm/left-pad@1.3.0" } ],
          "services": [ { "bom-ref": "api", "name": "api" } ],
          "vulnerabilities": [ { "id": "CVE-2020-0001", "affects": [ { "ref": "pkg:npm/left-pad@1.3.0" } ] } ],
          "signature": { "algorithm": "RS512", "value": "" }
        }
        """u8.ToArray();

    public static byte[] Spdx22 { get; } = """
        {
          "spdxVersion": "SPDX-2.2", "dataLicense": "CC0-1.0", "SPDXID": "SPDXRef-DOCUMENT", "name": "shop", "documentNamespace": "https://sbom.example/shop-1234",
          "creationInfo": { "created": "2024-05-01T10:00:00Z", "creators": [ "Tool: sbom-maker-2.0.1", "Person: Jane Doe ()", "Organization: Shop Inc (sbom@shop.example)" ], "licenseListVersion": "3.20" },
          "documentDescribes": [ "SPDXRef-Package-shop" ],
          "packages": [
            { "SPDXID": "SPDXRef-Package-shop", "name": "shop", "versionInfo": "1", "downloadLocation": "NONE", "filesAnalyzed": true, "packageVerificationCode": { "packageVerificationCodeValue": "d6a770ba38583ed4bb4525bd96e50461655d2758" }, "hasFiles": [ "SPDXRef-File-1" ], "licenseConcluded": "NOASSERTION", "licenseDeclared": "NONE", "copyrightText": "NONE" },
            { "SPDXID": "SPDXRef-Package-curl", "name": "curl", "versionInfo": "7.88.1", "supplier": "Organization: Debian ()", "originator": "Person: Daniel Stenberg (daniel@haxx.example)", "downloadLocation": "https://curl.example/curl.tar.gz", "filesAnalyzed": false,
              "checksums": [ { "algorithm": "SHA1", "checksumValue": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" }, { "algorithm": "MD6", "checksumValue": "00" } ],
              "licenseConcluded": "NOASSERTION", "licenseDeclared": "LicenseRef-curl", "copyrightText": "Copyright Daniel Stenberg", "attributionTexts": [ "uses zlib" ],
              "externalRefs": [ { "referenceCategory": "PACKAGE_MANAGER", "referenceType": "purl", "referenceLocator": "pkg:deb/debian/curl@7.88.1" }, { "referenceCategory": "SECURITY", "referenceType": "cpe23Type", "referenceLocator": "cpe:2.3:a:haxx:curl:7.88.1:*:*:*:*:*:*:*" }, { "referenceCategory": "SECURITY", "referenceType": "cpe23Type", "referenceLocator": "cpe:2.3:a:curl:curl:7.88.1:*:*:*:*:*:*:*" } ] },
            { "SPDXID": "SPDXRef-Package-gcc", "name": "gcc", "downloadLocation": "git+https://gcc.example/gcc.git", "licenseConcluded": "GPL-3.0-only WITH GCC-exception-3.1", "licenseDeclared": "NOASSERTION", "copyrightText": "NOASSERTION",
              "annotations": [ { "annotationDate": "2024-05-01T10:00:00Z", "annotationType": "REVIEW", "annotator": "Person: Jane Doe", "comment": "looked at" } ] }
          ],
          "files": [ { "SPDXID": "SPDXRef-File-1", "fileName": "./bin/shop", "checksums": [ { "algorithm": "SHA1", "checksumValue": "d6a770ba38583ed4bb4525bd96e50461655d2758" } ], "licenseConcluded": "NOASSERTION", "licenseInfoInFiles": [ "NOASSERTION" ], "copyrightText": "NOASSERTION" } ],
          "snippets": [ { "SPDXID": "SPDXRef-Snippet", "name": "s", "snippetFromFile": "SPDXRef-File-1", "ranges": [] } ],
          "hasExtractedLicensingInfos": [ { "licenseId": "LicenseRef-curl", "name": "curl licence", "extractedText": "COPYRIGHT AND PERMISSION NOTICE", "seeAlsos": [ "https://curl.example/copyright" ] } ],
          "relationships": [
            { "spdxElementId": "SPDXRef-DOCUMENT", "relationshipType": "DESCRIBES", "relatedSpdxElement": "SPDXRef-Package-shop" },
            { "spdxElementId": "SPDXRef-Package-shop", "relationshipType": "DYNAMIC_LINK", "relatedSpdxElement": "SPDXRef-Package-curl" },
            { "spdxElementId": "SPDXRef-Package-gcc", "relationshipType": "BUILD_TOOL_OF", "relatedSpdxElement": "SPDXRef-Package-shop" },
            { "spdxElementId": "SPDXRef-Package-shop", "relationshipType": "CONTAINS", "relatedSpdxElement": "SPDXRef-File-1" },
            { "spdxElementId": "SPDXRef-File-1", "relationshipType": "GENERATED_FROM", "relatedSpdxElement": "SPDXRef-Package-shop" },
            { "spdxElementId": "SPDXRef-Package-shop", "relationshipType": "DEPENDS_ON", "relatedSpdxElement": "DocumentRef-other:SPDXRef-x" }
          ]
        }
        """u8.ToArray();

    public static byte[] Spdx3 { get; } = """
        {
          "@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld",
          "@graph": [
            { "type": "CreationInfo", "@id": "_:c", "specVersion": "3.0.1", "created": "2025-01-02T03:04:05Z", "createdBy": [ "https://k.example/agent" ], "createdUsing": [ "https://k.example/tool" ] },
            { "type": "Person", "spdxId": "https://k.example/agent", "name": "Maintainer", "creationInfo": "_:c", "externalIdentifier": [ { "type": "ExternalIdentifier", "externalIdentifierType": "email", "identifier": "m@k.example" } ] },
            { "type": "Tool", "spdxId": "https://k.example/tool", "name": "bitbake", "creationInfo": "_:c" },
            { "type": "SpdxDocument", "spdxId": "https://k.example/doc", "creationInfo": "_:c", "rootElement": [ "https://k.example/sbom" ], "import": [ { "type": "ExternalMap", "externalSpdxId": "https://k.example/else" } ] },
            { "type": "software_Sbom", "spdxId": "https://k.example/sbom", "creationInfo": "_:c", "rootElement": [ "https://k.example/kernel" ], "software_sbomType": [ "build" ] },
            { "type": "Organization", "spdxId": "https://k.example/org", "name": "Kernel people", "creationInfo": "_:c" },
            { "type": "software_Package", "spdxId": "https://k.example/kernel", "name": "kernel", "creationInfo": "_:c", "software_packageVersion": "6.1", "suppliedBy": "https://k.example/org", "software_primaryPurpose": "operatingSystem", "builtTime": "2025-01-01T00:00:00Z",
              "verifiedUsing": [ { "type": "Hash", "algorithm": "sha256", "hashValue": "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff" }, { "type": "PackageVerificationCode", "algorithm": "sha1", "hashValue": "00" } ] },
            { "type": "software_Package", "spdxId": "https://k.example/zlib", "name": "zlib", "creationInfo": "_:c", "originatedBy": [ { "type": "Person", "name": "Jean-loup Gailly" } ],
              "externalIdentifier": [ { "type": "ExternalIdentifier", "externalIdentifierType": "cpe23", "identifier": "cpe:2.3:a:zlib:zlib:1.3:*:*:*:*:*:*:*" }, { "type": "ExternalIdentifier", "externalIdentifierType": "packageUrl", "identifier": "pkg:generic/zlib@1.3" } ],
              "externalRef": [ { "type": "ExternalRef", "externalRefType": "vcs", "locator": [ "https://zlib.example/git" ] } ] },
            { "type": "simplelicensing_LicenseExpression", "spdxId": "https://k.example/gpl", "creationInfo": "_:c", "simplelicensing_licenseExpression": "GPL-2.0-only" },
            { "type": "expandedlicensing_ConjunctiveLicenseSet", "spdxId": "https://k.example/set", "creationInfo": "_:c", "expandedlicensing_member": [ "https://spdx.org/licenses/MIT", "https://spdx.org/licenses/Zlib" ] },
            { "type": "Relationship", "spdxId": "https://k.example/r1", "creationInfo": "_:c", "relationshipType": "hasDeclaredLicense", "from": "https://k.example/kernel", "to": [ "https://k.example/gpl" ] },
            { "type": "Relationship", "spdxId": "https://k.example/r2", "creationInfo": "_:c", "relationshipType": "hasConcludedLicense", "from": "https://k.example/zlib", "to": [ "https://k.example/set" ] },
            { "type": "LifecycleScopedRelationship", "spdxId": "https://k.example/r3", "creationInfo": "_:c", "relationshipType": "hasStaticLink", "scope": "runtime", "from": "https://k.example/kernel", "to": [ "https://k.example/zlib" ] },
            { "type": "Relationship", "spdxId": "https://k.example/r4", "creationInfo": "_:c", "relationshipType": "hasDeclaredLicense", "from": "https://k.example/zlib", "to": [ "https://spdx.org/rdf/3.0.1/terms/Licensing/NoAssertion" ] },
            { "type": "security_Vulnerability", "spdxId": "https://k.example/v", "creationInfo": "_:c" },
            { "type": "Annotation", "spdxId": "https://k.example/a", "creationInfo": "_:c", "annotationType": "review", "subject": "https://k.example/zlib" }
          ]
        }
        """u8.ToArray();

    /// <summary>A scanner of images: random names, no supplier, nested layers, properties of its own, one composition for everything.</summary>
    public static byte[] ScannerCycloneDx16 { get; } = """
        {
          "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json", "bomFormat": "CycloneDX", "specVersion": "1.6", "serialNumber": "urn:uuid:5a1c7f1e-8a2f-4c0d-9d11-6a2b7c1f3e44", "version": 1,
          "metadata": { "timestamp": "2026-02-03T04:05:06+00:00", "tools": { "components": [ { "type": "application", "group": "scanner", "name": "imagescan", "version": "0.60.0" } ] },
            "component": { "bom-ref": "9d0c1a52-0000-4000-8000-000000000001", "type": "container", "name": "registry.example/shop:latest", "properties": [ { "name": "imagescan:DiffID", "value": "sha256:00" } ] } },
          "components": [
            { "bom-ref": "9d0c1a52-0000-4000-8000-000000000002", "type": "operating-system", "name": "debian", "version": "12.9" },
            { "bom-ref": "pkg:deb/debian/zlib1g@1.2.13?distro=debian-12.9", "type": "library", "name": "zlib1g", "version": "1:1.2.13.dfsg-1", "purl": "pkg:deb/debian/zlib1g@1.2.13?distro=debian-12.9",
              "supplier": { "name": "NOASSERTION" }, "licenses": [ { "license": { "id": "Zlib" } } ], "hashes": [ { "alg": "MD5", "content": "00000000000000000000000000000000" } ] },
            { "bom-ref": "lock", "type": "application", "name": "package-lock.json", "components": [
              { "bom-ref": "pkg:npm/left-pad@1.3.0", "type": "library", "name": "left-pad", "version": "1.3.0", "purl": "pkg:npm/left-pad@1.3.0", "licenses": [ { "license": { "name": "UNKNOWN" } } ] } ] }
          ],
          "dependencies": [ { "ref": "9d0c1a52-0000-4000-8000-000000000001", "dependsOn": [ "9d0c1a52-0000-4000-8000-000000000002", "lock" ] }, { "ref": "lock", "dependsOn": [ "pkg:npm/left-pad@1.3.0" ] } ],
          "compositions": [ { "aggregate": "unknown" } ]
        }
        """u8.ToArray();
}
