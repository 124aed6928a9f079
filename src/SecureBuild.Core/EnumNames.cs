using SecureBuild.Assessment;
using SecureBuild.Evidence;

namespace SecureBuild;

/// <summary>The names of our enumerations in JSON: kebab-case. Reading an unknown name throws <see cref="FormatException"/>.</summary>
public static class EnumNames
{
    /// <summary><c>observed-by-build</c> and the like.</summary>
    public static string Of(TrustClass trust) => trust switch
    {
        TrustClass.ObservedByBuild => "observed-by-build",
        TrustClass.DeclaredByProject => "declared-by-project",
        TrustClass.ClaimedByEnvironment => "claimed-by-environment",
        TrustClass.StatedByPerson => "stated-by-person",
        TrustClass.VerifiedCryptographically => "verified-cryptographically",
        _ => throw new FormatException(trust.ToString()),
    };

    /// <summary><c>known</c>, <c>not-assessed</c>, <c>not-applicable</c>, <c>stale</c>.</summary>
    public static string Of(FactState state) => state switch
    {
        FactState.Known => "known",
        FactState.NotAssessed => "not-assessed",
        FactState.NotApplicable => "not-applicable",
        FactState.Stale => "stale",
        _ => throw new FormatException(state.ToString()),
    };

    /// <summary><c>met-by-evidence</c> and the like.</summary>
    public static string Of(ControlStatus status) => status switch
    {
        ControlStatus.NotAssessed => "not-assessed",
        ControlStatus.NotMet => "not-met",
        ControlStatus.Partly => "partly",
        ControlStatus.Stated => "stated",
        ControlStatus.MetByEvidence => "met-by-evidence",
        ControlStatus.NotApplicable => "not-applicable",
        _ => throw new FormatException(status.ToString()),
    };

    /// <summary>Reads what <see cref="Of(TrustClass)"/> wrote.</summary>
    public static TrustClass Trust(string name) => Find<TrustClass>(name, Of);

    /// <summary>Reads what <see cref="Of(FactState)"/> wrote.</summary>
    public static FactState State(string name) => Find<FactState>(name, Of);

    /// <summary>Reads what <see cref="Of(ControlStatus)"/> wrote.</summary>
    public static ControlStatus Status(string name) => Find<ControlStatus>(name, Of);

    static T Find<T>(string name, Func<T, string> nameOf) where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (nameOf(value) == name)
                return value;
        }
        throw new FormatException(name);
    }
}
