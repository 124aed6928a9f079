using Microsoft.CodeAnalysis.Text;

namespace SecureBuild.Analyzers.Configuration;

/// <summary>A value in a configuration file, and where it stands.</summary>
readonly struct Setting
{
    /// <param name="path">The keys from the root down, as <c>Kestrel:Endpoints:Https:Url</c>.</param>
    /// <param name="value">The value without its quotes, escapes resolved.</param>
    /// <param name="span">The value in the file.</param>
    public Setting(string path, string value, TextSpan span)
    {
        Path = path;
        Value = value;
        Span = span;
    }

    public string Path { get; }

    public string Value { get; }

    public TextSpan Span { get; }

    /// <summary>The last key.</summary>
    public string Name => Path.Substring(Path.LastIndexOf(':') + 1);

    /// <summary>The key above the last; empty at the top.</summary>
    public string Section
    {
        get
        {
            var end = Path.LastIndexOf(':');
            return end <= 0 ? "" : Path.Substring(Path.LastIndexOf(':', end - 1) + 1, end - Path.LastIndexOf(':', end - 1) - 1);
        }
    }

    public bool Is(string value) => Value.Equals(value, StringComparison.OrdinalIgnoreCase);
}
