using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SecureBuild.Rendering;

namespace SecureBuild.Cli.Overview;

/// <summary>The state of a folder for a reader, and the next step.</summary>
static class OverviewPage
{
    public static IEnumerable<Line> Lines(ProjectState state, int width)
    {
        yield return Line.Of(new Span(state.Product?.Title ?? Path.GetFileName(state.Directory.TrimEnd(Path.DirectorySeparatorChar)), Tone.Strong), new Span(state.Product?.Version.Text is { } version ? " " + version : ""));
        foreach (var line in Table.Lines([.. Rows(state)], width))
            yield return line;
        yield return Line.Empty;
        foreach (var line in DisplayWidth.Wrap(Texts.Of("overview_Step_" + state.Next.Step), width))
            yield return Line.Of(line);
        yield return Line.Of("  ", new Span(state.Next.Command, Tone.Strong));
        if (state.Then.IsEmpty)
            yield break;
        yield return Line.Of(Texts.Of("overview_Then_" + state.Next.Step));
        foreach (var command in state.Then)
            yield return Line.Of("  " + command);
    }

    public static JsonObject Json(ProjectState state) => new()
    {
        ["projects"] = state.Use.Projects,
        ["referencing"] = state.Use.Referencing,
        ["configuration"] = state.Configuration?.Replace('\\', '/'),
        ["openStatements"] = state.OpenStatements,
        ["product"] = state.Product?.Title,
        ["version"] = state.Product?.Version.Text,
        ["builds"] = new JsonArray([.. (state.Product?.Projects ?? []).Select(project => new JsonObject
        {
            ["name"] = project.Key,
            ["output"] = Path.GetRelativePath(state.Directory, project.OutputDirectory).Replace('\\', '/'),
            ["signed"] = project.Summary.Signature.IsSigned,
        })]),
        ["changedFiles"] = new JsonArray([.. state.Different.Select(file => (JsonNode)file)]),
        ["next"] = new JsonObject { ["step"] = state.Next.Step.ToString().ToLowerInvariant(), ["command"] = state.Next.Command },
    };

    static IEnumerable<ImmutableArray<Span>> Rows(ProjectState state)
    {
        yield return Row(state.Use.Referencing > 0 || state.Product is not null, "Package",
            state.Use.Referencing > 0 ? Texts.Of("overview_Referenced", state.Use.Referencing, state.Use.Projects) : Texts.Of(state.Product is null ? "overview_NotReferenced" : "overview_ReferencedSomewhere"));
        yield return Row(state.Product is not null, "Build", state.Product is { } product
            ? Texts.Of("overview_Built", product.Projects.Length, product.Projects[0].Summary.Build?.Configuration ?? "?", Clock.Format(product.Time)) : Texts.Of("overview_NotBuilt"));
        if (!state.Different.IsEmpty)
            yield return Row(false, "Files", Texts.Of("overview_Different", string.Join(", ", state.Different)));
        yield return Row(state.Configuration is not null && state.OpenStatements == 0, "Statements",
            state.Configuration is null ? Texts.Of("overview_NoConfiguration", state.OpenStatements) : Texts.Of(state.OpenStatements == 0 ? "overview_NothingOpen" : "overview_Open", state.OpenStatements));
        if (state.Product is { } built)
            yield return Row(built.IsSigned, "Signature", Texts.Of(built.IsSigned ? "overview_Signed" : "overview_Draft"));
    }

    static ImmutableArray<Span> Row(bool done, string what, string text) => [new Span(done ? "✓" : "–", done ? Tone.Good : Tone.Open), Texts.Of("overview_" + what), new Span(text, done ? Tone.Plain : Tone.Open)];
}
