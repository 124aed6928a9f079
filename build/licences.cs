// Makes the licence data of src/SecureBuild.Core/Licences from the SPDX list as npm packages ship it: dotnet run build/licences.cs
//
// The repository keeps identifiers and fingerprints, not the texts. Run it to take a newer list (raise the versions here), review the difference, commit it.

#:property PublishAot=false
#:project ../src/SecureBuild.Core/SecureBuild.Core.csproj

using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using SecureBuild.Licences;

string[] packages = ["spdx-license-list@6.12.0", "spdx-license-ids@3.0.24", "spdx-exceptions@2.5.0", "@cyclonedx/cyclonedx-library@10.3.0"];

// Licences that .NET packages and what they bring really use. A text of the GNU family says "version 2" and nothing of later ones: that much is granted for certain.
string[] common =
[
    "MIT", "MIT-0", "MITNFA", "Apache-1.0", "Apache-1.1", "Apache-2.0", "BSD-1-Clause", "BSD-2-Clause", "BSD-3-Clause", "BSD-4-Clause", "BSD-2-Clause-Patent", "BSD-3-Clause-Clear", "0BSD", "ISC",
    "Zlib", "libpng-2.0", "Unlicense", "WTFPL", "CC0-1.0", "CC-BY-3.0", "CC-BY-4.0", "CC-BY-SA-3.0", "CC-BY-SA-4.0", "MPL-1.1", "MPL-2.0", "EPL-1.0", "EPL-2.0", "EUPL-1.1", "EUPL-1.2",
    "LGPL-2.0-only", "LGPL-2.1-only", "LGPL-3.0-only", "GPL-1.0-only", "GPL-2.0-only", "GPL-3.0-only", "AGPL-3.0-only", "MS-PL", "MS-RL", "BSL-1.0", "PostgreSQL", "NCSA", "Artistic-1.0", "Artistic-2.0",
    "Unicode-DFS-2016", "Unicode-3.0", "OFL-1.1", "PSF-2.0", "PHP-3.01", "CDDL-1.0", "CDDL-1.1", "CPL-1.0", "CPOL-1.02", "OpenSSL", "curl", "X11", "AFL-3.0", "OSL-3.0", "UPL-1.0", "bzip2-1.0.6", "FTL",
    "blessing", "BlueOak-1.0.0", "CECILL-2.1", "IJG", "ICU", "SSPL-1.0", "BUSL-1.1", "Elastic-2.0", "IPL-1.0", "NTP", "Ruby", "W3C", "ODbL-1.0", "JSON", "ImageMagick", "Beerware",
];

// What each author fills in: up to so many words between two phrases.
(string Left, string Right, int Most)[] gaps =
[
    ("in no event shall", "be liable", 25),
    ("software is provided by", "as is", 25),
    ("as is and", "disclaims all warranties", 15),
    ("neither the name of", "nor the names of", 25),
    ("neither the names of", "nor the names of", 25),
    ("neither the name", "may be used to endorse", 25),
];

// Behind these words stands how to apply the licence, or the one it is built on: many files leave that out.
string[] ends = ["end of terms and conditions", "gnu general public license version june 2007"];

// Wordings that authors use in the same place.
(string Id, string One, string Other)[] variants = [("ISC", "modify and or distribute", "modify and distribute"), ("ISC", "modify and distribute", "modify and or distribute")];

var root = Path.GetFullPath(Path.Combine(ThisFolder(), ".."));
var folder = Directory.CreateDirectory(Path.Combine(root, "artifacts", "licences")).FullName;
foreach (var package in packages)
    Unpack(package);

var target = Path.Combine(root, "src", "SecureBuild.Core", "Licences");
var ids = Names("spdx-license-ids", "index.json").Concat(Names("spdx-license-ids", "deprecated.json"))
    .Concat(File.ReadLines(Path.Combine(target, "spdx-deprecated.txt")).Where(line => line is [not '#', ..]).Select(line => line.Split(' ')[0]))
    .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
using (var schema = JsonDocument.Parse(File.ReadAllBytes(Directory.EnumerateFiles(Path.Combine(folder, "cyclonedx-cyclonedx-library"), "spdx*.schema.json", SearchOption.AllDirectories).Single())))
{
    // A newer list than CycloneDX's schema knows: there such a licence goes by its name. Once by its name, always: the list grows in the schema's later copies only, and others validate with earlier ones.
    var named = File.ReadLines(Path.Combine(target, "spdx-ids.txt")).Where(line => line.EndsWith(" name", StringComparison.Ordinal)).Select(line => line.Split(' ')[0]);
    var known = schema.RootElement.GetProperty("enum").EnumerateArray().Select(id => id.GetString()!).Except(named).ToHashSet(StringComparer.Ordinal);
    Write("spdx-ids.txt", $"# Identifiers of the SPDX licence list, deprecated ones included ({packages[1]}). \"name\": CycloneDX 1.7 does not allow it as license.id. Made by build/licences.cs.", ids.Select(id => known.Contains(id) ? id : id + " name"));
}
Write("spdx-exceptions.txt", $"# Identifiers of the SPDX exceptions ({packages[2]}). Made by build/licences.cs.", Names("spdx-exceptions", "index.json").Order(StringComparer.Ordinal));
foreach (var id in Names("spdx-license-ids", "deprecated.json").Except(File.ReadLines(Path.Combine(target, "spdx-deprecated.txt")).Select(line => line.Split(' ')[0])))
    Console.WriteLine($"no successor: {id}");

