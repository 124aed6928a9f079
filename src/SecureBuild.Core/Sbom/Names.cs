namespace SecureBuild.Sbom;

/// <summary>Names of our properties. What each means, and its values, is in Sbom/properties.md.</summary>
static class Names
{
    public const string Dependency = "securebuild:dependency";
    public const string FileKind = "securebuild:file:kind";
    public const string Files = "securebuild:files";
    public const string Hash = "securebuild:hash";
    public const string Licence = "securebuild:licence";
    public const string Requested = "securebuild:requested-version";
    public const string RuntimePack = "securebuild:runtime-pack";
    public const string Supplier = "securebuild:supplier";
    public const string TargetingPack = "securebuild:targeting-pack";
    public const string BuildConfiguration = "securebuild:build:configuration";
    public const string BuildProject = "securebuild:build:project";
    public const string BuildRuntimeIdentifier = "securebuild:build:runtime-identifier";
    public const string BuildTargetFramework = "securebuild:build:target-framework";
    public const string Graph = "securebuild:graph";
}
