using System.Text.Json.Nodes;
using SecureBuild.Assessment;
using SecureBuild.Cli.State;
using SecureBuild.Configuration;
using Spectre.Console.Testing;

namespace SecureBuild.Cli.Tests.Verbs;

public sealed class StateVerbTests : IDisposable
{
    static readonly DateOnly s_today = DateOnly.FromDateTime(DateTime.UtcNow);

    readonly Scratch _folder = new();

    [Fact]
    public void A_script_states_a_control_and_everything_else_in_the_file_stays()
    {
        _folder.Write("docs/training.md", "How we train people.");
        var file = _folder.Write("securebuild.json", "{\n  // ours\n  \"product\": { \"name\": \"Portal\" },\n}\n");

        var result = State("--control", "PO.2.2", "--status", "stated", "--name", "山田 花子", "--role", "開発部長", "--reference", "docs/training.md");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.StartsWith("{\n  // ours\n  \"product\": { \"name\": \"Portal\" },", File.ReadAllText(file));
        var read = ProjectConfigurationFile.Read(file);
        Assert.Empty(read.Problems);
        var statement = Assert.Single(read.Configuration!.Statements);
        Assert.Equal(("nist-ssdf/PO.2.2", ControlStatus.Stated, "山田 花子", "開発部長", s_today), (statement.Control, statement.Status, statement.Name, statement.Role, statement.Date));
        Assert.Equal((s_today.AddMonths(12), "docs/training.md", Digest.Sha256("How we train people."u8)), (statement.Expires, statement.Reference, statement.ReferenceSha256));

        // Said again, it is replaced.
        Assert.Equal(0, State("--control", "nist-ssdf/po.2.2", "--status", "partly", "--name", "N", "--role", "R", "--note", "halfway").ExitCode);
        Assert.Equal(ControlStatus.Partly, Assert.Single(ProjectConfigurationFile.Read(file).Configuration!.Statements).Status);
    }

    [Fact]
    public void Without_a_file_one_is_made_in_the_root_of_the_repository()
    {
        Directory.CreateDirectory(_folder[".git"]);
        Directory.CreateDirectory(_folder["src/Portal"]);

        Assert.Equal(0, Tool.Run("state", _folder["src/Portal"], "--control", "PO.2.3", "--status", "stated", "--name", "N", "--role", "CEO").ExitCode);

        Assert.Single(ProjectConfigurationFile.Read(_folder["securebuild.json"]).Configuration!.Statements);
    }

    [Theory]
    [InlineData("SB9351", "--control", "PW.6.2", "--status", "stated", "--name", "N", "--role", "R")]
    [InlineData("SB9351", "--control", "PO.2", "--status", "stated", "--name", "N", "--role", "R")]
    [InlineData("SB9351", "--control", "nowhere", "--status", "stated", "--name", "N", "--role", "R")]
    [InlineData("SB9336", "--control", "PO.2.2", "--status", "met-by-evidence", "--name", "N", "--role", "R")]
    [InlineData("SB9353", "--control", "PO.2.2", "--status", "stated", "--role", "R")]
    [InlineData("SB9353", "--control", "PO.2.2", "--status", "not-applicable", "--name", "N", "--role", "R")]
    [InlineData("SB9355", "--control", "PO.2.2", "--status", "stated", "--name", "N", "--role", "R", "--date", "2999-01-01")]
    [InlineData("SB9355", "--control", "PO.2.2", "--status", "stated", "--name", "N", "--role", "R", "--expires", "2999-01-01")]
    [InlineData("SB9355", "--control", "PO.2.2", "--status", "stated", "--name", "N", "--role", "R", "--expires", "soon")]
    [InlineData("SB9350")]
    [InlineData("SB9107", "--catalogue", "nist-sdf", "--list-open")]
    public void What_cannot_be_stated_is_refused_with_a_code_and_nothing_is_written(string code, params string[] arguments)
    {
        var result = State(arguments);

        Assert.Equal(64, result.ExitCode);
        Assert.Contains($"error {code}: ", result.Error);
        Assert.False(File.Exists(_folder["securebuild.json"]));
    }