var lines = new List<string>();
foreach (var id in common)
{
    var file = Path.Combine(folder, "spdx-license-list", "package", "licenses", id + ".json");
    if (!File.Exists(file))
    {
        Console.WriteLine($"not in the list: {id}");
        continue;
    }
    using var json = JsonDocument.Parse(File.ReadAllBytes(file));
    var text = Body(json.RootElement.GetProperty("licenseText").GetString()!);
    foreach (var pattern in Patterns(id, text).Select(pattern => pattern.ToString()).Distinct())
        lines.Add(pattern);
}
Write("fingerprints.txt", $"# Fingerprints of licence texts ({packages[0]}): identifier, anchor, runs of words. See LicencePattern.cs. Made by build/licences.cs.", lines);
Console.WriteLine($"{ids.Length} identifiers, {lines.Count} fingerprints of {lines.Select(line => line.Split(' ')[0]).Distinct().Count()} licences");

// Titles stand in many forms above the same text; the text begins with its first long paragraph.
string Body(string text)
{
    var paragraphs = text.ReplaceLineEndings("\n").Split("\n\n");
    var first = Array.FindIndex(paragraphs, paragraph => new LicenceWords(Regex.Replace(paragraph, "<[^<>]*>", "")).Count > 10);
    return string.Join("\n\n", paragraphs[Math.Max(first, 0)..]);
}

IEnumerable<LicencePattern> Patterns(string id, string text)
{
    var words = Regex.Replace(text, "<(?!http|www)[^<>@/]{2,80}>", " gapgap ");
    foreach (var form in new[] { words }.Concat(variants.Where(variant => variant.Id == id).Select(variant => Replaced(words, variant.One, variant.Other))))
    {
        var all = new LicenceWords(form);
        yield return Pattern(id, all, all.Count);
        foreach (var end in ends)
            if (Find(all, 0, end) is > 50 and var at)
                yield return Pattern(id, all, at);
    }
}

string Replaced(string text, string one, string other)
{
    var words = new LicenceWords(text);
    return words.Part(0, words.Count).ToString().Replace(one, other, StringComparison.Ordinal);
}

LicencePattern Pattern(string id, LicenceWords words, int count)
{
    var holes = new SortedDictionary<int, (int End, int Most)>();
    foreach (var (left, right, most) in gaps)
        for (var at = Find(words, 0, left); at >= 0; at = Find(words, at + 1, left))
        {
            var start = at + left.Split(' ').Length;
            if (Find(words, start, right) is >= 0 and var end && end > start && end - start <= most && end < count)
                holes.TryAdd(start, (end, most));
        }
    for (var at = 0; at < count; at++)
        if (words[at] is "gapgap")
            holes.TryAdd(at, (at + 1, 20));

    var runs = new List<LicenceRun>();
    var (from, gap) = (0, 0);
    foreach (var (start, (end, most)) in holes)
    {
        if (start < from)
            continue;
        if (start == from)
        {
            (from, gap) = (end, gap + most);
            continue;
        }
        runs.Add(new(gap, start - from, words.Fingerprint(from, start - from)));
        (from, gap) = (end, most);
    }
    if (from < count)
        runs.Add(new(gap, count - from, words.Fingerprint(from, count - from)));
    if (runs[0].Count < LicencePattern.AnchorWords)
        throw new InvalidOperationException($"{id} begins with a run of {runs[0].Count} words");
    return new(id, LicencePattern.AnchorOf(words, 0), [.. runs]);
}

int Find(LicenceWords words, int from, string phrase)
{
    var length = phrase.Split(' ').Length;
    for (var at = from; at + length <= words.Count; at++)
        if (words.Part(at, length).SequenceEqual(phrase))
            return at;
    return -1;
}

string[] Names(string package, string file)
{
    using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, package, "package", file)));
    return [.. json.RootElement.EnumerateArray().Select(item => item.GetString()!)];
}

void Write(string name, string heading, IEnumerable<string> lines) =>
    File.WriteAllText(Path.Combine(target, name), string.Join('\n', lines.Prepend(heading)) + "\n");

void Unpack(string package)
{
    var at = package.LastIndexOf('@');
    var name = package[..at].TrimStart('@').Replace('/', '-');
    var into = Directory.CreateDirectory(Path.Combine(folder, name)).FullName;
    Run("npm", ["pack", package, "--silent"], into);
    Run("tar", ["-xzf", $"{name}-{package[(at + 1)..]}.tgz"], into);
}

void Run(string program, string[] arguments, string directory)
{
    using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = directory, RedirectStandardOutput = true })!;
    process.StandardOutput.ReadToEnd();
    process.WaitForExit();
    if (process.ExitCode != 0)
        throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: exit {process.ExitCode}");
}

static string ThisFolder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
