using System.Collections.Immutable;

namespace SecureBuild.Notices;

/// <summary>Where the files of a component lie on this machine.</summary>
/// <param name="Path">Absolute path of its folder.</param>
/// <param name="Files">Its files relative to the folder, as its list says; empty where there is no list, then those of the top level count.</param>
/// <param name="LicenceFile">The file that it names as its licence, or null.</param>
sealed record PackageFolder(string Path, ImmutableArray<string> Files, string? LicenceFile);
