namespace SecureBuild.Assessment;

/// <summary>Which of two statuses is worse. <see cref="ControlStatus.NotApplicable"/> is beside the order and ignored in roll-ups.</summary>
static class StatusOrder
{
    public static bool IsWorse(ControlStatus one, ControlStatus other) => Rank(one) < Rank(other);

    /// <summary>The worst of those that apply; null where none does.</summary>
    public static ControlStatus? Worst(IEnumerable<ControlStatus> statuses)
    {
        ControlStatus? worst = null;
        foreach (var status in statuses)
        {
            if (status != ControlStatus.NotApplicable && (worst is null || IsWorse(status, worst.Value)))
                worst = status;
        }
        return worst;
    }

    static int Rank(ControlStatus status) => status switch
    {
        ControlStatus.NotMet => 0,
        ControlStatus.NotAssessed => 1,
        ControlStatus.Partly => 2,
        ControlStatus.Stated => 3,
        ControlStatus.MetByEvidence => 4,
        _ => 5,
    };
}
