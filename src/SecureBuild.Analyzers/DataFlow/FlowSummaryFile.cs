using System;
using System.Collections.Generic;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using SecureBuild.Analyzers.DataFlow.Models;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>
/// A side file in which the build of a referenced project left what its methods do with what they are given: model lines behind a head that names the assembly, its MVID and
/// the digest of the lines. A file is used as a whole or not at all.
/// </summary>
sealed class FlowSummaryFile
{
    public const string Ending = ".flow" + ModelFiles.Ending;

    const string Head = "# SecureBuild flow summary 1";

    // The texts of one process: parsed once, also when the IDE makes a compilation for every key stroke.
    static readonly ConditionalWeakTable<SourceText, FlowSummaryFile> s_read = new();

    FlowSummaryFile(SourceText text)
    {
        if (text.Lines.Count < 4 || text.Lines[0].ToString() != Head || ValueOf(text, 1, "assembly") is not { Length: > 0 } assembly
            || !Guid.TryParse(ValueOf(text, 2, "mvid"), out var mvid) || ValueOf(text, 3, "sha256") != Digest(text))
            return;
        var lines = new List<ModelLine>();
        for (var i = 4; i < text.Lines.Count; i++)
            if (ModelParser.Parse(text.Lines[i].ToString(), out var mistake) is { } line)
                lines.Add(line);
            else if (mistake is not null)
                return;
        (Assembly, Mvid, Lines) = (assembly, mvid, lines);
    }

    /// <summary>The assembly's simple name; null for a file that is damaged.</summary>
    public string? Assembly { get; }

    public Guid Mvid { get; }

    public List<ModelLine> Lines { get; } = new();

    public static bool Is(AdditionalText file) => file.Path.EndsWith(Ending, StringComparison.OrdinalIgnoreCase);

    public static FlowSummaryFile Read(SourceText text) => s_read.GetValue(text, static text => new(text));

    /// <summary>The file is whole and tells of the very assembly that the compilation references.</summary>
    public bool Fits(Compilation compilation)
    {
        if (Assembly is null)
            return false;
        foreach (var reference in compilation.SourceModule.ReferencedAssemblySymbols)
            // An IDE references the sources of a project that is open: the last built file is the best there is.
            if (reference.Name == Assembly && (reference.GetMetadata() is not { } metadata || metadata.GetModules()[0].GetModuleVersionId() == Mvid))
                return true;
        return false;
    }

    static string? ValueOf(SourceText text, int line, string key)
    {
        var written = text.Lines[line].ToString();
        return written.StartsWith("# " + key + ": ", StringComparison.Ordinal) ? written.Substring(key.Length + 4) : null;
    }

    static string Digest(SourceText text)
    {
        using var sha = SHA256.Create();
        var digest = new StringBuilder(64);
        foreach (var part in sha.ComputeHash(Encoding.UTF8.GetBytes(text.ToString(TextSpan.FromBounds(text.Lines[3].EndIncludingLineBreak, text.Length)))))
            digest.Append(part.ToString("x2", CultureInfo.InvariantCulture));
        return digest.ToString();
    }
}
