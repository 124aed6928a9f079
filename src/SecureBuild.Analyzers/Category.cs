namespace SecureBuild.Analyzers;

/// <summary>Diagnostic categories; the folders of the rules carry the same names.</summary>
static class Category
{
    public const string Identity = "SecureBuild.Identity";
    public const string Injection = "SecureBuild.Injection";
    public const string Cryptography = "SecureBuild.Cryptography";
    public const string Serialization = "SecureBuild.Serialization";
    public const string Web = "SecureBuild.Web";
    public const string Secrets = "SecureBuild.Secrets";
    public const string Native = "SecureBuild.Native";
    public const string Resources = "SecureBuild.Resources";
    public const string Privacy = "SecureBuild.Privacy";
    public const string Configuration = "SecureBuild.Configuration";
    public const string Analysis = "SecureBuild.Analysis";
}
