namespace SecureBuild.Attestation;

/// <summary>A file that a statement is about. Verifiers match it by digest; the name says where to look.</summary>
/// <param name="Name">Path relative to the output directory, with <c>/</c>: <c>Portal.dll</c>, <c>ja/Portal.resources.dll</c>.</param>
/// <param name="Sha256">SHA-256, 64 lower-case hexadecimal digits.</param>
/// <param name="Sha512">SHA-512, 128 lower-case hexadecimal digits, or null.</param>
public sealed record Subject(string Name, string Sha256, string? Sha512 = null);
