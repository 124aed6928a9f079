// Copies assemblies so that the runtime keeps the code that their images bring along (src/SecureBuild/ReadyToRun):
//   dotnet run build/kept-code.cs FOLDER ASSEMBLY…
//
// A runtime compiles compiled methods anew, twice, once they were called thirty times. For a build that is lost time: its processes end before it pays. It leaves the code alone where the assembly
// says that it is to be debugged, and still takes what the image holds. So the copy says that; it differs in the one value from what was compiled, and only images are made of it. What of an
// image a runtime does not take, it compiles without optimising: the same result, more slowly.

#:property PublishAot=false

using System.Diagnostics;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

if (args is not [var folder, _, ..])
{
    Console.Error.WriteLine("kept-code.cs FOLDER ASSEMBLY…");
    return 64;
}
Directory.CreateDirectory(folder);
foreach (var assembly in args.AsSpan(1))
{
    var bytes = File.ReadAllBytes(assembly);
    BitConverter.TryWriteBytes(bytes.AsSpan(Modes(bytes)), (int)(DebuggableAttribute.DebuggingModes.Default | DebuggableAttribute.DebuggingModes.DisableOptimizations));
    File.WriteAllBytes(Path.Combine(folder, Path.GetFileName(assembly)), bytes);
}
return 0;

// Where the one argument of DebuggableAttribute lies in the file: behind the two bytes that begin an attribute's value (ECMA-335 II.23.3), which has its length before it.
static int Modes(byte[] assembly)
{
    using var image = new PEReader(new MemoryStream(assembly));
    var metadata = image.GetMetadataReader();
    foreach (var handle in metadata.GetAssemblyDefinition().GetCustomAttributes())
    {
        var attribute = metadata.GetCustomAttribute(handle);
        if (attribute.Constructor.Kind != HandleKind.MemberReference || metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor) is var constructor && constructor.Parent.Kind != HandleKind.TypeReference)
            continue;
        if (metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)constructor.Parent).Name) != nameof(DebuggableAttribute) || metadata.GetBlobBytes(attribute.Value) is not { Length: 8 } value)
            continue;
        // The compiler writes a value once, and no other has these eight bytes behind their length.
        var heap = assembly.AsSpan(image.PEHeaders.MetadataStartOffset, image.PEHeaders.MetadataSize);
        byte[] wanted = [(byte)value.Length, .. value];
        var at = heap.IndexOf(wanted);
        if (at >= 0 && at == heap.LastIndexOf(wanted))
            return image.PEHeaders.MetadataStartOffset + at + 3;
    }
    throw new InvalidOperationException("DebuggableAttribute was not found, or not once.");
}
