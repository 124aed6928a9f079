using System.Text.Json;
using SecureBuild.Licences;
using SecureBuild.Testing.Node;

namespace SecureBuild.Core.Tests.Licences;

/// <summary>The texts come from the SPDX list as an npm package ships it.</summary>
public sealed class LicenceTextTests
{
    static async Task<Dictionary<string, string>> Texts()
    {
        var folder = Path.Combine(await NodeTools.PackageFolderAsync("spdx-license-list"), "licenses");
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(folder, "*.json"))
        {
            using var json = JsonDocument.Parse(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
            texts.Add(Path.GetFileNameWithoutExtension(file), json.RootElement.GetProperty("licenseText").GetString()!);
        }
        return texts;
    }

    [Fact]
    public async Task Every_known_licence_is_identified_by_the_lists_text()
    {
        var texts = await Texts();
        var known = LicenceTexts.Known.ToArray();
        Assert.True(known.Length >= 40);
        var wrong = known.Where(id => LicenceTexts.Identify(texts[id]) != id);
        Assert.Equal("", string.Join(' ', wrong));
    }

    [Fact]
    public async Task No_other_licence_of_the_list_is_taken_for_a_known_one()
    {
        var texts = await Texts();
        var wrong = from text in texts
                    let id = LicenceTexts.Identify(text.Value)
                    where id is not null && id != LicenceExpression.Parse(text.Key)?.ToString() && Flat(texts[id]) != Flat(text.Value)
                    select $"{text.Key} taken for {id}";
        Assert.Empty(wrong);

        static string Flat(string text) => string.Concat(text.Where(char.IsLetter)).ToLowerInvariant();
    }

    [Theory]
    [InlineData("MIT", "Newtonsoft.Json\r\n\r\nThe MIT License (MIT)\r\n\r\nCopyright (c) 2007 James Newton-King\r\nCopyright © 2020 株式会社例\r\n\r\n", "")]
    [InlineData("MIT", "# MIT License\n\nCopyright (c) .NET Foundation and Contributors\n\nAll rights reserved.\n\n", "")]
    [InlineData("BSD-3-Clause", "BSD 3-Clause License\n\nCopyright (c) 2005-2026, Example, Inc.\nAll rights reserved.\n\n", "\n")]
    [InlineData("Apache-2.0", "", "\n")]
    [InlineData("ISC", "ISC License\n\nCopyright 2020 Example\n\n", "")]
    public async Task A_title_and_lines_of_copyright_and_other_lines_do_no_harm(string id, string above, string below)
    {
        var text = (await Texts())[id];
        foreach (var changed in new[]
        {
            text,
            text.ReplaceLineEndings("\r\n"),
            text.ToUpperInvariant(),
            text.Replace('"', '”').Replace('\'', '’').Replace("-", "\u2010"),
            Wrapped(text, 40),
            string.Join('\n', Wrapped(text, 60).Split('\n').Select(line => " * " + line)),
            text.Replace("LICENSE", "LICENCE").Replace("License", "Licence"),
            text.Replace("the copyright holder nor", "Example, Inc. nor"),
        })
            Assert.Equal(id, LicenceTexts.Identify(above + changed + below));
    }

    [Theory]
    [InlineData("This software is licensed as follows, except for the files in /vendor, which are proprietary.\n\n", "")]
    [InlineData("Dual licensed; for commercial use see terms.txt\n\n", "")]
    [InlineData("", "\n\n\"Commons Clause\" License Condition v1.0: the grant of rights does not include the right to sell the Software.")]
    [InlineData("", "\n\nThe Software shall be used for Good, not Evil.")]
    [InlineData("One two three four five six seven eight nine ten eleven twelve names of products stand above, twelve more of them: alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu.\n\n", "")]
    public async Task A_text_that_goes_on_with_other_terms_is_not_identified(string above, string below) =>
        Assert.Null(LicenceTexts.Identify(above + (await Texts())["MIT"] + below));

    [Fact]
    public async Task Two_licences_in_one_file_and_a_changed_word_are_not_identified()
    {
        var texts = await Texts();
        Assert.Null(LicenceTexts.Identify(texts["MIT"] + "\n\n" + texts["Apache-2.0"]));
        Assert.Null(LicenceTexts.Identify(texts["MIT"].Replace("free of charge", "for a charge")));
        Assert.Null(LicenceTexts.Identify(texts["MIT"][..(texts["MIT"].Length / 2)]));
        Assert.Null(LicenceTexts.Identify(""));
    }

    [Fact]
    public async Task Any_mutation_of_a_text_is_answered()
    {
        var source = (await Texts())["BSD-3-Clause"];
        var random = new Random(20261122);
        var identified = 0;
        for (var run = 0; run < 2_000; run++)
        {
            var text = source.ToCharArray();
            for (var change = random.Next(4); change > 0; change--)
                text[random.Next(text.Length)] = (char)random.Next(random.Next(2) == 0 ? 128 : 0x10000);
            identified += LicenceTexts.Identify(new(text, 0, random.Next(text.Length / 2, text.Length + 1))) is null ? 0 : 1;
        }
        Assert.InRange(identified, 1, 1_900);
    }

    static string Wrapped(string text, int width)
    {
        var lines = new List<string>();
        foreach (var line in text.Split('\n'))
        {
            var rest = line;
            while (rest.Length > width && !LicenceWords.IsCopyright(line) && rest.LastIndexOf(' ', width) is > 0 and var space)
            {
                lines.Add(rest[..space]);
                rest = rest[(space + 1)..];
            }
            lines.Add(rest);
        }
        return string.Join('\n', lines);
    }
}
