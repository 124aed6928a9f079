namespace SecureBuild.Analyzers.Web;

/// <summary>Judges the text of a <c>Content-Security-Policy</c> header.</summary>
static class ContentSecurityPolicy
{
    /// <summary>Lets foreign or inline script run, or every site frame the page.</summary>
    public static bool IsWeak(string policy)
    {
        string[]? script = null;
        string[]? others = null;
        foreach (var directive in policy.Split(';'))
        {
            var words = directive.Trim().ToLowerInvariant().Split([' '], StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 0)
                continue;
            if (words[0] == "script-src")
                script = words;
            else if (words[0] == "default-src")
                others = words;
            else if (words[0] == "frame-ancestors" && Array.IndexOf(words, "*") > 0)
                return true;
        }
        return (script ?? others) is { } sources && LetsScriptRun(sources);
    }

    static bool LetsScriptRun(string[] sources)
    {
        // A nonce, a hash or strict-dynamic makes browsers ignore 'unsafe-inline' and the list of hosts.
        var isStrict = Array.Exists(sources, static source => source.StartsWith("'nonce-", StringComparison.Ordinal) || source.StartsWith("'sha", StringComparison.Ordinal) || source == "'strict-dynamic'");
        return Array.Exists(sources, source => source == "'unsafe-eval'" || !isStrict && source is "'unsafe-inline'" or "*" or "http:" or "https:" or "data:");
    }
}
