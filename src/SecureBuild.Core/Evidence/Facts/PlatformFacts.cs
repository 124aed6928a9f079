using System.Text.Json.Nodes;

namespace SecureBuild.Evidence.Facts;

/// <summary>The machine and what the environment says about it.</summary>
static class PlatformFacts
{
    public static void Read(FactSheet sheet)
    {
        var host = sheet.Build.Host;
        sheet.Known("env.os", new JsonObject { ["system"] = host.OperatingSystem, ["architecture"] = host.Architecture }, "run-time information");

        var claim = CiPlatform.From(host);
        if (claim.Platform is null)
            sheet.Unknown("ci.platform", "environment", GapText.Of("no-build-service"));
        else
            sheet.Known("ci.platform", new JsonObject { ["platform"] = claim.Platform, ["run"] = claim.RunId, ["commit"] = claim.Commit }, "environment");

        if (claim.RunnerKind is null)
            sheet.Unknown("ci.runnerKind", "environment", GapText.Of("runner-unnamed"));
        else
            sheet.Known("ci.runnerKind", new JsonObject { ["kind"] = claim.RunnerKind }, "environment");
    }
}
