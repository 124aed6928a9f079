using System.Text;

namespace SecureBuild.Benchmarks.Pathological;

/// <summary>The shapes: what issue trackers know of generated code, and what would make a careless walk quadratic.</summary>
static partial class Shapes
{
    const string Usings = """
        using System; using System.Collections.Generic; using System.Data.Common; using System.Diagnostics; using System.IO; using System.Linq; using System.Net; using System.Net.Http;
        using System.Runtime.InteropServices; using System.Security.Cryptography; using System.Text; using System.Text.RegularExpressions; using System.Threading; using System.Xml;
        using Microsoft.AspNetCore.Builder; using Microsoft.AspNetCore.Http; using Microsoft.AspNetCore.Mvc; using Microsoft.Extensions.Logging;

        """;

    public static IReadOnlyList<Shape> All { get; } = [.. Bodies(), .. Files(), .. Repeated.Lines.Select(static line => line.ToShape())];

    /// <summary>The lines in one method of a controller; <c>x</c> is what the client sent, <c>cmd</c> takes what it should not.</summary>
    static string Body(string body, string members = "") => Usings + $$"""
        public class Pathological : Controller
        {
            DbCommand cmd = null!; ILogger logger = null!; string field = "";
            {{members}}
            public object? Action(string x, int number, bool flag)
            {
                {{body}}
                return null;
            }
            void Sink(string text) => cmd.CommandText = "SELECT " + text;
            string Pass(string text) => text;
        }
        """;

    /// <summary>A line many times in one method.</summary>
    public static string BodyOf(string before, string line, int count) => Body(before + "\n" + Each(count, line));

    /// <summary>The same for each number, one line each; <c>#</c> is the number, <c>@</c> the one before; <c>~</c> is nothing (it keeps our own rules from finding a secret here).</summary>
    static string Each(int count, string line, string between = "\n", int from = 0)
    {
        line = line.Replace("~", "", StringComparison.Ordinal);
        var text = new StringBuilder();
        for (var i = from; i < count; i++)
            text.Append(i == from ? "" : between).Append(line.Replace("#", $"{i}", StringComparison.Ordinal).Replace("@", $"{i - 1}", StringComparison.Ordinal));
        return text.ToString();
    }

    static string Around(int depth, string before, string middle, string after) =>
        Each(depth, before) + "\n" + middle + "\n" + string.Join("\n", Enumerable.Range(0, depth).Select(i => after.Replace("#", $"{depth - 1 - i}", StringComparison.Ordinal)));
}
