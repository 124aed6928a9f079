using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace SecureBuild.Sbom;

/// <summary>What a managed assembly calls itself (ECMA-335 II.22.2) and which native libraries it calls (II.22.22, II.22.31).</summary>
/// <param name="Name">Simple name.</param>
/// <param name="Version">Assembly version.</param>
/// <param name="FullName">With culture and public key token.</param>
/// <param name="Company"><c>AssemblyCompanyAttribute</c>: its own word, or null.</param>
/// <param name="NativeImports">Names of native libraries as the code spells them, ordinal order.</param>
sealed record AssemblyIdentity(string Name, string Version, string FullName, string? Company, IReadOnlyList<string> NativeImports)
{
    /// <summary>The identity, or null for a file that is no managed assembly or cannot be read.</summary>
    public static AssemblyIdentity? Read(string path)
    {
        try
        {
            using var reader = new PEReader(File.OpenRead(path));
            if (!reader.HasMetadata || reader.GetMetadataReader() is not { IsAssembly: true } metadata)
                return null;
            var definition = metadata.GetAssemblyDefinition();
            var name = definition.GetAssemblyName();
            return new(metadata.GetString(definition.Name), definition.Version.ToString(), name.FullName, CompanyOf(metadata, definition), Imports(metadata));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or BadImageFormatException or InvalidOperationException)
        {
            return null;
        }
    }

    static string? CompanyOf(MetadataReader metadata, AssemblyDefinition assembly)
    {
        foreach (var handle in assembly.GetCustomAttributes())
        {
            var attribute = metadata.GetCustomAttribute(handle);
            if (attribute.Constructor.Kind == HandleKind.MemberReference
                && metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent is { Kind: HandleKind.TypeReference } type
                && metadata.StringComparer.Equals(metadata.GetTypeReference((TypeReferenceHandle)type).Name, "AssemblyCompanyAttribute"))
            {
                // Prolog, then the one string of the constructor (II.23.3).
                var value = metadata.GetBlobReader(attribute.Value);
                return value.Length > 2 && value.ReadUInt16() == 1 && value.ReadSerializedString() is { Length: > 0 } company ? company : null;
            }
        }
        return null;
    }

    static string[] Imports(MetadataReader metadata)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var handle in metadata.MethodDefinitions)
        {
            var method = metadata.GetMethodDefinition(handle);
            if ((method.Attributes & System.Reflection.MethodAttributes.PinvokeImpl) != 0 && method.GetImport() is { Module.IsNil: false } import)
                names.Add(metadata.GetString(metadata.GetModuleReference(import.Module).Name));
        }
        names.Remove("");
        return [.. names];
    }
}
