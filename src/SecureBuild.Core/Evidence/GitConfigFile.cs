using System.Text;

namespace SecureBuild.Evidence;

/// <summary>The repository's own configuration, as far as it names the origin (git-config(1), "Syntax"). What a user configures for all repositories names no origin.</summary>
static class GitConfigFile
{
    const int Limit = 1 << 20;
    const string Heading = "[remote \"origin\"]";

    /// <summary>The remote called origin, as it is written.</summary>
    public static GitOrigin Origin(string root)
    {
        try
        {
            var file = new FileInfo(Path.Combine(CommonDirectory(root), "config"));
            return file.Exists && file.Length <= Limit ? Origin(File.ReadLines(file.FullName)) : new(null, IsKnown: false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return new(null, IsKnown: false);
        }
    }

    internal static GitOrigin Origin(IEnumerable<string> lines)
    {
        string? address = null;
        bool isOrigin = false, includes = false;
        foreach (var line in lines)
        {
            var text = line.AsSpan().Trim();
            if (text.StartsWith("["))
            {
                includes |= text.StartsWith("[include", StringComparison.OrdinalIgnoreCase);
                isOrigin = text.StartsWith(Heading, StringComparison.OrdinalIgnoreCase);
                // The first variable may stand behind the heading.
                text = isOrigin ? text[Heading.Length..] : [];
            }
            if (isOrigin && text.IndexOf('=') is > 0 and var equals && text[..equals].Trim().Equals("url", StringComparison.OrdinalIgnoreCase))
                address ??= Value(text[(equals + 1)..]);
        }
        return new(address, IsKnown: address is not null || !includes);
    }

    // Quotes hold what would be a comment outside of them; a backslash keeps the next sign.
    static string Value(ReadOnlySpan<char> written)
    {
        var value = new StringBuilder();
        var isQuoted = false;
        for (var i = 0; i < written.Length; i++)
        {
            if (written[i] is '"')
                isQuoted = !isQuoted;
            else if (written[i] is '\\' && i + 1 < written.Length)
                value.Append(written[++i]);
            else if (!isQuoted && written[i] is '#' or ';')
                break;
            else
                value.Append(written[i]);
        }
        return value.ToString().Trim();
    }

    // A linked work tree and a submodule have a file that says where the rest is; a linked one shares the configuration of the first.
    static string CommonDirectory(string root)
    {
        var git = Path.Combine(root, ".git");
        if (Directory.Exists(git))
            return git;
        var folder = Path.GetFullPath(File.ReadAllText(git).Replace("gitdir:", "", StringComparison.Ordinal).Trim(), root);
        var common = Path.Combine(folder, "commondir");
        return File.Exists(common) ? Path.GetFullPath(File.ReadAllText(common).Trim(), folder) : folder;
    }
}

/// <summary>What the configuration says of the origin.</summary>
/// <param name="Address">Its address, or null.</param>
/// <param name="IsKnown">False where that there is none would be a guess: the file cannot be read, or takes in others.</param>
readonly record struct GitOrigin(string? Address, bool IsKnown);
