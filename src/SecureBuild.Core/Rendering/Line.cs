using System.Collections.Immutable;

namespace SecureBuild.Rendering;

/// <summary>What a piece of text means; the terminal turns it into a colour, a file ignores it.</summary>
public enum Tone
{
    /// <summary>Ordinary text.</summary>
    Plain,
    /// <summary>A heading or a name.</summary>
    Strong,
    /// <summary>Less important.</summary>
    Faint,
    /// <summary>As it should be.</summary>
    Good,
    /// <summary>Open, unknown, or asking for attention.</summary>
    Open,
    /// <summary>Not as it should be.</summary>
    Bad,
}

/// <summary>A piece of text with one meaning.</summary>
/// <param name="Text">The text, without line breaks.</param>
/// <param name="Tone">Its meaning.</param>
public readonly record struct Span(string Text, Tone Tone = Tone.Plain)
{
    /// <summary>The text, without line breaks and without anything else that a terminal would act on.</summary>
    public string Text { get; init; } = Printable.Of(Text);

    /// <summary>A text without a meaning of its own.</summary>
    public static implicit operator Span(string text) => new(text);
}

/// <summary>A line of output.</summary>
/// <param name="Spans">From left to right.</param>
public sealed record Line(ImmutableArray<Span> Spans)
{
    /// <summary>An empty line.</summary>
    public static Line Empty { get; } = new(ImmutableArray<Span>.Empty);

    /// <summary>A line of these pieces.</summary>
    public static Line Of(params ReadOnlySpan<Span> spans) => new([.. spans]);

    /// <summary>The text alone.</summary>
    public override string ToString() => string.Concat(Spans.Select(span => span.Text));
}
