using SecureBuild.Testing.Roslyn;
using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Resources.SB6502DecompressionBomb>;

namespace SecureBuild.Analyzers.Tests.Resources;

public sealed class SB6502DecompressionBombTests
{
    [Fact]
    public Task Data_from_outside_unpacked_to_the_end_is_reported() => Verify.AnalyzerAsync("""
        using System.IO;
        using System.IO.Compression;
        using System.Net.Http;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Http;
        class C
        {
            byte[] A(byte[] data)
            {
                using var gzip = new GZipStream(new MemoryStream(data), CompressionMode.Decompress);
                using var result = new MemoryStream();
                [|gzip.CopyTo(result)|];
                return result.ToArray();
            }
            async Task<string> B(HttpRequest request)
            {
                using var brotli = new BrotliStream(request.Body, CompressionMode.Decompress);
                using var reader = new StreamReader(brotli);
                return await [|reader.ReadToEndAsync()|];
            }
            void D(IFormFile file, string folder)
            {
                using var archive = new ZipArchive(file.OpenReadStream());
                foreach (var entry in archive.Entries)
                    [|entry.ExtractToFile(Path.Combine(folder, Path.GetFileName(entry.Name)))|];
            }
            void E(Stream upload, Stream target)
            {
                using var archive = new ZipArchive(upload, ZipArchiveMode.Read);
                using var content = archive.GetEntry("data.xml").Open();
                [|content.CopyTo(target)|];
            }
            async Task F(HttpClient client, Stream target)
            {
                await using var body = await client.GetStreamAsync("https://example.com/x.gz");
                await using var gzip = new GZipStream(body, CompressionMode.Decompress);
                await [|gzip.CopyToAsync(target)|];
            }
        }
        """, TestSetup.AspNetCore);

    [Fact]
    public Task Limits_own_files_and_compression_are_not() => Verify.AnalyzerAsync("""
        using System.IO;
        using System.IO.Compression;
        using Microsoft.AspNetCore.Http;
        class C
        {
            const long MaxSize = 1_000_000;
            byte[] A(byte[] data)
            {
                using var gzip = new GZipStream(new MemoryStream(data), CompressionMode.Decompress);
                using var result = new MemoryStream();
                var buffer = new byte[4096];
                for (int read; (read = gzip.Read(buffer)) > 0; result.Write(buffer, 0, read))
                    if (result.Length + read > MaxSize)
                        throw new InvalidDataException();
                return result.ToArray();
            }
            void D(IFormFile file, string folder)
            {
                using var archive = new ZipArchive(file.OpenReadStream());
                foreach (var entry in archive.Entries)
                {
                    if (entry.Length > MaxSize)
                        throw new InvalidDataException();
                    entry.ExtractToFile(Path.Combine(folder, Path.GetFileName(entry.Name)));
                }
            }
            void E(string folder)
            {
                using var gzip = new GZipStream(File.OpenRead("seed.gz"), CompressionMode.Decompress);
                using var target = File.Create(Path.Combine(folder, "seed"));
                gzip.CopyTo(target);
            }
            byte[] F(byte[] data)
            {
                using var result = new MemoryStream();
                using (var gzip = new GZipStream(result, CompressionMode.Compress))
                    new MemoryStream(data).CopyTo(gzip);
                return result.ToArray();
            }
            void G(Stream plain, Stream target) => plain.CopyTo(target);
        }
        """, TestSetup.AspNetCore);
}
