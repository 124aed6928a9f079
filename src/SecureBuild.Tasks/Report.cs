using Microsoft.Build.Utilities;

namespace SecureBuild.Tasks;

/// <summary>From problems to MSBuild's log. SecureBuild does not break a build unless the project asked for it (<c>SecureBuildStrict</c>).</summary>
static class Report
{
    /// <summary>Logs a problem with code, place and help link.</summary>
    public static void To(TaskLoggingHelper log, Problem problem, bool strict)
    {
        switch (problem.Level)
        {
            case ProblemLevel.Error when strict:
                log.LogError(null, problem.Code, null, problem.HelpLink, problem.File, problem.Line, problem.Column, 0, 0, "{0}", problem.Text);
                break;
            case ProblemLevel.Error or ProblemLevel.Warning:
                log.LogWarning(null, problem.Code, null, problem.HelpLink, problem.File, problem.Line, problem.Column, 0, 0, "{0}", problem.Text);
                break;
            default:
                log.LogMessage(null, problem.Code, null, problem.File, problem.Line, problem.Column, 0, 0, Microsoft.Build.Framework.MessageImportance.Normal, "{0}", problem.Text);
                break;
        }
    }

    /// <summary>Runs the body; an expected failure is reported as such, anything else as a bug of ours with its stack for those who look.</summary>
    /// <returns>Whether the body ran to its end.</returns>
    public static bool Run(TaskLoggingHelper log, bool strict, string project, Action body)
    {
        try
        {
            body();
            return true;
        }
        catch (ProblemException expected)
        {
            To(log, expected.Problem, strict);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            To(log, Messages.Error("SB9002", project, 0, 0, exception.Message), strict);
        }
        catch (Exception bug)
        {
            To(log, Messages.Error("SB9000", project, 0, 0, $"{bug.GetType().Name}: {bug.Message.TrimEnd('.')}"), strict);
            log.LogMessage(Microsoft.Build.Framework.MessageImportance.Low, "{0}", bug.ToString());
        }
        return false;
    }
}
