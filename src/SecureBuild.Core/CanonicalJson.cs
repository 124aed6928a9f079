using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SecureBuild;

/// <summary>
/// The only place that writes JSON: UTF-8 without byte order mark, members in the order in which the model puts them
/// (callers sort lists ordinally), line feeds, nothing of the culture. The same model gives the same bytes.
/// </summary>
public static class CanonicalJson
{
    // Readable Japanese. These files are JSON, never pasted into HTML: renderers encode for their own format.
    static readonly JsonWriterOptions s_compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };
    static readonly JsonWriterOptions s_indented = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true, IndentSize = 2, NewLine = "\n" };

    /// <summary>How every reader of ours parses a file of our own making: strict.</summary>
    public static JsonDocumentOptions Strict { get; } = new() { AllowDuplicateProperties = false, MaxDepth = 64 };

    /// <summary>
    /// How a build reads what this assembly carries and what a build wrote before: as any JSON. To look for names that occur twice would cost every build more than the reading; tests do.
    /// </summary>
    public static JsonDocumentOptions Own { get; } = new() { MaxDepth = 64 };

    /// <summary>One line without a final line feed: what is signed.</summary>
    public static byte[] Compact(JsonNode node) => Write(node, s_compact, finalLineFeed: false);

    /// <summary>As <see cref="Compact(JsonNode)"/>, of a model that writes itself.</summary>
    public static byte[] Compact<T>(T model, Action<Utf8JsonWriter, T> write) => Write(model, write, s_compact, finalLineFeed: false);

    /// <summary>As <see cref="Indented(JsonNode)"/>, of a model that writes itself.</summary>
    public static byte[] Indented<T>(T model, Action<Utf8JsonWriter, T> write) => Write(model, write, s_indented, finalLineFeed: true);

    /// <summary>Likewise, in a borrowed array.</summary>
    internal static BorrowedBytes BorrowIndented<T>(T model, Action<Utf8JsonWriter, T> write)
    {
        using var buffer = new PooledBytes();
        Write(buffer, model, write, s_indented, finalLineFeed: true);
        return buffer.Borrow();
    }

    /// <summary>Indented by two, with a final line feed: what people open.</summary>
    public static byte[] Indented(JsonNode node) => Write(node, s_indented, finalLineFeed: true);

    /// <summary><see cref="Indented"/> as text.</summary>
    public static string IndentedText(JsonNode node) => Encoding.UTF8.GetString(Indented(node));

    static byte[] Write(JsonNode node, JsonWriterOptions options, bool finalLineFeed) =>
        Write(node, static (writer, node) => node.WriteTo(writer), options, finalLineFeed);

    /// <summary>One line for each node, with a final line feed.</summary>
    public static byte[] Lines(params ReadOnlySpan<JsonNode> nodes)
    {
        using var buffer = new PooledBytes();
        foreach (var node in nodes)
            Write(buffer, node, static (writer, node) => node.WriteTo(writer), s_compact, finalLineFeed: true);
        return buffer.ToArray();
    }

    /// <summary>Likewise, written by <paramref name="write"/> and in a borrowed array.</summary>
    internal static BorrowedBytes BorrowLines<T>(Action<Utf8JsonWriter, T> write, params ReadOnlySpan<T> models)
    {
        using var buffer = new PooledBytes();
        foreach (var model in models)
            Write(buffer, model, write, s_compact, finalLineFeed: true);
        return buffer.Borrow();
    }

    /// <summary>Writes one line without a final line feed into a buffer.</summary>
    internal static void Compact<T>(IBufferWriter<byte> buffer, T model, Action<Utf8JsonWriter, T> write) => Write(buffer, model, write, s_compact, finalLineFeed: false);

    static byte[] Write<T>(T model, Action<Utf8JsonWriter, T> write, JsonWriterOptions options, bool finalLineFeed)
    {
        using var buffer = new PooledBytes();
        Write(buffer, model, write, options, finalLineFeed);
        return buffer.ToArray();
    }

    static void Write<T>(IBufferWriter<byte> buffer, T model, Action<Utf8JsonWriter, T> write, JsonWriterOptions options, bool finalLineFeed)
    {
        using (var writer = new Utf8JsonWriter(buffer, options))
            write(writer, model);
        if (finalLineFeed)
            buffer.Write("\n"u8);
    }
}
