using System.Text;

namespace SecureBuild.Benchmarks.Generated;

/// <summary>Writes indented lines and blocks.</summary>
sealed class Code
{
    readonly StringBuilder _text = new();
    int _depth;

    public int Lines { get; private set; }

    public void Line(string line = "")
    {
        if (line.Length > 0)
            _text.Append(' ', _depth * 4).Append(line);
        _text.Append('\n');
        Lines++;
    }

    public void Block(string head, Action body, string end = "}")
    {
        Line(head);
        Line("{");
        _depth++;
        body();
        _depth--;
        Line(end);
    }

    public override string ToString() => _text.ToString();
}
