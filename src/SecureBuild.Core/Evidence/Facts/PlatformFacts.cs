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
            sheet.Unknown("ci.platform", "environment", "No variable of a known build service is set. Build releases on a build service, or state how they are built.");
        else
            sheet.Known("ci.platform", new JsonObject { ["platform"] = claim.Platform, ["run"] = claim.RunId, ["commit"] = claim.Commit }, "environment");

        if (claim.RunnerKind is null)
            sheet.Unknown("ci.runnerKind", "environment", "The environment does not say who runs the build machine. State it.");
        else
            sheet.Known("ci.runnerKind", new JsonObject { ["kind"] = claim.RunnerKind }, "environment");
    }
}
