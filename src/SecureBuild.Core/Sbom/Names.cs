namespace SecureBuild.Sbom;

/// <summary>Names of our properties. What each means, and its values, is in Sbom/properties.md.</summary>
static class Names
{
    public const string AssemblyIdentity = "securebuild:assembly:identity";
    public const string ClientProvider = "securebuild:client-library:provider";
    public const string ComGuid = "securebuild:com:guid";
    public const string Creator = "securebuild:creator";
    public const string Dependency = "securebuild:dependency";
    public const string External = "securebuild:external";
    public const string FileBundledIn = "securebuild:file:bundled-in";
    public const string FileCompiledInto = "securebuild:file:compiled-into";
    public const string FileKind = "securebuild:file:kind";
    public const string FileOrigin = "securebuild:file:origin";
    public const string FileTransformed = "securebuild:file:transformed";
    public const string Files = "securebuild:files";
    public const string Hash = "securebuild:hash";
    public const string Licence = "securebuild:licence";
    public const string LicenceConcluded = "securebuild:licence:concluded";
    public const string PackageContent = "securebuild:package:content-sha512";
    public const string Requested = "securebuild:requested-version";
    public const string RuntimePack = "securebuild:runtime-pack";
    public const string Supplier = "securebuild:supplier";
    public const string Signature = "securebuild:signature";
    public const string SignatureCertificate = "securebuild:signature:certificate";
    public const string SignatureContent = "securebuild:signature:content";
    public const string SignatureOwners = "securebuild:signature:owners";
    public const string SignatureRepository = "securebuild:signature:repository";
    public const string SignatureSubject = "securebuild:signature:subject";
    public const string SignatureTime = "securebuild:signature:time";
    public const string Supplies = "securebuild:supplies";
    public const string TargetingPack = "securebuild:targeting-pack";
    public const string BuildTool = "securebuild:build:tool";
    public const string BuildConfiguration = "securebuild:build:configuration";
    public const string BuildProject = "securebuild:build:project";
    public const string BuildRuntimeIdentifier = "securebuild:build:runtime-identifier";
    public const string BuildTargetFramework = "securebuild:build:target-framework";
    public const string BuildTestProject = "securebuild:build:test-project";
    public const string Graph = "securebuild:graph";
    public const string ImageConfig = "securebuild:image:config-digest";
    public const string ImageContents = "securebuild:image:contents";
    public const string ImageLayer = "securebuild:image:layer";
    public const string ImageRegistry = "securebuild:image:registry";
    public const string ImageTag = "securebuild:image:tag";
    public const string MergeOther = "securebuild:merge:other-";
    public const string MergeSource = "securebuild:merge:source";
    public const string CarriedBomRef = "securebuild:model:bom-ref";
    public const string CarriedExternal = "securebuild:model:is-external";
    public const string CarriedGroup = "securebuild:model:group";
    public const string CarriedLicence = "securebuild:model:licence";
    public const string CarriedScope = "securebuild:model:scope";
    public const string CarriedSupplierUrl = "securebuild:model:supplier-url";
    public const string CarriedType = "securebuild:model:type";
    public const string CarriedVersionRange = "securebuild:model:version-range";
}