    [Fact]
    public void A_broken_file_is_not_touched()
    {
        const string Broken = "{ \"statements\": [ ";
        var file = _folder.Write("securebuild.json", Broken);

        var result = State("--control", "PO.2.2", "--status", "stated", "--name", "N", "--role", "R");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("SB9352", result.Error);
        Assert.Equal(Broken, File.ReadAllText(file));
    }

    [Fact]
    public void What_is_open_is_listed_for_people_in_both_languages_and_for_machines()
    {
        _folder.Write("securebuild.json", """{ "catalogues": ["jp-cyber-infra-provider"], "statements": [ { "control": "nist-ssdf/PO.2.2", "status": "stated", "by": { "name": "花子", "role": "部長" }, "date": "2020-04-01" } ] }""");

        var english = State("--list-open");
        var japanese = State("--list-open", "--lang", "ja");
        var open = JsonNode.Parse(State("--list-open", "--json").Output)!["open"]!.AsArray();

        Assert.Contains("Role-based training", english.Output);
        Assert.Contains("expired on 2021-04-01", english.Output);
        Assert.Contains("役割別の教育", japanese.Output);
        // Ids of ours are said to be ours.
        Assert.Contains("u-1.operation*", english.Output);
        Assert.Contains("* This id is not the numbering of the source", english.Output);
        Assert.Contains("* この ID は出典の番号ではありません", japanese.Output);
        Assert.Equal("花子", (string?)open.Single(item => (string?)item!["control"] == "nist-ssdf/PO.2.2")!["earlier"]!["name"]);
        Assert.True((bool)open.Single(item => (string?)item!["control"] == "jp-cyber-infra-provider/u-1.operation")!["ownId"]!);
        Assert.DoesNotContain(open, item => (string?)item!["control"] is "nist-ssdf/PW.6.2" or "cisa-ssda-common-form/III.2");
    }

    [Theory]
    [InlineData("en", "What do you state?", "Written: nist-ssdf/PO.1.1")]
    [InlineData("ja", "どの状態を申告しますか。", "記録しました: nist-ssdf/PO.1.1")]
    public void A_person_answers_one_by_one_stops_and_goes_on_later(string language, string question, string written)
    {
        Language.Settle(["--lang", language]);
        using var console = new TestConsole().Interactive().Width(200);
        // PO.1.1: stated. PO.1.2: skipped. PO.1.3: stop.
        console.Input.PushKey(ConsoleKey.Enter);
        console.Input.PushTextWithEnter("Hanako");
        console.Input.PushTextWithEnter("CISO");
        console.Input.PushTextWithEnter("DOC-7");
        console.Input.PushTextWithEnter("");
        console.Input.PushTextWithEnter("");
        Down(console, 4);
        Down(console, 5);
        var configuration = ConfigurationToState.In(_folder.Path);

        Assert.Equal(1, new Interview(configuration, console, s_today).Run(configuration.Open(s_today)));

        Assert.Contains(question, console.Output);
        Assert.Contains(written, console.Output);
        var again = ConfigurationToState.In(_folder.Path);
        Assert.Equal(("nist-ssdf/PO.1.1", "Hanako", "CISO", "DOC-7"), again.Statements.Select(said => (said.Control, said.Name, said.Role, said.Reference)).Single());
        Assert.Equal("nist-ssdf/PO.1.2", again.Open(s_today)[0].Name);
    }

    public void Dispose() => _folder.Dispose();

    static void Down(TestConsole console, int times)
    {
        for (var i = 0; i < times; i++)
            console.Input.PushKey(ConsoleKey.DownArrow);
        console.Input.PushKey(ConsoleKey.Enter);
    }

    ToolResult State(params string[] arguments) => Tool.Run(["state", _folder.Path, .. arguments]);
}
