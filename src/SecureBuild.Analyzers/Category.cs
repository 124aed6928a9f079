namespace SecureBuild.Analyzers;

/// <summary>Diagnostic categories; the folders of the rules carry the same names.</summary>
static class Category
{
    public const string Cryptography = "SecureBuild.Cryptography";
    public const string Serialization = "SecureBuild.Serialization";
    public const string Web = "SecureBuild.Web";
    public const string Secrets = "SecureBuild.Secrets";
}
