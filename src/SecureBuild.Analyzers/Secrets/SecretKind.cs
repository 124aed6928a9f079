namespace SecureBuild.Analyzers.Secrets;

/// <summary>What kind of secret a name or a format promises.</summary>
enum SecretKind
{
    /// <summary>No secret.</summary>
    None,

    /// <summary>A password: any credible value counts.</summary>
    Password,

    /// <summary>A token or API key: only a value that looks random counts.</summary>
    Token,

    /// <summary>A cryptographic key.</summary>
    Key,
}
