using SecureBuild.Assessment;
using SecureBuild.Configuration;

namespace SecureBuild.Core.Tests.Configuration;

/// <summary>A statement goes into securebuild.json; nothing else of the file changes.</summary>
public sealed class StatementEditorTests
{
    static readonly PersonStatement s_statement = new("nist-ssdf/PO.2.2", ControlStatus.Stated, "山田 \"花子\"", "開発部長", new(2026, 11, 1), new(2027, 11, 1), "docs/教育.md", null);

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{ }\n")]
    [InlineData("{\n  // a comment\n}\n")]
    [InlineData("{\n  \"product\": { \"name\": \"P\" }\n}\n")]
    [InlineData("{\n  \"product\": { \"name\": \"P\" }, // behind\n  // below\n}\n")]
    [InlineData("{ \"statements\": [] }")]
    [InlineData("{\r\n\t\"statements\": [\r\n\t\t// an example\r\n\t],\r\n}\r\n")]
    [InlineData("{\n  \"statements\": [\n    { \"control\": \"nist-ssdf/PO.2.1\", \"status\": \"stated\", \"by\": { \"name\": \"N\", \"role\": \"R\" }, \"date\": \"2026-04-01\" }, // first\n    // last\n  ],\n  \"product\": { \"name\": \"P\" }\n}\n")]
    [InlineData("{ \"statements\": [ { \"control\": \"nist-ssdf/PO.2.1\", \"status\": \"stated\", \"by\": { \"name\": \"N\", \"role\": \"R\" }, \"date\": \"2026-04-01\" } ] }")]
    public void It_is_read_as_it_was_meant_and_every_character_that_was_there_still_is(string text)
    {
        var after = StatementEditor.Put(text, s_statement)!;
        var result = Read(after);

        Assert.Empty(result.Problems);
        Assert.Contains(s_statement, result.Configuration!.Statements);
        Assert.Equal(Read(text.Length == 0 ? "{}" : text).Configuration!.Statements.Length + 1, result.Configuration.Statements.Length);
        Assert.True(IsSubsequence(Squeezed(text), Squeezed(after)), after);
        Assert.True(!text.Contains("\r\n", StringComparison.Ordinal) || !after.Replace("\r\n", "", StringComparison.Ordinal).Contains('\n'), "line endings");
    }

    [Fact]
    public void An_earlier_statement_about_the_same_control_is_replaced_in_its_place()
    {
        const string Before = "{\n  \"statements\": [\n    // training\n    { \"control\": \"nist-ssdf/PO.2.2\", \"status\": \"not-met\", \"by\": { \"name\": \"N\", \"role\": \"R\" }, \"date\": \"2026-04-01\" }, // old\n    { \"control\": \"nist-ssdf/PO.2.1\", \"status\": \"stated\", \"by\": { \"name\": \"N\", \"role\": \"R\" }, \"date\": \"2026-04-01\" }\n  ]\n}\n";

        var after = StatementEditor.Put(Before, s_statement)!;

        Assert.Equal([s_statement.Control, "nist-ssdf/PO.2.1"], Read(after).Configuration!.Statements.Select(statement => statement.Control));
        Assert.StartsWith("{\n  \"statements\": [\n    // training\n    {\n      \"control\"", after, StringComparison.Ordinal);
        Assert.Contains("    }, // old\n", after, StringComparison.Ordinal);
        Assert.Equal(after, StatementEditor.Put(after, s_statement));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{ \"statements\": {} }")]
    [InlineData("{ \"statements\": [")]
    public void What_is_not_such_a_file_is_left_alone(string text) => Assert.Null(StatementEditor.Put(text, s_statement));

    static ConfigurationResult Read(string text) => ProjectConfigurationFile.Read("securebuild.json", System.Text.Encoding.UTF8.GetBytes(text));

    static string Squeezed(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    static bool IsSubsequence(string part, string whole)
    {
        var i = 0;
        foreach (var c in whole)
            if (i < part.Length && part[i] == c)
                i++;
        return i == part.Length;
    }
}
