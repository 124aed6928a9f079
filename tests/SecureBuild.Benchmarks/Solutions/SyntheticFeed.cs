using System.IO.Compression;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SecureBuild.Benchmarks.Solutions;

/// <summary>A package that nobody published.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Version">Its version.</param>
/// <param name="Area">The part of the solution that uses it; null for those that all use.</param>
/// <param name="Dependencies">Indexes of the packages that it asks for.</param>
sealed record SyntheticPackage(string Id, string Version, int? Area, int[] Dependencies);

/// <summary>
/// A folder of packages as a business application has them: a fifth that everything rests on, the others by area; assembly, documentation, licence (expression, text or address),
/// repository, and a signature like an author's with a repository's counter-signature. The same numbers give the same packages, apart from the keys.
/// </summary>
static class SyntheticFeed
{
    const string Licence = """
        MIT License

        Copyright (c) 2026 The authors of synthetic packages

        Permission is hereby granted, free of charge, to any person obtaining a copy
        of this software and associated documentation files (the "Software"), to deal
        in the Software without restriction, including without limitation the rights
        to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
        copies of the Software, and to permit persons to whom the Software is
        furnished to do so, subject to the following conditions:

        The above copyright notice and this permission notice shall be included in all
        copies or substantial portions of the Software.

        THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
        IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
        FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
        AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
        LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
        OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
        SOFTWARE.
        """;

    /// <summary>The packages and what they ask for.</summary>
    public static SyntheticPackage[] Packages(int count, int areas)
    {
        var random = new Random(20_261);
        var shared = Math.Max(1, count / 5);
        var packages = new SyntheticPackage[count];
        for (var index = 0; index < count; index++)
        {
            int? area = index < shared ? null : (index - shared) % areas;
            int[] dependencies = area is null
                ? [.. new[] { index / 2, index / 3 }.Where(other => other < index).Distinct()]
                : [.. new[] { random.Next(shared), index - areas * random.Next(1, 4), index - areas }.Where(other => other >= 0 && (other < shared || (other - shared) % areas == area)).Distinct()];
            packages[index] = new($"Synthetic.{(area is null ? "Base" : $"Area{area}")}.Package{index:0000}", $"{1 + index % 5}.{index % 7}.{index % 11}", area, dependencies);
        }
        return packages;
    }

    /// <summary>Writes the packages into a folder.</summary>
    public static void Write(string folder, SyntheticPackage[] packages)
    {
        Directory.CreateDirectory(folder);
        using var author = new PackageSigning();
        for (var index = 0; index < packages.Length; index++)
        {
            var package = packages[index];
            File.WriteAllBytes(Path.Combine(folder, $"{package.Id}.{package.Version}.nupkg".ToLowerInvariant()), author.Signed(Archive(package, index, packages)));
        }
    }

    static byte[] Archive(SyntheticPackage package, int index, SyntheticPackage[] all)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add("_rels/.rels", $"""<?xml version="1.0" encoding="utf-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Type="http://schemas.microsoft.com/packaging/2010/07/manifest" Target="/{package.Id}.nuspec" Id="R1" /></Relationships>""");
            Add($"{package.Id}.nuspec", Nuspec(package, index, all));
            Add($"lib/netstandard2.0/{package.Id}.xml", $"<doc><assembly><name>{package.Id}</name></assembly><members>{string.Concat(Enumerable.Range(0, 60).Select(static member => $"<member name=\"M:A.B.M{member}\"><summary>What it does.</summary></member>"))}</members></doc>");
            using (var assembly = zip.CreateEntry($"lib/netstandard2.0/{package.Id}.dll").Open())
                assembly.Write(Assembly(package));
            if (index % 3 == 1)
                Add("LICENSE.txt", Licence);
            Add("[Content_Types].xml", """<?xml version="1.0" encoding="utf-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml" /><Default Extension="nuspec" ContentType="application/octet" /><Default Extension="dll" ContentType="application/octet" /><Default Extension="xml" ContentType="application/octet" /><Default Extension="txt" ContentType="application/octet" /></Types>""");

            void Add(string name, string text)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }
        return bytes.ToArray();
    }

    static string Nuspec(SyntheticPackage package, int index, SyntheticPackage[] all) => $"""
        <?xml version="1.0" encoding="utf-8"?>
        <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
          <metadata>
            <id>{package.Id}</id>
            <version>{package.Version}</version>
            <authors>Authors {index % 40}</authors>
            {(index % 3) switch { 0 => """<license type="expression">Apache-2.0</license>""", 1 => """<license type="file">LICENSE.txt</license>""", _ => "<licenseUrl>https://opensource.org/licenses/MIT</licenseUrl>" }}
            <projectUrl>https://synthetic.example/{package.Id}</projectUrl>
            <description>A package for measuring builds.</description>
            <copyright>Copyright Authors {index % 40}</copyright>
            <repository type="git" url="https://github.com/synthetic-example/{package.Id}" commit="{index:x40}" />
            <dependencies>
              <group targetFramework=".NETStandard2.0">
                {string.Concat(package.Dependencies.Select(other => $"""<dependency id="{all[other].Id}" version="{all[other].Version}" exclude="Build,Analyzers" />"""))}
              </group>
            </dependencies>
          </metadata>
        </package>
        """;

    static byte[] Assembly(SyntheticPackage package)
    {
        // A few dozen kilobytes, as most libraries have.
        var members = string.Concat(Enumerable.Range(0, 150).Select(static member => $"public static string M{member}(string text) {{ return text + \"{member:x32}\"; }}"));
        using var bytes = new MemoryStream();
        var compilation = CSharpCompilation.Create(package.Id, [CSharpSyntaxTree.ParseText($"namespace {package.Id} {{ public static class Things {{ {members} }} }}")], s_references, new(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, deterministic: true));
        return compilation.Emit(bytes).Success ? bytes.ToArray() : throw new InvalidOperationException(string.Join('\n', compilation.GetDiagnostics()));
    }

    static readonly MetadataReference[] s_references = [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)];
}
