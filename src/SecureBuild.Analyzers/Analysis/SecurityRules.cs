namespace SecureBuild.Analyzers.Analysis;

/// <summary>Tells rules about security by their ids: all of SecureBuild's and Security Code Scan's, the .NET SDK's of the category "Security", Sonar's vulnerabilities and hotspots.</summary>
static class SecurityRules
{
    static readonly HashSet<string> s_sdk = new(StringComparer.OrdinalIgnoreCase)
    {
        "CA2100", "CA2109", "CA2119", "CA2153", "CA2300", "CA2301", "CA2302", "CA2305", "CA2310", "CA2311", "CA2312", "CA2315", "CA2321", "CA2322", "CA2326", "CA2327", "CA2328", "CA2329", "CA2330",
        "CA2350", "CA2351", "CA2352", "CA2353", "CA2354", "CA2355", "CA2356", "CA2361", "CA2362", "SYSLIB0011", "SYSLIB0021", "SYSLIB0022", "SYSLIB0023", "SYSLIB0041",
    };

    static readonly HashSet<string> s_sonar = new(StringComparer.OrdinalIgnoreCase)
    {
        "S2053", "S2068", "S2076", "S2077", "S2078", "S2083", "S2091", "S2092", "S2115", "S2245", "S2257", "S2612", "S2631", "S2755", "S3330", "S3649", "S3884", "S4036", "S4211", "S4212", "S4347", "S4423", "S4426", "S4433",
        "S4502", "S4507", "S4790", "S4792", "S4830", "S5042", "S5122", "S5131", "S5135", "S5144", "S5146", "S5147", "S5167", "S5332", "S5344", "S5443", "S5445", "S5542", "S5547", "S5659", "S5693", "S5753", "S5766", "S5773", "S6377", "S6418",
    };

    public static bool Contains(string id) =>
        IsNumbered(id, "SB") || IsNumbered(id, "SCS") || IsNumbered(id, "CA3") || IsNumbered(id, "CA5") || s_sdk.Contains(id) || s_sonar.Contains(id);

    // SB and four digits, CA3 and three more.
    static bool IsNumbered(string id, string prefix)
    {
        if (id.Length is not (6 or 7) || !id.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            return false;
        for (var i = prefix.Length; i < id.Length; i++)
            if (!char.IsDigit(id[i]))
                return false;
        return true;
    }
}
