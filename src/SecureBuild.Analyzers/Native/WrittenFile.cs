using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Native;

/// <summary>Calls that create or overwrite the file of a path.</summary>
static class WrittenFile
{
    const int CreateNew = 1; // FileMode.CreateNew
    const int Open = 3; // FileMode.Open

    public static readonly string[] Methods =
    [
        "WriteAllText", "WriteAllTextAsync", "WriteAllBytes", "WriteAllBytesAsync", "WriteAllLines", "WriteAllLinesAsync", "AppendAllText", "AppendAllTextAsync", "AppendAllLines", "AppendAllLinesAsync",
        "Create", "CreateText", "AppendText", "OpenWrite", "Open", "OpenHandle", "Copy", "Move", "Replace", "CopyTo", "MoveTo",
    ];

    public static readonly string[] Types = ["FileStream", "StreamWriter"];

    /// <summary>The path of the file that the operation makes or overwrites; null when it makes none, or only one that is not there yet.</summary>
    public static IOperation? PathOf(IOperation operation)
    {
        switch (operation)
        {
            case IInvocationOperation call when Array.IndexOf(Methods, call.TargetMethod.Name) >= 0 && call.TargetMethod.ContainingType.Is("System.IO.File"):
                if (call.TargetMethod.Name is "Copy" or "Move" or "Replace")
                    return call.Arguments.For("destFileName") ?? call.Arguments.For("destinationFileName");
                return call.TargetMethod.Name is "Open" or "OpenHandle" ? IfItWrites(call.Arguments) : call.Arguments.For("path");
            case IInvocationOperation { Instance: { } file } call when call.TargetMethod.ContainingType.Is("System.IO.FileInfo"):
                return call.TargetMethod.Name is "CopyTo" or "MoveTo" ? call.Arguments.For("destFileName")
                    : call.TargetMethod.Name == "Open" && call.Arguments.For("mode") is not { ConstantValue: { HasValue: true, Value: not (CreateNew or Open) } } ? null
                    : Array.IndexOf(Methods, call.TargetMethod.Name) >= 0 ? file : null;
            case IObjectCreationOperation creation when creation.Type.Is("System.IO.FileStream"):
                return IfItWrites(creation.Arguments);
            case IObjectCreationOperation creation when creation.Type.Is("System.IO.StreamWriter") && creation.Arguments.For("options") is null:
                return creation.Arguments.For("path");
            default:
                return null;
        }
    }

    static IOperation? IfItWrites(System.Collections.Immutable.ImmutableArray<IArgumentOperation> arguments) =>
        arguments.For("mode") is { ConstantValue: { HasValue: true, Value: not (CreateNew or Open) } } ? arguments.For("path") : null;
}
