namespace SecureBuild.Attestation;

/// <summary>The <c>builder.id</c>s of our provenance, one per trust situation. What each stands for is written in msbuild-v1.md.</summary>
public static class BuilderIds
{
    /// <summary>A machine that claims to be nothing else: a developer's or an administrator's.</summary>
    public const string LocalMachine = Identity.Site + "/builders/local-machine/v1";

    /// <summary>A machine whose environment variables claim to be a CI platform. A claim, not proof.</summary>
    public const string CiClaimedByEnvironment = Identity.Site + "/builders/ci-claimed-by-environment/v1";
}
