using System.CommandLine;
using System.CommandLine.Invocation;
using System.Text.Json.Nodes;

namespace SecureBuild.Cli;

/// <summary>
/// What a verb told, for a program: exit code, files written, problems with their codes, and the lines that a person would have read. Verbs whose result has a shape of its own
/// have their own <c>--json</c>; every other verb gets this one.
/// </summary>
sealed class JsonResult
{
    readonly JsonArray _written = [];
    readonly JsonArray _problems = [];
    readonly JsonArray _lines = [];

    public void Wrote(string file) => _written.Add((JsonNode)file);

    public void Add(string line) => _lines.Add((JsonNode)line);

    public void Add(Problem problem) => _problems.Add((JsonNode)new JsonObject
    {
        ["code"] = problem.Code,
        ["level"] = problem.Level.ToString().ToLowerInvariant(),
        ["text"] = problem.Text,
        ["file"] = problem.File,
        ["line"] = problem.Line == 0 ? null : problem.Line,
    });

    public JsonObject Object(int exitCode) => new() { ["exitCode"] = exitCode, ["written"] = _written, ["problems"] = _problems, ["lines"] = _lines };

    /// <summary>Gives <c>--json</c> to a verb and all verbs below it, where they have none.</summary>
    /// <param name="verb">The verb.</param>
    /// <param name="terminal">Where it writes.</param>
    /// <param name="ended">How whatever ends it becomes an exit code.</param>
    public static void AddTo(Command verb, Terminal terminal, Func<Func<int>, int> ended)
    {
        foreach (var below in verb.Subcommands)
            AddTo(below, terminal, ended);
        if (verb.Subcommands.Count > 0 || verb.Action is not SynchronousCommandLineAction action || verb.Options.Any(static option => option.Name == "--json"))
            return;
        var json = new Option<bool>("--json") { Description = Texts.Of("Json_Description") };
        verb.Add(json);
        verb.SetAction(parsed => parsed.GetValue(json) ? terminal.Json(() => ended(() => action.Invoke(parsed))) : action.Invoke(parsed));
    }
}
