using System.Buffers.Binary;
using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace SecureBuild.Benchmarks.Solutions;

/// <summary>Signs packages as an author with a certificate of its own making, counter-signed as a repository: as much to verify as a package of the public gallery has.</summary>
sealed class PackageSigning : IDisposable
{
    const string Name = ".signature.p7s", Commitment = "1.2.840.113549.1.9.16.2.16", Origin = "1.2.840.113549.1.9.16.6.1", Receipt = "1.2.840.113549.1.9.16.6.2", CertificateV2 = "1.2.840.113549.1.9.16.2.47";

    readonly X509Certificate2 _author = Certificate("Synthetic author"), _repository = Certificate("Synthetic repository");

    public void Dispose()
    {
        _author.Dispose();
        _repository.Dispose();
    }

    /// <summary>The package with its signature, which is an entry of the archive that is not compressed.</summary>
    public byte[] Signed(byte[] package)
    {
        var content = Encoding.UTF8.GetBytes($"Version:1\n\n2.16.840.1.101.3.4.2.1-Hash:{Convert.ToBase64String(SHA256.HashData(package))}\n");
        var message = new SignedCms(new ContentInfo(content));
        message.ComputeSignature(Signer(_author, Origin));
        message.SignerInfos[0].ComputeCounterSignature(Signer(_repository, Receipt));
        return With(package, message.Encode());
    }

    static CmsSigner Signer(X509Certificate2 certificate, string commitment)
    {
        var signer = new CmsSigner(certificate) { DigestAlgorithm = new("2.16.840.1.101.3.4.2.1"), IncludeOption = X509IncludeOption.EndCertOnly };
        signer.SignedAttributes.Add(new AsnEncodedData(Commitment, Sequence(writer => writer.WriteObjectIdentifier(commitment))));
        signer.SignedAttributes.Add(new AsnEncodedData(CertificateV2, Sequence(writer =>
        {
            using (writer.PushSequence())
            using (writer.PushSequence())
                writer.WriteOctetString(SHA256.HashData(certificate.RawData));
        })));
        return signer;
    }

    static byte[] Sequence(Action<AsnWriter> write)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
            write(writer);
        return writer.Encode();
    }

    static X509Certificate2 Certificate(string name)
    {
        using var key = RSA.Create(2048);
        return new CertificateRequest($"CN={name}, O={name}, C=JP", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddYears(1));
    }

    // Zip by APPNOTE 4.3: the entry behind the others, its line behind theirs, counts and offsets changed.
    static byte[] With(byte[] package, byte[] signature)
    {
        var end = package.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        var directory = BinaryPrimitives.ReadInt32LittleEndian(package.AsSpan(end + 16));
        var name = Encoding.UTF8.GetBytes(Name);
        var common = new byte[26];
        common[0] = 20;
        BinaryPrimitives.WriteUInt16LittleEndian(common.AsSpan(8), 0x21);
        BinaryPrimitives.WriteUInt32LittleEndian(common.AsSpan(10), Crc32(signature));
        BinaryPrimitives.WriteInt32LittleEndian(common.AsSpan(14), signature.Length);
        BinaryPrimitives.WriteInt32LittleEndian(common.AsSpan(18), signature.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(common.AsSpan(22), (ushort)name.Length);
        byte[] local = [.. "PK\u0003\u0004"u8, .. common, .. name, .. signature];
        var offset = new byte[14];
        BinaryPrimitives.WriteInt32LittleEndian(offset.AsSpan(10), directory);
        byte[] line = [.. "PK\u0001\u0002"u8, 20, 0, .. common, .. offset, .. name];
        var last = package[end..];
        foreach (var place in (ReadOnlySpan<int>)[8, 10])
            BinaryPrimitives.WriteUInt16LittleEndian(last.AsSpan(place), (ushort)(BinaryPrimitives.ReadUInt16LittleEndian(last.AsSpan(place)) + 1));
        BinaryPrimitives.WriteInt32LittleEndian(last.AsSpan(12), end - directory + line.Length);
        BinaryPrimitives.WriteInt32LittleEndian(last.AsSpan(16), directory + local.Length);
        return [.. package.AsSpan(0, directory), .. local, .. package.AsSpan(directory, end - directory), .. line, .. last];
    }

    static uint Crc32(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) != 0 ? crc >> 1 ^ 0xedb88320 : crc >> 1;
        }
        return ~crc;
    }
}
