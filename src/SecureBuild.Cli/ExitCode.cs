namespace SecureBuild.Cli;

/// <summary>What the tool tells its caller; a contract.</summary>
static class ExitCode
{
    /// <summary>Done, or satisfied.</summary>
    public const int Satisfied = 0;

    /// <summary>Policy or content not satisfied, or the work could not be done.</summary>
    public const int NotSatisfied = 1;

    /// <summary>Tampered with, or unreadable.</summary>
    public const int TamperedOrUnreadable = 2;

    /// <summary>Wrong use (EX_USAGE of sysexits.h).</summary>
    public const int WrongUse = 64;

    /// <summary>A bug of ours (EX_SOFTWARE).</summary>
    public const int OurBug = 70;
}
