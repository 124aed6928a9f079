using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace SecureBuild.Evidence;

/// <summary>What the header and metadata of a produced file say (ECMA-335 II.25; Microsoft PE format).</summary>
sealed record PortableExecutable
{
    // IMAGE_DEBUG_TYPE_EX_DLLCHARACTERISTICS and IMAGE_DLLCHARACTERISTICS_EX_CET_COMPAT.
    const int ExtendedCharacteristics = 20;
    const int CetCompatible = 1;

    /// <summary>Has metadata and only intermediate language.</summary>
    public bool IsIntermediateLanguage { get; private init; }

    /// <summary>Its own version, <c>1.0.0.0</c>; null for native files.</summary>
    public string? AssemblyVersion { get; private init; }

    /// <summary>Address space randomisation over 64 bits.</summary>
    public bool HighEntropyVA { get; private init; }

    /// <summary>May be moved in memory.</summary>
    public bool DynamicBase { get; private init; }

    /// <summary>Data is not executable.</summary>
    public bool NxCompatible { get; private init; }

    /// <summary>Control Flow Guard.</summary>
    public bool ControlFlowGuard { get; private init; }

    /// <summary>Shadow stack; null where the header does not say.</summary>
    public bool? Cet { get; private init; }

    /// <summary>The compiler marked it as reproducible from its inputs.</summary>
    public bool Deterministic { get; private init; }

    /// <summary>The path of the symbols in it is mapped, so that it does not tell where it was built; null without symbols.</summary>
    public bool? PathMapped { get; private init; }

    /// <summary>A certificate table is there (Authenticode). Whether the signature is good is not looked at.</summary>
    public bool HasCertificate { get; private init; }

    /// <summary>The module is marked as unverifiable: unsafe code was compiled into it.</summary>
    public bool Unverifiable { get; private init; }

    /// <summary>The header says that it is strong-named.</summary>
    public bool StrongNamed { get; private init; }

    /// <summary>Its public key token in lower-case hex; null for none.</summary>
    public string? PublicKeyToken { get; private init; }

    /// <summary>How many of its methods are functions of native libraries (ECMA-335 II.22.22, ImplMap).</summary>
    public int PlatformInvokes { get; private init; }

    /// <summary>Types of cryptographic libraries that it refers to, with namespace, ordinal order.</summary>
    public ImmutableArray<string> CryptographicTypes { get; private init; } = [];

    /// <summary>Debug symbols are inside the file.</summary>
    public bool EmbedsSymbols { get; private init; }

    /// <summary>The symbols inside name the source of each file (Source Link); null where there are none inside.</summary>
    public bool? SourceLink { get; private init; }

    /// <summary>The file's header, or null where it is no PE file or cannot be read.</summary>
    public static PortableExecutable? Read(string path)
    {
        try
        {
            using var reader = new PEReader(File.OpenRead(path));
            var header = reader.PEHeaders.PEHeader;
            if (header is null)
                return null;
            var debug = reader.ReadDebugDirectory();
            var flags = (int)header.DllCharacteristics;
            var metadata = reader.HasMetadata ? reader.GetMetadataReader() : null;
            var embedded = Entry(debug, DebugDirectoryEntryType.EmbeddedPortablePdb);
            return new()
            {
                IsIntermediateLanguage = reader.PEHeaders.CorHeader is { } cor && cor.Flags.HasFlag(CorFlags.ILOnly),
                AssemblyVersion = metadata?.IsAssembly == true ? metadata.GetAssemblyDefinition().Version.ToString() : null,
                HighEntropyVA = (flags & 0x0020) != 0,
                DynamicBase = (flags & 0x0040) != 0,
                NxCompatible = (flags & 0x0100) != 0,
                ControlFlowGuard = (flags & 0x4000) != 0,
                Cet = CetOf(reader, debug),
                Deterministic = Entry(debug, DebugDirectoryEntryType.Reproducible) is not null,
                PathMapped = Entry(debug, DebugDirectoryEntryType.CodeView) is { } symbols ? IsMapped(reader.ReadCodeViewDebugDirectoryData(symbols).Path) : null,
                HasCertificate = header.CertificateTableDirectory.Size > 0,
                Unverifiable = metadata is not null && HasAttribute(metadata, "UnverifiableCodeAttribute"),
                StrongNamed = reader.PEHeaders.CorHeader?.Flags.HasFlag(CorFlags.StrongNameSigned) == true,
                PublicKeyToken = metadata?.IsAssembly == true ? Token(metadata.GetAssemblyDefinition()) : null,
                PlatformInvokes = metadata?.GetTableRowCount(TableIndex.ImplMap) ?? 0,
                CryptographicTypes = metadata is null ? [] : CryptographicReferences.Of(metadata),
                EmbedsSymbols = embedded is not null,
                SourceLink = embedded is { } symbolsInside ? Symbols.HaveSourceLink(reader, symbolsInside) : null,
            };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or BadImageFormatException or InvalidOperationException)
        {
            return null;
        }
    }

    static string? Token(AssemblyDefinition assembly) => !assembly.PublicKey.IsNil && assembly.GetAssemblyName().GetPublicKeyToken() is { Length: > 0 } token ? Convert.ToHexStringLower(token) : null;

    static DebugDirectoryEntry? Entry(ImmutableArray<DebugDirectoryEntry> debug, DebugDirectoryEntryType type)
    {
        foreach (var entry in debug)
        {
            if (entry.Type == type)
                return entry;
        }
        return null;
    }

    static bool? CetOf(PEReader reader, ImmutableArray<DebugDirectoryEntry> debug) =>
        Entry(debug, (DebugDirectoryEntryType)ExtendedCharacteristics) is { } entry && reader.GetSectionData(entry.DataRelativeVirtualAddress) is { Length: >= 4 } data
            ? (data.GetReader(0, 4).ReadInt32() & CetCompatible) != 0
            : null;

    // Source roots are mapped to /_/, /_1/ …; a bare file name tells nothing either.
    static bool IsMapped(string path) => path.StartsWith("/_", StringComparison.Ordinal) || !path.AsSpan().ContainsAny('/', '\\');

    static bool HasAttribute(MetadataReader metadata, string name)
    {
        foreach (var handle in metadata.GetCustomAttributes(EntityHandle.ModuleDefinition))
        {
            var constructor = metadata.GetCustomAttribute(handle).Constructor;
            if (constructor.Kind == HandleKind.MemberReference
                && metadata.GetMemberReference((MemberReferenceHandle)constructor).Parent is { Kind: HandleKind.TypeReference } type
                && metadata.StringComparer.Equals(metadata.GetTypeReference((TypeReferenceHandle)type).Name, name))
                return true;
        }
        return false;
    }
}
