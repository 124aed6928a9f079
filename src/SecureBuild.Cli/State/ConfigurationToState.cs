using System.Collections.Immutable;
using System.Text;
using SecureBuild.Assessment;
using SecureBuild.Catalogues;
using SecureBuild.Configuration;

namespace SecureBuild.Cli.State;

/// <summary>The securebuild.json that statements go into: read anew after every statement, written in one step, otherwise left as people wrote it.</summary>
sealed class ConfigurationToState
{
    static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    string _text = "";
    bool _hasMark;

    ConfigurationToState(string file) => File = file;

    /// <summary>Absolute path; it need not exist yet.</summary>
    public string File { get; }

    /// <summary>What it says now.</summary>
    public ConfigurationResult Content { get; private set; } = new(null, []);

    /// <summary>What a build is held against.</summary>
    public ImmutableArray<AssessedCatalogue> Catalogues => Content.Configuration?.Catalogues is { IsEmpty: false } chosen ? chosen : AssessedCatalogue.Default;

    /// <summary>Statements that it holds.</summary>
    public ImmutableArray<PersonStatement> Statements => Content.Configuration?.Statements ?? [];

    /// <summary>The nearest securebuild.json in a folder or above it, within the repository; where there is none, one to be made in the repository's root.</summary>
    /// <exception cref="ProblemException">SB9352: it is there and cannot be read.</exception>
    public static ConfigurationToState In(string directory)
    {
        var root = RepositoryRoot(directory) ?? directory;
        var file = ProjectConfigurationFile.FindAbove(directory, root) ?? Path.Combine(root, ProjectConfigurationFile.Name);
        // Renaming over a link would put a file in its place.
        var configuration = new ConfigurationToState((System.IO.File.Exists(file) ? System.IO.File.ResolveLinkTarget(file, returnFinalTarget: true)?.FullName : null) ?? file);
        configuration.Read();
        return configuration;
    }

    /// <summary>What is open: no evidence can show it, and nobody has stated it.</summary>
    public ImmutableArray<OpenControl> Open(DateOnly today) => OpenStatements.Of(Catalogues, Statements, today);

    /// <summary>Puts a statement in and writes the file.</summary>
    /// <exception cref="ProblemException">SB9352: the file would not be read as it is meant.</exception>
    public void Put(PersonStatement statement)
    {
        Read();
        var before = Content.Problems.Count(static problem => problem.Level == ProblemLevel.Error);
        var text = StatementEditor.Put(_text, statement);
        var bytes = text is null ? [] : s_strict.GetBytes(text);
        var after = text is null ? Content : ProjectConfigurationFile.Read(File, bytes);
        var read = after.Configuration?.Statements.FirstOrDefault(other => other.Control == statement.Control);
        if (text is null || read != statement || after.Problems.Count(static problem => problem.Level == ProblemLevel.Error) > before)
            throw new ProblemException(Messages.Error("SB9352", File, arguments: [Path.GetFileName(File), after.Problems is [var first, ..] ? $"{first.Code}: {first.Text}" : Path.GetFileName(File)]));
        AtomicFile.Write(File, _hasMark ? [.. "\uFEFF"u8, .. bytes] : bytes);
        Read();
    }

    /// <summary>Digest of the document that a statement refers to, where that is a file beside the configuration; otherwise null.</summary>
    public string? DigestOf(string reference)
    {
        if (reference.AsSpan().ContainsAny("\0*?"))
            return null;
        var path = Path.GetFullPath(reference, Path.GetDirectoryName(File)!);
        return System.IO.File.Exists(path) ? Digest.Sha256OfFile(path) : null;
    }

    /// <summary>The control that a person means: <c>nist-ssdf/PO.2.2</c>, or <c>PO.2.2</c> where only one of the chosen catalogues has it.</summary>
    public (AssessedCatalogue Catalogue, Control Control)? Find(string name)
    {
        var slash = name.IndexOf('/', StringComparison.Ordinal);
        var (id, control) = slash < 0 ? (null, name) : (name[..slash], name[(slash + 1)..]);
        return Catalogues.Where(assessed => id is null || assessed.Catalogue.Id.Equals(id, StringComparison.OrdinalIgnoreCase))
            .SelectMany(assessed => assessed.Catalogue.Controls.Where(candidate => candidate.Id.Equals(control, StringComparison.OrdinalIgnoreCase)).Select(candidate => (assessed, candidate)))
            .ToArray() is [var only] ? only : null;
    }

    void Read()
    {
        if (!System.IO.File.Exists(File))
        {
            Content = ProjectConfigurationFile.Read(File, "{}"u8);
            return;
        }
        try
        {
            var bytes = System.IO.File.ReadAllBytes(File);
            _hasMark = bytes.AsSpan().StartsWith("\uFEFF"u8);
            _text = s_strict.GetString(_hasMark ? bytes.AsSpan(3) : bytes);
            Content = ProjectConfigurationFile.Read(File, bytes);
        }
        catch (DecoderFallbackException e)
        {
            throw new ProblemException(Messages.Error("SB9352", File, arguments: [Path.GetFileName(File), "UTF-8"]), e);
        }
    }

    static string? RepositoryRoot(string? folder) => folder is null ? null : Path.Exists(Path.Combine(folder, ".git")) ? folder : RepositoryRoot(Path.GetDirectoryName(folder));
}
