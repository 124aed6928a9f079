using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace SecureBuild.Evidence;

/// <summary>What portable debug symbols say (Portable PDB format v1.0).</summary>
static class Symbols
{
    // Kind of the module's custom debug information that holds Source Link's map.
    static readonly Guid s_sourceLink = new("CC110556-A091-4D38-9FEC-25AB9A351A6A");

    /// <summary>Whether a file of symbols tells where the sources can be fetched; null where it is no portable PDB or cannot be read.</summary>
    public static bool? HaveSourceLink(string path)
    {
        try
        {
            using var symbols = MetadataReaderProvider.FromPortablePdbStream(File.OpenRead(path));
            return HaveSourceLink(symbols.GetMetadataReader());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or BadImageFormatException)
        {
            return null;
        }
    }

    /// <summary>The same of symbols inside an assembly.</summary>
    /// <exception cref="BadImageFormatException">They are broken.</exception>
    public static bool? HaveSourceLink(PEReader image, DebugDirectoryEntry embedded)
    {
        using var symbols = image.ReadEmbeddedPortablePdbDebugDirectoryData(embedded);
        return HaveSourceLink(symbols.GetMetadataReader());
    }

    static bool HaveSourceLink(MetadataReader symbols)
    {
        foreach (var handle in symbols.GetCustomDebugInformation(EntityHandle.ModuleDefinition))
        {
            if (symbols.GetGuid(symbols.GetCustomDebugInformation(handle).Kind) == s_sourceLink)
                return true;
        }
        return false;
    }
}
