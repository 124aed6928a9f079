using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SecureBuild.Sbom;

namespace SecureBuild.Core.Tests.Sbom;

/// <summary>Damaged bills of materials: the answer is a document, which every format can write, or a problem with a code; nothing else.</summary>
public sealed class SbomFuzzTests
{
    const int Inputs = 12_000;

    static readonly string[] s_pieces =
    [
        "null", "true", "-1", "0", "1e999", "99999999999999999999", "[]", "{}", "[[]]", "[null]", "[{}]", "\"\"", "\"\\ud800\"", "\"\\u0000\"", "{\"a\":1,\"a\":2}", "\"urn:uuid:x\"", "\"SPDXRef-root\"", "\"root\"",
        "\"NOASSERTION\"", "\"excluded\"", "\"LicenseRef-\"", "[\"root\",\"root\"]", "}", "]", ",", ":", "\"", "\\", "\u0000", "\uFEFF", "/*", "\"securebuild:model:type\"", "\"securebuild:model:bom-ref\"",
    ];

    [Fact]
    public void Damaged_documents_are_read_or_refused_with_a_code()
    {
        byte[][] originals =
        [
            .. SbomFormat.All.Select(format => format.Write(SampleBoms.Everything)), ForeignSboms.CycloneDx14, ForeignSboms.Spdx22, ForeignSboms.Spdx3,
        ];
        var random = new Random(20261122);
        var (read, refused) = (0, new SortedDictionary<string, int>(StringComparer.Ordinal));
        for (var n = 0; n < Inputs; n++)
        {
            var original = originals[n % originals.Length];
            var input = n % 2 == 0 ? DamagedBytes(original, random) : DamagedStructure(original, random);
            try
            {
                var document = SbomReader.Read(input, "input");
                read++;
                // What was read can be written, and what was written can be read.
                foreach (var format in SbomFormat.All)
                    SbomReader.Read(format.Write(document.Bom), format.Name);
            }
            catch (ProblemException e)
            {
                Assert.True(e.Problem.Code is "SB9210" or "SB9223" or "SB9224" or "SB9225" or "SB9226", $"{n}: {e.Problem}\n{Encoding.UTF8.GetString(input)}");
                Assert.Equal("input", e.Problem.File);
                Assert.True(e.Problem.Line > 0, $"{n}: {e.Problem}");
                refused[e.Problem.Code] = refused.GetValueOrDefault(e.Problem.Code) + 1;
            }
            catch (Exception e) when (e is not Xunit.Sdk.IAssertionException)
            {
                Assert.Fail($"{n}: {e}\n{Encoding.UTF8.GetString(input)}");
            }
        }
        Assert.True(read > Inputs / 20 && refused.Count >= 4, $"{read} read, refused {string.Join(", ", refused)}");
    }

    static byte[] DamagedBytes(byte[] bytes, Random random)
    {
        var at = random.Next(bytes.Length);
        return random.Next(6) switch
        {
            0 => bytes[..at],
            1 => [.. bytes[..at], (byte)random.Next(256), .. bytes[(at + 1)..]],
            2 => [.. bytes[..at], .. Piece(random), .. bytes[at..]],
            3 => [.. bytes[..at], .. bytes[Math.Min(bytes.Length, at + random.Next(200))..]],
            4 => [.. bytes[..at], (byte)(bytes[at] ^ (1 << random.Next(8))), .. bytes[(at + 1)..]],
            _ => [.. bytes, .. bytes[at..]],
        };
    }

    // Still JSON: values exchanged, removed, repeated, put elsewhere.
    static byte[] DamagedStructure(byte[] bytes, Random random)
    {
        var root = JsonNode.Parse(bytes)!;
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            var places = new List<JsonNode>();
            Collect(root, places);
            var place = places[random.Next(places.Count)];
            if (place is JsonObject { Count: > 0 } map)
            {
                var name = map.ElementAt(random.Next(map.Count)).Key;
                switch (random.Next(4))
                {
                    case 0: map.Remove(name); break;
                    case 1: map[name] = Value(random, places); break;
                    case 2: map["x" + name] = map[name]?.DeepClone(); break;
                    default: map[s_names[random.Next(s_names.Length)]] = map[name]?.DeepClone(); break;
                }
            }
            else if (place is JsonArray list)
            {
                if (list.Count > 0 && random.Next(3) == 0)
                    list.RemoveAt(random.Next(list.Count));
                else if (list.Count > 0 && random.Next(2) == 0)
                    list.Add(list[random.Next(list.Count)]?.DeepClone());
                else
                    list.Add(Value(random, places));
            }
        }
        return Encoding.UTF8.GetBytes(root.ToJsonString());
    }

    static readonly string[] s_names = ["components", "properties", "licenses", "ref", "bom-ref", "SPDXID", "to", "from", "type", "externalRefs", "version", "hashes", "annotations", "supplier"];

    static JsonNode? Value(Random random, List<JsonNode> places)
    {
        if (random.Next(2) == 0 && places[random.Next(places.Count)] is { } other && other.ToJsonString().Length < 2000)
            return other.DeepClone();
        try
        {
            var piece = Piece(random);
            // Half a surrogate pair cannot be written again by the tool that makes the damage.
            return piece.AsSpan().IndexOf("\\ud800"u8) >= 0 ? "text" : JsonNode.Parse(piece, documentOptions: CanonicalJson.Strict);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            return "text";
        }
    }

    static void Collect(JsonNode? node, List<JsonNode> places)
    {
        if (node is JsonObject map)
        {
            places.Add(map);
            foreach (var member in map)
                Collect(member.Value, places);
        }
        else if (node is JsonArray list)
        {
            places.Add(list);
            foreach (var item in list)
                Collect(item, places);
        }
    }

    static byte[] Piece(Random random) => Encoding.UTF8.GetBytes(s_pieces[random.Next(s_pieces.Length)]);
}
