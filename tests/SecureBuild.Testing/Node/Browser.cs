namespace SecureBuild.Testing.Node;

/// <summary>A browser of the Chromium family on this machine: nothing is downloaded.</summary>
public static class Browser
{
    /// <summary>What to say where <see cref="Find"/> finds nothing.</summary>
    public const string Missing = "No Chromium was found. Install one (Debian: apt-get install chromium fonts-noto-cjk), or name its program in SECUREBUILD_BROWSER.";

    static readonly string[] s_names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    /// <summary>Its program, absolute; null where there is none.</summary>
    public static string? Find() => Environment.GetEnvironmentVariable("SECUREBUILD_BROWSER") is { Length: > 0 } named ? named
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => s_names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
}
