using System.Text.Json.Nodes;
using SecureBuild.Submission;
using SecureBuild.Verification;

namespace SecureBuild.Rendering.Report;

/// <summary>Where each build's outputs come from, by the word of the build.</summary>
static class ProvenanceSection
{
    public static void Write(Html html, ReportModel model)
    {
        html.Section("provenance").Lead(ReportTexts.Of("Provenance_Lead"));
        foreach (var project in model.Product.Projects)
            Project(html, project, model.Product.Projects.Length < 3);
        if (!model.Product.LeftOut.IsEmpty)
        {
            html.Whole("h3", ReportTexts.Of("LeftOut")).Open("ul");
            foreach (var build in model.Product.LeftOut)
                html.Open("li").Whole("bdi", $"{build.Project} {build.Configuration} {build.TargetFramework}".TrimEnd()).Text(" ").Whole("span", ReportTexts.Of("LeftOut_" + build.Why), ("class", "faint")).Close();
            html.Close();
        }
        html.Close().Break();
    }

    static void Project(Html html, ProductProject project, bool isOpen)
    {
        var statement = project.Provenance.IsEmpty ? null : StrictJson.Parse(project.Provenance)?.Object("predicate");
        var run = statement?.Object("runDetails");
        var sources = statement?.Object("buildDefinition")?.Objects("resolvedDependencies") ?? [];
        html.Open("details", ("class", "plain"), ("open", isOpen ? "" : null)).Open("summary").Whole("bdi", project.Key, ("class", "title")).Close();
        html.Open("dl", ("class", "facts wide"));
        if (project.Summary.Build is { } build)
            html.Term("Build", value => value.Whole("code", build.Project).Text($" {build.Configuration} · {build.TargetFramework} · {build.Language}"));
        html.Term("Source", value => Source(value, sources.FirstOrDefault(static source => source.Text("name") == "source")));
        html.Term("Builder", value => value.Whole("code", run?.Object("builder")?.Text("id") ?? "–").Void("br").Whole("span", ReportTexts.Of("SlsaLimit"), ("class", "faint")));
        if (run?.Object("builder")?.Object("version") is { } versions)
            html.Term("Tools_Used", value => value.Text(string.Join(", ", versions.Select(static tool => $"{tool.Key} {StrictJson.Text(tool.Value)}"))));
        if (run?.Object("metadata")?.Text("finishedOn") is { } finished)
            html.Term("Finished", value => value.Text(finished));
        html.Term("StatementDigest", value => value.Whole("code", "sha256:" + project.StatementSha256, ("class", "digest")));
        html.Close();
        Outputs(html, project);
        Files(html, project);
        Further(html, project);
        html.Close().Break();
    }

    static void Source(Html html, JsonObject? source)
    {
        if (source?.Object("digest")?.Text("gitCommit") is not { } commit)
        {
            html.Badge("not-assessed", ReportTexts.Of("SourceUnknown"));
            return;
        }
        html.Whole("code", commit, ("class", "digest"));
        if (source.Text("uri") is { } address)
            html.Void("br").Whole("code", address, ("class", "digest"));
        var tree = source.Object("annotations")?.Text("securebuild_work_tree");
        html.Void("br").Badge(tree == "clean" ? "stated" : tree == "modified" ? "not-met" : "not-assessed", ReportTexts.Of(tree switch { "clean" => "Tree_clean", "modified" => "Tree_modified", _ => "Tree_unknown" }));
    }

    static void Outputs(Html html, ProductProject project)
    {
        html.Table(ReportTexts.Of("OutputsOf", project.Key), "Output", "Sha256");
        foreach (var output in project.Summary.Outputs)
            html.Open("tr").Open("th", ("scope", "row")).Whole("code", output.Name).Close().Open("td").Whole("code", output.Sha256, ("class", "digest")).Close(2).Break();
        html.EndTable();
    }

    static void Further(Html html, ProductProject project)
    {
        if (project.FurtherSboms.IsEmpty)
            return;
        html.Whole("p", ReportTexts.Of("FurtherSboms_Lead"), ("class", "note")).Table(ReportTexts.Of("FurtherSboms", project.Key), "Sbom", "Scope", "Components", "Sha256");
        foreach (var sbom in project.FurtherSboms)
            html.Open("tr").Open("th", ("scope", "row")).Whole("code", sbom.Name).Close().Whole("td", ReportTexts.Of("Scope_" + sbom.Scope)).Whole("td", Parts.Number(sbom.Components), ("class", "number"))
                .Open("td").Whole("code", sbom.Sha256, ("class", "digest")).Close(2).Break();
        html.EndTable();
    }

    static void Files(Html html, ProductProject project)
    {
        if (project.Files.IsEmpty)
            return;
        html.Table(ReportTexts.Of("FilesOf", project.Key), "File", "ForWhom", "FileState", "Sha256");
        foreach (var file in project.Files)
        {
            html.Open("tr").Open("th", ("scope", "row")).Whole("code", file.Name).Close().Whole("td", ReportTexts.Of("Class_" + file.Class)).Open("td")
                .Badge(file.State == FileState.AsAttested ? "note" : file.State == FileState.Different ? "not-met" : "not-assessed", ReportTexts.Of("File_" + file.State)).Close();
            html.Open("td").Whole("code", file.Sha256, ("class", "digest")).Close(2).Break();
        }
        html.EndTable();
    }
}
